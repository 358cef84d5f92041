// SPDX-License-Identifier: MIT
#pragma once
/// How well contradictions are told from what only looks like one, against labelled relations.

#include <optional>
#include <string>
#include <vector>

#include "checks/finding.h"
#include "cli/eval_figures.h"
#include "cli/eval_gold.h"

namespace assay {

enum class RelationGroup : std::uint8_t {
  Contradiction,
  Agreement,  ///< the same fact twice, or arithmetic that holds
  Near,       ///< looks like a contradiction and is none
};

/// A stretch of a document that takes part in a relation. Members of one side do not contradict
/// each other; an empty side says that sides are not told apart.
struct GoldMember {
  std::string document;  ///< the last part of its path, or the id of a record
  Span span;             ///< Bytes: raw document
  std::string quote;
  std::string side;
};

struct GoldRelation {
  std::string id;
  RelationGroup group = RelationGroup::Near;
  bool hard = true;  ///< any careful reader agrees; else it deserves review
  std::string kind;
  std::string what;
  std::vector<GoldMember> members;
  std::vector<GoldMember> context;  ///< what a finding may carry along
};

/// Reads one record; absent when its class is none of ours.
[[nodiscard]] std::optional<GoldRelation> to_relation(const JsonValue& record);

/// Scores findings. A finding hits a relation when its evidence overlaps two of its members, of two
/// sides where sides are told apart (or the only member there is). A finding that hits a
/// contradiction is no alarm about what this contradiction accounts for. Figures, all beginning with
/// `prefix`:
///
/// - `hard_error`, `hard_found`, `soft_found`: contradictions hit by an error, by an error
///   or a warning;
/// - `near_error`, `near_flagged`, `agreement_flagged`: relations that are no
///   contradiction, hit by an error, by an error or a warning, by anything;
/// - `error_precision`, `warning_precision`: findings of a severity that hit a
///   contradiction.
[[nodiscard]] Evaluation score_relations(const std::string& prefix,
                                         const std::vector<GoldRelation>& relations,
                                         const std::vector<Finding>& findings);

}  // namespace assay
