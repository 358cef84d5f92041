// SPDX-License-Identifier: MIT
#pragma once
/// A row of bars that shows at a glance how values go up and down: ▁▃█▅.

#include <span>
#include <string>

#include "facts/fact.h"

namespace assay {

/// A bar for each value, the lowest for the smallest; all of middle height when they are equal.
/// Precondition: all values are finite.
[[nodiscard]] std::string sparkline(std::span<const double> values);

/// The levels among the facts as bars from the oldest to the newest, and from when to when:
/// "▁▃█  2022 – 2024". Empty unless there are three periods at least, all in one unit.
[[nodiscard]] std::string values_over_time(std::span<const Fact* const> facts);

}  // namespace assay
