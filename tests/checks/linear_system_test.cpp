// SPDX-License-Identifier: MIT
#include "checks/linear_system.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

namespace assay {
namespace {

using Values = std::vector<MeasuredValue>;
using Relations = std::vector<LinearRelation>;
using Indexes = std::vector<std::size_t>;

/// parts - whole = 0
LinearRelation sum_of(const Indexes& parts, std::size_t whole) {
  LinearRelation relation;
  for (const std::size_t part : parts) relation.terms.push_back({part, 1});
  relation.terms.push_back({whole, -1});
  return relation;
}

double residual(const std::vector<double>& values, const LinearRelation& relation) {
  double sum = -relation.total;
  for (const LinearTerm& term : relation.terms) sum += term.factor * values[term.value];
  return sum;
}

/// The sum of squared adjustments in standard deviations.
double cost(const Values& measured, const std::vector<double>& adjusted) {
  double sum = 0;
  for (std::size_t i = 0; i < measured.size(); ++i) {
    if (measured[i].half_width == 0) continue;
    const double z = (measured[i].value - adjusted[i]) / (measured[i].half_width / 2);
    sum += z * z;
  }
  return sum;
}

TEST(LinearSystem, ASumThatHoldsNeedsNothing) {
  const Reconciliation r = reconcile({{3.1, 0.05}, {4.2, 0.05}, {7.3, 0.05}}, {sum_of({0, 1}, 2)});
  EXPECT_DOUBLE_EQ(r.chi_square, 0);
  EXPECT_EQ(r.degrees_of_freedom, 1U);
  EXPECT_EQ(r.suspects, Indexes());
  EXPECT_TRUE(r.consistent);
  EXPECT_DOUBLE_EQ(probability_of(r), 1);
}

TEST(LinearSystem, OneBrokenSumIsATieOfAllItsMembers) {
  const Reconciliation r = reconcile({{3.1, 0.05}, {4.2, 0.05}, {8.3, 0.05}}, {sum_of({0, 1}, 2)});
  EXPECT_NEAR(r.chi_square, 1.0 / (3 * 0.025 * 0.025), 1e-6);
  EXPECT_EQ(r.suspects, (Indexes{0, 1, 2}));
  EXPECT_NEAR(r.adjusted[0], 3.1 + 1.0 / 3, 1e-9);
  EXPECT_NEAR(r.adjusted[2], 8.3 - 1.0 / 3, 1e-9);
  EXPECT_LT(probability_of(r), 1e-6);
}

TEST(LinearSystem, AdjustmentsFollowTheTolerances) {
  // The total is rounded ten times as coarsely, so it takes a hundred times the adjustment.
  const Reconciliation r = reconcile({{3.1, 0.05}, {4.2, 0.05}, {8, 0.5}}, {sum_of({0, 1}, 2)});
  EXPECT_NEAR((8 - r.adjusted[2]) / (r.adjusted[0] - 3.1), 100, 1e-6);
  EXPECT_GT(probability_of(r), 0.001) << "rounding explains most of it";
}

TEST(LinearSystem, ASecondRelationClearsWhatItConfirms) {
  // 3 + 4 = 8 is broken, 8 + 2 = 10 is not: the total is not the one.
  const Values values = {{3, 0.05}, {4, 0.05}, {8, 0.05}, {2, 0.05}, {10, 0.05}};
  const Reconciliation r = reconcile(values, {sum_of({0, 1}, 2), sum_of({2, 3}, 4)});
  EXPECT_EQ(r.suspects, (Indexes{0, 1}));
  // Both broken by what they share: it is.
  const Values shared = {{3, 0.05}, {4, 0.05}, {8, 0.05}, {2, 0.05}, {9, 0.05}};
  EXPECT_EQ(reconcile(shared, {sum_of({0, 1}, 2), sum_of({2, 3}, 4)}).suspects, (Indexes{2}));
}

TEST(LinearSystem, ARelationSaidTwiceCountsOnce) {
  const Values values = {{3, 0.05}, {4, 0.05}, {8, 0.05}};
  LinearRelation doubled = sum_of({0, 1}, 2);
  for (LinearTerm& term : doubled.terms) term.factor *= 1000;
  const Reconciliation once = reconcile(values, {sum_of({0, 1}, 2)});
  const Reconciliation twice = reconcile(values, {sum_of({0, 1}, 2), doubled});
  EXPECT_EQ(twice.degrees_of_freedom, 1U);
  EXPECT_TRUE(twice.consistent);
  EXPECT_NEAR(twice.chi_square, once.chi_square, 1e-6);
  for (std::size_t i = 0; i < values.size(); ++i)
    EXPECT_NEAR(twice.statistics[i], once.statistics[i], 1e-6);
}

TEST(LinearSystem, RelationsThatContradictOneAnotherAreInconsistent) {
  const Values values = {{3, 0.05}, {4, 0.05}};
  const LinearRelation seven{{{0, 1}, {1, 1}}, 7};
  const LinearRelation eight{{{0, 1}, {1, 1}}, 8};
  EXPECT_FALSE(reconcile(values, {seven, eight}).consistent);
  EXPECT_TRUE(reconcile(values, {seven, seven}).consistent);
}

TEST(LinearSystem, ExactValuesAreNeverAdjusted) {
  const Reconciliation r = reconcile({{3, 0}, {4, 0.05}, {8, 0.05}}, {sum_of({0, 1}, 2)});
  EXPECT_DOUBLE_EQ(r.adjusted[0], 3);
  EXPECT_DOUBLE_EQ(r.statistics[0], 0);
  EXPECT_EQ(r.suspects, (Indexes{1, 2}));
  EXPECT_TRUE(r.consistent);
  const Reconciliation exact = reconcile({{3, 0}, {4, 0}, {8, 0}}, {sum_of({0, 1}, 2)});
  EXPECT_FALSE(exact.consistent);
  EXPECT_EQ(exact.suspects, Indexes());
}

TEST(LinearSystem, WhatNothingConstrainsStaysAsItWas) {
  const Reconciliation r =
      reconcile({{3, 0.05}, {4, 0.05}, {8, 0.05}, {99, 5}}, {sum_of({0, 1}, 2)});
  EXPECT_DOUBLE_EQ(r.adjusted[3], 99);
  EXPECT_DOUBLE_EQ(r.statistics[3], 0);
  const Reconciliation none = reconcile({{3, 0.05}}, {});
  EXPECT_EQ(none.adjusted, std::vector<double>{3});
  EXPECT_EQ(none.degrees_of_freedom, 0U);
  EXPECT_DOUBLE_EQ(probability_of(none), 1);
  EXPECT_TRUE(reconcile({}, {}).consistent);
}

TEST(LinearSystem, FactorsOfOneValueAddUp) {
  const Reconciliation r = reconcile({{2, 0.05}, {6, 0.05}}, {{{{0, 1}, {0, 2}, {1, -1}}, 0}});
  EXPECT_NEAR(r.chi_square, 0, 1e-12);
}

TEST(LinearSystem, ChiSquareHasItsKnownProbabilities) {
  EXPECT_NEAR(probability_of({.chi_square = 3.841, .degrees_of_freedom = 1}), 0.05, 1e-4);
  EXPECT_NEAR(probability_of({.chi_square = 5.991, .degrees_of_freedom = 2}), 0.05, 1e-4);
  EXPECT_NEAR(probability_of({.chi_square = 18.307, .degrees_of_freedom = 10}), 0.05, 1e-4);
}

constexpr double kNotMeasured = std::numeric_limits<double>::infinity();

TEST(LinearSystem, WhatNobodyMeasuredIsInferred) {
  // 3 + x = y, y + 2 = 10
  const Values values = {{3, 0.05}, {0, kNotMeasured}, {0, kNotMeasured}, {2, 0.05}, {10, 0.05}};
  const Relations relations = {sum_of({0, 1}, 2), sum_of({2, 3}, 4)};
  const Reconciliation r = reconcile(values, relations);
  EXPECT_EQ(r.degrees_of_freedom, 0U) << "two unknowns, two relations";
  EXPECT_NEAR(r.adjusted[1], 5, 1e-9);
  EXPECT_NEAR(r.adjusted[2], 8, 1e-9);
  EXPECT_EQ(r.suspects, Indexes());
}

TEST(LinearSystem, RelationsReachThroughWhatNobodyMeasured) {
  // 3 + 4 = y, y + 2 = 12
  const Values values = {{3, 0.05}, {4, 0.05}, {0, kNotMeasured}, {2, 0.05}, {12, 0.05}};
  const Relations relations = {sum_of({0, 1}, 2), sum_of({2, 3}, 4)};
  const Reconciliation r = reconcile(values, relations);
  EXPECT_EQ(r.degrees_of_freedom, 1U);
  EXPECT_EQ(r.suspects, (Indexes{0, 1, 3, 4}));
  EXPECT_NEAR(r.chi_square, 9.0 / (4 * 0.025 * 0.025), 1e-6);
  for (const LinearRelation& relation : relations)
    EXPECT_NEAR(residual(r.adjusted, relation), 0, 1e-9);
}

TEST(LinearSystem, TestsInTurnUntilRoundingExplainsTheRest) {
  // Rows and columns of a square, two cells of which are wrong.
  const auto at = [](std::size_t row, std::size_t column) { return row * 4 + column; };
  Relations relations;
  for (std::size_t i = 0; i < 4; ++i) {
    relations.push_back(sum_of({at(i, 0), at(i, 1), at(i, 2)}, at(i, 3)));
    relations.push_back(sum_of({at(0, i), at(1, i), at(2, i)}, at(3, i)));
  }
  Values values;
  for (const double value : {10, 20, 30, 60, 40, 50, 60, 150, 70, 80, 90, 240, 120, 150, 180, 450})
    values.push_back({value, 0.5});
  EXPECT_TRUE(eliminate_in_turn(values, relations, 0.01).empty());
  values[at(0, 0)].value += 40;
  values[at(1, 2)].value -= 15;
  const auto found = eliminate_in_turn(values, relations, 0.01);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].suspects, Indexes{at(0, 0)});
  EXPECT_EQ(found[1].suspects, Indexes{at(1, 2)});
  EXPECT_GT(found[0].statistic, found[0].next);
  EXPECT_GT(found[1].statistic, found[1].next);
}

