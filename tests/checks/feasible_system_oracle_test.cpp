// SPDX-License-Identifier: MIT
/// The solver against GLPK, a linear programming solver that knows nothing of ours: on thousands of
/// random systems both have to say the same, and every conflict has to be irreducible by GLPK too.

#include <glpk.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>
#include <random>

#include "checks/feasible_system.h"

namespace assay {
namespace {

using Problem = std::unique_ptr<glp_prob, decltype(&glp_delete_prob)>;

int bound_kind(bool has_low, bool has_high, double low, double high) {
  if (has_low && has_high) return low == high ? GLP_FX : GLP_DB;
  if (has_low) return GLP_LO;
  return has_high ? GLP_UP : GLP_FR;
}

/// Adds `terms` + step x (the margin) as a row within the given ends.
void add_row(glp_prob* problem, const LinearBound& bound, int margin, double step, bool has_low,
             bool has_high) {
  std::vector<double> factors(static_cast<std::size_t>(margin) + 1, 0);
  for (const LinearTerm& term : bound.terms) factors[term.value + 1] += term.factor;
  factors[static_cast<std::size_t>(margin)] = step;
  std::vector<int> columns = {0};
  std::vector<double> values = {0};
  for (int j = 1; j <= margin; ++j) {
    if (factors[static_cast<std::size_t>(j)] == 0) continue;
    columns.push_back(j);
    values.push_back(factors[static_cast<std::size_t>(j)]);
  }
  const int row = glp_add_rows(problem, 1);
  glp_set_mat_row(problem, row, static_cast<int>(columns.size()) - 1, columns.data(),
                  values.data());
  glp_set_row_bnds(problem, row, bound_kind(has_low, has_high, bound.range.low, bound.range.high),
                   bound.range.low, bound.range.high);
}

/// Whether the kept statements can all be true, by GLPK. Open ends have to be missed by a margin,
/// which is made as large as it can be, up to 1: they can be missed when it is above 0.
bool oracle_feasible(const IntervalSystem& system, const StatementSet& kept) {
  const Problem problem(glp_create_prob(), &glp_delete_prob);
  const int margin = static_cast<int>(system.variables) + 1;
  glp_add_cols(problem.get(), margin);
  for (int j = 1; j < margin; ++j) glp_set_col_bnds(problem.get(), j, GLP_FR, 0, 0);
  glp_set_col_bnds(problem.get(), margin, GLP_DB, 0, 1);
  glp_set_obj_coef(problem.get(), margin, 1);
  glp_set_obj_dir(problem.get(), GLP_MAX);
  for (const std::size_t statement : kept) {
    for (const LinearBound& bound : system.statements[statement]) {
      const Interval& range = bound.range;
      if (range.has_low())
        add_row(problem.get(), bound, margin, range.low_closed ? 0 : -1, true, false);
      if (range.has_high())
        add_row(problem.get(), bound, margin, range.high_closed ? 0 : 1, false, true);
    }
  }
  glp_smcp options;
  glp_init_smcp(&options);
  options.msg_lev = GLP_MSG_OFF;
  if (glp_simplex(problem.get(), &options) != 0) ADD_FAILURE() << "GLPK gave up";
  const int status = glp_get_status(problem.get());
  constexpr double kLeastMargin = 1e-6;
  return status == GLP_OPT && glp_get_obj_val(problem.get()) > kLeastMargin;
}

class RandomSystems {
 public:
  explicit RandomSystems(unsigned seed) : engine_(seed) {}

  double real(double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(engine_);
  }
  std::size_t index(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(engine_);
  }
  bool one_of(std::size_t count) { return index(count) == 0; }

  /// Whole numbers throughout, so that ends touch exactly and open ends matter. Around a point that
  /// obeys all, or around nothing.
  IntervalSystem whole_numbers(bool around_a_point) {
    IntervalSystem system{.variables = 1 + index(6)};
    std::vector<double> point(system.variables);
    for (double& x : point) x = std::round(real(-5, 5));
    const std::size_t count = 1 + index(14);
    while (system.statements.size() < count) {
      std::vector<LinearBound> statement;
      for (std::size_t k = one_of(5) ? 2 : 1; k > 0; --k) {
        LinearBound bound;
        double sum = 0;
        for (std::size_t j = 1 + index(3); j > 0; --j) {
          const std::size_t variable = index(system.variables);
          const double factor = std::round(real(-3, 3));
          bound.terms.push_back({variable, factor});
          sum += factor * point[variable];
        }
        if (!around_a_point) sum = std::round(real(-8, 8));
        bound.range = range_around(sum, around_a_point);
        statement.push_back(std::move(bound));
      }
      system.statements.push_back(std::move(statement));
    }
    return system;
  }

