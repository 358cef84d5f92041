// SPDX-License-Identifier: MIT
#include "checks/simplex.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

namespace assay {
namespace {

using Index = Eigen::Index;

/// A factor below this is the error of arithmetic.
constexpr double kZeroFactor = 1e-9;
/// A bound is met within this, relative to its size or to 1.
constexpr double kMet = 1e-9;
/// Unknowns are of the order of 1; this is what an error in their factors is multiplied with.
constexpr double kLargestUnknown = 100;
/// Bland's rule ends, but not always soon. Far more than a few dozen rows ever took.
constexpr int kMostPivots = 20000;

/// A number and a multiple of an infinitesimal one, by which an open end is missed.
struct Shifted {
  double real = 0;
  double shift = 0;
};

Shifted operator+(const Shifted& a, const Shifted& b) {
  return {a.real + b.real, a.shift + b.shift};
}
Shifted operator-(const Shifted& a, const Shifted& b) {
  return {a.real - b.real, a.shift - b.shift};
}
Shifted operator*(double factor, const Shifted& a) { return {factor * a.real, factor * a.shift}; }

bool is_below(const Shifted& a, const Shifted& b) {
  const double slack = kMet * std::max(1.0, std::max(std::abs(a.real), std::abs(b.real)));
  if (std::abs(a.real - b.real) > slack) return a.real < b.real;
  return a.shift < b.shift - kMet;
}

/// The bounds of a variable of the tableau; absent: none on this side.
struct Ends {
  std::optional<Shifted> low;
  std::optional<Shifted> high;
};

Ends ends_of(const Interval& range, double scale) {
  Ends ends;
  if (range.has_low()) ends.low = Shifted{range.low * scale, range.low_closed ? 0.0 : 1.0};
  if (range.has_high()) ends.high = Shifted{range.high * scale, range.high_closed ? 0.0 : -1.0};
  return ends;
}

/// Variables 0..n-1 are the unknowns, free of bounds; n+i is the sum of bound i. Each basic one is a
/// row: a sum of the nonbasic ones.
class Tableau {
 public:
  Tableau(std::size_t variables, const std::vector<DenseBound>& bounds)
      : unknowns_(static_cast<Index>(variables)), sums_(static_cast<Index>(bounds.size())) {
    rows_ = Eigen::MatrixXd::Zero(sums_, unknowns_);
    ends_.resize(variables + bounds.size());
    values_.resize(ends_.size());
    for (Index j = 0; j < unknowns_; ++j) nonbasic_.push_back(j);
    for (Index i = 0; i < sums_; ++i) {
      const DenseBound& bound = bounds[static_cast<std::size_t>(i)];
      for (Index j = 0; j < unknowns_; ++j)
        rows_(i, j) = bound.factors[static_cast<std::size_t>(j)];
      const double largest = unknowns_ > 0 ? rows_.row(i).cwiseAbs().maxCoeff() : 0;
      const double scale = largest > 0 ? 1 / largest : 1;
      rows_.row(i) *= scale;
      ends_[static_cast<std::size_t>(unknowns_ + i)] = ends_of(bound.range, scale);
      basic_.push_back(unknowns_ + i);
    }
    given_ = rows_;
  }

  std::optional<std::vector<std::size_t>> run() {
    for (int pivots = 0; pivots < kMostPivots; ++pivots) {
      evaluate();
      const Index row = row_out_of_bounds();
      if (row < 0) return std::nullopt;
      const bool raise = is_too_low(basic_[at(row)]);
      const Index column = column_that_moves(row, raise);
      if (column < 0) return certificate(row, raise);
      pivot(row, column, raise);
    }
    return std::nullopt;
  }

 private:
  static std::size_t at(Index index) { return static_cast<std::size_t>(index); }

  [[nodiscard]] bool is_too_low(Index variable) const {
    const Ends& ends = ends_[at(variable)];
    return ends.low && is_below(values_[at(variable)], *ends.low);
  }
  [[nodiscard]] bool is_too_high(Index variable) const {
    const Ends& ends = ends_[at(variable)];
    return ends.high && is_below(*ends.high, values_[at(variable)]);
  }
  [[nodiscard]] bool may_rise(Index variable) const {
    const Ends& ends = ends_[at(variable)];
    return !ends.high || is_below(values_[at(variable)], *ends.high);
  }
  [[nodiscard]] bool may_fall(Index variable) const {
    const Ends& ends = ends_[at(variable)];
    return !ends.low || is_below(*ends.low, values_[at(variable)]);
  }