TEST(LinearSystem, ATieStaysATieInTurn) {
  const auto found =
      eliminate_in_turn({{3.1, 0.05}, {4.2, 0.05}, {8.3, 0.05}}, {sum_of({0, 1}, 2)}, 0.01);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].suspects, (Indexes{0, 1, 2}));
  EXPECT_LT(found[0].next, 1e-6);
}

// ---- random systems, against reasoning that needs no matrix

struct RandomSystem {
  Values values;
  Relations relations;
};

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  double real(double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(engine_);
  }
  std::size_t index(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(engine_);
  }

  /// Up to seven values of very different size under up to four sums, about half of them broken.
  RandomSystem system() {
    RandomSystem system;
    const std::size_t count = 3 + index(5);
    for (std::size_t i = 0; i < count; ++i) {
      const double size = std::pow(10, real(-3, 9));
      system.values.push_back({real(1, 10) * size, real(0.001, 0.05) * size});
    }
    for (std::size_t k = 1 + index(4); k > 0; --k) {
      LinearRelation relation;
      for (std::size_t i = 0; i < count; ++i)
        if (index(2) == 0) relation.terms.push_back({i, real(-2, 2) / system.values[i].value});
      if (relation.terms.empty()) continue;
      relation.total = real(-1, 1);
      system.relations.push_back(relation);
    }
    return system;
  }

 private:
  std::mt19937 engine_;
};

