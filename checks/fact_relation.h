// SPDX-License-Identifier: MIT
#pragma once
/// Facts whose numbers have to fit together, as one equation: parts and their total, a product, a
/// change. Sums are linear in the numbers, products and changes in their logarithms.

#include <vector>

#include "facts/fact.h"

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

/// What `value` of the fact of this member enters the relation as. Infinite or not a number where
/// the logarithm has no value.
[[nodiscard]] double to_entry(const RelationMember& member, double value);
/// The value of the fact that enters the relation as `entry`.
[[nodiscard]] double from_entry(const RelationMember& member, double entry);
/// The same for intervals; the results are closed.
[[nodiscard]] Interval to_entry(const RelationMember& member, const Interval& values);
[[nodiscard]] Interval from_entry(const RelationMember& member, const Interval& entries);

/// These facts add up to `total`.
[[nodiscard]] FactRelation sum_relation(const std::vector<const Fact*>& parts, double total);
/// These facts add up to what `total` states; the total is the first member.
[[nodiscard]] FactRelation total_relation(const std::vector<const Fact*>& parts, const Fact& total);
/// What the product of two values in canonical units is to be divided by: 每度0.4元 times so many joules is an
/// amount of money for each of the units that are written. Nearly always 1.
[[nodiscard]] double unit_of_product(const Fact& first, const Fact& second, const Fact& result);
/// first x second = result, in the units of the texts; the result is the first member.
[[nodiscard]] FactRelation product_relation(const Fact& first, const Fact& second,
                                            const Fact& result);
/// `from`, changed by the share or multiple `by`, is `to`; the end is the first member.
[[nodiscard]] FactRelation growth_relation(const Fact& from, const Fact& to, const Fact& by);

}  // namespace assay
