// SPDX-License-Identifier: MIT
// Intervals against brute force: every interval with small integer ends, open and closed, bounded
// and not, and the numbers at quarter steps that are in it.
#include "core/interval.h"

#include <gtest/gtest.h>

#include <cmath>
#include <optional>
#include <random>
#include <vector>

#include "tests/core/interval_printer.h"

namespace assay {
namespace {

constexpr double kInf = kInfinity;

/// All intervals with ends in {-inf, -2..2, +inf}, empty ones included.
std::vector<Interval> small_intervals() {
  const std::vector<double> ends = {-kInf, -2, -1, 0, 1, 2, kInf};
  std::vector<Interval> intervals;
  for (const double low : ends) {
    for (const double high : ends) {
      if (low == kInf || high == -kInf) continue;
      for (const bool low_closed : {false, true}) {
        for (const bool high_closed : {false, true}) {
          if ((std::isinf(low) && low_closed) || (std::isinf(high) && high_closed)) continue;
          intervals.push_back({low, high, low_closed, high_closed});
        }
      }
    }
  }
  return intervals;
}

/// Is `value` in the interval, straight from the definition?
bool holds(const Interval& interval, double value) {
  return (interval.low < value || (interval.low == value && interval.low_closed)) &&
         (value < interval.high || (value == interval.high && interval.high_closed));
}

/// Numbers at quarter steps, far enough beyond the ends to see an unbounded side.
std::vector<double> samples() {
  std::vector<double> values;
  for (int quarter = -16; quarter <= 16; ++quarter) values.push_back(quarter / 4.0);
  return values;
}

/// Values of the interval at its closed ends, hard by its open ones, and between.
std::vector<double> members(const Interval& interval) {
  constexpr double kHair = 1e-7;
  const double low = interval.has_low() ? interval.low : -1e4;
  const double high = interval.has_high() ? interval.high : 1e4;
  std::vector<double> values;
  for (const double value :
       {low, low + kHair, (low + high) / 2, high - kHair, high, 0.0, -kHair, kHair, 1.0, -1.0})
    if (holds(interval, value)) values.push_back(value);
  return values;
}

TEST(Interval, EmptyHoldsNothingAndNothingElseIsEmpty) {
  for (const Interval& a : small_intervals()) {
    bool any = false;
    for (const double value : samples()) any |= holds(a, value);
    EXPECT_EQ(a.is_empty(), !any) << testing::PrintToString(a);
  }
  EXPECT_TRUE(Interval::empty().is_empty());
  EXPECT_TRUE(Interval::half_open(3, 3).is_empty());
  EXPECT_FALSE(Interval::point(3).is_empty());
}

TEST(Interval, ContainsAgreesWithTheDefinition) {
  for (const Interval& a : small_intervals())
    for (const double value : samples())
      EXPECT_EQ(a.contains(value), holds(a, value)) << testing::PrintToString(a) << value;
}

TEST(Interval, PairsAgreeWithBruteForce) {
  const auto values = samples();
  for (const Interval& a : small_intervals()) {
    for (const Interval& b : small_intervals()) {
      const Interval both = intersection(a, b);
      const Interval either = hull(a, b);
      bool meet = false;
      bool inside = true;
      for (const double value : values) {
        const bool in_a = holds(a, value);
        const bool in_b = holds(b, value);
        ASSERT_EQ(holds(both, value), in_a && in_b) << testing::PrintToString(std::pair(a, b));
        ASSERT_TRUE(holds(either, value) || !(in_a || in_b));
        meet |= in_a && in_b;
        inside &= in_a || !in_b;
      }
      ASSERT_EQ(intersects(a, b), meet) << testing::PrintToString(std::pair(a, b));
      ASSERT_EQ(a.covers(b), inside) << testing::PrintToString(std::pair(a, b));
      ASSERT_EQ(both.is_empty(), !meet);
    }
  }
}

TEST(Interval, HullIsNoLargerThanNeeded) {
  for (const Interval& a : small_intervals()) {
    for (const Interval& b : small_intervals()) {
      if (a.is_empty() || b.is_empty()) continue;
      const Interval either = hull(a, b);
      EXPECT_EQ(either.low, std::min(a.low, b.low));
      EXPECT_EQ(either.high, std::max(a.high, b.high));
      EXPECT_EQ(either.low_closed, holds(a, either.low) || holds(b, either.low));
      EXPECT_EQ(either.high_closed, holds(a, either.high) || holds(b, either.high));
    }
  }
  EXPECT_EQ(hull(Interval::empty(), Interval::point(3)), Interval::point(3));
  EXPECT_EQ(hull(Interval::point(3), Interval::empty()), Interval::point(3));
}

TEST(Interval, GapIsTheWidthOfTheHole) {
  EXPECT_DOUBLE_EQ(gap(Interval::closed(0.495, 0.505), Interval::half_open(0.01, 0.1)), 0.395);
  EXPECT_DOUBLE_EQ(gap(Interval::point(1), Interval::more_than(3)), 2);
  EXPECT_EQ(gap(Interval::closed(1, 3), Interval::closed(2, 4)), 0);
  EXPECT_EQ(gap(Interval::all(), Interval::point(7)), 0);
  EXPECT_EQ(gap(Interval::empty(), Interval::point(7)), 0);
  // Neighbours that do not meet have no hole between them either.
  EXPECT_EQ(gap(Interval::half_open(1, 2), Interval::half_open(2, 3)), 0);
}

/// One operation on intervals and the operation on numbers that it stands for.
struct Operation {
  const char* name;
  Interval (*intervals)(const Interval&, const Interval&);
  std::optional<double> (*numbers)(double, double);
};

const Operation kOperations[] = {
    {"+", [](const Interval& a, const Interval& b) { return a + b; },
     [](double x, double y) { return std::optional(x + y); }},
    {"-", [](const Interval& a, const Interval& b) { return a - b; },
     [](double x, double y) { return std::optional(x - y); }},
    {"*", [](const Interval& a, const Interval& b) { return a * b; },
     [](double x, double y) { return std::optional(x * y); }},
    {"/", [](const Interval& a, const Interval& b) { return a / b; },
     [](double x, double y) { return y == 0 ? std::nullopt : std::optional(x / y); }},
};

TEST(Interval, ArithmeticHoldsEveryResult) {
  for (const Operation& operation : kOperations) {
    for (const Interval& a : small_intervals()) {
      for (const Interval& b : small_intervals()) {
        const Interval result = operation.intervals(a, b);
        for (const double x : members(a)) {
          for (const double y : members(b)) {
            const auto value = operation.numbers(x, y);
            ASSERT_TRUE(!value || result.contains(*value))
                << testing::PrintToString(a) << operation.name << testing::PrintToString(b) << " = "
                << testing::PrintToString(result) << " lacks " << *value;
          }
        }
        ASSERT_TRUE(result.is_empty() || !(a.is_empty() || b.is_empty()));
      }
    }
  }
}

TEST(Interval, ArithmeticIsTightOnBoundedIntervals) {
  for (const Operation& operation : kOperations) {
    for (const Interval& a : small_intervals()) {
      for (const Interval& b : small_intervals()) {
        const bool divides_by_zero = *operation.name == '/' && b.low <= 0 && b.high >= 0;
        const bool bounded = a.has_low() && a.has_high() && b.has_low() && b.has_high();
        if (!bounded || a.is_empty() || b.is_empty() || divides_by_zero) continue;
        const Interval result = operation.intervals(a, b);
        double least = kInf;
        double most = -kInf;
        for (const double x : members(a)) {
          for (const double y : members(b)) {
            least = std::min(least, *operation.numbers(x, y));
            most = std::max(most, *operation.numbers(x, y));
          }
        }
        const std::string what = testing::PrintToString(a) + operation.name +
                                 testing::PrintToString(b) + " = " + testing::PrintToString(result);
        ASSERT_NEAR(result.low, least, 1e-5) << what;
        ASSERT_NEAR(result.high, most, 1e-5) << what;
        ASSERT_EQ(result.low_closed, result.low == least) << what;
        ASSERT_EQ(result.high_closed, result.high == most) << what;
      }
    }
  }
}

TEST(Interval, DividingByAnIntervalAroundZeroSaysNothing) {
  EXPECT_EQ(Interval::closed(1, 2) / Interval::closed(-1, 1), Interval::all());
  EXPECT_EQ(Interval::closed(1, 2) / Interval::half_open(0, 4),
            (Interval{0.25, kInf, false, false}));
  EXPECT_EQ(Interval::closed(1, 2) / Interval::closed(-4, 0),
            (Interval{-kInf, -0.25, false, true}));
  EXPECT_TRUE((Interval::closed(1, 2) / Interval::point(0)).is_empty());
  EXPECT_EQ(Interval::point(6) / Interval::at_least(2), (Interval{0, 3, false, true}));
}

TEST(Interval, NoBoundedEndOfAResultIsNotANumber) {
  for (const Operation& operation : kOperations) {
    for (const Interval& a : small_intervals()) {
      for (const Interval& b : small_intervals()) {
        const Interval result = operation.intervals(a, b);
        ASSERT_FALSE(std::isnan(result.low) || std::isnan(result.high));
        ASSERT_FALSE(std::isinf(result.low) && result.low_closed);
        ASSERT_FALSE(std::isinf(result.high) && result.high_closed);
      }
    }
  }
}

TEST(Interval, ScalingAndShiftingMoveTheEnds) {
  const Interval a = Interval::half_open(-1, 3);
  EXPECT_EQ(scale(a, 2), Interval::half_open(-2, 6));
  EXPECT_EQ(scale(a, -1), (Interval{-3, 1, false, true}));
  EXPECT_EQ(scale(Interval::at_least(2), -1), Interval::at_most(-2));
  EXPECT_EQ(scale(Interval::all(), 0), Interval::point(0));
  EXPECT_EQ(shift(a, 10), Interval::half_open(9, 13));
  EXPECT_EQ(shift(Interval::less_than(2), 1), Interval::less_than(3));
  EXPECT_TRUE(scale(Interval::empty(), -5).is_empty());
  EXPECT_TRUE(shift(Interval::empty(), 5).is_empty());
}

TEST(Interval, MidpointAndWidth) {
  EXPECT_EQ(Interval::closed(1, 4).midpoint(), 2.5);
  EXPECT_EQ(Interval::at_least(7).midpoint(), 7);
  EXPECT_EQ(Interval::less_than(7).midpoint(), 7);
  EXPECT_EQ(Interval::all().midpoint(), 0);
  EXPECT_EQ(Interval::closed(1, 4).width(), 3);
  EXPECT_EQ(Interval::at_least(1).width(), kInf);
  EXPECT_EQ(Interval::empty().width(), 0);
}

TEST(Interval, EndsThatDifferByARoundingErrorAreTheSame) {
  const double sum = 0.1 + 0.2;  // a hair above 0.3
  EXPECT_NE(sum, 0.3);
  EXPECT_TRUE(intersects(Interval::at_most(0.3), Interval::at_least(sum)));
  EXPECT_FALSE(intersects(Interval::less_than(sum), Interval::at_least(0.3)));
  EXPECT_TRUE(Interval::at_most(0.3).covers(Interval::point(sum)));
  EXPECT_FALSE(Interval::less_than(sum).covers(Interval::point(0.3)));
  EXPECT_TRUE(Interval::closed(0, 0.3).contains(sum));
  // What anybody could have written differs by far more.
  EXPECT_FALSE(intersects(Interval::at_most(0.3), Interval::at_least(0.300001)));
  // Narrow ones, whose own ends are nearly equal: 99.9999998%, and seconds of seventeen digits.
  const Interval narrow = Interval::half_open(0.9999999975, 0.9999999985);
  EXPECT_TRUE(intersects(narrow, Interval::closed(0, 1)));
  EXPECT_TRUE(intersects(Interval::at_least(0), Interval::half_open(1.88777173029, 1.88777173031)));
  EXPECT_FALSE(intersects(narrow, Interval::closed(0, 0.9)));
}

TEST(Interval, MeetingDoesNotDependOnTheOrder) {
  std::mt19937 random(20251119);
  std::uniform_int_distribution<int> end(-6, 6);
  std::bernoulli_distribution coin(0.5);
  const auto any = [&] {
    const double low = end(random) / 3.0;
    return Interval{low, low + std::abs(end(random)) / 3.0, coin(random), coin(random)};
  };
  for (int i = 0; i < 20000; ++i) {
    const Interval a = any();
    const Interval b = any();
    ASSERT_EQ(intersects(a, b), intersects(b, a)) << testing::PrintToString(std::pair(a, b));
    ASSERT_EQ(gap(a, b), gap(b, a));
    ASSERT_TRUE(hull(a, b) == hull(b, a) || (a.is_empty() && b.is_empty()));
    ASSERT_TRUE(intersects(a, b) || intersection(a, b).width() < 1e-6);
  }
}

}  // namespace
}  // namespace assay
