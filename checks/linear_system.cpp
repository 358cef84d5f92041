// SPDX-License-Identifier: MIT
#include "checks/linear_system.h"

#include <Eigen/Dense>
#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

namespace assay {
namespace {

/// Statistics this close, relative to the largest, are a tie.
constexpr double kTie = 1e-6;
/// A projection below this sees nothing of a value; what is left of it is the error of arithmetic.
constexpr double kUnseen = 1e-10;
/// A residual below this, relative to the terms that it is the sum of, is zero.
constexpr double kZeroResidual = 1e-9;

using Index = Eigen::Index;

/// B and r of the header, each relation divided by the norm of its row, so that the rank does not
/// depend on the units that relations are written in.
struct ScaledSystem {
  Eigen::MatrixXd matrix;     // B
  Eigen::VectorXd residuals;  // r; exactly 0 when the relation holds
  Eigen::VectorXd sizes;      // how large the terms of a relation are: the measure for "zero"
};

ScaledSystem scaled_system(const std::vector<MeasuredValue>& values,
                           const std::vector<LinearRelation>& relations) {
  const auto rows = static_cast<Index>(relations.size());
  ScaledSystem system;
  system.matrix = Eigen::MatrixXd::Zero(rows, static_cast<Index>(values.size()));
  system.residuals = Eigen::VectorXd::Zero(rows);
  system.sizes = Eigen::VectorXd::Zero(rows);
  for (Index row = 0; row < rows; ++row) {
    const LinearRelation& relation = relations[static_cast<std::size_t>(row)];
    double residual = -relation.total;
    double size = std::abs(relation.total);
    for (const LinearTerm& term : relation.terms) {
      const MeasuredValue& measured = values[term.value];
      residual += term.factor * measured.value;
      size += std::abs(term.factor * measured.value);
      system.matrix(row, static_cast<Index>(term.value)) += term.factor * measured.half_width / 2;
    }
    if (std::abs(residual) <= kZeroResidual * size) residual = 0;
    const double norm = system.matrix.row(row).norm();
    const double scale = norm > 0 ? 1 / norm : 1;
    system.matrix.row(row) *= scale;
    system.residuals(row) = residual * scale;
    system.sizes(row) = size * scale;
  }
  return system;
}

std::vector<std::size_t> largest(const std::vector<double>& statistics) {
  const auto top = std::max_element(statistics.begin(), statistics.end());
  std::vector<std::size_t> indexes;
  if (top == statistics.end() || *top == 0) return indexes;
  for (std::size_t i = 0; i < statistics.size(); ++i)
    if (statistics[i] >= *top * (1 - kTie)) indexes.push_back(i);
  return indexes;
}

}  // namespace

Reconciliation reconcile(const std::vector<MeasuredValue>& values,
                         const std::vector<LinearRelation>& relations) {
  Reconciliation result;
  result.statistics.assign(values.size(), 0);
  for (const MeasuredValue& measured : values) result.adjusted.push_back(measured.value);
  if (values.empty() || relations.empty()) return result;

  const ScaledSystem system = scaled_system(values, relations);
  Eigen::CompleteOrthogonalDecomposition<Eigen::MatrixXd> decomposition;
  decomposition.setThreshold(kUnseen);
  decomposition.compute(system.matrix);
  const Eigen::MatrixXd inverse = decomposition.pseudoInverse();
  const Eigen::VectorXd z = inverse * system.residuals;
  const Eigen::VectorXd seen = (inverse * system.matrix).diagonal();

  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto at = static_cast<Index>(i);
    result.adjusted[i] -= values[i].half_width / 2 * z(at);
    if (seen(at) > kUnseen) result.statistics[i] = std::abs(z(at)) / std::sqrt(seen(at));
  }
  result.chi_square = z.squaredNorm();
  result.degrees_of_freedom = static_cast<std::size_t>(decomposition.rank());
  result.suspects = largest(result.statistics);
  const Eigen::VectorXd left = (system.matrix * z - system.residuals).cwiseAbs();
  const double error = kZeroResidual * system.residuals.norm();
  result.consistent = (left.array() <= kZeroResidual * system.sizes.array() + error).all();
  return result;
}

double probability_of(const Reconciliation& reconciliation) {
  if (reconciliation.degrees_of_freedom == 0) return 1;
  return boost::math::gamma_q(static_cast<double>(reconciliation.degrees_of_freedom) / 2,
                              reconciliation.chi_square / 2);
}

}  // namespace assay
