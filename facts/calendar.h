// SPDX-License-Identifier: MIT
#pragma once
/// Dates and periods in running text: 2025年上半年, 9月26日, 去年, 三季度, 2025-11-24, Q3 2025, 3Q25,
/// June 4, 2025, fiscal 2026, last year, the first nine months. They are never quantities; they say
/// when one holds.

#include <optional>
#include <string>
#include <string_view>

#include "core/span.h"
#include "facts/knowledge.h"
#include "facts/period.h"

namespace assay {

/// A time as it stands in the text. Two times whose `part` differ are not the same, whatever their
/// years are: so Q3, the first nine months and September are told apart even where no year is known.
struct TimeMention {
  Span span;                     ///< Bytes: folded text
  std::optional<Period> period;  ///< absent when it cannot be placed on the calendar
  std::optional<YearPart> part;  ///< which part of its year it is, known year or not; absent for
                                 ///< whole years, several years and what is no part of one
  std::optional<int> year_offset;  ///< 去年 = -1, 今年第一季 = 0: counted from the year of writing
  std::string label;               ///< without a period what stands there ("去年"), to tell two
                                   ///< apart; empty when it says nothing of a period (16:47)
  bool year_missing = false;  ///< 三季度: the year comes from the words around it
  bool ago = false;           ///< 去年同期: how things stood then, for comparison
  bool same_part = false;     ///< 去年同期 with nothing before it: the part of the year is that
                              ///< of the figure it is compared with
  bool fiscal = false;        ///< of a business year, which need not be the calendar's
  bool ahead = false;         ///< nothing can be told of it yet (see missing_years.h)
  bool point = false;  ///< 年末, "the end of 2024": when something was counted, not how long
  bool whole = false;  ///< 全年 alone: all of the year that the text spoke of before
};

struct TimeContext {
  const Knowledge& knowledge;
  std::optional<Day> date;            ///< of the document
  std::optional<int> year;            ///< of an earlier mention in the same text
  const TimeMention* last = nullptr;  ///< the time before in the same text, comparisons aside
};

/// The time that starts at `offset`, or absent. A two-digit year ("19年") is one only where the
/// words around it speak of a date; otherwise it is a duration.
[[nodiscard]] std::optional<TimeMention> read_time(std::string_view text, std::size_t offset,
                                                   const TimeContext& context);

/// "listed since 2023": whether what stands before a time at `begin` says since when something holds, which
/// is not when the rest happened.
[[nodiscard]] bool starts_a_span(std::string_view text, std::size_t begin);

}  // namespace assay
