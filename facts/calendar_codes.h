// SPDX-License-Identifier: MIT
#pragma once
/// The short codes of analysts: 3Q25, 25Q3, 2025Q3, Q3'25, Q3 FY26, 1H25, 9M25, FY25, 2025E.

#include "facts/time_cursor.h"

namespace assay {

/// A part of a year as it stands in a code: Q3, 3Q, H1, 1H.
struct CodePart {
  YearPart part;
  std::size_t end = 0;  ///< Bytes: one past it
};

/// The code at `offset`, or absent; what follows it is not looked at.
[[nodiscard]] std::optional<CodePart> code_part_at(const TimeCursor& cursor, std::size_t offset);

/// Where the E, A, F or P behind a year or a part of one ends (estimated, actual, forecast,
/// projected); `offset` when there is none. 2025A股 has none.
[[nodiscard]] std::size_t status_end(std::string_view text, std::size_t offset);

/// The code with its year that starts at the cursor's start; moves the cursor behind it.
[[nodiscard]] std::optional<TimeMention> read_code(TimeCursor& cursor);

}  // namespace assay
