// SPDX-License-Identifier: MIT
#pragma once
/// Is what was read about a quantity what its label says? One judgement for each slot.

#include <string>
#include <string_view>
#include <vector>

#include "cli/eval_gold.h"
#include "facts/fact.h"
#include "facts/knowledge.h"

namespace assay {

/// The slots that are judged, in the order of their figures. `subject_and_metric` is right when both
/// are, on one quantity.
inline constexpr std::string_view kJudgedSlots[] = {
    "subject", "metric", "subject_and_metric", "role", "period", "modality", "comparand"};

/// One slot of a fact, and what was wanted.
struct JudgedSlot {
  std::string_view name;  ///< one of kJudgedSlots
  bool right = false;
  std::string wanted;  ///< for people; empty: other slots say it already
  std::string found;   ///< for people
};

/// Whether `answer` is the label of `gold` or one of the other right answers. Two phrases are the
/// same
///
/// - when both are empty;
/// - when they agree but for letter case, width, script, spaces, 的 and "the";
/// - when the lexicon has both of them as names of one thing;
/// - when it knows neither, and the longer one holds the shorter, which has at least half of its
///   characters.
[[nodiscard]] bool is_right_answer(std::string_view answer, const GoldSlot& gold,
                                   const Knowledge& knowledge);

/// Judges those slots of the fact whose labels can be scored, in the order of kJudgedSlots. Of a
/// quantity that is labelled in full these are all; but that it has no subject or no metric is not
/// scored. Of others, subject and metric are scored where the lexicon knows the label, and the
/// modality.
[[nodiscard]] std::vector<JudgedSlot> judge_slots(const GoldQuantity& gold, const Fact& fact,
                                                  const Knowledge& knowledge);

}  // namespace assay
