// SPDX-License-Identifier: MIT
#include "core/quantity.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace assay {
namespace {

/// "About" and "nearly" reach this far, relative to the value.
constexpr double kHedgeReach = 0.1;
/// Spelt-out numbers up to this one are counted, not measured.
constexpr double kLargestExactWord = 20;

/// The power of ten of the place to which a writer is taken to have rounded.
int rounding_exponent(const Decimal& written) {
  int zeros = 0;
  std::int64_t rest = written.coefficient();
  for (; rest != 0 && rest % 10 == 0; rest /= 10) ++zeros;
  // A zero after the point was written on purpose: 80.00 is exact to its last digit.
  const bool has_places = written.exponent() < 0;
  return written.exponent() + (zeros >= 2 && !has_places ? zeros - 1 : 0);
}

/// value + units x 10^exponent: exact where 18 digits suffice, so that 0.8 - 0.005 is 0.795.
double moved(const Decimal& value, std::int64_t units, int exponent) {
  const Decimal step(units, exponent);
  const auto sum = value.plus(step);
  return sum ? sum->to_double() : value.to_double() + step.to_double();
}

/// [x - half, x + half) for a positive number; a negative one is its mirror image, as writers round
/// halves away from zero.
Interval plain_rounding(const Decimal& written) {
  const int exponent = rounding_exponent(written) - 1;
  const double low = moved(written, -5, exponent);
  const double high = moved(written, 5, exponent);
  // More digits than a double holds: half a unit of the last one is lost, the figure is not.
  if (low >= high) return Interval::point(written.to_double());
  if (written.coefficient() < 0) return {low, high, false, true};
  return Interval::half_open(low, high);
}

bool is_small_integer(const Decimal& written) {
  const double value = written.to_double();
  return std::abs(value) <= kLargestExactWord && value == std::trunc(value);
}

Interval mirrored_if(bool negative, const Interval& interval) {
  return negative ? scale(interval, -1) : interval;
}

}  // namespace

Interval to_canonical(const Interval& written, const MeasuredIn& unit) {
  const auto end = [&](double value) {
    return std::isinf(value) ? value : unit.to_canonical(value);
  };
  return {end(written.low), end(written.high), written.low_closed, written.high_closed};
}

Interval rounding_interval(const Decimal& written, Hedge hedge, Spelling spelling) {
  if (hedge == Hedge::None && spelling == Spelling::Words && is_small_integer(written))
    return Interval::point(written.to_double());
  const Interval rounded = plain_rounding(written);
  const bool negative = written.coefficient() < 0;
  const double size = std::abs(written.to_double());
  switch (hedge) {
    case Hedge::None:
      return rounded;
    case Hedge::About: {
      const Interval reach = Interval::closed(size * (1 - kHedgeReach), size * (1 + kHedgeReach));
      return hull(rounded, mirrored_if(negative, reach));
    }
    case Hedge::Nearly: {
      const double high = mirrored_if(negative, rounded).high;
      return mirrored_if(negative, Interval::half_open(size * (1 - kHedgeReach), high));
    }
    case Hedge::LittleOver:
      return stated_interval(written, hedge);
    case Hedge::AtLeast:
      return Interval::at_least(rounded.low);
    case Hedge::MoreThan:
      return Interval::more_than(rounded.low);
    case Hedge::AtMost:
      return Interval::at_most(rounded.high);
    case Hedge::LessThan:
      return Interval::less_than(rounded.high);
  }
  return rounded;
}

Interval bounded_by(Hedge hedge, double value, const Interval& otherwise) {
  switch (hedge) {
    case Hedge::AtLeast:
      return Interval::at_least(value);
    case Hedge::MoreThan:
      return Interval::more_than(value);
    case Hedge::AtMost:
      return Interval::at_most(value);
    case Hedge::LessThan:
      return Interval::less_than(value);
    case Hedge::None:
    case Hedge::LittleOver:
    case Hedge::About:
    case Hedge::Nearly:
      break;
  }
  return otherwise;
}

Interval stated_interval(const Decimal& written, Hedge hedge) {
  const double value = written.to_double();
  if (hedge == Hedge::LittleOver) {
    const double step = written.last_nonzero_place();
    return written.coefficient() < 0 ? Interval::open(value - step, value)
                                     : Interval::open(value, value + step);
  }
  return bounded_by(hedge, value, Interval::point(value));
}

}  // namespace assay
