// SPDX-License-Identifier: MIT
#include "facts/calendar.h"

#include "core/utf8.h"
#include "facts/calendar_english.h"
#include "facts/numeral_scale.h"
#include "facts/time_cursor.h"

namespace assay {
namespace {

/// Reads one time: a cursor that knows the forms and moves itself along.
class TimeReader : private TimeCursor {
 public:
  explicit TimeReader(const TimeCursor& cursor) : TimeCursor(cursor) {}

  std::optional<TimeMention> read() {
    if (is_digit(start)) return read_from_digits();
    const TimeWord* word = word_at(start);
    if (word != nullptr && is_word_start(text, start)) {
      if (auto time = read_from_word(*word)) return time;
    }
    return read_from_han();
  }

 private:
  std::optional<TimeMention> read_from_digits() {
    const bool separated =
        start > 1 && is_digit(start - 2) && (text[start - 1] == '.' || text[start - 1] == ',');
    if (separated || (start > 0 && is_digit(start - 1))) return std::nullopt;
    const WrittenNumber number = number_at(start);
    if (number.digits == 0) return std::nullopt;
    if (auto time = read_clock(number)) return time;
    if (number.digits == 4 && is_year(number.value)) return read_year(number);
    if (number.digits <= 2) return read_short(number);
    return std::nullopt;
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
    return mention(std::nullopt);
  }

  std::optional<TimeMention> read_year(const WrittenNumber& year) {
    // 2025-11-24, 2025/11/24, 2025.11.24
    for (const char separator : {'-', '/', '.'}) {
      if (year.end >= text.size() || text[year.end] != separator) continue;
      const WrittenNumber month = number_at(year.end + 1);
      if (month.digits == 0 || month.digits > 2 || month.end >= text.size()) continue;
      const WrittenNumber day =
          text[month.end] == separator ? number_at(month.end + 1) : WrittenNumber{};
      const auto date = make_day(year.value, month.value, day.digits > 0 ? day.value : 1);
      if (!date || (day.digits == 0 && separator != '-')) continue;
      if (day.digits == 0 && month.digits != 2) continue;
      at = day.digits > 0 ? day.end : month.end;
      skip_time_of_day();
      return mention(day.digits > 0 ? Period{*date, *date} : month_period(year.value, month.value));
    }
    const std::size_t next = skip_space(year.end);
    const TimeWord* sign = year_sign_at(next);
    if (sign != nullptr && sign->decade_sign) {
      at = next + sign->length;
      return mention(decade_period(year.value));
    }
    if (sign != nullptr && sign->year_sign) {
      at = next + sign->length;
      return read_part_of_year(year.value);
    }
    // "2025Q3", "2025 上半年": the part follows without a sign.
    if (sign != nullptr && (sign->quarter > 0 || sign->half > 0 || sign->first_month > 0)) {
      at = next;
      return read_part_of_year(year.value);
    }
    return read_bare_year(*this, year);
  }

