// SPDX-License-Identifier: MIT
#include "facts/exchange_rates.h"

#include <algorithm>
#include <utility>

#include "core/embedded.h"
#include "core/unit.h"

namespace assay {
namespace {

using Days = std::chrono::days;

/// Half a year: the middle of a year dates all of it.
constexpr Days kFarthestRate{184};
/// Even on one day sources, buying and selling prices and rounded rates differ by this.
constexpr double kLeastMargin = 0.03;
/// What a rate moves in a month that no other rate tells of.
constexpr double kMarginOfMonth = 0.01;
constexpr double kDaysOfMonth = 30;

/// What one unit of `currency` comes to by this rate of it or of the other currency.
double value_of(const ExchangeRate& rate, const std::string& currency) {
  return rate.currency == currency ? rate.price : 1 / rate.price;
}

/// Of rates sorted by date those within `time`, the last before and the first after it.
std::vector<ExchangeRate> around(const std::vector<ExchangeRate>& rates, const Period& time) {
  const auto first_after = std::ranges::upper_bound(rates, time.to, {}, &ExchangeRate::date);
  auto begin = std::ranges::upper_bound(rates, time.from, {}, &ExchangeRate::date);
  // From the last one that is dated on the first day or before it, and what has the same date.
  if (begin != rates.begin())
    begin = std::ranges::lower_bound(rates, std::prev(begin)->date, {}, &ExchangeRate::date);
  const bool last_day = first_after != rates.begin() && std::prev(first_after)->date == time.to;
  auto end = first_after;
  if (!last_day && end != rates.end())
    end = std::ranges::upper_bound(rates, end->date, {}, &ExchangeRate::date);
  return {begin, end};
}

/// How far the day of `time` that is farthest from all rates is from the nearest. Precondition: rates
/// are sorted by date, and not empty.
Days farthest_of(const Period& time, const std::vector<ExchangeRate>& rates) {
  const auto distance = [&](Day day) {
    Days nearest = Days::max();
    for (const ExchangeRate& rate : rates)
      nearest = std::min(nearest, std::chrono::abs(rate.date - day));
    return nearest;
  };
  Days farthest = std::max(distance(time.from), distance(time.to));
  for (std::size_t i = 1; i < rates.size(); ++i) {
    const Days half = (rates[i].date - rates[i - 1].date) / 2;
    const Day middle = rates[i - 1].date + half;
    if (time.from <= middle && middle <= time.to) farthest = std::max(farthest, half);
  }
  return farthest;
}

}  // namespace

ExchangeRates::ExchangeRates(std::vector<ExchangeRate> rates) : rates_(std::move(rates)) {
  std::ranges::stable_sort(rates_, {}, &ExchangeRate::date);
}

std::optional<Exchange> ExchangeRates::find(const std::string& currency, const std::string& in,
                                            const Period& time) const {
  std::vector<ExchangeRate> of_pair;
  auto at = std::ranges::lower_bound(rates_, time.from - kFarthestRate, {}, &ExchangeRate::date);
  for (; at != rates_.end() && at->date <= time.to + kFarthestRate; ++at) {
    const bool one_way = at->currency == currency && at->in == in;
    if (one_way || (at->currency == in && at->in == currency)) of_pair.push_back(*at);
  }
  const std::vector<ExchangeRate> near = around(of_pair, time);
  if (near.empty()) return std::nullopt;
  const Days farthest = farthest_of(time, near);
  if (farthest > kFarthestRate) return std::nullopt;
  const auto [lowest, highest] = std::ranges::minmax_element(
      near, {}, [&](const ExchangeRate& rate) { return value_of(rate, currency); });
  Exchange exchange{.lowest = *lowest, .highest = *highest};
  const double months = static_cast<double>(farthest.count()) / kDaysOfMonth;
  exchange.margin = kLeastMargin + kMarginOfMonth * months;
  exchange.factor = Interval::closed(value_of(*lowest, currency) * (1 - exchange.margin),
                                     value_of(*highest, currency) * (1 + exchange.margin));
  return exchange;
}

std::vector<std::string> currency_codes() {
  std::vector<std::pair<std::string, std::string>> files;
  for (const EmbeddedFile& file : embedded_units()) files.emplace_back(file.name, file.content);
  const Result<UnitTable> table = UnitTable::load(files);
  std::vector<std::string> codes;
  if (!table) return codes;
  for (const Unit& unit : table->units())
    if (unit.dimension == Dimension::Money && unit.id == unit.canonical) codes.push_back(unit.id);
  std::ranges::sort(codes);
  return codes;
}

}  // namespace assay
