// SPDX-License-Identifier: MIT
#include "checks/infer.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace assay {
namespace {

/// What is known of a number, and how binding its formula is.
struct KnownNumber {
  double exact = 0;
  Interval range;
  std::string formula;
  bool is_sum = false;
};

using KnownNumbers = std::map<const Fact*, KnownNumber>;

std::string in_brackets(const KnownNumber& number) {
  return number.is_sum ? "(" + number.formula + ")" : number.formula;
}

/// How a member is written within a product: +20% as (1 + 20%).
std::string factor_words(const RelationMember& member, const KnownNumber& number) {
  if (member.entry != Entry::LogFactor || member.fact->role == Role::Multiple)
    return in_brackets(number);
  return (member.fact->role == Role::Decrease ? "(1 - " : "(1 + ") + number.formula + ")";
}

/// The formula that the other members make: first what adds or multiplies, then the rest.
std::string formula_of(const FactRelation& relation, const RelationMember& open,
                       const KnownNumbers& known) {
  const bool of_values = open.entry == Entry::Value;
  std::string formula;
  for (const bool forward : {true, false}) {
    for (const RelationMember& member : relation.members) {
      if (&member == &open || (member.factor / open.factor < 0) != forward) continue;
      const KnownNumber& number = known.at(member.fact);
      if (!formula.empty())
        formula += of_values ? (forward ? " + " : " - ") : (forward ? " × " : " / ");
      else if (!forward)
        formula += of_values ? "-" : "1 / ";
      const bool bare = of_values && forward;
      formula += bare ? number.formula : factor_words(member, number);
    }
  }
  return formula;
}

/// The one member that is not known; null: none or several.
const RelationMember* only_open(const FactRelation& relation, const KnownNumbers& known) {
  const RelationMember* open = nullptr;
  for (const RelationMember& member : relation.members) {
    if (known.contains(member.fact)) continue;
    if (open != nullptr) return nullptr;
    open = &member;
  }
  return open;
}

KnownNumber solve(const FactRelation& relation, const RelationMember& open,
                  const KnownNumbers& known) {
  double exact = relation.total;
  Interval range = Interval::point(relation.total);
  for (const RelationMember& member : relation.members) {
    if (&member == &open) continue;
    const KnownNumber& number = known.at(member.fact);
    exact -= member.factor * to_entry(member, number.exact);
    range = range - scale(to_entry(member, number.range), member.factor);
  }
  return {from_entry(open, exact / open.factor), from_entry(open, scale(range, 1 / open.factor)),
          formula_of(relation, open, known), open.entry == Entry::Value};
}

}  // namespace

std::optional<Inference> infer(std::vector<const FactRelation*> relations,
                               const std::vector<const Fact*>& given, const Fact& target) {
  KnownNumbers known;
  for (const Fact* fact : given)
    if (fact != &target)
      known[fact] = {fact->quantity.stated.midpoint(), fact->quantity.tolerance, fact->text, false};
  while (!known.contains(&target)) {
    const auto next = std::ranges::find_if(relations, [&](const FactRelation* relation) {
      return only_open(*relation, known) != nullptr;
    });
    if (next == relations.end()) return std::nullopt;
    const RelationMember& open = *only_open(**next, known);
    const KnownNumber number = solve(**next, open, known);
    if (!std::isfinite(number.exact) || !std::isfinite(number.range.low) ||
        !std::isfinite(number.range.high))
      return std::nullopt;
    known[open.fact] = number;
    relations.erase(next);
  }
  const KnownNumber& found = known.at(&target);
  return Inference{found.exact, found.range, found.formula};
}

}  // namespace assay