  /// The sign of a year: 2003年中国 is no middle of the year.
  [[nodiscard]] const TimeWord* year_sign_at(std::size_t offset) const {
    const TimeWord* longest = word_at(offset);
    if (longest == nullptr || longest->year_sign || longest->decade_sign) return longest;
    constexpr std::size_t kOneCharacter = 3;
    const TimeWord* sign =
        context.knowledge.times().find(text.substr(0, offset + kOneCharacter), offset);
    if (sign == nullptr || !sign->year_sign) return longest;
    const bool word_goes_on =
        context.knowledge.lexicon().find(text, offset + sign->length).length > kOneCharacter;
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

  /// What stands behind a year: 9月26日, 第三季度, 上半年, 底.
  TimeMention read_part_of_year(int year) {
    const std::size_t next = skip_space(at);
    if (is_digit(next)) {
      const WrittenNumber number = number_at(next);
      const TimeWord* sign = word_at(skip_space(number.end));
      if (sign != nullptr && sign->month_sign && number.value >= 1 && number.value <= 12) {
        at = skip_space(number.end) + sign->length;
        return read_day_of_month(year, number.value);
      }
    }
    const TimeWord* word = word_at(next);
    if (word == nullptr) return mention(year_period(year));
    if (const auto part = part_of(*word, year)) {
      at = next + word->length;
      return mention(part);
    }
    if (word->whole) at = next + word->length;
    return mention(year_period(year));
  }

  TimeMention read_day_of_month(int year, int month) {
    const std::size_t next = skip_space(at);
    if (is_digit(next)) {
      const WrittenNumber day = number_at(next);
      const TimeWord* sign = word_at(skip_space(day.end));
      const auto date = make_day(year, month, day.value);
      if (sign != nullptr && sign->day_sign && date) {
        at = skip_space(day.end) + sign->length;
        return mention(Period{*date, *date});
      }
    }
    return mention(month_period(year, month));
  }

  static std::optional<Period> part_of(const TimeWord& word, int year) {
    if (word.quarter > 0) return quarter_period(year, word.quarter);
    if (word.half > 0) return half_period(year, word.half);
    if (word.month > 0 && !word.abbreviation) return month_period(year, word.month);
    if (word.first_month > 0)
      return Period{month_period(year, word.first_month).from,
                    month_period(year, word.last_month).to};
    return std::nullopt;
  }

  /// One or two digits: 9月26日, 26日, 19年开始, 3季度.
  std::optional<TimeMention> read_short(const WrittenNumber& number) {
    const TimeWord* whole = word_at(start);  // "3季度", "1Q"
    if (whole != nullptr && whole->length > number.digits) return read_from_word(*whole);
    const std::size_t next = skip_space(number.end);
    const TimeWord* sign = word_at(next);
    if (sign == nullptr) return read_day_first(*this, number, next);
    if (sign->month_sign && number.value >= 1 && number.value <= 12) {
      at = next + sign->length;
      return read_month(number.value);
    }
    if (sign->day_sign && number.value >= 1 && number.value <= 31) {
      // 26日, but not 30日元 or 5号线.
      const std::size_t after = next + sign->length;
      if (context.knowledge.unit_surfaces().find(text, next).unit != nullptr) return std::nullopt;
      if (context.knowledge.lexicon().find(text, next).length > sign->length) return std::nullopt;
      at = after;
      return mention(std::nullopt);
    }
    if (sign->decade_sign) {
      at = next + sign->length;
      return mention(std::nullopt);
    }
    if (sign->year_sign && number.digits == 2 && is_short_year(number, next + sign->length)) {
      at = next + sign->length;
      const int century = number.value <= 50 ? 2000 : 1900;
      return read_part_of_year(century + number.value);
    }
    return read_day_first(*this, number, next);
  }

  [[nodiscard]] bool is_short_year(const WrittenNumber& number, std::size_t after) const {
    if (text[start] == '0') return true;
    const TimeWord* behind = word_at(skip_space(after));
    if (behind != nullptr && (behind->after_short_year || behind->quarter > 0 || behind->half > 0))
      return number.value <= 50 || number.value >= 70;
    // 自19年: the word that leads to a date stands directly before.
    for (std::size_t back = 1; back <= 6 && back <= start; ++back) {
      const TimeWord* lead = word_at(start - back);
      if (lead != nullptr && lead->before_short_year && lead->length == back) return true;
    }
    return false;
  }

  TimeMention read_month(int month) {
    const auto year = year_near(month);
    if (!year) {
      TimeMention time = read_day_of_month(2000, month);
      time.period.reset();
      time.label = std::string(text.substr(start, at - start));
      time.year_missing = true;
      return time;
    }
    TimeMention time = read_day_of_month(*year, month);
    time.year_missing = true;
    return time;
  }

  std::optional<TimeMention> read_from_word(const TimeWord& word) {
    const std::size_t end = start + word.length;
    if (word.year_follows) {
      const WrittenNumber year = number_at(skip_space(end));
      if (year.digits != 4 || !is_year(year.value)) return std::nullopt;
      at = year.end;
      return mention(year_period(year.value));
    }
    if (word.month > 0) return read_month_first(*this, word);
    at = end;
    if (word.year_offset) {
      TimeMention time = read_relative_year(*word.year_offset);
      time.ago = word.compared;
      return time;
    }
    if (word.quarter_offset && context.date) {
      const int quarter = (month_of(*context.date) - 1) / 3 + *word.quarter_offset;
      const int year = year_of(*context.date) + (quarter < 0 ? -1 : 0);
      return mention(quarter_period(year, (quarter + 4) % 4 + 1));
    }
    if (word.month_offset && context.date) {
      const int month = month_of(*context.date) - 1 + *word.month_offset;
      const int year = year_of(*context.date) + (month < 0 ? -1 : month > 11 ? 1 : 0);
      return mention(month_period(year, (month + 12) % 12 + 1));
    }
    if (word.quarter_offset || word.month_offset) return mention(std::nullopt);
    const int last_month = word.quarter > 0 ? word.quarter * 3
                           : word.half > 0  ? word.half * 6
                                            : word.last_month;
    if (last_month == 0) return std::nullopt;
    return read_part_without_year(word, last_month);
  }

  TimeMention read_relative_year(int offset) {
    if (context.date) return read_part_of_year(year_of(*context.date) + offset);
    // Without a date the year is unknown, but 去年 and 今年 are not the same.
    TimeMention time = read_part_of_year(2000);
    time.period.reset();
    time.label = std::string(text.substr(start, at - start));
    return time;
  }

  TimeMention read_part_without_year(const TimeWord& word, int last_month) {
    // "third quarter of 2025", "Q3 2025"
    std::size_t next = skip_space(at);
    constexpr std::string_view kOf = "of ";
    if (text.substr(next, kOf.size()) == kOf) next += kOf.size();
    const TimeWord* follows = word_at(next);
    if (follows != nullptr && follows->year_follows) next = skip_space(next + follows->length);
    const WrittenNumber year = number_at(next);
    if (year.digits == 4 && is_year(year.value)) {
      at = year.end;
      return mention(part_of(word, year.value));
    }
    const auto near = year_near(last_month);
    TimeMention time = mention(near ? part_of(word, *near) : std::nullopt);
    time.year_missing = true;
    return time;
  }

  /// 二零二五年, 三月, 十二月
  std::optional<TimeMention> read_from_han() {
    const NumeralGrammar grammar{context.knowledge.numerals(), context.knowledge.unit_surfaces()};
    const Sign first = grammar.words.sign_at(text, start);
    if (first.kind != SignKind::Digit && first.kind != SignKind::Power) return std::nullopt;
    if (auto numeral = read_han(grammar, text, start)) {
      const auto value = static_cast<int>(numeral->low.to_double());
      const TimeWord* sign = word_at(numeral->end);
      if (sign == nullptr || numeral->vague || numeral->scaled) return std::nullopt;
      if (numeral->digit_by_digit && sign->year_sign && is_year(value)) {
        at = numeral->end + sign->length;
        return read_part_of_year(value);
      }
      if (!numeral->digit_by_digit && sign->month_sign && value >= 1 && value <= 12) {
        at = numeral->end + sign->length;
        return read_month(value);
      }
    }
    return std::nullopt;
  }
};

}  // namespace

std::optional<TimeMention> read_time(std::string_view text, std::size_t offset,
                                     const TimeContext& context) {
  return TimeReader({text, offset, offset, context}).read();
}

}  // namespace assay