TEST(LinearSystemProperty, AdjustedValuesObeyEveryRelation) {
  Random random(20250918);
  for (int round = 0; round < 500; ++round) {
    const RandomSystem system = random.system();
    const Reconciliation r = reconcile(system.values, system.relations);
    if (!r.consistent) continue;
    for (const LinearRelation& relation : system.relations)
      EXPECT_NEAR(residual(r.adjusted, relation), 0, 1e-5) << "round " << round;
    EXPECT_NEAR(cost(system.values, r.adjusted), r.chi_square, 1e-6 * (1 + r.chi_square));
  }
}

TEST(LinearSystemProperty, NoOtherValuesThatObeyAreNearer) {
  // From the adjusted values, any step that keeps the relations only costs more. Steps come from
  // reconciling measurements shifted at random, with totals of zero.
  Random random(7);
  for (int round = 0; round < 300; ++round) {
    const RandomSystem system = random.system();
    const Reconciliation r = reconcile(system.values, system.relations);
    if (!r.consistent) continue;
    Values other = system.values;
    for (MeasuredValue& measured : other)
      measured.value += measured.half_width * random.real(-3, 3);
    const Reconciliation obeying = reconcile(other, system.relations);
    EXPECT_GE(cost(system.values, obeying.adjusted), r.chi_square * (1 - 1e-9) - 1e-9)
        << "round " << round;
  }
}

