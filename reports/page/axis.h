// SPDX-License-Identifier: MIT
#pragma once
/// A scale for drawings: values to positions in percent of the width (or height), and round ticks.
/// Positions are percentages so that a drawing is as wide as its column without any script.

#include <string>
#include <vector>

#include "core/interval.h"
#include "reports/reading.h"

namespace assay {

enum class AxisScale : std::uint8_t {
  Linear,
  Logarithmic,  ///< for values that span several powers of ten; all of them are positive
};

struct Tick {
  double position = 0;  ///< percent
  std::string label;    ///< the number in the display unit, with the unit only where that is a sign
};

class Axis {
 public:
  /// An axis on which every finite end of `intervals` has room. It is logarithmic when the values
  /// are positive and the largest is more than two hundred times the smallest; else it starts
  /// at 0 where that leaves the values enough room. Units: canonical; the ticks are round in `unit`.
  static Axis fit(const std::vector<Interval>& intervals, const DisplayUnit& unit);

  [[nodiscard]] AxisScale scale() const { return scale_; }
  /// Units: canonical value -> percent, within [0, 100]; an infinite value is at the edge.
  [[nodiscard]] double position(double value) const;
  /// Round values on the axis, at most `most` of them, in ascending order.
  [[nodiscard]] std::vector<Tick> ticks(std::size_t most) const;

 private:
  [[nodiscard]] double transform(double shown) const;
  [[nodiscard]] Tick tick(double shown) const;
  void add_linear_ticks(std::size_t most, std::vector<Tick>& ticks) const;
  void add_logarithmic_ticks(std::size_t most, std::vector<Tick>& ticks) const;

  AxisScale scale_ = AxisScale::Linear;
  DisplayUnit unit_;
  double low_ = 0;  ///< of the axis, in the display unit (its logarithm on a logarithmic axis)
  double high_ = 1;
};

/// A position as it stands in a drawing: "12.34%".
[[nodiscard]] std::string percent(double position);

}  // namespace assay
