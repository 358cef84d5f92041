// SPDX-License-Identifier: MIT
#include "facts/period.h"

#include <cstdio>
#include <utility>

#include "core/utf8.h"

namespace assay {
namespace {

using std::chrono::months;
using std::chrono::year_month_day;

// The number that `text` starts with, of at most `max_digits` digits; takes it off the text.
std::optional<int> take_number(std::string_view& text, std::size_t max_digits) {
  std::size_t length = 0;
  int value = 0;
  while (length < text.size() && length < max_digits &&
         is_ascii_digit(static_cast<unsigned char>(text[length]))) {
    value = value * 10 + (text[length++] - '0');
  }
  if (length == 0) return std::nullopt;
  text.remove_prefix(length);
  return value;
}

bool take(std::string_view& text, std::string_view what) {
  if (!text.starts_with(what)) return false;
  text.remove_prefix(what.size());
  return true;
}

// `count` whole months from the first day of `month`.
Period months_from(int year, int month, int count) {
  const auto first = std::chrono::year(year) / month / 1;
  return {Day(first), Day(first + months(count)) - std::chrono::days(1)};
}

}  // namespace

std::optional<Day> make_day(int year, int month, int day) {
  // Bounds first: the calendar types wrap what does not fit into them.
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return {};
  const year_month_day date = std::chrono::year(year) / month / day;
  if (!date.ok()) return std::nullopt;
  return Day(date);
}

std::optional<Day> parse_day(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  const std::size_t size = text.size();
  const std::optional<int> year = take_number(text, 4);
  if (!year || size - text.size() != 4) return std::nullopt;
  // What stands between year and month also stands between month and day, but in Chinese.
  for (const auto& [first, second] : {std::pair<std::string_view, std::string_view>{"-", "-"},
                                      {"/", "/"},
                                      {".", "."},
                                      {"年", "月"}}) {
    std::string_view rest = text;
    if (!take(rest, first)) continue;
    const std::optional<int> month = take_number(rest, 2);
    if (!month || !take(rest, second)) return std::nullopt;
    const std::optional<int> day = take_number(rest, 2);
    if (!day || (!rest.empty() && is_ascii_digit(static_cast<unsigned char>(rest.front())))) {
      return std::nullopt;
    }
    return make_day(*year, *month, *day);
  }
  return std::nullopt;
}

std::optional<Day> find_day(std::string_view text) {
  for (std::size_t at = text.find("20"); at != std::string_view::npos;
       at = text.find("20", at + 1)) {
    if (const std::optional<Day> day = parse_day(text.substr(at))) return day;
  }
  return std::nullopt;
}

std::string to_string(Day day) {
  const year_month_day date(day);
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return buffer;
}

Period year_period(int year) { return months_from(year, 1, 12); }
Period quarter_period(int year, int quarter) { return months_from(year, 3 * quarter - 2, 3); }
Period half_period(int year, int half) { return months_from(year, 6 * half - 5, 6); }
Period month_period(int year, int month) { return months_from(year, month, 1); }

std::optional<Period> part_period(int year, const YearPart& part) {
  if (part.day > 0) {
    const auto first = make_day(year, part.first_month, part.day);
    const auto last = part.last_day > 0 ? make_day(year, part.last_month, part.last_day) : first;
    return first && last ? std::optional(Period{*first, *last}) : std::nullopt;
  }
  return months_from(year, part.first_month, part.last_month - part.first_month + 1);
}

Day months_before(Day day, int months) {
  using std::chrono::year_month_day;
  const year_month_day then = year_month_day(day) - std::chrono::months(months);
  // There is no 31 September: it is the day behind the 30th.
  return Day(then.year() / then.month() / 1) +
         std::chrono::days(static_cast<unsigned>(then.day()) - 1);
}

Period months_before(const Period& period, int months) {
  const std::chrono::days one(1);
  return {months_before(period.from, months), months_before(period.to + one, months) - one};
}

std::optional<Period> year_around(const Period& period) {
  constexpr std::chrono::days kQuarter{85};
  constexpr std::chrono::days kThreeQuarters{280};
  constexpr std::chrono::days kYear{366};
  const auto length = period.to - period.from;
  if (length < kQuarter || length > kYear) return std::nullopt;
  return length > kThreeQuarters ? period : year_period(year_of(period.from));
}

int year_of(Day day) { return static_cast<int>(year_month_day(day).year()); }
int month_of(Day day) {
  return static_cast<int>(static_cast<unsigned>(year_month_day(day).month()));
}

std::optional<YearPart> part_of(const Period& period) {
  const int year = year_of(period.from);
  if (year_of(period.to) != year) return std::nullopt;
  const YearPart part{month_of(period.from), month_of(period.to)};
  const std::optional<Period> months = part_period(year, part);
  return months == period ? std::optional(part) : std::nullopt;
}

}  // namespace assay
