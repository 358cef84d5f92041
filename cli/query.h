// SPDX-License-Identifier: MIT
#pragma once
/// A question such as "NVIDIA China market share 2025", read with the lexicon that documents are
/// read with, and the facts that answer it.

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "facts/fact.h"
#include "facts/knowledge.h"

namespace assay {

struct Query {
  std::set<std::string>
      entities;  ///< canonical names; each must be a fact's subject, the other side
                 ///< of its comparison, or part of its scope
  std::set<std::string> metrics;  ///< canonical names; a fact must have one of them
  std::optional<Period> period;   ///< which a fact's period must touch
  std::set<std::string> words;    ///< lower case; what the lexicon does not know
};

/// Reads a question. It may be empty of anything to look for.
[[nodiscard]] Query parse_query(std::string_view text, const Knowledge& knowledge);

/// A fact that answers, and the day by which it is new or old: the end of its period, else the date
/// of its document.
struct Answer {
  const Fact* fact = nullptr;
  std::optional<Day> day;
};

/// The facts that answer the question. Of those that fit its names, only the ones that share most of
/// its other words; a question of other words alone needs one of them at least.
/// Order: by subject, metric, comparand and scope; then newest first; unknown days last.
[[nodiscard]] std::vector<Answer> find_answers(const Query& query,
                                               const std::vector<ReadDocument>& documents);

/// Whether two facts are of the same subject, metric, comparand and scope.
[[nodiscard]] bool same_question(const Fact& a, const Fact& b);

}  // namespace assay
