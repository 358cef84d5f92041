// SPDX-License-Identifier: MIT
#include "facts/calendar.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "core/utf8.h"
#include "facts/calendar_codes.h"
#include "facts/calendar_dotted.h"
#include "facts/calendar_ends.h"
#include "facts/calendar_english.h"
#include "facts/calendar_han_years.h"
#include "facts/calendar_parts.h"
#include "facts/numeral_scale.h"
#include "facts/time_cursor.h"

namespace assay {
namespace {

/// Of a day that is written in one piece: 20250818.
constexpr std::size_t kDigitsOfDay = 8;

/// 2024年末, 6月|底, "the end of 2024": whether a word of the time, or right behind it, says so.
bool names_a_point(std::string_view text, Span time, const TimeWords& words) {
  for (std::size_t at = time.begin; at <= time.end && at < text.size(); ++at)
    if (const TimeWord* word = words.find(text, at); word != nullptr && word->point) return true;
  return false;
}

/// Reads one time: a cursor that knows the forms and moves itself along.
class TimeReader : private TimeCursor {
 public:
  explicit TimeReader(const TimeCursor& cursor) : TimeCursor(cursor) {}

  std::optional<TimeMention> read() {
    auto time = read_one();
    if (!time) return time;
    if (auto months = read_months_behind(*this, *time)) return months;
    if (time->part && !is_of_months_)
      time->point = names_a_point(text, time->span, context.knowledge.times());
    return time;
  }

 private:
  std::optional<TimeMention> read_one() {
    const bool word_start = is_word_start(text, start);
    if (word_start) {
      if (auto time = read_code(*this)) return time;
      if (!may_start_time()) return std::nullopt;
      if (auto time = read_months_ended(*this)) {
        is_of_months_ = true;
        return time;
      }
    }
    at = start;
    if (is_digit(start)) return read_from_digits();
    const TimeWord* word = word_start ? word_at(start) : nullptr;
    if (word != nullptr) {
      if (auto time = read_from_word(*word)) return time;
    }
    at = start;
    if (auto time = read_han_year(*this)) return time;
    return word_start ? read_part() : std::nullopt;
  }

  /// Whether a number, a time word or a code (Q4) stands here; most words of a text are none of these.
  [[nodiscard]] bool may_start_time() const {
    const TimeWord* word = word_at(start);
    return is_digit(start) || (word != nullptr && word->starts_a_time()) ||
           code_part_at(*this, start) ||
           may_start_count(context.knowledge.numerals().sign_at(text, start));
  }

  std::optional<TimeMention> read_from_digits() {
    const bool separated =
        start > 1 && is_digit(start - 2) && (text[start - 1] == '.' || text[start - 1] == ',');
    if (separated || (start > 0 && is_digit(start - 1))) return std::nullopt;
    if (auto time = read_compact_date()) return time;
    const WrittenNumber number = number_at(start);
    if (number.digits == 0) return std::nullopt;
    if (auto time = read_clock(number)) return time;
    if (auto decade = read_decade(*this, number)) return decade;
    if (number.digits == 4 && is_year(number.value)) return read_year(number);
    if (number.digits <= 2) return read_short(number);
    return std::nullopt;
  }

  /// A part of a year that starts the time: 三季度, 9月26日, 前9个月, Q3.
  std::optional<TimeMention> read_part() {
    const auto part = take_part(*this);
    if (!part) return std::nullopt;
    return read_year_of_part(*this, *part);
  }

  /// The day that eight digits at `offset` write, as in 20250818.
  [[nodiscard]] std::optional<Day> compact_day_at(std::size_t offset) const {
    int value = 0;
    for (std::size_t i = 0; i < kDigitsOfDay; ++i) {
      if (!is_digit(offset + i)) return std::nullopt;
      value = value * 10 + (text[offset + i] - '0');
    }
    if (is_digit(offset + kDigitsOfDay) || !is_year(value / 10000)) return std::nullopt;
    return make_day(value / 10000, value / 100 % 100, value % 100);
  }

  /// 20250818, 20250818-20250822
  std::optional<TimeMention> read_compact_date() {
    const auto first = compact_day_at(start);
    if (!first) return std::nullopt;
    std::size_t end = start + kDigitsOfDay;
    Period period{*first, *first};
    if (const std::size_t behind = behind_range_sign(end)) {
      if (const auto last = compact_day_at(behind); last && *last > *first) {
        period.to = *last;
        end = behind + kDigitsOfDay;
      }
    }
    if (!is_word_end(text, end) || amount_follows(*this, end)) return std::nullopt;
    at = end;
    return mention(period);
  }

  /// 16:47, 3:31, 12:00:05
  std::optional<TimeMention> read_clock(const WrittenNumber& hour) {
    std::size_t end = hour.end;
    int parts = 0;
    while (parts < 2 && end + 2 < text.size() && text[end] == ':' && is_digit(end + 1) &&
           is_digit(end + 2)) {
      end += 3;
      ++parts;
    }
    if (parts == 0 || hour.digits > 2 || is_digit(end)) return std::nullopt;
    while (end < text.size() && (text[end] == '.' || is_digit(end)) && is_digit(end + 1)) ++end;
    at = end;
    TimeMention time = mention(std::nullopt);
    time.label.clear();
    return time;
  }

