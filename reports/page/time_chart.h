// SPDX-License-Identifier: MIT
#pragma once
/// Values over time: one small chart for each thing that is stated for at least two periods.

#include <vector>

#include "checks/finding.h"
#include "reports/page/axis.h"

namespace assay {

/// One dated value. Positions in percent of width and height; up is 0.
struct TimePoint {
  const Fact* fact = nullptr;
  std::string label;
  double from = 0;  ///< where its period starts
  double at = 0;    ///< the middle of the period
  double to = 0;
  double value = 0;  ///< the middle of the stated interval
  double stated_low = 0;
  double stated_high = 0;
  double tolerance_low = 0;
  double tolerance_high = 0;
};

/// Its names are those of the reader's language.
struct TimeChart {
  std::string subject;
  std::string metric;
  std::string comparand;
  std::vector<std::string> scope;
  std::string unit;  ///< what the ticks count; empty when the ticks say so themselves
  std::vector<TimePoint>
      points;                ///< by time; the latest, where there are too many to be told apart
  std::size_t left_out = 0;  ///< earlier ones
  std::vector<Tick> times;   ///< years or months, left to right
  std::vector<Tick> values;  ///< bottom to top
};

/// Order: by number of points, most first, then by subject and metric. The charts refer to the facts
/// of `result`, which must outlive them.
[[nodiscard]] std::vector<TimeChart> make_time_charts(const CheckResult& result,
                                                      const Strings& strings);

}  // namespace assay
