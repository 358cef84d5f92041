// SPDX-License-Identifier: MIT
#include "checks/feasible_system.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <numeric>
#include <set>

#include "checks/simplex.h"

namespace assay {
namespace {

/// Bounds are carried from sum to sum this often: as far as a chain of relations is long.
constexpr int kPropagations = 12;
/// A chord's interval is no narrower than this, relatively: its slope would be an error of arithmetic.
constexpr double kLeastChord = 1e-6;
/// Lines steeper or flatter than at these values have factors too unlike to calculate with.
constexpr double kLeastPoint = 1e-3;
constexpr double kLargestPoint = 1e3;
/// Sets of statements that are tried without, for each conflict that is asked for.
constexpr std::size_t kTrialsForEach = 40;

/// The bounds of the kept statements as one list, and whose each is.
struct KeptBounds {
  std::vector<LinearBound> bounds;
  std::vector<std::size_t> owners;
};

KeptBounds bounds_of(const IntervalSystem& system, const StatementSet& kept) {
  KeptBounds all;
  for (const std::size_t statement : kept) {
    for (const LinearBound& bound : system.statements[statement]) {
      all.bounds.push_back(bound);
      all.owners.push_back(statement);
    }
  }
  return all;
}

// ---- the curve between x and ln x

Interval logarithm_of(const Interval& x) {
  const Interval above = x.low > 0 ? Interval::at_least(std::log(x.low)) : Interval::all();
  const Interval below = x.has_high() ? Interval::at_most(std::log(x.high)) : Interval::all();
  return intersection(above, below);
}

Interval exponential_of(const Interval& y) {
  const double high = std::exp(y.high);
  const Interval above = y.has_low() ? Interval::at_least(std::exp(y.low)) : Interval::more_than(0);
  return intersection(above, std::isfinite(high) ? Interval::at_most(high) : Interval::all());
}

/// Takes `more` into `known`, unless nothing would be left: that is for the simplex to prove.
void narrow(Interval& known, const Interval& more) {
  const Interval both = intersection(known, more);
  if (!both.is_empty()) known = both;
}

void narrow_by(const LinearBound& bound, std::vector<Interval>& known) {
  for (const LinearTerm& term : bound.terms) {
    if (term.factor == 0) continue;
    Interval rest = bound.range;
    for (const LinearTerm& other : bound.terms)
      if (&other != &term && other.factor != 0)
        rest = rest - scale(known[other.value], other.factor);
    // A variable that occurs twice leaves its own interval in the rest, which is only wider.
    narrow(known[term.value], scale(rest, 1 / term.factor));
  }
}

/// What the bounds leave for each variable, one bound at a time: wide, but never too narrow.
std::vector<Interval> propagated(const IntervalSystem& system,
                                 const std::vector<LinearBound>& bounds) {
  std::vector<Interval> known(system.variables, Interval::all());
  for (int round = 0; round < kPropagations; ++round) {
    for (const LinearBound& bound : bounds) narrow_by(bound, known);
    for (const LogarithmPair& pair : system.logarithms) {
      narrow(known[pair.value], exponential_of(known[pair.logarithm]));
      narrow(known[pair.logarithm], logarithm_of(known[pair.value]));
    }
  }
  return known;
}

/// ln x <= ln p + (x - p) / p, at a point p of the curve.
LinearBound tangent(const LogarithmPair& pair, double point) {
  return {{{pair.logarithm, 1}, {pair.value, -1 / point}}, Interval::at_most(std::log(point) - 1)};
}

/// ln x lies above the line between the ends of the interval of x.
LinearBound chord(const LogarithmPair& pair, double low, double high) {
  const double slope = std::log(high / low) / (high - low);
  return {{{pair.logarithm, 1}, {pair.value, -slope}},
          Interval::at_least(std::log(low) - slope * low)};
}

void add_curves(const IntervalSystem& system, std::vector<LinearBound>& bounds) {
  const std::vector<Interval> known = propagated(system, bounds);
  for (const LogarithmPair& pair : system.logarithms) {
    const Interval& x = known[pair.value];
    bounds.push_back({{{pair.value, 1}}, Interval::more_than(0)});
    bounds.push_back({{{pair.logarithm, 1}}, logarithm_of(x)});
    const auto is_calculable = [](double point) {
      return point >= kLeastPoint && point <= kLargestPoint;
    };
    for (const double point : {x.low, x.high, std::sqrt(x.low * x.high)})
      if (is_calculable(point)) bounds.push_back(tangent(pair, point));
    if (is_calculable(x.low) && is_calculable(x.high) && x.high > x.low * (1 + kLeastChord))
      bounds.push_back(chord(pair, x.low, x.high));
  }
}

// ---- conflicts

std::vector<DenseBound> dense(const std::vector<LinearBound>& bounds, std::size_t variables) {
  std::vector<DenseBound> rows;
  for (const LinearBound& bound : bounds) {
    DenseBound row{std::vector<double>(variables, 0), bound.range};
    for (const LinearTerm& term : bound.terms) row.factors[term.value] += term.factor;
    rows.push_back(std::move(row));
  }
  return rows;
}

/// Statements of `kept` that cannot all be true, not yet the fewest; absent: they can.
std::optional<StatementSet> some_conflict(const IntervalSystem& system, const StatementSet& kept) {
  KeptBounds all = bounds_of(system, kept);
  if (!system.logarithms.empty()) add_curves(system, all.bounds);
  const auto rows = unmeetable(system.variables, dense(all.bounds, system.variables));
  if (!rows) return std::nullopt;
  std::set<std::size_t> members;
  for (const std::size_t row : *rows) {
    // A chord rests on whatever the interval of its x came from.
    if (row >= all.owners.size()) return kept;
    members.insert(all.owners[row]);
  }
  return StatementSet(members.begin(), members.end());
}

StatementSet without(const StatementSet& set, std::size_t position) {
  StatementSet rest = set;
  rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(position));
  return rest;
}

bool is_irreducible(const IntervalSystem& system, const StatementSet& set) {
  if (is_feasible(system, set)) return false;
  for (std::size_t i = 0; i < set.size(); ++i)
    if (!is_feasible(system, without(set, i))) return false;
  return true;
}

}  // namespace

