// SPDX-License-Identifier: MIT
#include "core/interval.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace assay {
namespace {

/// One end of an interval while the product of two intervals is worked out.
struct End {
  double value;
  bool closed;
};

bool nearly_equal(double a, double b) {
  if (a == b) return true;
  if (std::isinf(a) || std::isinf(b)) return false;
  return std::abs(a - b) <= kRelativeEpsilon * std::max(std::abs(a), std::abs(b));
}

End multiply(End a, End b) {
  // 0 * inf is 0 here: the product of a quantity that is exactly zero stays zero.
  if (a.value == 0 || b.value == 0) {
    const bool closed = (a.value == 0 && a.closed) || (b.value == 0 && b.closed);
    return {0, closed};
  }
  return {a.value * b.value, a.closed && b.closed};
}

Interval from_ends(End low, End high) {
  if (std::isinf(low.value)) low.closed = false;
  if (std::isinf(high.value)) high.closed = false;
  return {low.value, high.value, low.closed, high.closed};
}

}  // namespace

bool Interval::contains(double value) const {
  const bool above = value > low || (low_closed && nearly_equal(value, low));
  const bool below = value < high || (high_closed && nearly_equal(value, high));
  return above && below;
}

bool Interval::covers(const Interval& other) const {
  if (other.is_empty()) return true;
  const bool low_ok =
      nearly_equal(low, other.low) ? low_closed || !other.low_closed : low < other.low;
  const bool high_ok =
      nearly_equal(high, other.high) ? high_closed || !other.high_closed : high > other.high;
  return low_ok && high_ok;
}

double Interval::midpoint() const {
  if (has_low() && has_high()) return low + (high - low) / 2;
  if (has_low()) return low;
  return has_high() ? high : 0;
}

double Interval::width() const { return is_empty() ? 0 : high - low; }

Interval intersection(const Interval& a, const Interval& b) {
  Interval result = a;
  if (b.low > a.low) {
    result.low = b.low;
    result.low_closed = b.low_closed;
  } else if (b.low == a.low) {
    result.low_closed = a.low_closed && b.low_closed;
  }
  if (b.high < a.high) {
    result.high = b.high;
    result.high_closed = b.high_closed;
  } else if (b.high == a.high) {
    result.high_closed = a.high_closed && b.high_closed;
  }
  return result.is_empty() ? Interval::empty() : result;
}

Interval hull(const Interval& a, const Interval& b) {
  if (a.is_empty()) return b;
  if (b.is_empty()) return a;
  Interval result = a;
  if (b.low < a.low) {
    result.low = b.low;
    result.low_closed = b.low_closed;
  } else if (b.low == a.low) {
    result.low_closed = a.low_closed || b.low_closed;
  }
  if (b.high > a.high) {
    result.high = b.high;
    result.high_closed = b.high_closed;
  } else if (b.high == a.high) {
    result.high_closed = a.high_closed || b.high_closed;
  }
  return result;
}

bool intersects(const Interval& a, const Interval& b) {
  if (a.is_empty() || b.is_empty()) return false;
  const double low = std::max(a.low, b.low);
  const double high = std::min(a.high, b.high);
  if (!nearly_equal(low, high)) return low < high;
  // 99.9999998% is narrow, and lies within [0, 100%] all the same.
  const auto is_common_part = [&](const Interval& one) {
    return one.low == low && one.high == high;
  };
  if (low < high && (is_common_part(a) || is_common_part(b))) return true;
  // They touch in one point, which has to belong to both.
  const auto leaves_out = [&](const Interval& interval) {
    return (nearly_equal(interval.low, low) && !interval.low_closed) ||
           (nearly_equal(interval.high, high) && !interval.high_closed);
  };
  return !leaves_out(a) && !leaves_out(b);
}

double gap(const Interval& a, const Interval& b) {
  if (a.is_empty() || b.is_empty() || intersects(a, b)) return 0;
  return std::max({a.low - b.high, b.low - a.high, 0.0});
}

Interval operator+(const Interval& a, const Interval& b) {
  if (a.is_empty() || b.is_empty()) return Interval::empty();
  return from_ends({a.low + b.low, a.low_closed && b.low_closed},
                   {a.high + b.high, a.high_closed && b.high_closed});
}

Interval operator-(const Interval& a, const Interval& b) { return a + scale(b, -1); }

Interval operator*(const Interval& a, const Interval& b) {
  if (a.is_empty() || b.is_empty()) return Interval::empty();
  const std::array<End, 2> as = {End{a.low, a.low_closed}, End{a.high, a.high_closed}};
  const std::array<End, 2> bs = {End{b.low, b.low_closed}, End{b.high, b.high_closed}};
  End low = multiply(as[0], bs[0]);
  End high = low;
  for (const End& x : as) {
    for (const End& y : bs) {
      const End product = multiply(x, y);
      if (product.value < low.value || (product.value == low.value && product.closed))
        low = product;
      if (product.value > high.value || (product.value == high.value && product.closed))
        high = product;
    }
  }
  return from_ends(low, high);
}

Interval operator/(const Interval& a, const Interval& b) {
  if (a.is_empty() || b.is_empty()) return Interval::empty();
  if (b.low < 0 && b.high > 0) return Interval::all();
  if (b.low == 0 && b.high == 0) return Interval::empty();
  // The reciprocal of an end at zero is unbounded on the side the interval lies on.
  const bool positive = b.high > 0;
  const double low = b.high == 0 ? -kInfinity : 1 / b.high;
  const double high = b.low == 0 ? kInfinity : 1 / b.low;
  const Interval reciprocal = from_ends({positive && !b.has_high() ? 0 : low, b.high_closed},
                                        {!positive && !b.has_low() ? 0 : high, b.low_closed});
  return a * reciprocal;
}

Interval scale(const Interval& a, double factor) {
  if (a.is_empty()) return a;
  if (factor == 0) return Interval::point(0);
  if (factor > 0) return {a.low * factor, a.high * factor, a.low_closed, a.high_closed};
  return {a.high * factor, a.low * factor, a.high_closed, a.low_closed};
}

Interval shift(const Interval& a, double offset) {
  if (a.is_empty()) return a;
  return {a.low + offset, a.high + offset, a.low_closed, a.high_closed};
}

}  // namespace assay
