// SPDX-License-Identifier: MIT
#pragma once
/// Days and the closed periods of days for which a fact is stated.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace assay {

using Day = std::chrono::sys_days;

/// "2025-11-19" -> the day; also 2025/11/19, 2025年11月19日, and a following time, which is ignored.
/// Absent when the text does not start with a calendar date that exists.
[[nodiscard]] std::optional<Day> parse_day(std::string_view text);
/// The first day of this century that is written anywhere in the text.
[[nodiscard]] std::optional<Day> find_day(std::string_view text);
/// The day as YYYY-MM-DD.
[[nodiscard]] std::string to_string(Day day);
/// The day for these numbers, or absent when the calendar has none.
[[nodiscard]] std::optional<Day> make_day(int year, int month, int day);

/// How a period relates to the fact: what happened in it, or how things stood before a change.
struct Period {
  Day from;
  Day to;  ///< the last day, inclusive
  bool operator==(const Period&) const = default;
};

/// A part of a year, whichever year that is: the third quarter is {7, 9}, the first half {1, 6}, the
/// first nine months {1, 9}, September {9, 9}, 26 September {9, 9, 26}, 1 to 7 September {9, 9, 1, 7}.
struct YearPart {
  int first_month = 1;  ///< 1..12
  int last_month = 12;  ///< not before the first
  int day = 0;          ///< of the first month; 0: whole months
  int last_day = 0;     ///< of the last month, where there are several days
  bool operator==(const YearPart&) const = default;
};

/// What is known of a time that cannot be placed on the calendar: 三季度 without a year, 去年 in a text
/// without a date.
struct PartialTime {
  std::optional<YearPart> part;
  std::optional<int> year_offset;  ///< counted from the year of writing: 去年 = -1
  bool operator==(const PartialTime&) const = default;
};

[[nodiscard]] Period year_period(int year);
/// Which part of its year a period is, whole years being {1, 12}; absent when it is no run of whole
/// months of one year.
[[nodiscard]] std::optional<YearPart> part_of(const Period& period);
/// The days of `part` in `year`; absent for 29 February of a common year.
[[nodiscard]] std::optional<Period> part_period(int year, const YearPart& part);
/// `quarter` and `half` count from 1, `month` too. Preconditions: in range.
[[nodiscard]] Period quarter_period(int year, int quarter);
[[nodiscard]] Period half_period(int year, int half);
[[nodiscard]] Period month_period(int year, int month);
/// The day so many months before another; for a day that its month does not have, the one behind its last.
[[nodiscard]] Day months_before(Day day, int months);
/// The period as long as this one that began `months` earlier. Precondition: whole months.
[[nodiscard]] Period months_before(const Period& period, int months);

/// The calendar year that a quarter, a half or three quarters are part of; a stretch of a year, as a
/// business year, is its own. Absent for shorter and longer ones.
[[nodiscard]] std::optional<Period> year_around(const Period& period);
/// The year a day lies in.
[[nodiscard]] int year_of(Day day);
[[nodiscard]] int month_of(Day day);

[[nodiscard]] inline bool overlaps(const Period& a, const Period& b) {
  return a.from <= b.to && b.from <= a.to;
}
/// Does every day of `inner` lie in `outer`?
[[nodiscard]] inline bool covers(const Period& outer, const Period& inner) {
  return outer.from <= inner.from && inner.to <= outer.to;
}

}  // namespace assay
