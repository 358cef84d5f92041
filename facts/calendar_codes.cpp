// SPDX-License-Identifier: MIT
#include "facts/calendar_codes.h"

#include "core/utf8.h"

namespace assay {
namespace {

constexpr int kLastShortYear = 50;
constexpr int kCentury = 2000;

/// A year within a code.
struct CodeYear {
  int year = 0;
  bool fiscal = false;
  std::size_t end = 0;
};

/// The length of an apostrophe at `offset`, straight or curved; 0 when none.
std::size_t apostrophe_length(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return 0;
  const CodePoint point = decode(text, offset);
  constexpr char32_t kCurved = 0x2019;
  return point.value == '\'' || point.value == kCurved ? point.length : 0;
}

/// FY25, FY2025, FY 2025, '25, 25, 2025. `glued` says that the code goes on without a space: only
/// there are two bare digits a year.
std::optional<CodeYear> code_year_at(const TimeCursor& cursor, std::size_t offset, bool glued) {
  CodeYear year;
  std::size_t at = offset;
  const std::string_view mark = cursor.text.substr(at, 2);
  const bool marked = mark == "FY" || mark == "CY" || mark == "YE";
  if (marked) {
    year.fiscal = mark == "FY";
    at += mark.size();
    if (at < cursor.text.size() && cursor.text[at] == ' ') ++at;
  }
  const std::size_t apostrophe = apostrophe_length(cursor.text, at);
  at += apostrophe;
  const WrittenNumber number = cursor.number_at(at);
  const bool short_year =
      number.digits == 2 && number.value <= kLastShortYear && (glued || marked || apostrophe > 0);
  if (!short_year && !(number.digits == 4 && is_year(number.value))) return std::nullopt;
  if (!glued && !marked && apostrophe == 0 && amount_follows(cursor, number.end))
    return std::nullopt;
  year.year = number.value + (short_year ? kCentury : 0);
  year.end = number.end;
  return year;
}

/// The space or dash between the two halves of a code.
std::size_t skip_joint(const TimeCursor& cursor, std::size_t offset) {
  const bool joint =
      offset < cursor.text.size() && (cursor.text[offset] == ' ' || cursor.text[offset] == '-');
  return joint ? offset + 1 : offset;
}

std::optional<TimeMention> finish(TimeCursor& cursor, const CodeYear& year,
                                  const std::optional<YearPart>& part, std::size_t end) {
  end = status_end(cursor.text, end);
  if (!is_word_end(cursor.text, end)) return std::nullopt;
  cursor.at = end;
  TimeMention time = cursor.mention_in(year.year, part);
  time.fiscal = year.fiscal;
  return time;
}

/// 3Q25, Q3'25, Q3 FY26, 1H 2025
std::optional<TimeMention> read_part_first(TimeCursor& cursor) {
  const auto part = code_part_at(cursor, cursor.start);
  if (!part) return std::nullopt;
  const bool letter_first = is_ascii_letter(static_cast<unsigned char>(cursor.text[cursor.start]));
  const std::size_t next = skip_joint(cursor, part->end);
  // "Q325" and "H120" are names; behind a letter the year follows at once.
  const bool glued = next == part->end && !letter_first;
  const auto year = code_year_at(cursor, next, glued);
  if (!year || (next == part->end && letter_first && cursor.is_digit(next))) return std::nullopt;
  return finish(cursor, *year, part->part, year->end);
}

/// 25Q3, 2025-Q3, FY25, FY26 Q3, 2025E
std::optional<TimeMention> read_year_first(TimeCursor& cursor) {
  const auto year = code_year_at(cursor, cursor.start, true);
  if (!year) return std::nullopt;
  const auto part = code_part_at(cursor, skip_joint(cursor, year->end));
  const bool digit_part = part && cursor.is_digit(year->end);
  if (part && !digit_part && is_word_end(cursor.text, part->end)) {
    const bool short_year = year->end == cursor.start + 2;
    const bool spaced = cursor.text[year->end] == ' ';
    if (!(short_year && spaced)) return finish(cursor, *year, part->part, part->end);
  }
  if (year->fiscal || cursor.text[cursor.start] == 'C')
    return finish(cursor, *year, std::nullopt, year->end);
  const bool four_digits = year->end == cursor.start + 4;
  if (!four_digits || status_end(cursor.text, year->end) == year->end) return std::nullopt;
  return finish(cursor, *year, std::nullopt, year->end);
}

}  // namespace

std::optional<CodePart> code_part_at(const TimeCursor& cursor, std::size_t offset) {
  if (offset + 1 >= cursor.text.size()) return std::nullopt;
  const char first = cursor.text[offset];
  const char second = cursor.text[offset + 1];
  const char letter = first >= '1' && first <= '9' ? second : first;
  const int number = (letter == first ? second : first) - '0';
  const std::size_t end = offset + 2;
  constexpr int kQuarterMonths = 3;
  constexpr int kHalfMonths = 6;
  if ((letter == 'Q' || letter == 'q') && number >= 1 && number <= 4)
    return CodePart{{kQuarterMonths * (number - 1) + 1, kQuarterMonths * number}, end};
  if (letter == 'H' && (number == 1 || number == 2))
    return CodePart{{kHalfMonths * (number - 1) + 1, kHalfMonths * number}, end};
  // 9M25: without a year 9M is nine million, and 3M a company.
  if (letter == 'M' && letter == second && (number == 6 || number == 9) && end < cursor.text.size())
    return CodePart{{1, number}, end};
  return std::nullopt;
}

std::size_t status_end(std::string_view text, std::size_t offset) {
  constexpr std::string_view kStatus = "EAFPe";
  const std::size_t end = offset + 1;
  if (offset >= text.size() || kStatus.find(text[offset]) == std::string_view::npos) return offset;
  const bool han_follows = end < text.size() && static_cast<unsigned char>(text[end]) >= 0x80;
  if (!is_word_end(text, end) || (han_follows && text[offset] != 'E' && text[offset] != 'e'))
    return offset;
  return end;
}

std::optional<TimeMention> read_code(TimeCursor& cursor) {
  const char first = cursor.text[cursor.start];
  if (first == 'Q' || first == 'q' || first == 'H') return read_part_first(cursor);
  if (first == 'F' || first == 'C') return read_year_first(cursor);
  if (!cursor.is_digit(cursor.start)) return std::nullopt;
  if (auto time = read_part_first(cursor)) return time;
  return read_year_first(cursor);
}

}  // namespace assay
