// SPDX-License-Identifier: MIT
#pragma once
/// Amounts in other currencies, by the rates that the user supplies.

#include <optional>
#include <string>

#include "checks/finding.h"
#include "facts/exchange_rates.h"
#include "facts/fact.h"

namespace assay {

/// An amount of money in another currency.
struct Conversion {
  Quantity quantity;  ///< what it comes to: never a point, since no rate is exact
  Exchange exchange;  ///< and by which rates
};

/// The amount of `fact` in the currency of `other`, at what that cost over the time of both: `time` and
/// `other_time`. Absent where they are no amounts of two currencies, one of which may be inferred; where
/// one of the times is not known; where no rate is near.
[[nodiscard]] std::optional<Conversion> convert(const Fact& fact, const std::optional<Period>& time,
                                                const Fact& other,
                                                const std::optional<Period>& other_time,
                                                const ExchangeRates& rates);

/// The arithmetic: "$28.8 billion × 7.1 (2026-06-30) ± 3% = CNY 204.48 billion, [..]".
[[nodiscard]] std::string conversion_words(const Fact& fact, const Conversion& conversion,
                                           Language language);

}  // namespace assay