TEST(LinearSystemProperty, WhatNobodyMeasuredIsWhatHardlyAnythingIsKnownOf) {
  Random random(1983);
  for (int round = 0; round < 300; ++round) {
    RandomSystem system = random.system();
    const std::size_t free = random.index(system.values.size());
    system.values[free].half_width = kNotMeasured;
    const Reconciliation r = reconcile(system.values, system.relations);
    system.values[free].half_width = 1e4 * std::abs(system.values[free].value);
    const Reconciliation loose = reconcile(system.values, system.relations);
    if (!r.consistent || !loose.consistent) continue;
    EXPECT_NEAR(r.chi_square, loose.chi_square, 1e-3 * (1 + r.chi_square)) << "round " << round;
    for (const LinearRelation& relation : system.relations)
      EXPECT_NEAR(residual(r.adjusted, relation), 0, 1e-5) << "round " << round;
  }
}

/// Gauss elimination without pivoting subtleties: enough for the small, well-scaled normal
/// equations below. Absent when singular.
std::optional<std::vector<double>> solve(std::vector<std::vector<double>> m,
                                         std::vector<double> b) {
  const std::size_t n = b.size();
  for (std::size_t k = 0; k < n; ++k) {
    std::size_t pivot = k;
    for (std::size_t i = k + 1; i < n; ++i)
      if (std::abs(m[i][k]) > std::abs(m[pivot][k])) pivot = i;
    if (std::abs(m[pivot][k]) < 1e-6) return std::nullopt;
    std::swap(m[k], m[pivot]);
    std::swap(b[k], b[pivot]);
    for (std::size_t i = k + 1; i < n; ++i) {
      const double f = m[i][k] / m[k][k];
      for (std::size_t j = k; j < n; ++j) m[i][j] -= f * m[k][j];
      b[i] -= f * b[k];
    }
  }
  for (std::size_t k = n; k-- > 0;) {
    for (std::size_t j = k + 1; j < n; ++j) b[k] -= m[k][j] * b[j];
    b[k] /= m[k][k];
  }
  return b;
}

