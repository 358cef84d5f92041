// SPDX-License-Identifier: MIT
// Decimals against integers of 128 bits, and against the digits themselves.
#include "core/decimal.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <random>

namespace assay {
namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t kLargest = 999'999'999'999'999'999;

/// A coefficient of 1 to 18 digits, either sign, zero now and then; all sizes equally likely.
class RandomDecimals {
 public:
  Decimal next() {
    const int digits = std::uniform_int_distribution(0, 18)(random_);
    std::int64_t limit = 1;
    for (int i = 0; i < digits; ++i) limit *= 10;
    const std::int64_t size = std::uniform_int_distribution<std::int64_t>(0, limit - 1)(random_);
    const bool negative = std::bernoulli_distribution(0.3)(random_);
    return {negative ? -size : size, std::uniform_int_distribution(-9, 9)(random_)};
  }

 private:
  std::mt19937_64 random_{1789};
};

/// value x 10^(exponent - to), for exponents not far apart.
Wide at_exponent(const Decimal& value, int to) {
  Wide wide = value.coefficient();
  for (int i = value.exponent(); i > to; --i) wide *= 10;
  return wide;
}

TEST(Decimal, ReadsDigitsAndOnePoint) {
  struct Row {
    const char* text;
    std::int64_t coefficient;
    int exponent;
  };
  const Row rows[] = {
      {"0", 0, 0},
      {"7", 7, 0},
      {"5600", 5600, 0},
      {"80.0", 800, -1},
      {"0.153", 153, -3},
      {".5", 5, -1},
      {"5.", 5, 0},
      {"007", 7, 0},
      {"0.00", 0, -2},
      {"1.30", 130, -2},
      {"999999999999999999", kLargest, 0},
      {"0000000000000000000000042", 42, 0},
      {"0.00000000000000000000001", 1, -23},
  };
  for (const Row& row : rows) {
    const auto read = Decimal::parse(row.text);
    ASSERT_TRUE(read) << row.text;
    EXPECT_EQ(read->coefficient(), row.coefficient) << row.text;
    EXPECT_EQ(read->exponent(), row.exponent) << row.text;
  }
}

TEST(Decimal, ReadsNothingElse) {
  for (const char* text : {"",
                           ".",
                           "-1",
                           "+1",
                           "1,000",
                           "1 000",
                           "1e3",
                           "1.2.3",
                           "..5",
                           "0x10",
                           "5%",
                           "a",
                           " 5",
                           "5 ",
                           "\xEF\xBC\x95",
                           "1'000",
                           "inf",
                           "nan",
                           "1000000000000000000",
                           "1234567890.123456789"})
    EXPECT_FALSE(Decimal::parse(text)) << text;
}

TEST(Decimal, PrintsPlainly) {
  struct Row {
    Decimal value;
    const char* text;
  };
  const Row rows[] = {
      {{223555, 6}, "223555000000"},
      {{153, -3}, "0.153"},
      {{800, -1}, "80"},
      {{0, 0}, "0"},
      {{0, -2}, "0"},
      {{0, 5}, "0"},
      {{-5, -1}, "-0.5"},
      {{-130, -2}, "-1.3"},
      {{1, -23}, "0.00000000000000000000001"},
      {{100, 0}, "100"},
      {{105, -1}, "10.5"},
      {{kLargest, -18}, "0.999999999999999999"},
      {{-42, 2}, "-4200"},
  };
  for (const Row& row : rows) EXPECT_EQ(row.value.to_string(), row.text);
}

TEST(Decimal, ReadsBackWhatItPrints) {
  RandomDecimals decimals;
  for (int i = 0; i < 20000; ++i) {
    const Decimal value = decimals.next();
    const std::string text = value.to_string();
    const bool negative = text.front() == '-';
    const auto read = Decimal::parse(std::string_view(text).substr(negative ? 1 : 0));
    if (!read) {  // more than 18 digits when written out
      ASSERT_GT(text.size(), 18U);
      continue;
    }
    ASSERT_EQ((negative ? read->negated() : *read).to_double(), value.to_double()) << text;
  }
}

TEST(Decimal, SumsAreExactOrAbsent) {
  RandomDecimals decimals;
  int present = 0;
  for (int i = 0; i < 50000; ++i) {
    const Decimal a = decimals.next();
    const Decimal b = decimals.next();
    const int exponent = std::min(a.exponent(), b.exponent());
    const Wide sum = at_exponent(a, exponent) + at_exponent(b, exponent);
    const auto found = a.plus(b);
    ASSERT_EQ(found.has_value(), b.plus(a).has_value());
    if (!found) {
      const Wide widest = std::max({sum, -sum, at_exponent(a, exponent), -at_exponent(a, exponent),
                                    at_exponent(b, exponent), -at_exponent(b, exponent)});
      ASSERT_TRUE(widest > kLargest) << a.to_string() << " + " << b.to_string();
      continue;
    }
    ++present;
    ASSERT_EQ(found->exponent(), exponent);
    ASSERT_TRUE(found->coefficient() == sum) << a.to_string() << " + " << b.to_string();
  }
  EXPECT_GT(present, 10000);
}

TEST(Decimal, ProductsAreExactOrAbsent) {
  RandomDecimals decimals;
  int present = 0;
  for (int i = 0; i < 50000; ++i) {
    const Decimal a = decimals.next();
    const Decimal b = decimals.next();
    const Wide product = static_cast<Wide>(a.coefficient()) * b.coefficient();
    const auto found = a.times(b);
    ASSERT_EQ(found.has_value(), product <= kLargest && product >= -kLargest);
    if (!found) continue;
    ++present;
    ASSERT_TRUE(found->coefficient() == product);
    ASSERT_EQ(found->exponent(), a.exponent() + b.exponent());
  }
  EXPECT_GT(present, 10000);
}

TEST(Decimal, ShortestIsTheOneThatWasWritten) {
  RandomDecimals decimals;
  for (int i = 0; i < 20'000; ++i) {
    const Decimal written = decimals.next();
    if (std::abs(written.coefficient()) >= 1'000'000'000'000'000) continue;  // of over 15 digits
    const auto found = Decimal::shortest(written.to_double());
    ASSERT_TRUE(found) << written.to_string();
    EXPECT_EQ(found->to_string(), written.to_string());
    EXPECT_EQ(found->to_double(), written.to_double());
  }
  EXPECT_EQ(Decimal::shortest(-67.1)->to_string(), "-67.1");
  EXPECT_EQ(Decimal::shortest(1e300)->to_double(), 1e300);
  for (const double none : {HUGE_VAL, -HUGE_VAL, std::nan("")})
    EXPECT_FALSE(Decimal::shortest(none)) << none;
}

TEST(Decimal, TurnsIntoTheDoubleThatItsTextMeans) {
  RandomDecimals decimals;
  for (int i = 0; i < 20000; ++i) {
    const Decimal value = decimals.next();
    ASSERT_EQ(value.to_double(), std::strtod(value.to_string().c_str(), nullptr))
        << value.to_string();
  }
}

TEST(Decimal, ScaleWordsLoseNothing) {
  // As doubles 2235.55 x 1e8 is 223555000000.00003.
  EXPECT_EQ(Decimal(223555, -2).shifted(8).to_double(), 223555000000.0);
  std::mt19937 random(1e4);
  std::uniform_int_distribution<int> cents(1, 9'999'999);
  for (int i = 0; i < 20000; ++i) {
    const int written = cents(random);
    ASSERT_EQ(Decimal(written, -2).shifted(8).to_double(), written * 1e6);
    ASSERT_EQ(Decimal(written, -2).shifted(4).to_double(), written * 100.0);
  }
}

TEST(Decimal, TooLargeIsInfiniteAndTooSmallIsZero) {
  EXPECT_EQ(Decimal(1, 400).to_double(), std::numeric_limits<double>::infinity());
  EXPECT_EQ(Decimal(-1, 400).to_double(), -std::numeric_limits<double>::infinity());
  EXPECT_EQ(Decimal(1, -400).to_double(), 0);
  EXPECT_EQ(Decimal(0, 400).to_double(), 0);
}

TEST(Decimal, TheLastPlaceThatIsNoZero) {
  struct Row {
    const char* text;
    double place;
  };
  const Row rows[] = {{"5600", 100},  {"1.50", 0.1}, {"0", 1},     {"7", 1},   {"10", 10},
                      {"0.05", 0.01}, {"101", 1},    {"80.0", 10}, {"0.00", 1}};
  for (const Row& row : rows)
    EXPECT_DOUBLE_EQ(Decimal::parse(row.text)->last_nonzero_place(), row.place) << row.text;
  EXPECT_DOUBLE_EQ(Decimal(-56, 2).last_nonzero_place(), 100);
  EXPECT_DOUBLE_EQ(Decimal(5600, 8).last_nonzero_place(), 1e10);
}

TEST(Decimal, NegatesAndShifts) {
  EXPECT_EQ(Decimal(5, -1).negated().to_string(), "-0.5");
  EXPECT_EQ(Decimal(5, -1).negated().negated().to_string(), "0.5");
  EXPECT_EQ(Decimal(5, -1).shifted(3).to_string(), "500");
  EXPECT_EQ(Decimal(5, -1).shifted(-3).to_string(), "0.0005");
  EXPECT_TRUE(Decimal().is_zero());
  EXPECT_TRUE(Decimal(0, 7).is_zero());
  EXPECT_FALSE(Decimal(1, -30).is_zero());
}

}  // namespace
}  // namespace assay
