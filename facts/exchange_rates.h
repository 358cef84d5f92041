// SPDX-License-Identifier: MIT
#pragma once
/// What currencies cost on certain days, as far as the user says so. Nothing else is known of it, and
/// without such rates no amount is ever converted.
///
/// Rates move, so what an amount comes to in another currency is an interval. For a time (a day, a
/// quarter, a year) count the rates dated within it, the last one before and the first one after it.
/// The farther a day of that time is from all of them, the wider the margin; beyond half a year nothing
/// is known.

#include <optional>
#include <string>
#include <vector>

#include "core/interval.h"
#include "facts/period.h"

namespace assay {

/// On `date` one unit of `currency` cost `price` units of `in`.
struct ExchangeRate {
  Day date;
  std::string currency;  ///< an ISO 4217 code
  double price = 1;      ///< above 0
  std::string in;        ///< another ISO 4217 code
};

/// What one unit of a currency was worth in another over a time.
struct Exchange {
  ExchangeRate lowest;   ///< of the rates that count, that with the smallest value, as it was given
  ExchangeRate highest;  ///< and that with the largest; the same where only one counts
  double margin = 0;     ///< how much further the value may have moved to either side, relative
  Interval factor;       ///< all of it: an amount times this is what it comes to
};

class ExchangeRates {
 public:
  ExchangeRates() = default;
  /// Of several rates of one pair and day all count.
  explicit ExchangeRates(std::vector<ExchangeRate> rates);

  [[nodiscard]] bool empty() const { return rates_.empty(); }

  /// What one unit of `currency` was worth in `in` over `time`; the rates may name the two either way
  /// round. Absent where a day of that time is farther than half a year from every rate.
  [[nodiscard]] std::optional<Exchange> find(const std::string& currency, const std::string& in,
                                             const Period& time) const;

 private:
  std::vector<ExchangeRate> rates_;  ///< by date
};

/// The currencies that amounts can be in: their ISO 4217 codes, sorted.
[[nodiscard]] std::vector<std::string> currency_codes();

}  // namespace assay
