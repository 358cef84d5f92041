// SPDX-License-Identifier: MIT
#include "checks/feasible_system.h"

#include <gtest/gtest.h>

#include <cmath>

namespace assay {
namespace {

using Statements = std::vector<std::vector<LinearBound>>;

LinearBound lies(std::size_t variable, const Interval& range) { return {{{variable, 1}}, range}; }

StatementSet all_of(const IntervalSystem& system) {
  StatementSet all;
  for (std::size_t i = 0; i < system.statements.size(); ++i) all.push_back(i);
  return all;
}

bool feasible(std::size_t variables, Statements statements) {
  const IntervalSystem system{.variables = variables, .statements = std::move(statements)};
  return is_feasible(system, all_of(system));
}

TEST(FeasibleSystem, NothingSaidIsFeasible) {
  EXPECT_TRUE(feasible(0, {}));
  EXPECT_TRUE(feasible(3, {}));
  EXPECT_TRUE(feasible(1, {{lies(0, Interval::all())}}));
  EXPECT_TRUE(irreducible_conflicts({.variables = 2}, 5).empty());
}

TEST(FeasibleSystem, ASumOfNothingIsZero) {
  EXPECT_TRUE(feasible(1, {{{{}, Interval::closed(-1, 1)}}}));
  EXPECT_FALSE(feasible(1, {{{{}, Interval::closed(1, 2)}}}));
  EXPECT_FALSE(feasible(0, {{{{}, Interval::more_than(0)}}}));
  EXPECT_FALSE(feasible(1, {{{{{0, 1}, {0, -1}}, Interval::at_least(1)}}})) << "x - x";
  EXPECT_FALSE(feasible(1, {{lies(0, Interval::empty())}}));
}

TEST(FeasibleSystem, ClosedEndsTouchAndOpenEndsDoNot) {
  const Interval upto = Interval::closed(0, 3);
  EXPECT_TRUE(feasible(1, {{lies(0, upto)}, {lies(0, Interval::closed(3, 5))}}));
  EXPECT_FALSE(feasible(1, {{lies(0, upto)}, {lies(0, Interval::open(3, 5))}}));
  EXPECT_FALSE(feasible(1, {{lies(0, Interval::half_open(0, 3))}, {lies(0, Interval::point(3))}}));
  // x < y < z < x
  const Interval more = Interval::more_than(0);
  const LinearBound xy{{{1, 1}, {0, -1}}, more};
  const LinearBound yz{{{2, 1}, {1, -1}}, more};
  const LinearBound zx{{{0, 1}, {2, -1}}, more};
  EXPECT_TRUE(feasible(3, {{xy}, {yz}}));
  EXPECT_FALSE(feasible(3, {{xy}, {yz}, {zx}}));
}

TEST(FeasibleSystem, FindsTheFewThatCannotBeTrueTogether) {
  // 100 x 1.2 x 1.1 is not 150, and two more statements have nothing to do with it.
  const auto about = [](double value) {
    return Interval::closed(std::log(value * 0.99), std::log(value * 1.01));
  };
  const IntervalSystem system{.variables = 4,
                              .statements = {{lies(3, about(7))},
                                             {lies(0, about(100))},
                                             {{{{1, 1}, {0, -1}}, about(1.2)}},
                                             {{{{3, 1}, {0, -1}}, Interval::at_most(0)}},
                                             {{{{2, 1}, {1, -1}}, about(1.1)}},
                                             {lies(2, about(150))}}};
  EXPECT_EQ(irreducible_conflicts(system, 8), (std::vector<StatementSet>{{1, 2, 4, 5}}));
  EXPECT_TRUE(is_feasible(system, {0, 1, 2, 3, 4}));
}

TEST(FeasibleSystem, GivesFurtherConflictsUpToACap) {
  // Four that say different things of one number: each two of them are a conflict.
  const IntervalSystem system{.variables = 1,
                              .statements = {{lies(0, Interval::point(1))},
                                             {lies(0, Interval::point(2))},
                                             {lies(0, Interval::point(3))},
                                             {lies(0, Interval::at_least(4))}}};
  EXPECT_EQ(irreducible_conflicts(system, 100).size(), 6U);
  EXPECT_EQ(irreducible_conflicts(system, 4).size(), 4U);
  EXPECT_TRUE(irreducible_conflicts(system, 0).empty());
}

TEST(FeasibleSystem, BoundsOfOneStatementStandAndFallTogether) {
  const IntervalSystem system{
      .variables = 2,
      .statements = {{lies(0, Interval::point(1)), lies(1, Interval::point(5))},
                     {{{{0, 1}, {1, -1}}, Interval::point(0)}}}};
  EXPECT_EQ(irreducible_conflicts(system, 5), (std::vector<StatementSet>{{0, 1}}));
}

// ---- sums and products together

/// a + b = total, and b = base x growth; the variables are a, b, total, ln b, ln base, ln growth.
IntervalSystem sum_and_product(double a, double total, double base, double growth) {
  const auto near = [](double value) { return Interval::closed(value * 0.99, value * 1.01); };
  const auto near_log = [](double value) {
    return Interval::closed(std::log(value * 0.99), std::log(value * 1.01));
  };
  return {.variables = 6,
          .logarithms = {{1, 3}},
          .statements = {{lies(0, near(a))},
                         {lies(2, near(total))},
                         {lies(4, near_log(base))},
                         {lies(5, near_log(growth))},
                         {{{{0, 1}, {1, 1}, {2, -1}}, Interval::point(0)}},
                         {{{{4, 1}, {5, 1}, {3, -1}}, Interval::point(0)}}}};
}

TEST(FeasibleSystem, SumsAndProductsMeetInOneNumber) {
  EXPECT_TRUE(irreducible_conflicts(sum_and_product(3, 5.4, 2, 1.2), 3).empty());
  EXPECT_EQ(irreducible_conflicts(sum_and_product(3, 6.5, 2, 1.2), 3),
            (std::vector<StatementSet>{{0, 1, 2, 3, 4, 5}}));
  EXPECT_FALSE(irreducible_conflicts(sum_and_product(3, 2.5, 2, 1.2), 3).empty()) << "b < 0";
}

TEST(FeasibleSystem, ANumberWithALogarithmIsPositive) {
  IntervalSystem system{.variables = 2, .logarithms = {{0, 1}}};
  system.statements = {{lies(0, Interval::at_most(0))}};
  EXPECT_FALSE(is_feasible(system, {0}));
  system.statements = {{lies(1, Interval::at_most(-5))}};
  EXPECT_TRUE(is_feasible(system, {0}));
}

}  // namespace
}  // namespace assay
