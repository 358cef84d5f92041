// SPDX-License-Identifier: MIT
#pragma once
/// The smallest repair of a broken relation: what would each number have to be, if it alone were
/// wrong? "3.1 + 4.2 = 8.3" fits with 7.3 as its total, or with 5.2 as its second part, and so on;
/// the first is the smallest change.
///
/// Where a number stands in several relations, the measurement test (checks/linear_system.h) first
/// drops the members that the other relations speak for.

#include <cstddef>
#include <optional>
#include <vector>

#include "checks/fact_relation.h"
#include "checks/finding.h"
#include "facts/lexicon.h"

namespace assay {

/// The value with which one fact alone would mend the relation.
struct Repair {
  const Fact* fact = nullptr;
  double value = 0;          ///< Units: canonical; as few digits as the relation allows
  double change = 0;         ///< |value - stated| / the larger of the two
  bool upper_bound = false;  ///< anything up to `value` will do
};

/// The repairs of relations[broken]; the other relations tell which of its members are beyond
/// suspicion. Empty when a member is no single positive figure (a range, "more than 5"). A word
/// (halved, 翻番) is never offered, nor a value outside the domain of the fact's metric.
/// Order: the smallest change first. Precondition: broken < relations.size().
[[nodiscard]] std::vector<Repair> find_repairs(const std::vector<FactRelation>& relations,
                                               std::size_t broken, const Lexicon& lexicon);

/// The repair of a fact that would have to be `exact`, and may be anything in `fitting`: as few
/// digits as that allows. Absent where find_repairs offers none. Precondition: the fact states a
/// single positive figure.
[[nodiscard]] std::optional<Repair> repair_to(const Fact& fact, double exact,
                                              const Interval& fitting, const Lexicon& lexicon);

/// One clause that offers the repairs, marking the smallest; empty when there are none.
[[nodiscard]] Message repair_words(const std::vector<Repair>& repairs);

/// Finds the repairs and adds them to the explanation of the finding.
void explain_repairs(Finding& finding, const std::vector<FactRelation>& relations,
                     std::size_t broken, const Lexicon& lexicon);

}  // namespace assay
