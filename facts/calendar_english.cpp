// SPDX-License-Identifier: MIT
#include "facts/calendar_english.h"

#include "core/utf8.h"

namespace assay {
namespace {

bool is_day(const WrittenNumber& number) { return number.value >= 1 && number.value <= 31; }

bool is_four_digit_year(const WrittenNumber& number) {
  return number.digits == 4 && is_year(number.value);
}

/// Whether the text goes on in a way that makes an amount of the number before it.
bool amount_follows(const TimeCursor& cursor, std::size_t end) {
  const auto next = static_cast<unsigned char>(end < cursor.text.size() ? cursor.text[end] : ' ');
  const bool glued = is_ascii_letter(next) || next == '%' || next == ',' || next == '.';
  if (glued && end + 1 < cursor.text.size() &&
      (cursor.is_digit(end + 1) || is_ascii_letter(next) || next == '%'))
    return true;
  const Knowledge& knowledge = cursor.context.knowledge;
  return knowledge.unit_surfaces().find(cursor.text, cursor.skip_space(end)).unit != nullptr ||
         knowledge.numerals().sign_at(cursor.text, end).kind != SignKind::None;
}

/// "1990s"
bool is_decade(const TimeCursor& cursor, const WrittenNumber& year) {
  const std::string_view text = cursor.text;
  if (year.end >= text.size() || text[year.end] != 's' || year.value % 10 != 0) return false;
  return year.end + 1 >= text.size() ||
         !is_ascii_letter(static_cast<unsigned char>(text[year.end + 1]));
}

/// "June 4, 2025": the cursor stands behind the day, or behind the month when `day` is 0.
TimeMention finish_month(TimeCursor& cursor, int month, int day) {
  std::size_t next = cursor.skip_space(cursor.at);
  if (next < cursor.text.size() && cursor.text[next] == ',') next = cursor.skip_space(next + 1);
  const WrittenNumber year = cursor.number_at(next);
  std::optional<int> known;
  if (is_four_digit_year(year)) {
    cursor.at = year.end;
    known = year.value;
  } else {
    known = cursor.year_near(month);
  }
  if (!known) return cursor.mention(std::nullopt);
  const auto date = day > 0 ? make_day(*known, month, day) : std::nullopt;
  return cursor.mention(date ? Period{*date, *date} : month_period(*known, month));
}

}  // namespace

std::optional<TimeMention> read_bare_year(TimeCursor& cursor, const WrittenNumber& year) {
  if (is_decade(cursor, year)) {
    cursor.at = year.end + 1;
    return cursor.mention(decade_period(year.value));
  }
  if (amount_follows(cursor, year.end)) return std::nullopt;
  cursor.at = year.end;
  // 2024-2027
  if (year.end < cursor.text.size() && cursor.text[year.end] == '-') {
    const WrittenNumber last = cursor.number_at(year.end + 1);
    if (is_four_digit_year(last) && last.value > year.value) {
      cursor.at = last.end;
      const std::size_t next = cursor.skip_space(cursor.at);
      if (const TimeWord* sign = cursor.word_at(next); sign != nullptr && sign->year_sign)
        cursor.at = next + sign->length;
      return cursor.mention(Period{year_period(year.value).from, year_period(last.value).to});
    }
  }
  return cursor.mention(year_period(year.value));
}

std::optional<TimeMention> read_month_first(TimeCursor& cursor, const TimeWord& word) {
  if (!is_word_start(cursor.text, cursor.start)) return std::nullopt;
  const std::size_t end = cursor.start + word.length;
  const WrittenNumber number = cursor.number_at(cursor.skip_space(end));
  if (word.abbreviation && number.digits == 0) return std::nullopt;
  cursor.at = end;
  if (number.digits >= 1 && number.digits <= 2 && is_day(number)) {
    cursor.at = number.end;
    return finish_month(cursor, word.month, number.value);
  }
  if (word.abbreviation && !is_four_digit_year(number)) return std::nullopt;
  return finish_month(cursor, word.month, 0);
}

std::optional<TimeMention> read_day_first(TimeCursor& cursor, const WrittenNumber& day,
                                          std::size_t next) {
  const TimeWord* month = next > day.end ? cursor.word_at(next) : nullptr;
  if (month == nullptr || month->month == 0 || !is_day(day)) return std::nullopt;
  cursor.at = next + month->length;
  return finish_month(cursor, month->month, day.value);
}

}  // namespace assay
