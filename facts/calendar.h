// SPDX-License-Identifier: MIT
#pragma once
/// Dates and periods in running text: 2025年上半年, 9月26日, 去年, 三季度, 2025-11-24, Q3 2025,
/// June 4, 2025, fiscal 2026, last year. They are never quantities; they say when one holds.

#include <optional>
#include <string>
#include <string_view>

#include "core/span.h"
#include "facts/knowledge.h"
#include "facts/period.h"

namespace assay {

struct TimeMention {
  Span span;                     ///< Bytes: folded text
  std::optional<Period> period;  ///< absent when it cannot be placed on the calendar
  std::string label;             ///< then what stands there ("去年"), to tell two apart
  bool year_missing = false;     ///< 三季度: the year comes from the words around it
  bool ago = false;              ///< 三年前: how things stood then
};

struct TimeContext {
  const Knowledge& knowledge;
  std::optional<Day> date;  ///< of the document
  std::optional<int> year;  ///< of an earlier mention in the same text
};

/// The time that starts at `offset`, or absent. A two-digit year ("19年") is one only where the
/// words around it speak of a date; otherwise it is a duration.
[[nodiscard]] std::optional<TimeMention> read_time(std::string_view text, std::size_t offset,
                                                   const TimeContext& context);

}  // namespace assay
