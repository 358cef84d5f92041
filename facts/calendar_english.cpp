// SPDX-License-Identifier: MIT
#include "facts/calendar_english.h"

#include <array>

#include "core/utf8.h"

namespace assay {
namespace {

bool is_day(const WrittenNumber& number) { return number.value >= 1 && number.value <= 31; }

bool is_four_digit_year(const WrittenNumber& number) {
  return number.digits == 4 && is_year(number.value);
}

/// One past the sign or the " to " of a range at the cursor, or 0.
std::size_t behind_range(const TimeCursor& cursor) {
  constexpr std::string_view kTo = " to ";
  const std::size_t behind = cursor.behind_range_sign(cursor.at);
  if (behind > 0 || cursor.text.substr(cursor.at, kTo.size()) != kTo) return behind;
  return cursor.at + kTo.size();
}

/// One past the words between the two years of "from 2024 to 2030" and "between 2024 and 2030", or 0.
std::size_t behind_joint_of_years(const TimeCursor& cursor, std::size_t end) {
  struct Words {
    std::string_view lead;
    std::string_view joint;
  };
  constexpr std::array<Words, 3> kWords = {
      {{"rom ", " to "}, {"rom ", " through "}, {"etween ", " and "}}};
  const std::string_view before = cursor.text.substr(0, cursor.start);
  for (const auto& [lead, joint] : kWords)
    if (before.ends_with(lead) && cursor.text.substr(end).starts_with(joint))
      return end + joint.size();
  return 0;
}

/// "January to September", "Jan-Sep": the last month of the range, or `first`.
int take_last_month(TimeCursor& cursor, int first) {
  const std::size_t next = behind_range(cursor);
  const TimeWord* last = next > 0 ? cursor.word_at(next) : nullptr;
  if (last == nullptr || last->month <= first) return first;
  cursor.at = next + last->length;
  return last->month;
}

/// "June 4-7", "June 4 to 7": the last day, or 0.
int take_last_day(TimeCursor& cursor, int first) {
  const std::size_t behind = behind_range(cursor);
  const WrittenNumber last = cursor.number_at(behind);
  const bool day = behind > 0 && last.digits >= 1 && last.digits <= 2 && is_day(last);
  if (!day || last.value <= first || amount_follows(cursor, last.end)) return 0;
  cursor.at = last.end;
  return last.value;
}

/// "June 4, 2025": the cursor stands behind what `part` says.
TimeMention finish_month(TimeCursor& cursor, const YearPart& part) {
  std::size_t next = cursor.skip_space(cursor.at);
  if (next < cursor.text.size() && cursor.text[next] == ',') next = cursor.skip_space(next + 1);
  const WrittenNumber year = cursor.number_at(next);
  if (!is_four_digit_year(year)) return cursor.mention_without_year(part);
  cursor.at = year.end;
  return cursor.mention_in(year.value, part);
}

}  // namespace

std::optional<TimeMention> read_decade(TimeCursor& cursor, const WrittenNumber& year) {
  constexpr int kFirst = 1000;
  constexpr int kLast = 2100;
  const std::size_t end = year.end + 1;
  if (year.digits != 4 || year.value % 10 != 0 || year.value < kFirst || year.value > kLast ||
      cursor.text.substr(year.end, 1) != "s" || !is_word_end(cursor.text, end))
    return std::nullopt;
  cursor.at = end;
  return cursor.mention(decade_period(year.value));
}

std::optional<TimeMention> read_bare_year(TimeCursor& cursor, const WrittenNumber& year) {
  if (amount_follows(cursor, year.end)) return std::nullopt;
  cursor.at = year.end;
  // 2024-2027, "from 2024 to 2027"
  std::size_t behind = cursor.behind_range_sign(year.end);
  const bool in_words = behind == 0;
  if (in_words) behind = behind_joint_of_years(cursor, year.end);
  if (behind > 0) {
    const WrittenNumber last = cursor.number_at(behind);
    const bool later = is_four_digit_year(last) && last.value > year.value;
    if (later && !(in_words && amount_follows(cursor, last.end))) {
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
  cursor.at = end;
  if (number.digits >= 1 && number.digits <= 2 && is_day(number)) {
    cursor.at = number.end;
    const int last_day = take_last_day(cursor, number.value);
    return finish_month(cursor, {word.month, word.month, number.value, last_day});
  }
  const int last = take_last_month(cursor, word.month);
  if (word.abbreviation && last == word.month && !is_four_digit_year(number)) return std::nullopt;
  return finish_month(cursor, {word.month, last});
}

std::optional<TimeMention> read_day_first(TimeCursor& cursor, const WrittenNumber& day,
                                          std::size_t next) {
  const TimeWord* month = next > day.end ? cursor.word_at(next) : nullptr;
  if (month == nullptr || month->month == 0 || !is_day(day)) return std::nullopt;
  cursor.at = next + month->length;
  return finish_month(cursor, {month->month, month->month, day.value});
}

}  // namespace assay
