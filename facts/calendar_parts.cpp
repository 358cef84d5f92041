// SPDX-License-Identifier: MIT
#include "facts/calendar_parts.h"

#include "core/utf8.h"
#include "facts/calendar_codes.h"

namespace assay {
namespace {

constexpr int kMonthsOfYear = 12;
constexpr int kLeapYear = 2000;  ///< has every day that any year has

bool is_month(const WrittenNumber& number) {
  return number.digits > 0 && number.value >= 1 && number.value <= kMonthsOfYear;
}

std::optional<YearPart> part_of(const TimeWord& word) {
  constexpr int kQuarter = 3;
  constexpr int kHalf = 6;
  if (word.quarter > 0) return YearPart{kQuarter * (word.quarter - 1) + 1, kQuarter * word.quarter};
  if (word.half > 0) return YearPart{kHalf * (word.half - 1) + 1, kHalf * word.half};
  if (word.month > 0 && !word.abbreviation) return YearPart{word.month, word.month};
  if (word.first_month > 0) return YearPart{word.first_month, word.last_month};
  return std::nullopt;
}

/// The days of a month; 0 where there is none, or only one.
struct DayRange {
  int first = 0;
  int last = 0;
};

/// The day sign behind a number, or nullptr.
const TimeWord* day_sign_behind(const TimeCursor& cursor, const WrittenNumber& day) {
  const TimeWord* sign = cursor.word_at(cursor.skip_space(day.end));
  return sign != nullptr && sign->day_sign ? sign : nullptr;
}

/// What is behind a month: 26日, 1-7日, 25日至31日.
DayRange take_days(TimeCursor& cursor, int month) {
  const WrittenNumber first = cursor.count_at(cursor.skip_space(cursor.at));
  if (first.digits == 0 || !make_day(kLeapYear, month, first.value)) return {};
  std::size_t end = first.end;
  const TimeWord* sign = day_sign_behind(cursor, first);
  if (sign != nullptr) end = cursor.skip_space(end) + sign->length;
  if (const std::size_t behind = cursor.behind_part_range_sign(end)) {
    const WrittenNumber last = cursor.count_at(behind);
    const TimeWord* last_sign = last.digits > 0 ? day_sign_behind(cursor, last) : nullptr;
    if (last_sign != nullptr && last.value > first.value &&
        make_day(kLeapYear, month, last.value)) {
      cursor.at = cursor.skip_space(last.end) + last_sign->length;
      return {first.value, last.value};
    }
  }
  if (sign == nullptr) return {};
  cursor.at = end;
  return {first.value, 0};
}

/// 9月, 9月26日, 9月1-7日, 1-9月
std::optional<YearPart> take_months(TimeCursor& cursor, std::size_t next) {
  const WrittenNumber first = cursor.count_at(next);
  if (!is_month(first)) return std::nullopt;
  WrittenNumber last = first;
  if (const std::size_t behind = cursor.behind_part_range_sign(first.end)) {
    last = cursor.count_at(behind);
    if (!is_month(last) || last.value <= first.value) return std::nullopt;
  }
  const std::size_t end = cursor.skip_space(last.end);
  const TimeWord* sign = cursor.word_at(end);
  if (sign == nullptr || !sign->month_sign) return std::nullopt;
  cursor.at = end + sign->length;
  const DayRange days = first.value == last.value ? take_days(cursor, first.value) : DayRange{};
  return YearPart{first.value, last.value, days.first, days.last};
}

/// 提前三个季度, 龙头三季度: the character belongs to the word before.
bool is_shadowed(const TimeCursor& cursor, std::size_t at) {
  if (at < kHanLength) return false;
  const TimeWord* word = cursor.word_at(at - kHanLength);
  return word != nullptr && word->shadows;
}

/// 前三季度, 前9个月, "first nine months": `lead` stands at `next`.
std::optional<YearPart> take_first_months(TimeCursor& cursor, std::size_t next,
                                          const TimeWord& lead) {
  const WrittenNumber count = cursor.count_at(cursor.skip_space(next + lead.length));
  if (count.digits == 0 || count.value < 2 || is_shadowed(cursor, next)) return std::nullopt;
  const std::size_t end = cursor.skip_space(count.end);
  const TimeWord* each = cursor.word_at(end);
  if (each == nullptr || each->months_each == 0) return std::nullopt;
  const int months = count.value * each->months_each;
  if (months >= kMonthsOfYear) return std::nullopt;
  cursor.at = end + each->length;
  return YearPart{1, months};
}

std::optional<YearPart> take_one_part(TimeCursor& cursor, std::size_t next) {
  if (auto months = take_months(cursor, next)) return months;
  if (const auto code = code_part_at(cursor, next)) {
    const std::size_t end = status_end(cursor.text, code->end);
    if (is_word_end(cursor.text, end)) {
      cursor.at = end;
      return code->part;
    }
  }
  const TimeWord* word = cursor.word_at(next);
  if (word == nullptr || word->year_follows) return std::nullopt;
  if (word->leads) return take_first_months(cursor, next, *word);
  const auto part = part_of(*word);
  if (part) cursor.at = next + word->length;
  return part;
}

/// The year behind a part: 2025, fiscal 2026, last year.
struct NamedYear {
  std::optional<int> year;
  std::optional<int> offset;
  bool fiscal = false;
  std::size_t end = 0;
};

std::optional<NamedYear> named_year_at(const TimeCursor& cursor, std::size_t offset) {
  NamedYear named;
  std::size_t next = cursor.skip_space(offset);
  for (const std::string_view joint : {"of ", "in ", "the "})
    if (cursor.text.substr(next, joint.size()) == joint)
      next = cursor.skip_space(next + joint.size());
  const TimeWord* word = cursor.word_at(next);
  if (word != nullptr && word->year_follows && word->fiscal) {
    named.fiscal = true;
    next = cursor.skip_space(next + word->length);
  } else if (word != nullptr && word->year_offset && !word->compared) {
    named.offset = word->year_offset;
    if (cursor.context.date) named.year = year_of(*cursor.context.date) + *word->year_offset;
    named.end = next + word->length;
    return named;
  }
  const auto year = cursor.year_at(next);
  if (!year) return std::nullopt;
  named.year = year->value;
  named.end = year->end;
  return named;
}

/// The joint between a year and its part: 今年的三季度, "this year's third quarter".
std::size_t skip_possessive(const TimeCursor& cursor, std::size_t offset) {
  for (const std::string_view joint : {"的", "'s ", "’s "})
    if (cursor.text.substr(offset, joint.size()) == joint) return offset + joint.size();
  return offset;
}

/// "the quarter": the one that was named before.
TimeMention read_the_quarter(const TimeCursor& cursor, const TimeWord& word) {
  const TimeMention* last = cursor.context.last;
  if (word.months_each == kMonthsOfYear && last != nullptr && last->period)  // 当年
    return cursor.mention(year_period(year_of(last->period->from)));
  const bool fits = last != nullptr && last->part &&
                    last->part->last_month - last->part->first_month + 1 == word.months_each;
  TimeMention time = cursor.mention(fits ? last->period : std::nullopt);
  if (!fits) {
    time.label.clear();
    return time;
  }
  time.part = last->part;
  time.year_missing = last->year_missing;
  return time;
}

}  // namespace

std::optional<YearPart> take_part(TimeCursor& cursor) {
  auto part = take_one_part(cursor, cursor.skip_space(cursor.at));
  if (!part || part->last_day > 0) return part;
  // 一季度至三季度, Q1-Q3, 8月25日至9月3日
  const std::size_t keep = cursor.at;
  const std::size_t behind = cursor.behind_part_range_sign(cursor.at);
  if (behind == 0) return part;
  const auto last = take_one_part(cursor, behind);
  const bool alike = last && (last->day > 0) == (part->day > 0) && last->last_day == 0;
  if (alike && last->first_month > part->last_month)
    return YearPart{part->first_month, last->last_month, part->day, last->day};
  cursor.at = keep;
  return part;
}

TimeMention read_part_of_year(TimeCursor& cursor, std::optional<int> year) {
  const std::size_t behind_year = cursor.at;
  cursor.at = skip_possessive(cursor, behind_year);
  if (const auto part = take_part(cursor)) return cursor.mention_in(year, part);
  cursor.at = behind_year;
  const std::size_t next = cursor.skip_space(cursor.at);
  const TimeWord* word = cursor.word_at(next);
  if (word == nullptr || !(word->whole || word->same)) return cursor.mention_in(year, {});
  cursor.at = next + word->length;
  if (!word->same) {
    const auto part = take_part(cursor);  // 2026财年第三季度
    TimeMention time = cursor.mention_in(year, part);
    time.fiscal = word->fiscal;
    return time;
  }
  const TimeMention* last = cursor.context.last;
  TimeMention time = cursor.mention_in(year, last != nullptr ? last->part : std::nullopt);
  time.ago = true;
  time.same_part = last == nullptr;
  return time;
}

TimeMention read_year_of_part(TimeCursor& cursor, const YearPart& part) {
  const auto named = named_year_at(cursor, cursor.at);
  if (!named) return cursor.mention_without_year(part);
  cursor.at = named->end;
  TimeMention time = cursor.mention_in(named->year, part);
  time.year_offset = named->offset;
  time.fiscal = named->fiscal;
  return time;
}

std::optional<TimeMention> read_part_before(const TimeCursor& cursor, int offset, int months_each) {
  const TimeMention* last = cursor.context.last;
  const bool fits = last != nullptr && last->period && last->part && last->part->day == 0 &&
                    last->part->last_month - last->part->first_month + 1 == months_each;
  if (!fits || offset > 0) return std::nullopt;
  const Period period = months_before(*last->period, -offset * months_each);
  TimeMention time = cursor.mention(period);
  time.part = part_of(period);
  time.ago = true;
  return time;
}

TimeMention read_whole_year(const TimeCursor& cursor) {
  const TimeMention* last = cursor.context.last;
  const auto year = last != nullptr && last->period ? year_around(*last->period) : std::nullopt;
  TimeMention time = cursor.mention(year);
  time.whole = true;
  if (year) {
    time.year_missing = last->year_missing;
    time.fiscal = last->fiscal;
  } else if (last != nullptr && !last->period) {
    time.year_offset = last->year_offset;
  }
  return time;
}

std::optional<TimeMention> read_same_part(TimeCursor& cursor, const TimeWord& word) {
  if (!word.compared) return read_the_quarter(cursor, word);
  if (word.quarter_offset || word.month_offset) {
    const auto before = word.quarter_offset ? read_part_before(cursor, *word.quarter_offset, 3)
                                            : read_part_before(cursor, *word.month_offset, 1);
    TimeMention time = before ? *before : cursor.mention(std::nullopt);
    time.ago = true;
    return time;
  }
  const TimeMention* last = cursor.context.last;
  std::optional<int> year;
  std::optional<int> offset = word.year_offset;
  if (offset) {
    if (last != nullptr && last->period) year = year_of(last->period->from) + *offset;
  } else if (const auto named = named_year_at(cursor, cursor.at)) {
    cursor.at = named->end;
    year = named->year;
    offset = named->offset;
  } else {
    return std::nullopt;
  }
  // A business year begins in any month.
  const bool whole = last != nullptr && last->period && !last->part && year_around(*last->period);
  // Nothing stands before: which part of the year it is, the figure compared with it says.
  TimeMention time = last != nullptr ? cursor.mention_in(year, last->part) : cursor.mention({});
  if (whole && offset && *offset < 0)
    time.period = months_before(*last->period, -*offset * kMonthsOfYear);
  time.ago = true;
  time.year_offset = offset;
  time.same_part = last == nullptr;
  return time;
}

}  // namespace assay
