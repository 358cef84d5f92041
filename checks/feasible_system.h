// SPDX-License-Identifier: MIT
#pragma once
/// Statements about unknown numbers, each an interval for a sum of them: can all be true at once,
/// and if not, which few of them cannot?
///
///     // x is about 100, y is about 150, and y is 1.2 times x (as logarithms)
///     IntervalSystem system{.variables = 2, .statements = {
///         {{.terms = {{0, 1}}, .range = Interval::closed(4.60, 4.61)}},
///         {{.terms = {{1, 1}}, .range = Interval::closed(5.00, 5.02)}},
///         {{.terms = {{1, 1}, {0, -1}}, .range = Interval::closed(0.17, 0.19)}}}};
///     irreducible_conflicts(system, 1)  // {{0, 1, 2}}
///
/// Feasibility is decided by the general simplex method: each sum is a variable of its own with
/// bounds, a variable beyond a bound is brought back by a pivot, and by Bland's rule this ends. An
/// open end is an infinitesimal step away from the end. Where nothing can be pivoted, the row of
/// the tableau is a certificate (Farkas): a combination of the sums that is 0 for all numbers and
/// cannot be 0 within their bounds.
///
/// Where x and ln x both occur, the curve between them is replaced by its chord and tangents over
/// the interval that the statements leave for x. Every true solution stays one: what is found
/// infeasible is so, what is found feasible may still miss the curve.
///
/// Numerics: sums are scaled so that their largest factor is 1. Bounds count as met within 1e-9 of
/// their size or of 1; factors below 1e-9 are 0. An infeasibility counts only if its certificate,
/// recomputed from the sums as given, misses 0 by more than what it leaves of the variables, which
/// are taken to be below 100; what remains undecided is feasible. Callers scale variables to the
/// order of 1.
///
/// Source: B. Dutertre and L. de Moura, A fast linear-arithmetic solver for DPLL(T), CAV 2006, for
/// the method and the open ends; J. W. Chinneck and E. W. Dravnieks, Locating minimal infeasible
/// constraint sets in linear programs, ORSA Journal on Computing 3 (1991), for the deletion filter;
/// R. Reiter, A theory of diagnosis from first principles, Artificial Intelligence 32 (1987), for
/// the further sets.

#include <cstddef>
#include <optional>
#include <vector>

#include "checks/linear_system.h"
#include "core/interval.h"

namespace assay {

/// The sum of the terms lies in `range`. A variable may occur in several terms.
struct LinearBound {
  std::vector<LinearTerm> terms;  ///< `value` is the index of a variable
  Interval range;
};

/// Variable `logarithm` is the natural logarithm of variable `value`, which is positive.
struct LogarithmPair {
  std::size_t value = 0;
  std::size_t logarithm = 0;
};

struct IntervalSystem {
  std::size_t variables = 0;
  std::vector<LogarithmPair> logarithms;
  /// Each statement is one or more bounds, which stand and fall together.
  std::vector<std::vector<LinearBound>> statements;
};

/// Indexes of statements. Order: ascending.
using StatementSet = std::vector<std::size_t>;

/// Whether the statements of `kept` can all be true. Preconditions: indexes exist; factors are
/// finite.
[[nodiscard]] bool is_feasible(const IntervalSystem& system, const StatementSet& kept);

/// Statements of `kept` that cannot all be true, though without any one of them the others can;
/// absent when those of `kept` can.
[[nodiscard]] std::optional<StatementSet> irreducible_conflict(const IntervalSystem& system,
                                                               const StatementSet& kept);

/// Different irreducible conflicts among all statements, `most` of them at most. Empty: all can be
/// true.
[[nodiscard]] std::vector<StatementSet> irreducible_conflicts(const IntervalSystem& system,
                                                              std::size_t most);

}  // namespace assay