bool is_feasible(const IntervalSystem& system, const StatementSet& kept) {
  return !some_conflict(system, kept);
}

std::optional<StatementSet> irreducible_conflict(const IntervalSystem& system,
                                                 const StatementSet& kept) {
  std::optional<StatementSet> set = some_conflict(system, kept);
  if (!set) return std::nullopt;
  // The deletion filter: what stands before i is needed, and stays so in every smaller set.
  for (std::size_t i = 0; i < set->size();) {
    if (auto smaller = some_conflict(system, without(*set, i)))
      set = std::move(smaller);
    else
      ++i;
  }
  // At the limits of arithmetic two answers may not fit together: then nothing is proven.
  return is_irreducible(system, *set) ? set : std::nullopt;
}

std::vector<StatementSet> irreducible_conflicts(const IntervalSystem& system, std::size_t most) {
  StatementSet all(system.statements.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  // Every further conflict lacks a member of each that is known: those are left out in turn.
  std::vector<StatementSet> found;
  std::deque<StatementSet> to_leave_out = {{}};
  std::set<StatementSet> tried;
  while (!to_leave_out.empty() && found.size() < most && tried.size() < most * kTrialsForEach) {
    const StatementSet left_out = std::move(to_leave_out.front());
    to_leave_out.pop_front();
    if (!tried.insert(left_out).second) continue;
    StatementSet kept;
    std::ranges::set_difference(all, left_out, std::back_inserter(kept));
    const auto conflict = irreducible_conflict(system, kept);
    if (!conflict) continue;
    if (std::ranges::find(found, *conflict) == found.end()) found.push_back(*conflict);
    for (const std::size_t member : *conflict) {
      StatementSet more = left_out;
      more.insert(std::ranges::upper_bound(more, member), member);
      to_leave_out.push_back(std::move(more));
    }
  }
  return found;
}

}  // namespace assay
