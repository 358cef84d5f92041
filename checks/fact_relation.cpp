// SPDX-License-Identifier: MIT
#include "checks/fact_relation.h"

#include <algorithm>
#include <cmath>

namespace assay {

double to_entry(const RelationMember& member, double value) {
  switch (member.entry) {
    case Entry::Value:
      return value;
    case Entry::Logarithm:
      return std::log(value);
    case Entry::LogFactor:
      break;
  }
  if (member.fact->role == Role::Multiple) return std::log(value);
  return member.fact->role == Role::Decrease ? std::log1p(-value) : std::log1p(value);
}

double from_entry(const RelationMember& member, double entry) {
  switch (member.entry) {
    case Entry::Value:
      return entry;
    case Entry::Logarithm:
      return std::exp(entry);
    case Entry::LogFactor:
      break;
  }
  if (member.fact->role == Role::Multiple) return std::exp(entry);
  return member.fact->role == Role::Decrease ? -std::expm1(entry) : std::expm1(entry);
}

Interval to_entry(const RelationMember& member, const Interval& values) {
  const double a = to_entry(member, values.low);
  const double b = to_entry(member, values.high);
  return Interval::closed(std::min(a, b), std::max(a, b));
}

Interval from_entry(const RelationMember& member, const Interval& entries) {
  const double a = from_entry(member, entries.low);
  const double b = from_entry(member, entries.high);
  return Interval::closed(std::min(a, b), std::max(a, b));
}

FactRelation sum_relation(const std::vector<const Fact*>& parts, double total) {
  FactRelation relation{.members = {}, .total = total};
  for (const Fact* part : parts) relation.members.push_back({.fact = part});
  return relation;
}

FactRelation total_relation(const std::vector<const Fact*>& parts, const Fact& total) {
  FactRelation relation = sum_relation(parts, 0);
  relation.members.insert(relation.members.begin(), {.fact = &total, .factor = -1});
  return relation;
}

double unit_of_product(const Fact& first, const Fact& second, const Fact& result) {
  const MeasuredIn& money = result.quantity.unit;
  for (const auto& [price, amount] : {std::pair(&first, &second), std::pair(&second, &first)}) {
    const MeasuredIn& unit = amount->quantity.unit;
    const bool counted = unit.dimension == Dimension::Count || unit.dimension == Dimension::Ratio ||
                         unit.dimension == Dimension::Money;
    if (money.dimension == Dimension::Money && same_measure(*price, result) && !counted)
      return unit.to_canonical(1.0);
  }
  return 1;
}

FactRelation product_relation(const Fact& first, const Fact& second, const Fact& result) {
  return {.members = {{&result, -1, Entry::Logarithm},
                      {&first, 1, Entry::Logarithm},
                      {&second, 1, Entry::Logarithm}},
          .total = std::log(unit_of_product(first, second, result))};
}

FactRelation growth_relation(const Fact& from, const Fact& to, const Fact& by) {
  return {.members = {{&to, -1, Entry::Logarithm},
                      {&from, 1, Entry::Logarithm},
                      {&by, 1, Entry::LogFactor}}};
}

}  // namespace assay