  void evaluate() {
    for (Index i = 0; i < sums_; ++i) {
      Shifted sum;
      for (Index j = 0; j < unknowns_; ++j) sum = sum + rows_(i, j) * values_[at(nonbasic_[at(j)])];
      values_[at(basic_[at(i)])] = sum;
    }
  }

  /// That of the basic variable with the least index, by Bland's rule; -1: none.
  [[nodiscard]] Index row_out_of_bounds() const {
    Index found = -1;
    for (Index i = 0; i < sums_; ++i) {
      const Index variable = basic_[at(i)];
      if (found >= 0 && variable > basic_[at(found)]) continue;
      if (is_too_low(variable) || is_too_high(variable)) found = i;
    }
    return found;
  }

  /// A nonbasic variable that can bring the row back, likewise.
  [[nodiscard]] Index column_that_moves(Index row, bool raise) const {
    Index found = -1;
    for (Index j = 0; j < unknowns_; ++j) {
      const double factor = rows_(row, j);
      const Index variable = nonbasic_[at(j)];
      if (std::abs(factor) < kZeroFactor) continue;
      if (found >= 0 && variable > nonbasic_[at(found)]) continue;
      if ((factor > 0) == raise ? may_rise(variable) : may_fall(variable)) found = j;
    }
    return found;
  }

  /// Sets the basic variable of the row to the bound that it missed, and swaps the two.
  void pivot(Index row, Index column, bool raise) {
    const Index leaving = basic_[at(row)];
    const Index entering = nonbasic_[at(column)];
    const Ends& ends = ends_[at(leaving)];
    values_[at(leaving)] = raise ? *ends.low : *ends.high;
    // leaving = factor x entering + rest, so entering = (leaving - rest) / factor.
    const double factor = rows_(row, column);
    rows_.row(row) /= -factor;
    rows_(row, column) = 1 / factor;
    for (Index i = 0; i < sums_; ++i) {
      if (i == row) continue;
      const double share = rows_(i, column);
      if (share == 0) continue;
      rows_(i, column) = 0;
      rows_.row(i) += share * rows_.row(row);
    }
    basic_[at(row)] = entering;
    nonbasic_[at(column)] = leaving;
  }

  /// The sums of the row, if their bounds, as they were given, prove that it cannot be brought back.
  [[nodiscard]] std::optional<std::vector<std::size_t>> certificate(Index row, bool raise) const {
    Eigen::RowVectorXd left = given_row(basic_[at(row)]);
    const Ends& own = ends_[at(basic_[at(row)])];
    Shifted missing = raise ? *own.low : *own.high;
    std::vector<std::size_t> members = {at(basic_[at(row)] - unknowns_)};
    for (Index j = 0; j < unknowns_; ++j) {
      const double factor = rows_(row, j);
      const Index variable = nonbasic_[at(j)];
      if (std::abs(factor) < kZeroFactor) continue;
      if (variable < unknowns_) return std::nullopt;
      left -= factor * given_row(variable);
      const Ends& ends = ends_[at(variable)];
      missing = missing - factor * ((factor > 0) == raise ? *ends.high : *ends.low);
      members.push_back(at(variable - unknowns_));
    }
    // What is left of the unknowns is an error of arithmetic, and has to be less than what is missing.
    const double error = left.cwiseAbs().sum() * kLargestUnknown;
    const bool real = std::abs(missing.real) > std::max(error, kMet);
    if (!real && error > kMet) return std::nullopt;
    const bool proven = raise ? is_below({}, missing) : is_below(missing, {});
    if (!proven) return std::nullopt;
    std::sort(members.begin(), members.end());
    return members;
  }

  /// What the sum is of the unknowns. Precondition: it is one.
  [[nodiscard]] Eigen::RowVectorXd given_row(Index variable) const {
    return given_.row(variable - unknowns_);
  }

  Index unknowns_;
  Index sums_;
  Eigen::MatrixXd rows_;   // basic = rows_ x nonbasic
  Eigen::MatrixXd given_;  // the same before the first pivot
  std::vector<Ends> ends_;
  std::vector<Shifted> values_;
  std::vector<Index> basic_;
  std::vector<Index> nonbasic_;
};

}  // namespace

std::optional<std::vector<std::size_t>> unmeetable(std::size_t variables,
                                                   const std::vector<DenseBound>& bounds) {
  // No sum can lie in an interval that holds nothing.
  for (std::size_t i = 0; i < bounds.size(); ++i)
    if (bounds[i].range.is_empty()) return std::vector{i};
  return Tableau(variables, bounds).run();
}

}  // namespace assay
