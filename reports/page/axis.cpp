// SPDX-License-Identifier: MIT
#include "reports/page/axis.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace assay {
namespace {

/// From this ratio of largest to smallest on, a linear axis would squeeze the smaller ones together.
constexpr double kLogarithmicFrom = 200;
/// An axis of positive values starts at 0 unless that would leave more than this part of it empty.
constexpr double kMostEmpty = 0.6;
/// Room at either end, as a part of the range.
constexpr double kPadding = 0.1;
/// The same where a statement has no end, so that one sees it go on.
constexpr double kUnboundedPadding = 0.5;

/// The smallest of 1, 2, 5 times a power of ten that is not below `step`.
double round_step(double step) {
  const double power = std::pow(10, std::floor(std::log10(step)));
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (factor * power >= step * (1 - kRelativeEpsilon)) return factor * power;
  }
  return 10 * power;
}

}  // namespace

Axis Axis::fit(const std::vector<Interval>& intervals, const DisplayUnit& unit) {
  Axis axis;
  axis.unit_ = unit;
  double low = kInfinity;
  double high = -kInfinity;
  bool goes_on_left = false;
  bool goes_on_right = false;
  for (const Interval& interval : intervals) {
    goes_on_left = goes_on_left || !interval.has_low();
    goes_on_right = goes_on_right || !interval.has_high();
    for (const double end : {interval.low, interval.high}) {
      if (!std::isfinite(end)) continue;
      const double shown = (end - unit.offset) / unit.factor;
      low = std::min(low, shown);
      high = std::max(high, shown);
    }
  }
  if (low > high) low = high = 0;
  if (low > 0 && high / low > kLogarithmicFrom) {
    axis.scale_ = AxisScale::Logarithmic;
    low = std::log10(low);
    high = std::log10(high);
  }
  const double range = high > low ? high - low : std::max(std::abs(high) * kPadding, 1e-12);
  axis.low_ = low - (goes_on_left ? kUnboundedPadding : kPadding) * range;
  axis.high_ = high + (goes_on_right ? kUnboundedPadding : kPadding) * range;
  if (axis.scale_ == AxisScale::Linear && low >= 0) {
    axis.low_ = low <= kMostEmpty * high ? 0 : std::max(axis.low_, 0.0);
  }
  return axis;
}

double Axis::transform(double shown) const {
  const double at = scale_ == AxisScale::Logarithmic ? std::log10(std::max(shown, 1e-300)) : shown;
  return std::clamp(100 * (at - low_) / (high_ - low_), 0.0, 100.0);
}

double Axis::position(double value) const {
  if (value == kInfinity) return 100;
  if (value == -kInfinity) return 0;
  return transform((value - unit_.offset) / unit_.factor);
}

Tick Axis::tick(double shown) const {
  return {transform(shown), show_number(shown) + (unit_.on_both_ends ? unit_.suffix : "")};
}

void Axis::add_linear_ticks(std::size_t most, std::vector<Tick>& ticks) const {
  const double step = round_step((high_ - low_) / static_cast<double>(most));
  for (double n = std::ceil(low_ / step); n * step <= high_; ++n) ticks.push_back(tick(n * step));
}

void Axis::add_logarithmic_ticks(std::size_t most, std::vector<Tick>& ticks) const {
  const double every = std::max(1.0, std::ceil((high_ - low_) / static_cast<double>(most)));
  for (double power = std::ceil(low_); power <= high_; power += every) {
    ticks.push_back(tick(std::pow(10, power)));
  }
}

std::vector<Tick> Axis::ticks(std::size_t most) const {
  std::vector<Tick> ticks;
  if (scale_ == AxisScale::Linear) {
    add_linear_ticks(most, ticks);
  } else {
    add_logarithmic_ticks(most, ticks);
  }
  return ticks;
}

std::string percent(double position) {
  std::array<char, 32> buffer;
  const auto end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::round(position * 100) / 100)
          .ptr;
  return std::string(buffer.data(), end) + "%";
}

}  // namespace assay
