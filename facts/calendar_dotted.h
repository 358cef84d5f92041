// SPDX-License-Identifier: MIT
#pragma once
/// Months that are written with a dot: 截至2025.11, （2026.3）, 2024.10-2025.3.

#include <optional>

#include "facts/time_cursor.h"

namespace assay {

/// The month, or the months from one to another, that `year` and what stands behind it write; moves the cursor behind
/// them. 2025.11 may be any number: absent unless brackets, a word before it or the other end of a range say that it
/// is a time.
[[nodiscard]] std::optional<TimeMention> read_dotted_months(TimeCursor& cursor,
                                                            const WrittenNumber& year);

}  // namespace assay
