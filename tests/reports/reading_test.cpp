// SPDX-License-Identifier: MIT
#include "reports/reading.h"

#include <gtest/gtest.h>

#include <array>

#include "tests/reports/sample_result.h"

namespace assay {
namespace {

Fact stating(Quantity quantity) {
  Fact fact;
  fact.quantity = std::move(quantity);
  return fact;
}

Quantity measured(double written, Dimension dimension, const std::string& canonical, Decimal scale,
                  const std::string& unit) {
  Quantity quantity;
  quantity.unit = {.dimension = dimension, .canonical = canonical, .scale = scale};
  quantity.stated = Interval::point(quantity.unit.to_canonical(written));
  quantity.written_low = quantity.written_high = written;
  quantity.written_unit = unit;
  return quantity;
}

TEST(ShowNumber, HasSixDigitsAtMostAndNoNoise) {
  const std::vector<std::pair<double, std::string>> rows = {
      {0, "0"},
      {50, "50"},
      {0.5, "0.5"},
      {15.000000000000002, "15"},
      {1.0 / 3, "0.333333"},
      {1234, "1234"},
      {12345, "12,345"},
      {1234567, "1,234,567"},
      {-12345.5, "-12,345.5"},
      {99.99999, "100"},
      {2235.55, "2235.55"},
      {1e-9, "1e-09"},
  };
  for (const auto& [value, text] : rows) EXPECT_EQ(show_number(value), text);
}

TEST(ShowStated, SpeaksTheReadersLanguage) {
  struct Row {
    Quantity quantity;
    std::string zh;
    std::string en;
  };
  Quantity about = sample::ratio(.5, .5);
  about.approximate = true;
  about.hedge = Hedge::About;
  Quantity bound = sample::money(5e10, kInfinity, 0, "USD", "美元");
  bound.stated = Interval::more_than(5e10);
  Quantity below = sample::ratio(.1, .1);
  below.stated = Interval::at_most(.1);
  const std::vector<Row> rows = {
      {sample::ratio(.5, .5), "50%", "50%"},
      {sample::ratio(.15, .3), "15%–30%", "15%–30%"},
      {about, "约 50%", "about 50%"},
      {below, "≤ 10%", "≤ 10%"},
      {bound, "> 500亿美元", "> 50 billion USD"},
      {sample::money(5.6e11, 5.6e11, 0, "CNY", "元"), "5600亿元", "560 billion CNY"},
      {sample::money(3.2e12, 3.2e12, 0, "CNY", "元"), "3.2万亿元", "3.2 trillion CNY"},
      {sample::money(9.9, 9.9, 0, "XAU", "x"), "9.9 XAU", "9.9 XAU"},
      {measured(3, Dimension::Ratio, "1", {1, 0}, "倍"), "3倍", "3×"},
      {measured(.8, Dimension::Ratio, "1", {1, 0}, "倍"), "80%", "80%"},
      {measured(3, Dimension::PercentagePoint, "1", {1, -2}, "个百分点"), "3个百分点", "3 pp"},
      {measured(7, Dimension::Length, "m", {1, -9}, "nm"), "7 nm", "7 nm"},
      {measured(7, Dimension::Length, "m", {1, -9}, "纳米"), "7纳米", "7 nm"},
      {measured(56000, Dimension::Count, "1", {1, 0}, "台"), "5.6万台", "56,000 台"},
      {measured(3, Dimension::Duration, "s", {31557600, 0}, "年"), "3年", "3 years"},
      {measured(600, Dimension::Energy, "J", {36, 11}, "吉瓦时"), "600吉瓦时", "600 GWh"},
      {measured(60, Dimension::Energy, "J", {36, 5}, "度电"), "60度电", "60 kWh"},
      {measured(20, Dimension::Energy, "J", {1, 0}, "焦"), "20焦", "20 J"},
      {measured(20, Dimension::Compute, "FLOPS", {1, 12}, "TFLOPS"), "20 TFLOPS", "20 TFLOPS"},
  };
  const Strings zh(Language::Chinese);
  const Strings en(Language::English);
  for (const Row& row : rows) {
    EXPECT_EQ(show_stated(stating(row.quantity), zh), row.zh);
    EXPECT_EQ(show_stated(stating(row.quantity), en), row.en);
  }
}

TEST(ChooseDisplayUnit, IsOneForAllThatAreShownTogether) {
  const Strings zh(Language::Chinese);
  const Quantity large = sample::money(5.6e11, 5.6e11, 0, "CNY", "元");
  const Quantity small = sample::money(5.6e7, 5.6e7, 0, "CNY", "元");
  const std::array both = {&small, &large};
  const DisplayUnit unit = choose_display_unit(both, zh);
  EXPECT_EQ(show_value(5.6e11, unit), "5600亿元");
  EXPECT_EQ(show_value(5.6e7, unit), "0.56亿元");

  const Quantity nanometres = measured(7, Dimension::Length, "m", {1, -9}, "nm");
  const Quantity micrometres = measured(7, Dimension::Length, "m", {1, -6}, "µm");
  const std::array lengths = {&nanometres, &micrometres};
  EXPECT_EQ(show_value(7e-9, choose_display_unit(lengths, zh)), "0.007 µm");
}

TEST(ShowInterval, NamesIntervalsWithoutEndsOrValues) {
  const Strings en(Language::English);
  EXPECT_EQ(show_interval(Interval::all(), {}, en), "any value");
  EXPECT_EQ(show_interval(Interval::empty(), {}, en), "no possible value");
  EXPECT_EQ(show_interval(Interval::less_than(3), {}, en), "< 3");
  EXPECT_EQ(show_interval(Interval::at_least(3), {}, en), "≥ 3");
}

TEST(ShowInRole, TellsAChangeFromALevel) {
  const Strings en(Language::English);
  Fact fact = stating(sample::ratio(.3, .3));
  const DisplayUnit unit{.factor = 0.01, .suffix = "%", .on_both_ends = true};
  EXPECT_EQ(show_in_role(fact, unit, en), "30%");
  fact.role = Role::Decrease;
  EXPECT_EQ(show_in_role(fact, unit, en), "down 30%");
  fact.role = Role::Before;
  EXPECT_EQ(show_in_role(fact, unit, en), "was 30%");
}

TEST(ShowPeriod, IsAsShortAsItIsExact) {
  const auto day = [](int y, int m, int d) { return *make_day(y, m, d); };
  EXPECT_EQ(show_period(year_period(2025)), "2025");
  EXPECT_EQ(show_period({day(2024, 1, 1), day(2025, 12, 31)}), "2024–2025");
  EXPECT_EQ(show_period(quarter_period(2025, 3)), "2025 Q3");
  EXPECT_EQ(show_period(half_period(2025, 1)), "2025 H1");
  EXPECT_EQ(show_period(month_period(2025, 2)), "2025-02");
  EXPECT_EQ(show_period({day(2025, 3, 4), day(2025, 3, 4)}), "2025-03-04");
  EXPECT_EQ(show_period({day(2025, 3, 4), day(2025, 6, 30)}), "2025-03-04 – 2025-06-30");
  EXPECT_EQ(show_period({day(2025, 1, 1), day(2025, 12, 30)}), "2025-01-01 – 2025-12-30");
}

}  // namespace
}  // namespace assay