/// A value's statistic by its meaning: how far the others, reconciled without it, say that it is
/// off, over the standard deviation of that. Here by the drop of chi-square when the value may be
/// anything, whose root is the statistic (for a system of full rank).
std::optional<double> statistic_by_removal(const RandomSystem& system, std::size_t index,
                                           double chi_square) {
  RandomSystem free = system;
  free.values[index].half_width *= 1e5;
  const std::size_t rows = free.relations.size();
  std::vector<std::vector<double>> rows_of_b(rows, std::vector<double>(free.values.size(), 0));
  std::vector<double> r(rows);
  for (std::size_t k = 0; k < rows; ++k) {
    double value = -free.relations[k].total;
    for (const LinearTerm& term : free.relations[k].terms) {
      value += term.factor * free.values[term.value].value;
      rows_of_b[k][term.value] += term.factor * free.values[term.value].half_width / 2;
    }
    double norm = 0;
    for (const double entry : rows_of_b[k]) norm += entry * entry;
    for (double& entry : rows_of_b[k]) entry /= std::sqrt(norm);
    r[k] = value / std::sqrt(norm);
  }
  std::vector<std::vector<double>> normal(rows, std::vector<double>(rows, 0));
  for (std::size_t i = 0; i < rows; ++i)
    for (std::size_t j = 0; j < rows; ++j)
      for (std::size_t c = 0; c < free.values.size(); ++c)
        normal[i][j] += rows_of_b[i][c] * rows_of_b[j][c];
  const auto solution = solve(normal, r);
  if (!solution) return std::nullopt;
  double remaining = 0;
  for (std::size_t k = 0; k < rows; ++k) remaining += (*solution)[k] * r[k];
  return std::sqrt(std::max(0.0, chi_square - remaining));
}

TEST(LinearSystemProperty, TheStatisticIsWhatFreeingAValueSaves) {
  Random random(1982);
  int compared = 0;
  for (int round = 0; round < 300; ++round) {
    const RandomSystem system = random.system();
    const Reconciliation r = reconcile(system.values, system.relations);
    if (!r.consistent || r.degrees_of_freedom < system.relations.size()) continue;
    for (std::size_t i = 0; i < system.values.size(); ++i) {
      const auto expected = statistic_by_removal(system, i, r.chi_square);
      if (!expected || r.statistics[i] == 0) continue;
      EXPECT_NEAR(r.statistics[i], *expected, 1e-3 * (1 + std::sqrt(r.chi_square)))
          << "round " << round << ", value " << i;
      ++compared;
    }
  }
  EXPECT_GT(compared, 300);
}

TEST(LinearSystemProperty, APlantedSlipIsFoundWhereRelationsCanTell) {
  // A table of 3 x 3 with totals of rows and columns and a grand total: 16 values, 8 relations.
  Random random(42);
  constexpr std::size_t kSide = 4;
  const auto at = [](std::size_t row, std::size_t column) { return row * kSide + column; };
  Relations relations;
  for (std::size_t i = 0; i < kSide; ++i) {
    relations.push_back(sum_of({at(i, 0), at(i, 1), at(i, 2)}, at(i, 3)));
    relations.push_back(sum_of({at(0, i), at(1, i), at(2, i)}, at(3, i)));
  }
  for (int round = 0; round < 200; ++round) {
    Values values(kSide * kSide);
    double grand = 0;
    for (std::size_t i = 0; i + 1 < kSide; ++i) {
      for (std::size_t j = 0; j + 1 < kSide; ++j) {
        const double cell = std::round(random.real(1, 99));
        values[at(i, j)].value = cell;
        values[at(i, 3)].value += cell;
        values[at(3, j)].value += cell;
        grand += cell;
      }
    }
    values[at(3, 3)].value = grand;
    for (MeasuredValue& measured : values) measured.half_width = 0.5;
    const std::size_t slip = random.index(values.size());
    values[slip].value += 30;
    const Reconciliation r = reconcile(values, relations);
    EXPECT_EQ(r.suspects, Indexes{slip}) << "round " << round;
    EXPECT_EQ(r.degrees_of_freedom, 7U) << "one of the eight follows from the others";
    EXPECT_TRUE(r.consistent);
  }
}

}  // namespace
}  // namespace assay
