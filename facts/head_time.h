// SPDX-License-Identifier: MIT
#pragma once
/// Heads of table rows and columns that only say when, or number their row: FY2022, 2024E, 3Q25,
/// 第一季, Mid-2025, 1. Such a head is never what a number is about.

#include <optional>
#include <string_view>

#include "facts/knowledge.h"
#include "facts/period.h"

namespace assay {

struct HeadTime {
  std::optional<int> year;
  std::optional<YearPart> part;
  bool forecast = false;  ///< 2026E

  /// The period. A part of a year needs one: its own, or that of a heading above the table.
  [[nodiscard]] std::optional<Period> period(std::optional<int> year_above) const;
};

/// Reads a head; absent when it says anything else. A rank, a date and a range of years are read as
/// a time without year or part. Bytes: folded text.
[[nodiscard]] std::optional<HeadTime> read_head_time(std::string_view head,
                                                     const Knowledge& knowledge);

}  // namespace assay
