// SPDX-License-Identifier: MIT
#pragma once
/// Parts of a year: 9月26日, 1-9月, 第三季度, 上半年, Q3, 前三季度, the first nine months; with the year
/// that stands before or behind them, or without one.

#include "facts/time_cursor.h"

namespace assay {

/// The part that stands at the cursor, spaces before it allowed; moves the cursor behind it.
[[nodiscard]] std::optional<YearPart> take_part(TimeCursor& cursor);

/// What stands behind a year that the cursor has just read; `year` is absent for 去年 in a document
/// without a date.
[[nodiscard]] TimeMention read_part_of_year(TimeCursor& cursor, std::optional<int> year);

/// Finishes a time that starts with `part`: "third quarter of 2025", "Q3 of last year".
[[nodiscard]] TimeMention read_year_of_part(TimeCursor& cursor, const YearPart& part);

/// 全年, "full year", with no year beside it: that of the time before, where that is a quarter or more.
[[nodiscard]] TimeMention read_whole_year(const TimeCursor& cursor);

/// 去年同期, "the same period of 2024", "the quarter": the part that the time before has named.
/// `word` is the one that has just been read. Absent for 同期 alone. "A quarter earlier" is counted
/// from the quarter that was named before.
[[nodiscard]] std::optional<TimeMention> read_same_part(TimeCursor& cursor, const TimeWord& word);

/// The quarter or month `offset` quarters or months of `months_each` from the one that was named
/// before; absent when none was.
[[nodiscard]] std::optional<TimeMention> read_part_before(const TimeCursor& cursor, int offset,
                                                          int months_each);

}  // namespace assay