  /// What relations look like: levels, growth from level to level, sums; real numbers. Some of the
  /// levels are not stated, some statements are off.
  IntervalSystem chain() {
    const std::size_t count = 3 + index(12);
    IntervalSystem system{.variables = count};
    std::vector<double> level(count);
    for (double& x : level) x = real(0.5, 4);
    for (std::size_t i = 0; i < count; ++i)
      if (!one_of(3)) state(system, {{i, 1}}, level[i]);
    for (std::size_t i = 0; i + 1 < count; ++i)
      state(system, {{i + 1, 1}, {i, -1}}, level[i + 1] - level[i]);
    for (std::size_t k = index(4); k > 0; --k) {
      const std::size_t a = index(count), b = index(count), c = index(count);
      state(system, {{a, 1}, {b, 1}, {c, -1}}, level[a] + level[b] - level[c]);
    }
    return system;
  }

 private:
  Interval range_around(double sum, bool holds) {
    switch (index(6)) {
      case 0:
        return Interval::point(sum);
      case 1:
        return Interval::at_least(sum - static_cast<double>(index(2)));
      case 2:
        return Interval::at_most(sum + static_cast<double>(index(2)));
      case 3:
        return Interval::more_than(sum - (holds ? 1 : 0));
      case 4:
        return Interval::less_than(sum + (holds ? 1 : 0));
      default:
        return {sum - 1, sum + 1, one_of(2), one_of(2)};
    }
  }

  void state(IntervalSystem& system, std::vector<LinearTerm> terms, double sum) {
    const double off = one_of(8) ? real(0.05, 0.4) : 0;
    const double width = real(0.001, 0.03);
    system.statements.push_back(
        {{std::move(terms), Interval::closed(sum + off - width, sum + off + width)}});
  }

  std::mt19937 engine_;
};

StatementSet every(const IntervalSystem& system) {
  StatementSet all(system.statements.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return all;
}

/// How often each answer was given: a test that only ever saw one has tested nothing.
struct Tally {
  int feasible = 0;
  int infeasible = 0;
  int conflicts = 0;
};

void compare(const IntervalSystem& system, int round, Tally& tally) {
  const StatementSet all = every(system);
  const bool expected = oracle_feasible(system, all);
  ++(expected ? tally.feasible : tally.infeasible);
  ASSERT_EQ(is_feasible(system, all), expected) << "round " << round;
  constexpr std::size_t kMost = 3;
  const auto conflicts = irreducible_conflicts(system, kMost);
  ASSERT_EQ(conflicts.empty(), expected) << "round " << round;
  for (const StatementSet& conflict : conflicts) {
    ++tally.conflicts;
    EXPECT_FALSE(oracle_feasible(system, conflict)) << "round " << round;
    for (const std::size_t member : conflict) {
      StatementSet rest = conflict;
      std::erase(rest, member);
      EXPECT_TRUE(oracle_feasible(system, rest)) << "round " << round << " without " << member;
    }
  }
}

TEST(FeasibleSystemOracle, AgreesOnWholeNumbersWithOpenAndUnboundedEnds) {
  RandomSystems random(20260301);
  Tally tally;
  for (int round = 0; round < 4000; ++round)
    compare(random.whole_numbers(random.one_of(3)), round, tally);
  EXPECT_GT(tally.feasible, 1000);
  EXPECT_GT(tally.infeasible, 1000);
  EXPECT_GT(tally.conflicts, 1500);
}

TEST(FeasibleSystemOracle, AgreesOnChainsOfRelations) {
  RandomSystems random(1923);
  Tally tally;
  for (int round = 0; round < 2000; ++round) compare(random.chain(), round, tally);
  EXPECT_GT(tally.feasible, 300);
  EXPECT_GT(tally.infeasible, 500);
}

TEST(FeasibleSystemOracle, WhatHoldsOnTheCurveIsNeverInfeasible) {
  // No linear solver knows the curve; but around a point that obeys everything nothing may be found.
  RandomSystems random(77797);
  for (int round = 0; round < 2000; ++round) {
    const std::size_t count = 2 + random.index(5);
    IntervalSystem system{.variables = 2 * count};
    std::vector<double> x(count);
    for (std::size_t i = 0; i < count; ++i) {
      x[i] = random.real(0.05, 3);
      system.logarithms.push_back({i, count + i});
      const double width = random.real(0.0001, 0.5) * x[i];
      if (!random.one_of(3))
        system.statements.push_back(
            {{{{i, 1}}, Interval::closed(x[i] - width, x[i] + random.real(0, 1) * width)}});
    }
    for (std::size_t k = 1 + random.index(4); k > 0; --k) {
      const std::size_t a = random.index(count), b = random.index(count), c = random.index(count);
      const double sum = x[a] + x[b] - x[c];
      const double product = std::log(x[a]) + std::log(x[b]) - std::log(x[c]);
      system.statements.push_back(
          {{{{a, 1}, {b, 1}, {c, -1}}, Interval::closed(sum - 1e-6, sum + 1e-6)}});
      system.statements.push_back({{{{count + a, 1}, {count + b, 1}, {count + c, -1}},
                                    Interval::closed(product - 1e-6, product + 1e-6)}});
    }
    EXPECT_TRUE(is_feasible(system, every(system))) << "round " << round;
  }
}

}  // namespace
}  // namespace assay
