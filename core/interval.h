// SPDX-License-Identifier: MIT
#pragma once
/// Intervals of real numbers with open, closed and unbounded ends. This is what a written number
/// means: "15%-30%" is [0.15, 0.30], "more than 500" is (500, +inf), "5600-odd" is (5600, 5700).
///
///     Interval a = Interval::closed(0.495, 0.505);
///     Interval b = Interval::half_open(0.01, 0.1);
///     intersects(a, b)  // false: the two statements cannot both be true
///
/// Ends are doubles. Arithmetic keeps ends open where either operand's end was open. There is no
/// directed rounding: comparisons use `kRelativeEpsilon`, which is far below any written precision
/// and far above the error of the few operations done on a value.

#include <limits>

namespace assay {

/// Two ends closer than this, relative to their size, are the same end.
inline constexpr double kRelativeEpsilon = 1e-9;
inline constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// An interval. Invariant: an unbounded end is infinite and open. `low > high` means empty.
struct Interval {
  double low = -kInfinity;
  double high = kInfinity;
  bool low_closed = false;
  bool high_closed = false;

  static Interval point(double value) { return {value, value, true, true}; }
  static Interval closed(double low, double high) { return {low, high, true, true}; }
  static Interval open(double low, double high) { return {low, high, false, false}; }
  /// [low, high)
  static Interval half_open(double low, double high) { return {low, high, true, false}; }
  static Interval at_least(double low) { return {low, kInfinity, true, false}; }
  static Interval more_than(double low) { return {low, kInfinity, false, false}; }
  static Interval at_most(double high) { return {-kInfinity, high, false, true}; }
  static Interval less_than(double high) { return {-kInfinity, high, false, false}; }
  static Interval all() { return {}; }
  static Interval empty() { return {1, 0, false, false}; }

  [[nodiscard]] bool is_empty() const {
    return low > high || (low == high && !(low_closed && high_closed));
  }
  [[nodiscard]] bool is_point() const { return low == high && low_closed && high_closed; }
  [[nodiscard]] bool has_low() const { return low != -kInfinity; }
  [[nodiscard]] bool has_high() const { return high != kInfinity; }
  [[nodiscard]] bool contains(double value) const;
  /// Is every value of `other` one of this interval's, up to kRelativeEpsilon at the ends?
  [[nodiscard]] bool covers(const Interval& other) const;
  /// The middle of a bounded interval, the finite end of a half-bounded one, 0 of an unbounded one.
  [[nodiscard]] double midpoint() const;
  /// high - low; infinite when unbounded, 0 when empty.
  [[nodiscard]] double width() const;

  bool operator==(const Interval&) const = default;
};

/// The values that are in both.
[[nodiscard]] Interval intersection(const Interval& a, const Interval& b);
/// The smallest interval that covers both; an empty operand adds nothing.
[[nodiscard]] Interval hull(const Interval& a, const Interval& b);
/// Whether some value is in both. Ends that agree to kRelativeEpsilon and are both closed touch.
[[nodiscard]] bool intersects(const Interval& a, const Interval& b);
/// The distance between two intervals: 0 when they meet, else the width of the hole between them.
[[nodiscard]] double gap(const Interval& a, const Interval& b);

/// {x + y}, {x - y}, {x * y}; empty when an operand is.
[[nodiscard]] Interval operator+(const Interval& a, const Interval& b);
[[nodiscard]] Interval operator-(const Interval& a, const Interval& b);
[[nodiscard]] Interval operator*(const Interval& a, const Interval& b);
/// {x / y}. When b holds 0 in its inside the quotient is unbounded on both sides.
[[nodiscard]] Interval operator/(const Interval& a, const Interval& b);
/// {factor * x}; a negative factor turns the interval round.
[[nodiscard]] Interval scale(const Interval& a, double factor);
/// {x + offset}
[[nodiscard]] Interval shift(const Interval& a, double offset);

}  // namespace assay
