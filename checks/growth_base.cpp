// SPDX-License-Identifier: MIT
#include "checks/growth_base.h"

#include <algorithm>
#include <string_view>

#include "checks/fact_kind.h"
#include "checks/plain_clause.h"

namespace assay {
namespace {

constexpr int kMonths = 12;

std::optional<Period> a_year_before(const Period& period) {
  const auto part = part_of(period);
  return part ? part_period(year_of(period.from) - 1, *part) : std::nullopt;
}

/// The month, quarter or half before one.
std::optional<Period> period_before(const Period& period) {
  const auto part = part_of(period);
  if (!part || part->day != 0) return std::nullopt;
  const int months = part->last_month - part->first_month + 1;
  const bool aligned =
      (months == 1 || months == 3 || months == 6) && (part->first_month - 1) % months == 0;
  if (!aligned) return std::nullopt;
  const bool first = part->first_month == 1;
  const int last_month = first ? kMonths : part->first_month - 1;
  return part_period(year_of(period.from) - (first ? 1 : 0),
                     {last_month - months + 1, last_month, 0});
}

/// Whether the sentence has a year other than `year`: 较2019年增长20%, "up 20% since 2019".
bool names_another_year(std::string_view sentence, int year) {
  return std::ranges::any_of(years_in(sentence), [&](int named) { return named != year; });
}

}  // namespace

bool is_plain_growth(const Fact& fact) {
  const Quantity& quantity = fact.quantity;
  if (!is_change(fact) || quantity.unit.dimension != Dimension::Ratio) return false;
  if (!quantity.stated.is_point() || quantity.vague) return false;
  const Interval& size = quantity.tolerance;
  if (!size.has_low() || !size.has_high()) return false;
  switch (fact.role) {
    case Role::Multiple:
      return size.low > 0;
    case Role::Decrease:
      return size.high < 1 && size.low >= 0;
    default:
      return size.low > -1 && !is_multiple(fact);
  }
}

std::optional<Period> growth_base(const Fact& growth, const PlainWords& words) {
  if (!is_plain_growth(growth) || !growth.period || words.name_other_base(growth.sentence))
    return std::nullopt;
  switch (growth.basis) {
    case Basis::YearOnYear:
      return a_year_before(*growth.period);
    case Basis::PeriodOnPeriod:
      return period_before(*growth.period);
    case Basis::Annualised:
      return std::nullopt;
    case Basis::Unsaid:
      break;
  }
  const bool whole_year = part_of(*growth.period) == YearPart{};
  if (!whole_year || names_another_year(growth.sentence, year_of(growth.period->from)))
    return std::nullopt;
  return a_year_before(*growth.period);
}

}  // namespace assay
