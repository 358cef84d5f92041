// SPDX-License-Identifier: MIT
#include "checks/claim_conditions.h"

#include <algorithm>
#include <string_view>

#include "checks/operands.h"

namespace assay {
namespace {

constexpr double kSame = 0.5;
constexpr double kOther = -2;

/// A size, a count of layers; no share, no money and no time, of which claims have several for many reasons.
bool may_be_condition(const Fact& fact) {
  const Dimension dimension = fact.quantity.unit.dimension;
  const bool size = dimension != Dimension::Ratio && dimension != Dimension::PercentagePoint &&
                    dimension != Dimension::Duration && dimension != Dimension::Money;
  return size && fact.role == Role::Level && fact.quantity.stated.is_point() &&
         !fact.quantity.written_unit.empty();
}

bool stands_before(const Fact& fact, const Fact& other) {
  return fact.sentence == other.sentence && fact.document == other.document &&
         fact.in_sentence.end <= other.in_sentence.begin;
}

}  // namespace

std::vector<const Fact*> conditions_of(const std::vector<Fact>& claim, const Fact& main) {
  std::vector<const Fact*> conditions;
  for (const Fact& fact : claim) {
    if (!may_be_condition(fact) || !stands_before(fact, main) || same_measure(fact, main)) continue;
    const std::string_view between =
        std::string_view(main.sentence)
            .substr(fact.in_sentence.end, main.in_sentence.begin - fact.in_sentence.end);
    if (between.find(',') == std::string_view::npos) conditions.push_back(&fact);
  }
  return conditions;
}

double fit_of_conditions(const std::vector<const Fact*>& conditions,
                         const std::vector<const Fact*>& facts, std::size_t index) {
  double fit = 0;
  for (const Fact* condition : conditions)
    for (std::size_t i = index; i-- > 0 && stands_before(*facts[i], *facts[index]);) {
      if (!counts_alike(*facts[i], *condition)) continue;
      fit +=
          intersects(facts[i]->quantity.tolerance, condition->quantity.tolerance) ? kSame : kOther;
      break;
    }
  return fit;
}

}  // namespace assay
