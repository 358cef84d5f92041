// SPDX-License-Identifier: MIT
#pragma once
/// Quarters, halves and years that are named by their end: "three months ended September 30",
/// "the quarter to April", "the October quarter", 截至9月底的季度, 四月底结束的那一季. What ends with
/// January began in the year before.

#include "facts/time_cursor.h"

namespace assay {

/// "three months ended September 30, 2025", "the year to January 2025": the cursor stands at the
/// start of it. Absent when no such phrase begins there.
[[nodiscard]] std::optional<TimeMention> read_months_ended(TimeCursor& cursor);

/// 截至2025年9月30日止九个月, 截至10月底的一季, "the October quarter": the months that end with the day
/// or month `end`, which has been read. Absent when the text behind it names none.
[[nodiscard]] std::optional<TimeMention> read_months_behind(TimeCursor& cursor,
                                                            const TimeMention& end);

}  // namespace assay
