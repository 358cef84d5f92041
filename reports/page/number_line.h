// SPDX-License-Identifier: MIT
#pragma once
/// A number line: every statement of a finding as a stretch of one axis, so that the eye sees what
/// meets and what does not. Solid is what was stated, pale what it may stand for.

#include <optional>
#include <vector>

#include "checks/finding.h"
#include "reports/page/axis.h"

namespace assay {

/// A stretch of an axis in percent.
struct Stretch {
  double from = 0;
  double to = 0;
};

/// One statement on the line.
struct NumberLineRow {
  std::size_t evidence = 0;  ///< index into Finding::evidence
  std::string label;         ///< the value in the unit of the line
  std::string who;           ///< its speaker, else the file and line where it stands
  Stretch stated;
  Stretch tolerance;
  bool is_point = false;
  bool goes_on_left = false;  ///< unbounded: the stretch ends where the drawing does
  bool goes_on_right = false;
};

struct NumberLine {
  AxisScale scale = AxisScale::Linear;
  std::string unit;  ///< what the ticks count; empty when the ticks say so themselves
  std::vector<NumberLineRow> rows;
  std::vector<Tick> ticks;
  std::optional<Stretch> hole;  ///< between statements of one thing that do not meet
};

/// The number lines of a finding: one for each unit that at least two of its statements share.
/// Levels and changes are drawn apart, for 30% and "up 30%" are different things.
[[nodiscard]] std::vector<NumberLine> make_number_lines(const Finding& finding,
                                                        const Strings& strings);

}  // namespace assay
