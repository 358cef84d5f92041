// SPDX-License-Identifier: MIT
#include "cli/sparkline.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <vector>

#include "reports/reading.h"

namespace assay {
namespace {

constexpr std::size_t kFewestPeriods = 3;
constexpr std::size_t kMostBars = 60;

bool has_bar(const Fact& fact) {
  return fact.period && (fact.role == Role::Level || fact.role == Role::Before) &&
         fact.modality != Modality::Negated && fact.modality != Modality::Hypothetical &&
         !fact.quantity.vague && fact.quantity.stated.has_low() && fact.quantity.stated.has_high();
}

}  // namespace

std::string sparkline(std::span<const double> values) {
  constexpr auto kBars = std::to_array<std::string_view>({"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"});
  if (values.empty()) return {};
  const auto [low, high] = std::ranges::minmax(values);
  std::string bars;
  for (const double value : values) {
    const double height = high > low ? (value - low) / (high - low) : 0.5;
    bars += kBars[static_cast<std::size_t>(std::lround(height * (kBars.size() - 1)))];
  }
  return bars;
}

std::string values_over_time(std::span<const Fact* const> facts) {
  std::vector<const Fact*> levels;
  std::set<Day> periods;
  for (const Fact* fact : facts) {
    if (!has_bar(*fact)) continue;
    if (!levels.empty() && !same_measure(*levels.front(), *fact)) return {};
    levels.push_back(fact);
    periods.insert(fact->period->to);
  }
  if (periods.size() < kFewestPeriods || levels.size() > kMostBars) return {};
  std::ranges::stable_sort(levels, {}, [](const Fact* fact) { return fact->period->to; });
  std::vector<double> values;
  values.reserve(levels.size());
  for (const Fact* fact : levels) values.push_back(fact->quantity.stated.midpoint());
  return sparkline(values) + "  " + show_period(*levels.front()->period) + " – " +
         show_period(*levels.back()->period);
}

}  // namespace assay
