// SPDX-License-Identifier: MIT
#pragma once
/// The forms of a time that English writes without a sign for year, month or day: 2024, 1990s,
/// 2024-2027, June 4, 2025, 4 June 2025.

#include "facts/time_cursor.h"

namespace assay {

/// "1990s", "1630s". Absent when none stands there.
[[nodiscard]] std::optional<TimeMention> read_decade(TimeCursor& cursor, const WrittenNumber& year);

/// A year or a range of years without a sign. Absent when what follows makes the number
/// an amount. `year` is the number at the cursor's start; moves the cursor behind what it read.
[[nodiscard]] std::optional<TimeMention> read_bare_year(TimeCursor& cursor,
                                                        const WrittenNumber& year);

/// A date that starts with the month `word` at the cursor's start: "June 4, 2025", "June 2025".
/// Absent where the word is no month: an abbreviation ("may") without a number.
[[nodiscard]] std::optional<TimeMention> read_month_first(TimeCursor& cursor, const TimeWord& word);

/// "4 June 2025": `day` is the number at the cursor's start and `next` the offset behind it and
/// its spaces. Absent when no month stands there.
[[nodiscard]] std::optional<TimeMention> read_day_first(TimeCursor& cursor,
                                                        const WrittenNumber& day, std::size_t next);

}  // namespace assay