  std::optional<TimeMention> read_year(const WrittenNumber& year) {
    if (auto date = read_date(year)) return date;
    if (auto months = read_dotted_months(*this, year)) return months;
    const std::size_t next = skip_space(year.end);
    const TimeWord* sign = year_sign_at(next);
    at = next;
    if (sign != nullptr && (sign->decade_sign || sign->year_sign)) {
      at = next + sign->length;
      if (sign->decade_sign) return mention(decade_period(year.value));
      if (auto range = read_year_range(year)) return range;
      return read_part_of_year(*this, year.value);
    }
    // "2025Q3", "2025 上半年", "2026财年": what follows does without a sign.
    const bool part = sign != nullptr && (sign->quarter > 0 || sign->half > 0 || sign->leads ||
                                          sign->first_month > 0 || sign->whole);
    if (part || code_part_at(*this, next)) {
      TimeMention time = read_part_of_year(*this, year.value);
      if (at > next) return time;
    }
    return read_bare_year(*this, year);
  }

  /// 2025-11-24, 2025/11/24, 2025.11.24, 2025-11
  std::optional<TimeMention> read_date(const WrittenNumber& year) {
    for (const char separator : {'-', '/', '.'}) {
      if (year.end >= text.size() || text[year.end] != separator) continue;
      const WrittenNumber month = number_at(year.end + 1);
      if (month.digits == 0 || month.digits > 2) continue;
      const bool more = month.end < text.size() && text[month.end] == separator;
      const WrittenNumber day = more ? number_at(month.end + 1) : WrittenNumber{};
      if (!make_day(year.value, month.value, day.digits > 0 ? day.value : 1)) continue;
      if (day.digits == 0 && (separator != '-' || month.digits != 2)) continue;
      at = day.digits > 0 ? day.end : month.end;
      skip_time_of_day();
      return mention_in(year.value, YearPart{month.value, month.value, day.value});
    }
    return std::nullopt;
  }

  /// 2024年至2029年, 2024年-2029年: the cursor stands behind the first sign.
  std::optional<TimeMention> read_year_range(const WrittenNumber& first) {
    const std::size_t behind = behind_range_sign(at);
    if (behind == 0) return std::nullopt;
    const WrittenNumber last = number_at(behind);
    const TimeWord* sign = word_at(skip_space(last.end));
    if (last.digits != 4 || last.value <= first.value || !is_year(last.value) || sign == nullptr ||
        !sign->year_sign)
      return std::nullopt;
    at = skip_space(last.end) + sign->length;
    return mention(Period{year_period(first.value).from, year_period(last.value).to});
  }

  /// The sign of a year: 2003年中国 is no middle of the year.
  [[nodiscard]] const TimeWord* year_sign_at(std::size_t offset) const {
    const TimeWord* longest = word_at(offset);
    if (longest == nullptr || longest->year_sign || longest->decade_sign) return longest;
    const TimeWord* sign =
        context.knowledge.times().find(text.substr(0, offset + kHanLength), offset);
    if (sign == nullptr || !sign->year_sign) return longest;
    const bool word_goes_on =
        context.knowledge.lexicon().find(text, offset + sign->length).length > kHanLength;
    return word_goes_on ? sign : longest;
  }

  void skip_time_of_day() {
    if (at < text.size() && (text[at] == 'T' || text[at] == ' ') && is_digit(at + 1)) {
      const std::size_t keep = at;
      ++at;
      const WrittenNumber hour = number_at(at);
      if (hour.end < text.size() && text[hour.end] == ':') {
        while (at < text.size() && (is_digit(at) || text[at] == ':' || text[at] == '.')) ++at;
      } else {
        at = keep;
      }
    }
  }

  /// One or two digits: 9月26日, 26日, 19年开始, 3季度.
  std::optional<TimeMention> read_short(const WrittenNumber& number) {
    if (auto part = read_part()) return part;
    at = start;
    const std::size_t next = skip_space(number.end);
    const TimeWord* sign = word_at(next);
    if (sign == nullptr) return read_day_first(*this, number, next);
    if (sign->day_sign && number.value >= 1 && number.value <= 31) {
      // 26日, but not 30日元 or 5号线.
      if (context.knowledge.unit_surfaces().find(text, next).unit != nullptr) return std::nullopt;
      if (context.knowledge.lexicon().find(text, next).length > sign->length) return std::nullopt;
      at = next + sign->length;
      return mention(std::nullopt);
    }
    if (sign->decade_sign) {
      at = next + sign->length;
      return mention(std::nullopt);
    }
    if (sign->year_sign && number.digits == 2 && is_short_year(number, next + sign->length)) {
      at = next + sign->length;
      const int century = number.value <= 50 ? 2000 : 1900;
      return read_part_of_year(*this, century + number.value);
    }
    return read_day_first(*this, number, next);
  }

