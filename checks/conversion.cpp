// SPDX-License-Identifier: MIT
#include "checks/conversion.h"

#include <algorithm>
#include <cmath>

#include "checks/wording.h"

namespace assay {
namespace {

/// "7.1 (2026-06-30)"
std::string rate_words(const ExchangeRate& rate, Language language) {
  const bool zh = language == Language::Chinese;
  return number_words(rate.price) + (zh ? "（" : " (") + to_string(rate.date) + (zh ? "）" : ")");
}

/// " × 7.1 (2026-06-30) ± 3%", " ÷ 7.1 …", or both rates where they differ.
std::string exchange_words(const Fact& fact, const Exchange& exchange, Language language) {
  const bool zh = language == Language::Chinese;
  const auto sign_of = [&](const ExchangeRate& rate) {
    return std::string(rate.currency == fact.quantity.unit.canonical ? "× " : "÷ ");
  };
  const ExchangeRate& lowest = exchange.lowest;
  const ExchangeRate& highest = exchange.highest;
  std::string words = " " + sign_of(lowest) + rate_words(lowest, language);
  if (lowest.price != highest.price) {
    words += zh ? " 至 " : " to ";
    if (lowest.currency != highest.currency) words += sign_of(highest);
    words += rate_words(highest, language);
  }
  constexpr double kTenthsOfPercent = 1000;
  const double margin = std::round(exchange.margin * kTenthsOfPercent) / (kTenthsOfPercent / 100);
  return words + (zh ? "± " : " ± ") + number_words(margin) + "%";
}

bool is_written_amount(const Quantity& quantity) {
  return quantity.unit.dimension == Dimension::Money && !quantity.currency_inferred;
}

}  // namespace

std::optional<Conversion> convert(const Fact& fact, const std::optional<Period>& time,
                                  const Fact& other, const std::optional<Period>& other_time,
                                  const ExchangeRates& rates) {
  const Quantity& from = fact.quantity;
  const Quantity& to = other.quantity;
  if (rates.empty() || !is_written_amount(from) || !is_written_amount(to)) return std::nullopt;
  if (from.unit.canonical == to.unit.canonical || !time || !other_time) return std::nullopt;
  const Period both = {std::min(time->from, other_time->from), std::max(time->to, other_time->to)};
  const auto exchange = rates.find(from.unit.canonical, to.unit.canonical, both);
  if (!exchange) return std::nullopt;
  Conversion conversion{.quantity = from, .exchange = *exchange};
  conversion.quantity.unit = {.dimension = Dimension::Money, .canonical = to.unit.canonical};
  conversion.quantity.stated = from.stated * exchange->factor;
  conversion.quantity.tolerance = from.tolerance * exchange->factor;
  return conversion;
}

std::string conversion_words(const Fact& fact, const Conversion& conversion, Language language) {
  const Quantity& quantity = conversion.quantity;
  std::string words = stated_words(fact, language);
  words += exchange_words(fact, conversion.exchange, language) + " = ";
  if (fact.quantity.stated.is_point()) {
    words += value_words(quantity.stated.midpoint(), quantity.unit, language);
    words += language == Language::Chinese ? "，" : ", ";
  }
  return words + interval_words(quantity.tolerance, quantity.unit, language);
}

}  // namespace assay
