// SPDX-License-Identifier: MIT
#pragma once
/// Years in Chinese digits: 二零二五年, and as speech is written down 二零二五前三个季度, 二五年底, 二四年.
/// A stretch of time is none of them: 三年, 二十年, 二三年.

#include "facts/time_cursor.h"

namespace assay {

/// The year, with the part of it behind, that starts at the cursor's start; moves the cursor behind
/// it. Absent when the digits there are none, or may count years.
[[nodiscard]] std::optional<TimeMention> read_han_year(TimeCursor& cursor);

}  // namespace assay
