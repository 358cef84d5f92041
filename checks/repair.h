// SPDX-License-Identifier: MIT
#pragma once
/// The smallest repair of a broken relation: what would each number have to be, if it alone were
/// wrong? "3.1 + 4.2 = 8.3" fits with 7.3 as its total, or with 5.2 as its second part, and so on;
/// the first is the smallest change.
///
/// Where a number stands in several relations, the measurement test (checks/linear_system.h) first
/// drops the members that the other relations speak for.

#include <cstddef>
#include <vector>

#include "checks/finding.h"
#include "facts/lexicon.h"

namespace assay {

/// How the number of a fact enters a relation.
enum class Entry : std::uint8_t {
  Value,      ///< as it is
  Logarithm,  ///< ln x
  LogFactor,  ///< ln of what a change multiplies by: +25% -> ln 1.25, -30% -> ln 0.7, tripled -> ln 3
};

struct RelationMember {
  const Fact* fact = nullptr;
  double factor = 1;
  Entry entry = Entry::Value;
};

/// The sum of factor x entry over the members is `total`, or at most that.
/// Units: canonical; the members of a relation between values have one unit.
struct FactRelation {
  std::vector<RelationMember> members;
  double total = 0;
  bool upper_bound = false;
};

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

/// One clause that offers the repairs, marking the smallest; empty when there are none.
[[nodiscard]] Message repair_words(const std::vector<Repair>& repairs);

/// Finds the repairs and adds them to the explanation of the finding.
void explain_repairs(Finding& finding, const std::vector<FactRelation>& relations,
                     std::size_t broken, const Lexicon& lexicon);

/// The relation "these facts add up to `total`".
[[nodiscard]] FactRelation sum_relation(const std::vector<const Fact*>& parts, double total);
/// The relation "these facts add up to what `total` states".
[[nodiscard]] FactRelation total_relation(const std::vector<const Fact*>& parts, const Fact& total);

}  // namespace assay
