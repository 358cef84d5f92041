// SPDX-License-Identifier: MIT
#pragma once
/// Values that were measured one by one, and the linear relations that they have to obey together:
/// what do they become when they are made to agree, and which of them is most likely wrong?
///
///     // 3.1 + 4.2 = 8.3, each rounded to a tenth
///     Reconciliation r = reconcile({{3.1, 0.05}, {4.2, 0.05}, {8.3, 0.05}},
///                                  {{{{0, 1}, {1, 1}, {2, -1}}, 0}});
///     r.chi_square  // 533: rounding does not explain it
///     r.suspects    // {0, 1, 2}: one relation alone cannot tell which
///
/// With the values x, their standard deviations s (S = diag(s)) and the relations A y = b, the
/// adjusted values y minimise the sum of ((x - y) / s)^2. With B = A S and r = A x - b,
///
///     z = B+ r                  the adjustment in standard deviations; B+ is the pseudo-inverse
///     y = x - S z
///     chi_square = z . z        with rank(B) degrees of freedom, if nothing but rounding is wrong
///     statistic_i = |z_i| / sqrt((B+ B)_ii)
///
/// (B+ B is the covariance of z, the projection on what the relations can see.) The statistic of a
/// value is standard normal under the same hypothesis, and among all linear tests it is the one
/// that best finds a gross error of that value. B+ comes from a complete orthogonal decomposition,
/// which reveals the rank: relations that repeat one another count once.
///
/// What nobody measured (an infinite half width) may be anything: the relations are combined so that
/// it drops out, which the left null space of its factors tells how to.
///
/// It does not decide whether a relation is broken: rules do that with intervals. Relations that
/// are not linear are for the caller to make so (the logarithms of a product).
///
/// Source: G. A. Almasy and T. Sztano, Checking and correction of measurements on the basis of
/// linear system model, Problems of Control and Information Theory 4 (1975), for the test of
/// maximum power; R. S. H. Mah and A. C. Tamhane, Detection of gross errors in process data, AIChE
/// Journal 28 (1982), for the measurement test; C. M. Crowe, Y. A. Garcia Campos and A. Hrymak,
/// Reconciliation of process flow rates by matrix projection, AIChE Journal 29 (1983), for what was
/// not measured; R. W. Serth and W. A. Heenan, Gross error detection and data reconciliation in steam
/// metering systems, AIChE Journal 32 (1986), for testing in turn.

#include <cstddef>
#include <vector>

namespace assay {

/// A value and how far off rounding may have put it.
struct MeasuredValue {
  double value = 0;
  /// Half the width of the tolerance, taken as two standard deviations. 0: exact, never adjusted.
  /// Infinite: not measured, and `value` means nothing.
  double half_width = 0;
};

/// factor x (the value with this index)
struct LinearTerm {
  std::size_t value = 0;
  double factor = 1;
};

/// The sum of the terms is `total`. A value may occur in several terms; their factors add up.
struct LinearRelation {
  std::vector<LinearTerm> terms;
  double total = 0;
};

struct Reconciliation {
  std::vector<double> adjusted;    ///< one for each value; as given where nothing constrains it
  std::vector<double> statistics;  ///< of the measurement test; 0 where no relation sees the value
  double chi_square = 0;           ///< of the global test
  std::size_t degrees_of_freedom = 0;  ///< relations that say something of their own
  /// The values with the largest statistic, within rounding; more than one is a tie, which no
  /// arithmetic can break. Empty when nothing needs adjusting. Order: ascending.
  std::vector<std::size_t> suspects;
  /// Whether `adjusted` obeys every relation. Relations that contradict one another, or that exact
  /// values break, cannot be obeyed; `adjusted` then comes as near as least squares can.
  bool consistent = true;
};

/// Reconciles `values` with `relations`. Preconditions: terms name existing values; all numbers are
/// finite but for half widths, which are not negative.
[[nodiscard]] Reconciliation reconcile(const std::vector<MeasuredValue>& values,
                                       const std::vector<LinearRelation>& relations);

/// The probability that rounding alone gives a chi-square this large or larger.
[[nodiscard]] double probability_of(const Reconciliation& reconciliation);

/// The suspects of one round of testing in turn.
struct Elimination {
  std::vector<std::size_t> suspects;  ///< several are a tie; order: ascending
  double statistic = 0;               ///< theirs
  double next = 0;                    ///< the largest of any other value; the margin is up to it
};

/// Tests in turn: as long as rounding explains what is left with a probability below
/// `significance`, the value with the largest statistic is taken for wrong, and for not measured
/// from there on. Of a tie any one is, since they explain the same. Order: the most suspicious first.
/// The same preconditions.
[[nodiscard]] std::vector<Elimination> eliminate_in_turn(
    std::vector<MeasuredValue> values, const std::vector<LinearRelation>& relations,
    double significance);

}  // namespace assay
