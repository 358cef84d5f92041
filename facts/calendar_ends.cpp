// SPDX-License-Identifier: MIT
#include "facts/calendar_ends.h"

#include <algorithm>
#include <array>

#include "core/utf8.h"
#include "facts/calendar_parts.h"

namespace assay {
namespace {

constexpr int kTwelveMonths = 12;
constexpr int kThreeMonths = 3;

/// The part of the year whose last `months` months end with `end`; absent when they begin earlier.
std::optional<YearPart> months_up_to(const YearPart& end, int months) {
  constexpr int kLastWeek = 24;  // business quarters end on a Saturday near the end of the month
  if ((end.day > 0 && end.day < kLastWeek) || end.last_month < months) return std::nullopt;
  return YearPart{end.last_month - months + 1, end.last_month};
}

TimeMention months_ending(const TimeCursor& cursor, const TimeMention& end, int months) {
  std::optional<Period> period;
  if (end.period) {
    const Day after = end.period->to + std::chrono::days(1);
    period = Period{months_before(after, months), end.period->to};
  }
  TimeMention time = cursor.mention(period);
  if (end.part) time.part = months_up_to(*end.part, months);
  time.year_missing = end.year_missing;
  if (months == kTwelveMonths) time.part.reset();
  if (time.part) time.year_offset = end.year_offset;
  return time;
}

/// "three months", "quarter", "fiscal year", 九个月, 一季: how many months, and where the words end.
struct MonthCount {
  int months = 0;
  std::size_t end = 0;
  bool counted = false;  ///< a number stands before the word
};

MonthCount month_count_at(const TimeCursor& cursor, std::size_t offset) {
  const WrittenNumber count = cursor.count_at(offset);
  const bool counted = count.digits > 0;
  const std::size_t next = counted ? cursor.skip_space(count.end) : offset;
  const TimeWord* each = cursor.word_at(next);
  if (each == nullptr) return {};
  // 一年 is a year; 年 alone begins other words.
  const int months_each = each->year_sign && counted ? kTwelveMonths : each->months_each;
  const int months = (counted ? count.value : 1) * months_each;
  if (months < 1 || months > kTwelveMonths) return {};
  // 三季度 is the third one, 三个季度 are three.
  const bool han = static_cast<unsigned char>(cursor.text[next]) >= 0x80;
  constexpr std::string_view kOfThem = "个";
  const bool ordinal = counted && count.value > 1 && han && months_each >= kThreeMonths &&
                       !cursor.text.substr(next).starts_with(kOfThem);
  if (ordinal) return {};
  return {months, next + each->length, counted};
}

/// Whether the time ends with a month or with a day: 9月底, "September 30", 2025年底; not 2025.
bool ends_in_a_month(const TimeMention& time) {
  if (!time.part || time.ago || time.part->last_day > 0) return false;
  const YearPart& part = *time.part;
  const bool end_of_year = part.last_month == kTwelveMonths && part.first_month > kTwelveMonths - 3;
  return part.day > 0 || part.first_month == part.last_month || end_of_year;
}

/// One past the first of the words that stands at `offset`, else `offset`.
template <std::size_t size>
std::size_t skip_word(const TimeCursor& cursor, std::size_t offset,
                      const std::array<std::string_view, size>& words) {
  const std::string_view rest = cursor.text.substr(std::min(offset, cursor.text.size()));
  for (const std::string_view word : words)
    if (rest.starts_with(word)) return cursor.skip_space(offset + word.size());
  return offset;
}

/// The month or the day at `offset` with which months end: "September", "the end of July", "May".
std::optional<TimeMention> end_at(const TimeCursor& cursor, std::size_t offset) {
  constexpr std::array<std::string_view, 2> kJoints = {"in ", "on "};
  constexpr std::array<std::string_view, 5> kEnds = {"the end of ", "end of ", "at the end of ",
                                                     "end-", "late "};
  offset = skip_word(cursor, skip_word(cursor, offset, kJoints), kEnds);
  if (offset >= cursor.text.size()) return std::nullopt;
  // "the year to quarter to year to …" ends nowhere.
  if (month_count_at(cursor, offset).months > 0) return std::nullopt;
  if (auto time = read_time(cursor.text, offset, cursor.context)) return time;
  // "the quarter to May": behind such words it is the month.
  const TimeWord* word = cursor.word_at(offset);
  const bool capital = cursor.text[offset] >= 'A' && cursor.text[offset] <= 'Z';
  if (word == nullptr || word->month == 0 || !capital) return std::nullopt;
  const TimeCursor month{cursor.text, offset, offset + word->length, cursor.context};
  return month.mention_without_year({word->month, word->month});
}

/// "the July quarter", "the January 2025 quarter": behind its last month.
std::optional<TimeMention> read_quarter_of_month(TimeCursor& cursor, const TimeMention& month) {
  const TimeWord* each = cursor.word_at(cursor.skip_space(month.span.end));
  if (each == nullptr || month.part->day > 0 || cursor.text[month.span.end] != ' ')
    return std::nullopt;
  const std::size_t end = cursor.skip_space(month.span.end) + each->length;
  constexpr std::array<std::string_view, 4> kOthers = {" on ", " over ", " to ", "-"};
  const bool quarter = each->months_each == kThreeMonths && is_word_end(cursor.text, end) &&
                       skip_word(cursor, end, kOthers) == end;
  if (!quarter) return std::nullopt;
  cursor.at = end;
  if (!month.year_missing) return months_ending(cursor, month, kThreeMonths);
  TimeMention last = read_year_of_part(cursor, *month.part);
  return months_ending(cursor, last, kThreeMonths);
}

/// "three months to |September": how many months were counted right before; 0 when none were.
int months_counted_before(const TimeCursor& cursor) {
  constexpr std::array<std::string_view, 5> kLeads = {" to ", " through ", " to the end of ",
                                                      " to end-", " through the end of "};
  constexpr std::size_t kLongestCount = 24;  // bytes: "twelve months"
  const std::string_view before = cursor.text.substr(0, cursor.start);
  for (const std::string_view lead : kLeads) {
    if (!before.ends_with(lead)) continue;
    const std::size_t end = before.size() - lead.size();
    const std::size_t first = end > kLongestCount ? end - kLongestCount : 0;
    for (std::size_t at = first; at < end; ++at) {
      if (!is_word_start(cursor.text, at)) continue;
      const MonthCount count = month_count_at(cursor, at);
      const bool one = before.substr(0, at).ends_with(" a ") || before.substr(0, at) == "a ";
      if (count.months > 0 && count.end == end && (count.counted || one)) return count.months;
    }
  }
  return 0;
}

/// Whether a word that tells until when something lasted stands before the time: 截至9月底.
bool is_led_to(const TimeCursor& cursor) {
  const std::string_view before = cursor.text.substr(0, cursor.start);
  const std::size_t end = before.find_last_not_of(' ') + 1;
  constexpr std::size_t kLongestLead = 9;  // bytes: 截止到
  for (std::size_t length = kHanLength; length <= kLongestLead && length <= end;
       length += kHanLength) {
    const TimeWord* word = cursor.word_at(end - length);
    if (word != nullptr && word->until && word->length == length) return true;
  }
  return false;
}

/// 截至9月底的季度, 9月30日止九个月, 四月底结束的那一季, 截至2025年1月的财年
std::optional<TimeMention> read_han_months(TimeCursor& cursor, const TimeMention& end) {
  constexpr std::array<std::string_view, 2> kEnds = {"底", "末"};
  constexpr std::array<std::string_view, 1> kOf = {"的"};
  constexpr std::array<std::string_view, 4> kThat = {"那个", "这个", "那", "这"};
  std::size_t next = skip_word(cursor, cursor.skip_space(end.span.end), kEnds);
  const TimeWord* ended = cursor.word_at(next);
  const bool says_ended = ended != nullptr && ended->ended;
  if (says_ended) next = cursor.skip_space(next + ended->length);
  const std::size_t behind = skip_word(cursor, next, kOf);
  if (!says_ended && (behind == next || !is_led_to(cursor))) return std::nullopt;
  next = skip_word(cursor, behind, kThat);
  const MonthCount count = month_count_at(cursor, next);
  if (count.months == 0) return std::nullopt;
  // 的月活, 的季报, 的年度计划: without a number only what is a word for a period and no more.
  const TimeWord* each = cursor.word_at(next);
  const bool period = count.counted || says_ended || each->fiscal || each->is_period;
  const TimeWord* after = cursor.word_at(count.end);
  const bool goes_on = after != nullptr && after->after_duration;  // 一年期, 三个月内
  if (!period || goes_on) return std::nullopt;
  cursor.at = count.end;
  return months_ending(cursor, end, count.months);
}

}  // namespace

std::optional<TimeMention> read_months_ended(TimeCursor& cursor) {
  const MonthCount count = month_count_at(cursor, cursor.start);
  if (count.months == 0) return std::nullopt;
  constexpr std::array<std::string_view, 1> kPeriod = {"period "};
  constexpr std::array<std::string_view, 2> kThat = {"that ", "which "};
  constexpr std::array<std::string_view, 2> kTo = {"to ", "through "};
  std::size_t next = skip_word(cursor, cursor.skip_space(count.end), kPeriod);
  const std::size_t behind_to = skip_word(cursor, next, kTo);
  const bool up_to = behind_to > next;
  if (up_to) {
    next = behind_to;
  } else {
    next = skip_word(cursor, next, kThat);
    const TimeWord* ended = cursor.word_at(next);
    if (ended == nullptr || !ended->ended) return std::nullopt;
    next = cursor.skip_space(next + ended->length);
  }
  const auto end = end_at(cursor, next);
  if (!end || (!end->period && !end->part)) return std::nullopt;
  // "the three months to September": a stretch that is counted remains a quantity.
  if (up_to && (count.counted || !ends_in_a_month(*end))) return std::nullopt;
  cursor.at = end->span.end;
  return months_ending(cursor, *end, count.months);
}

std::optional<TimeMention> read_months_behind(TimeCursor& cursor, const TimeMention& end) {
  if (!ends_in_a_month(end)) return std::nullopt;
  if (auto time = read_quarter_of_month(cursor, end)) return time;
  if (const int months = months_counted_before(cursor)) return months_ending(cursor, end, months);
  return read_han_months(cursor, end);
}

}  // namespace assay
