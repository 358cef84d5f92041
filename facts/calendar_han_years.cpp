// SPDX-License-Identifier: MIT
#include "facts/calendar_han_years.h"

#include <array>
#include <cstdlib>

#include "core/utf8.h"
#include "facts/calendar_parts.h"

namespace assay {
namespace {

constexpr std::size_t kDigitsOfYear = 4;
constexpr int kThisCentury = 2000;

/// Chinese digits one by one, at most four; each is three bytes long.
struct HanDigits {
  std::array<int, kDigitsOfYear> digits{};
  std::size_t count = 0;
  std::size_t end = 0;
};

SignKind kind_at(const TimeCursor& cursor, std::size_t offset) {
  return offset < cursor.text.size()
             ? cursor.context.knowledge.numerals().sign_at(cursor.text, offset).kind
             : SignKind::None;
}

HanDigits digits_at(const TimeCursor& cursor, std::size_t offset) {
  HanDigits read;
  read.end = offset;
  while (read.count < kDigitsOfYear && read.end < cursor.text.size()) {
    const Sign sign = cursor.context.knowledge.numerals().sign_at(cursor.text, read.end);
    // 两 counts, it writes no year.
    constexpr std::string_view kTwo = "两";
    const bool two = cursor.text.substr(read.end).starts_with(kTwo);
    if (sign.kind != SignKind::Digit || sign.length != kHanLength || two) break;
    read.digits[read.count++] = sign.value;
    read.end += sign.length;
  }
  return read;
}

/// Whether the character before the time belongs to the same number or name: 百分之二五, 第二五.
bool is_within_a_number(const TimeCursor& cursor, bool four) {
  if (cursor.start < kHanLength) return false;
  const std::size_t before = cursor.start - kHanLength;
  if (four) return kind_at(cursor, before) == SignKind::Digit;
  constexpr std::array<std::string_view, 6> kOthers = {"第", "周", "期", "点", "之", "初"};
  for (const std::string_view other : kOthers)
    if (cursor.text.substr(before).starts_with(other)) return true;
  return kind_at(cursor, before) != SignKind::None;
}

/// 年底, 年初, 年中, 年末
bool is_part_of_year_word(const TimeWord* word) {
  return word != nullptr && word->first_month > 0 && !word->year_follows;
}

/// 二零二五年, 二零二五前三个季度, 二零二五比上年: the year needs no sign.
std::optional<TimeMention> read_four(TimeCursor& cursor, const HanDigits& digits) {
  int year = 0;
  for (const int digit : digits.digits) year = year * 10 + digit;
  if (!is_year(year)) return std::nullopt;
  cursor.at = digits.end;
  const TimeWord* sign = cursor.word_at(digits.end);
  if (sign != nullptr && sign->year_sign) {
    cursor.at += sign->length;
    return read_part_of_year(cursor, year);
  }
  TimeMention time = read_part_of_year(cursor, year);
  if (time.span.end > digits.end) return time;
  // 二零二五三 is a longer number and 一九九九 a price.
  if (year < kThisCentury || kind_at(cursor, digits.end) != SignKind::None ||
      amount_follows(cursor, digits.end))
    return std::nullopt;
  return time;
}

/// Whether a word around a year of two digits makes a stretch of time of it: 近二三年, 二五年期.
bool is_stretch(const TimeCursor& cursor, std::size_t behind) {
  const TimeWord* after = cursor.word_at(behind);
  if (after != nullptr && after->after_duration) return true;
  constexpr std::size_t kLongestWord = 9;
  for (std::size_t back = kHanLength; back <= kLongestWord && back <= cursor.start;
       back += kHanLength) {
    const TimeWord* word = cursor.word_at(cursor.start - back);
    if (word != nullptr && word->before_duration && word->length == back) return true;
  }
  return false;
}

/// Whether the text or its document speaks of years close to `year`.
bool is_near(const TimeContext& context, int year) {
  constexpr int kNear = 10;
  std::optional<int> known = context.year;
  if (!known && context.date) known = year_of(*context.date);
  return known && std::abs(year - *known) <= kNear;
}

/// 二五年底, 二四年. Two digits that follow one another count years (二三年): with them a part of
/// the year has to stand behind.
std::optional<TimeMention> read_two(TimeCursor& cursor, const HanDigits& digits) {
  const int first = digits.digits[0];
  const int second = digits.digits[1];
  if (first != 1 && first != 2) return std::nullopt;
  const int year = kThisCentury + first * 10 + second;
  const TimeWord* sign = cursor.word_at(digits.end);
  if (sign == nullptr || !(sign->year_sign || is_part_of_year_word(sign))) return std::nullopt;
  cursor.at = digits.end + (sign->year_sign ? sign->length : 0);
  const std::size_t bare_end = cursor.at;
  TimeMention time = read_part_of_year(cursor, year);
  constexpr std::array<std::string_view, 3> kPoints = {"底", "初", "末"};
  bool says_part = time.span.end > bare_end;
  for (const std::string_view point : kPoints)
    says_part = says_part || cursor.text.substr(bare_end).starts_with(point);
  if (says_part) return time;
  const bool counts_years = second - first == 1;
  if (counts_years || !is_near(cursor.context, year) || is_stretch(cursor, bare_end))
    return std::nullopt;
  return time;
}

}  // namespace

std::optional<TimeMention> read_han_year(TimeCursor& cursor) {
  if (kind_at(cursor, cursor.start) != SignKind::Digit) return std::nullopt;
  const HanDigits digits = digits_at(cursor, cursor.start);
  const bool four = digits.count == kDigitsOfYear;
  if ((!four && digits.count != 2) || is_within_a_number(cursor, four)) return std::nullopt;
  return four ? read_four(cursor, digits) : read_two(cursor, digits);
}

}  // namespace assay