  [[nodiscard]] bool is_short_year(const WrittenNumber& number, std::size_t after) const {
    if (text[start] == '0') return true;
    const TimeWord* behind = word_at(skip_space(after));
    TimeCursor probe{text, start, after, context};
    if ((behind != nullptr && behind->after_short_year) || take_part(probe))
      return number.value <= 50 || number.value >= 70;
    if (is_near_known_year(number.value, after)) return true;
    // 自19年: the word that leads to a date stands directly before.
    for (std::size_t back = 1; back <= 6 && back <= start; ++back) {
      const TimeWord* lead = word_at(start - back);
      if (lead != nullptr && lead->before_short_year && lead->length == back) return true;
    }
    return false;
  }

  /// 25年继续上涨, 26年和27年分别是42%和32%: a year close to the one the text speaks of, where
  /// nothing around it makes a duration of it.
  [[nodiscard]] bool is_near_known_year(int value, std::size_t after) const {
    constexpr int kNear = 3;
    constexpr int kSmallest = 15;  // "10年" is nearly always a duration
    if (!context.year || value < kSmallest || std::abs(2000 + value - *context.year) > kNear)
      return false;
    const TimeWord* behind = word_at(after);
    if (behind != nullptr && behind->after_duration) return false;
    constexpr std::size_t kLongestWord = 9;
    for (std::size_t back = 3; back <= kLongestWord && back <= start; back += 3) {
      const TimeWord* word = word_at(start - back);
      if (word != nullptr && word->before_duration && word->length == back) return false;
    }
    return true;
  }

  std::optional<TimeMention> read_from_word(const TimeWord& word) {
    at = start + word.length;
    if (word.same) return read_same_part(*this, word);
    if (word.is_whole_year()) {
      const TimeMention time = read_whole_year(*this);
      if (time.period || !word.year_offset) return time;
    }
    if (word.year_follows) return read_year_behind(word);
    if (word.month > 0) return read_month_first(*this, word);
    if (word.year_offset) {
      std::optional<int> year;
      if (context.date) year = year_of(*context.date) + *word.year_offset;
      TimeMention time = read_part_of_year(*this, year);
      time.year_offset = word.year_offset;
      return time;
    }
    if (word.quarter_offset) return read_near_quarter(*word.quarter_offset);
    if (word.month_offset) return read_near_month(*word.month_offset);
    return std::nullopt;
  }

  /// "fiscal 2026", "fiscal third quarter", "late 2025"
  std::optional<TimeMention> read_year_behind(const TimeWord& word) {
    std::optional<TimeMention> time;
    if (word.first_month > 0) {
      const std::size_t behind_word = at;
      const YearPart part{word.first_month, word.last_month};
      time = read_year_of_part(*this, part);
      return at > behind_word ? time : std::nullopt;
    }
    if (const auto year = year_at(skip_space(at))) {
      at = year->end;
      time = read_part_of_year(*this, year->value);
    } else if (const auto part = take_part(*this); part && part->day == 0) {
      time = read_year_of_part(*this, *part);
    }
    if (time) time->fiscal = word.fiscal;
    return time;
  }

  /// 高于上季度的467亿: the quarter before the one that was told of, whenever that is said.
  [[nodiscard]] bool follows_comparison() const {
    constexpr std::array<std::string_view, 5> kWords = {"高于", "低于", "从", "比", "较"};
    const std::string_view before = text.substr(0, start);
    return std::any_of(kWords.begin(), kWords.end(),
                       [&](std::string_view word) { return before.ends_with(word); });
  }

  TimeMention read_near_quarter(int offset) {
    if (follows_comparison())
      if (const auto time = read_part_before(*this, offset, 3)) return *time;
    if (!context.date) return mention(std::nullopt);
    constexpr int kQuarters = 4;
    const int count =
        year_of(*context.date) * kQuarters + (month_of(*context.date) - 1) / 3 + offset;
    const int first_month = count % kQuarters * 3 + 1;
    return mention_in(count / kQuarters, YearPart{first_month, first_month + 2});
  }

  TimeMention read_near_month(int offset) {
    if (!context.date) return mention(std::nullopt);
    constexpr int kMonths = 12;
    const int count = year_of(*context.date) * kMonths + month_of(*context.date) - 1 + offset;
    const int month = count % kMonths + 1;
    return mention_in(count / kMonths, YearPart{month, month});
  }

  bool is_of_months_ = false;  ///< "quarter to the end of June": a stretch, whatever it ends with
};

}  // namespace

std::optional<TimeMention> read_time(std::string_view text, std::size_t offset,
                                     const TimeContext& context) {
  return TimeReader({text, offset, offset, context}).read();
}

bool starts_a_span(std::string_view text, std::size_t begin) {
  constexpr std::array<std::string_view, 3> kSince = {"since ", "Since ", "自从"};
  const std::string_view before = text.substr(0, begin);
  return std::any_of(kSince.begin(), kSince.end(),
                     [&](std::string_view word) { return before.ends_with(word); });
}

}  // namespace assay
