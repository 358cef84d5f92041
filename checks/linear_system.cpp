// SPDX-License-Identifier: MIT
#include "checks/linear_system.h"

#include <Eigen/Dense>
#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

#include "core/interval.h"

namespace assay {
namespace {

/// Statistics this close, relative to the largest, are a tie.
constexpr double kTie = 1e-6;
/// A projection below this sees nothing of a value; what is left of it is the error of arithmetic.
constexpr double kUnseen = 1e-10;
/// A residual below this, relative to the terms that it is the sum of, is zero.
constexpr double kZeroResidual = 1e-9;

using Index = Eigen::Index;

bool is_measured(const MeasuredValue& measured) { return std::isfinite(measured.half_width); }

/// The relations with what nobody measured, and without it. Values are counted in their own size and
/// relations in that of their largest term, so that nothing is small for its unit.
class Projection {
 public:
  Projection(const std::vector<MeasuredValue>& values, const std::vector<LinearRelation>& relations)
      : factors_(Eigen::MatrixXd::Zero(size_of(relations), size_of(values))),
        totals_(Eigen::VectorXd::Zero(size_of(relations))),
        sizes_(Eigen::VectorXd::Ones(size_of(values))) {
    for (Index i = 0; i < sizes_.size(); ++i) {
      const MeasuredValue& measured = values[static_cast<std::size_t>(i)];
      const double size = std::max(std::abs(measured.value), measured.half_width);
      if (!is_measured(measured))
        unmeasured_.push_back(i);
      else if (size > 0)
        sizes_(i) = size;
    }
    for (Index row = 0; row < factors_.rows(); ++row) add(row, relations[at(row)]);
    for (const Index i : unmeasured_) {
      const double largest = factors_.col(i).cwiseAbs().maxCoeff();
      if (largest == 0) continue;
      sizes_(i) = 1 / largest;
      factors_.col(i) *= sizes_(i);
    }
    unknown_ = factors_(Eigen::all, unmeasured_);
  }

  /// Combinations of the relations in which nothing unmeasured is left.
  [[nodiscard]] std::vector<LinearRelation> measured_relations() const {
    const Eigen::FullPivLU<Eigen::MatrixXd> decomposition(unknown_.transpose());
    if (decomposition.dimensionOfKernel() == 0) return {};
    const Eigen::MatrixXd combinations = decomposition.kernel().transpose();
    Eigen::MatrixXd factors = combinations * factors_;
    factors(Eigen::all, unmeasured_).setZero();
    const Eigen::VectorXd totals = combinations * totals_;
    std::vector<LinearRelation> relations;
    for (Index row = 0; row < factors.rows(); ++row) {
      LinearRelation relation{.terms = {}, .total = totals(row)};
      for (Index i = 0; i < factors.cols(); ++i)
        if (std::abs(factors(row, i)) > kUnseen)
          relation.terms.push_back({at(i), factors(row, i) / sizes_(i)});
      relations.push_back(std::move(relation));
    }
    return relations;
  }

  /// Sets what was not measured to what the relations make of the rest.
  void infer(std::vector<double>& adjusted) const {
    Eigen::VectorXd known = Eigen::Map<const Eigen::VectorXd>(adjusted.data(), sizes_.size());
    known.array() /= sizes_.array();
    known(unmeasured_).setZero();
    const Eigen::VectorXd inferred =
        unknown_.completeOrthogonalDecomposition().solve(totals_ - factors_ * known);
    for (Index k = 0; k < inferred.size(); ++k) {
      const Index i = unmeasured_[at(k)];
      if (!factors_.col(i).isZero()) adjusted[at(i)] = inferred(k) * sizes_(i);
    }
  }

 private:
  static std::size_t at(Index index) { return static_cast<std::size_t>(index); }
  template <class Items>
  static Index size_of(const Items& items) {
    return static_cast<Index>(items.size());
  }

  void add(Index row, const LinearRelation& relation) {
    for (const LinearTerm& term : relation.terms) {
      const auto i = static_cast<Index>(term.value);
      factors_(row, i) += term.factor * sizes_(i);
    }
    const double largest = factors_.row(row).cwiseAbs().maxCoeff();
    const double scale = largest > 0 ? 1 / largest : 1;
    factors_.row(row) *= scale;
    totals_(row) = relation.total * scale;
  }

  Eigen::MatrixXd factors_;
  Eigen::VectorXd totals_;
  Eigen::VectorXd sizes_;
  Eigen::MatrixXd unknown_;
  std::vector<Index> unmeasured_;
};

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

/// With every value measured.
Reconciliation reconcile_measured(const std::vector<MeasuredValue>& values,
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

}  // namespace

Reconciliation reconcile(const std::vector<MeasuredValue>& values,
                         const std::vector<LinearRelation>& relations) {
  if (relations.empty() || std::ranges::all_of(values, is_measured))
    return reconcile_measured(values, relations);
  const Projection projection(values, relations);
  std::vector<MeasuredValue> measured = values;
  for (MeasuredValue& value : measured)
    if (!is_measured(value)) value.half_width = 0;
  Reconciliation result = reconcile_measured(measured, projection.measured_relations());
  projection.infer(result.adjusted);
  return result;
}

std::vector<Elimination> eliminate_in_turn(std::vector<MeasuredValue> values,
                                           const std::vector<LinearRelation>& relations,
                                           double significance) {
  std::vector<Elimination> found;
  // Each round takes a degree of freedom, so this ends.
  for (std::size_t round = 0; round < values.size(); ++round) {
    const Reconciliation result = reconcile(values, relations);
    if (result.suspects.empty() || probability_of(result) >= significance) break;
    Elimination elimination{.suspects = result.suspects,
                            .statistic = result.statistics[result.suspects.front()]};
    for (std::size_t i = 0; i < values.size(); ++i)
      if (!std::ranges::binary_search(result.suspects, i))
        elimination.next = std::max(elimination.next, result.statistics[i]);
    values[result.suspects.front()].half_width = kInfinity;
    found.push_back(std::move(elimination));
  }
  return found;
}

double probability_of(const Reconciliation& reconciliation) {
  if (reconciliation.degrees_of_freedom == 0) return 1;
  return boost::math::gamma_q(static_cast<double>(reconciliation.degrees_of_freedom) / 2,
                              reconciliation.chi_square / 2);
}

}  // namespace assay
