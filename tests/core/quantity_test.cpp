// SPDX-License-Identifier: MIT
#include "core/quantity.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "tests/core/interval_printer.h"

namespace assay {
namespace {

Decimal decimal(std::string_view text) {
  const bool negative = text.front() == '-';
  const Decimal size = *Decimal::parse(negative ? text.substr(1) : text);
  return negative ? size.negated() : size;
}

Interval rounding(std::string_view written, Hedge hedge = Hedge::None) {
  return rounding_interval(decimal(written), hedge, Spelling::Digits);
}

/// The same ends, up to the error of a double, and the same brackets.
void expect_same(const Interval& found, const Interval& expected, std::string_view what) {
  EXPECT_EQ(found.low_closed, expected.low_closed) << what;
  EXPECT_EQ(found.high_closed, expected.high_closed) << what;
  EXPECT_DOUBLE_EQ(found.low, expected.low) << what;
  EXPECT_DOUBLE_EQ(found.high, expected.high) << what;
}

struct WrittenRow {
  std::string_view written;
  Interval interval;
};

TEST(Rounding, IsHalfAUnitOfTheLastDigit) {
  const WrittenRow rows[] = {
      {"80", Interval::half_open(79.5, 80.5)},     {"8", Interval::half_open(7.5, 8.5)},
      {"1.30", Interval::half_open(1.295, 1.305)}, {"1.3", Interval::half_open(1.25, 1.35)},
      {"0.5", Interval::half_open(0.45, 0.55)},    {"80.00", Interval::half_open(79.995, 80.005)},
      {"105", Interval::half_open(104.5, 105.5)},  {"0", Interval::half_open(-0.5, 0.5)},
      {"0.0", Interval::half_open(-0.05, 0.05)},   {"5630", Interval::half_open(5629.5, 5630.5)},
  };
  for (const WrittenRow& row : rows) expect_same(rounding(row.written), row.interval, row.written);
}

TEST(Rounding, TakesAllButTheLastOfSeveralZerosAsRounded) {
  const WrittenRow rows[] = {
      {"500", Interval::half_open(495, 505)},         {"4000", Interval::half_open(3950, 4050)},
      {"100000", Interval::half_open(95000, 105000)}, {"5600", Interval::half_open(5595, 5605)},
      {"100", Interval::half_open(95, 105)},          {"10", Interval::half_open(9.5, 10.5)},
      {"500.0", Interval::half_open(499.95, 500.05)},
  };
  for (const WrittenRow& row : rows) expect_same(rounding(row.written), row.interval, row.written);
}

TEST(Rounding, LooksAtTheDigitsAndNotAtTheScaleWord) {
  // 16 yi, 1.3 bn, 5600 yi: the zeros of the scale word were not written.
  expect_same(rounding_interval(Decimal(16, 8), Hedge::None, Spelling::Digits),
              Interval::half_open(15.5e8, 16.5e8), "16e8");
  expect_same(rounding_interval(Decimal(13, 8), Hedge::None, Spelling::Digits),
              Interval::half_open(1.25e9, 1.35e9), "1.3e9");
  expect_same(rounding_interval(Decimal(5600, 8), Hedge::None, Spelling::Digits),
              Interval::half_open(5595e8, 5605e8), "5600e8");
}

TEST(Rounding, OfNegativeNumbersIsTheMirrorImage) {
  expect_same(rounding("-5"), {-5.5, -4.5, false, true}, "-5");
  expect_same(rounding("-500"), {-505, -495, false, true}, "-500");
  expect_same(rounding("-50", Hedge::About), Interval::closed(-55, -45), "-50");
  expect_same(rounding("-50", Hedge::Nearly), {-50.5, -45, false, true}, "-50");
  expect_same(rounding("-50", Hedge::LittleOver), Interval::open(-60, -50), "-50");
}

TEST(Rounding, SmallIntegersInWordsAreExact) {
  for (int value = -20; value <= 20; ++value)
    EXPECT_EQ(rounding_interval(Decimal(value, 0), Hedge::None, Spelling::Words),
              Interval::point(value));
  EXPECT_EQ(rounding_interval(Decimal(2, 1), Hedge::None, Spelling::Words), Interval::point(20));
  struct NotExact {
    Decimal written;
    Hedge hedge;
    Spelling spelling;
  };
  const NotExact rows[] = {
      {{21, 0}, Hedge::None, Spelling::Words},   {{3, 8}, Hedge::None, Spelling::Words},
      {{25, -1}, Hedge::None, Spelling::Words},  {{3, 0}, Hedge::About, Spelling::Words},
      {{3, 0}, Hedge::AtLeast, Spelling::Words}, {{3, 0}, Hedge::None, Spelling::Digits},
  };
  for (const NotExact& row : rows)
    EXPECT_GT(rounding_interval(row.written, row.hedge, row.spelling).width(), 0);
}

TEST(Rounding, AboutReachesATenthAndNoLessThanTheRounding) {
  const WrittenRow rows[] = {
      {"80", Interval::closed(72, 88)},      {"500", Interval::closed(450, 550)},
      {"1.5", Interval::closed(1.35, 1.65)}, {"2", Interval::half_open(1.5, 2.5)},
      {"0", Interval::half_open(-0.5, 0.5)}, {"5", {4.5, 5.5, true, true}},
  };
  for (const WrittenRow& row : rows)
    expect_same(rounding(row.written, Hedge::About), row.interval, row.written);
}

TEST(Rounding, NearlyReachesDownOnly) {
  const WrittenRow rows[] = {
      {"80", Interval::half_open(72, 80.5)},
      {"500", Interval::half_open(450, 505)},
      {"2", Interval::half_open(1.8, 2.5)},
  };
  for (const WrittenRow& row : rows)
    expect_same(rounding(row.written, Hedge::Nearly), row.interval, row.written);
}

TEST(Rounding, ALittleOverIsLessThanOneStep) {
  const WrittenRow rows[] = {
      {"5600", Interval::open(5600, 5700)}, {"10", Interval::open(10, 20)},
      {"100", Interval::open(100, 200)},    {"3", Interval::open(3, 4)},
      {"1.5", Interval::open(1.5, 1.6)},    {"120", Interval::open(120, 130)},
  };
  for (const WrittenRow& row : rows) {
    expect_same(rounding(row.written, Hedge::LittleOver), row.interval, row.written);
    expect_same(stated_interval(decimal(row.written), Hedge::LittleOver), row.interval,
                row.written);
  }
}

TEST(Rounding, BoundsMoveOutByTheRounding) {
  EXPECT_EQ(rounding("80", Hedge::AtLeast), Interval::at_least(79.5));
  EXPECT_EQ(rounding("80", Hedge::MoreThan), Interval::more_than(79.5));
  EXPECT_EQ(rounding("80", Hedge::AtMost), Interval::at_most(80.5));
  EXPECT_EQ(rounding("80", Hedge::LessThan), Interval::less_than(80.5));
  EXPECT_EQ(rounding("-5", Hedge::AtLeast), Interval::at_least(-5.5));
  EXPECT_EQ(rounding("500", Hedge::LessThan), Interval::less_than(505));
}

TEST(Stated, IsWhatStandsThere) {
  const Decimal written = decimal("80");
  EXPECT_EQ(stated_interval(written, Hedge::None), Interval::point(80));
  EXPECT_EQ(stated_interval(written, Hedge::About), Interval::point(80));
  EXPECT_EQ(stated_interval(written, Hedge::Nearly), Interval::point(80));
  EXPECT_EQ(stated_interval(written, Hedge::AtLeast), (Interval{80, kInfinity, true, false}));
  EXPECT_EQ(stated_interval(written, Hedge::MoreThan), (Interval{80, kInfinity, false, false}));
  EXPECT_EQ(stated_interval(written, Hedge::AtMost), (Interval{-kInfinity, 80, false, true}));
  EXPECT_EQ(stated_interval(written, Hedge::LessThan), (Interval{-kInfinity, 80, false, false}));
}

constexpr Hedge kHedges[] = {Hedge::None,    Hedge::About,    Hedge::Nearly, Hedge::LittleOver,
                             Hedge::AtLeast, Hedge::MoreThan, Hedge::AtMost, Hedge::LessThan};

TEST(Rounding, CoversWhatIsStatedWhateverIsWritten) {
  std::mt19937 random(1101);
  std::uniform_int_distribution<std::int64_t> coefficient(-99999, 99999);
  std::uniform_int_distribution<int> exponent(-4, 8);
  for (int i = 0; i < 20000; ++i) {
    const Decimal written(coefficient(random), exponent(random));
    for (const Hedge hedge : kHedges) {
      for (const Spelling spelling : {Spelling::Digits, Spelling::Words}) {
        const Interval tolerance = rounding_interval(written, hedge, spelling);
        ASSERT_FALSE(tolerance.is_empty()) << written.to_string();
        ASSERT_TRUE(tolerance.covers(stated_interval(written, hedge)))
            << written.to_string() << " " << testing::PrintToString(tolerance);
      }
    }
  }
}

TEST(Rounding, OfMoreDigitsThanADoubleHoldsIsThePointItself) {
  for (const std::string written : {"1.8877717290306464", "-1.8877717290306464"}) {
    const Interval tolerance = rounding_interval(decimal(written), Hedge::None, Spelling::Digits);
    EXPECT_EQ(tolerance, Interval::point(std::stod(written))) << written;
  }
}

TEST(Rounding, ContainsEveryNumberThatRoundsToWhatIsWritten) {
  std::mt19937 random(1102);
  std::uniform_int_distribution<int> thousandths(0, 999'999);
  for (int i = 0; i < 20000; ++i) {
    const int exact = thousandths(random);
    const int tenths = (exact + 50) / 100;  // half up
    ASSERT_TRUE(rounding_interval(Decimal(tenths, -1), Hedge::None, Spelling::Digits)
                    .contains(exact / 1000.0))
        << exact;
    const Interval next = rounding_interval(Decimal(tenths + 1, -1), Hedge::None, Spelling::Digits);
    ASSERT_FALSE(next.contains(exact / 1000.0)) << exact;
  }
}

}  // namespace
}  // namespace assay
