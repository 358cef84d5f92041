// SPDX-License-Identifier: MIT
#include "facts/exchange_rates.h"

#include <gmock/gmock.h>

namespace assay {
namespace {

ExchangeRate rate(const char* day, const char* currency, double price, const char* in) {
  return {.date = *parse_day(day), .currency = currency, .price = price, .in = in};
}

Period on(const char* day) { return {*parse_day(day), *parse_day(day)}; }

TEST(ExchangeRates, SayNothingOfWhatTheUserHasNotSaid) {
  EXPECT_FALSE(ExchangeRates().find("USD", "CNY", on("2026-06-30")));
  const ExchangeRates rates({rate("2026-06-30", "USD", 7.1, "CNY")});
  EXPECT_FALSE(rates.find("EUR", "CNY", on("2026-06-30")));
  EXPECT_FALSE(rates.find("USD", "EUR", on("2026-06-30")));
  // Not by way of a third currency either.
  const ExchangeRates two(
      {rate("2026-06-30", "USD", 7.1, "CNY"), rate("2026-06-30", "EUR", 1.1, "USD")});
  EXPECT_FALSE(two.find("EUR", "CNY", on("2026-06-30")));
}

TEST(ExchangeRates, LeaveAMarginEvenOnTheirDay) {
  const ExchangeRates rates({rate("2026-06-30", "USD", 7.1, "CNY")});
  const auto found = rates.find("USD", "CNY", on("2026-06-30"));
  ASSERT_TRUE(found);
  EXPECT_DOUBLE_EQ(found->margin, 0.03);
  EXPECT_DOUBLE_EQ(found->factor.low, 7.1 * 0.97);
  EXPECT_DOUBLE_EQ(found->factor.high, 7.1 * 1.03);
}

TEST(ExchangeRates, CanBeReadTheOtherWayRound) {
  const ExchangeRates rates(
      {rate("2026-03-31", "USD", 7.2, "CNY"), rate("2026-06-30", "USD", 7, "CNY")});
  const auto found = rates.find("CNY", "USD", {*parse_day("2026-04-01"), *parse_day("2026-06-30")});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->lowest.price, 7.2);
  EXPECT_EQ(found->highest.price, 7);
  EXPECT_DOUBLE_EQ(found->factor.low, (1 - found->margin) / 7.2);
  EXPECT_DOUBLE_EQ(found->factor.high, (1 + found->margin) / 7);
}

TEST(ExchangeRates, AreLessSureTheFartherTheTimeIs) {
  const ExchangeRates rates({rate("2026-06-30", "USD", 7.1, "CNY")});
  const auto day = rates.find("USD", "CNY", on("2026-06-30"));
  const auto month = rates.find("USD", "CNY", on("2026-07-30"));
  const auto year = rates.find("USD", "CNY", year_period(2026));
  ASSERT_TRUE(day && month && year);
  EXPECT_DOUBLE_EQ(month->margin, day->margin + 0.01);
  EXPECT_GT(year->margin, month->margin);
  EXPECT_FALSE(rates.find("USD", "CNY", on("2027-01-01")));
  EXPECT_FALSE(rates.find("USD", "CNY", on("2025-12-01")));
  EXPECT_FALSE(rates.find("USD", "CNY", year_period(2025)));
  // One rate at its end does not say what a year was like.
  const ExchangeRates at_end({rate("2026-12-31", "USD", 7.1, "CNY")});
  EXPECT_FALSE(at_end.find("USD", "CNY", year_period(2026)));
  EXPECT_TRUE(at_end.find("USD", "CNY", quarter_period(2026, 4)));
}

TEST(ExchangeRates, CountWithinATimeAndNextToIt) {
  const ExchangeRates rates(
      {rate("2026-03-31", "USD", 7.3, "CNY"), rate("2025-12-31", "USD", 7.0, "CNY"),
       rate("2026-06-30", "USD", 6.9, "CNY"), rate("2026-09-30", "USD", 6.5, "CNY")});
  const auto quarter = rates.find("USD", "CNY", quarter_period(2026, 2));
  ASSERT_TRUE(quarter);
  EXPECT_EQ(quarter->lowest.price, 6.9);
  EXPECT_EQ(quarter->highest.price, 7.3);
  // On the day of a rate no other counts.
  const auto day = rates.find("USD", "CNY", on("2026-06-30"));
  ASSERT_TRUE(day);
  EXPECT_EQ(day->lowest.price, 6.9);
  EXPECT_EQ(day->highest.price, 6.9);
  const auto between = rates.find("USD", "CNY", on("2026-08-01"));
  ASSERT_TRUE(between);
  EXPECT_EQ(between->lowest.price, 6.5);
  EXPECT_EQ(between->highest.price, 6.9);
  const auto year = rates.find("USD", "CNY", year_period(2026));
  ASSERT_TRUE(year);
  EXPECT_EQ(year->lowest.price, 6.5);
  EXPECT_EQ(year->highest.price, 7.3);
}

TEST(CurrencyCodes, AreThoseOfTheUnits) {
  const std::vector<std::string> codes = currency_codes();
  EXPECT_THAT(codes, testing::IsSupersetOf({"CNY", "EUR", "HKD", "JPY", "USD"}));
  EXPECT_THAT(codes, testing::Not(testing::Contains("US cent")));
}

}  // namespace
}  // namespace assay
