// SPDX-License-Identifier: MIT
#include "facts/time_cursor.h"

#include <algorithm>
#include <array>

#include "core/utf8.h"
#include "facts/numeral_scale.h"

namespace assay {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2100;
constexpr std::size_t kMostDigitsOfYear = 5;
/// A part of the year that begins further ahead than this is one of the year before (months).
constexpr int kFarAhead = 4;

/// "through" or, between dates only, a dash or 至: its length, or 0.
std::size_t range_sign_length(std::string_view text, std::size_t at) {
  constexpr std::string_view kThrough = "through ";
  if (text.substr(at, kThrough.size()) == kThrough) return kThrough.size();
  if (at >= text.size()) return 0;
  const CodePoint point = decode(text, at);
  constexpr std::array<char32_t, 7> kSigns = {'-', '~', 0x2013, 0x2014, 0x301C, 0x223C, 0x81F3};
  const bool sign = std::find(kSigns.begin(), kSigns.end(), point.value) != kSigns.end();
  return sign ? point.length : 0;
}

}  // namespace

bool is_year(int value) { return value >= kFirstYear && value <= kLastYear; }

Period decade_period(int year) { return {year_period(year).from, year_period(year + 9).to}; }

bool TimeCursor::is_digit(std::size_t offset) const {
  return offset < text.size() && is_ascii_digit(static_cast<unsigned char>(text[offset]));
}

const TimeWord* TimeCursor::word_at(std::size_t offset) const {
  if (offset != asked_for) {
    last_word = context.knowledge.times().find(text, offset);
    asked_for = offset;
  }
  return last_word;
}

WrittenNumber TimeCursor::number_at(std::size_t offset) const {
  WrittenNumber number;
  number.end = offset;
  for (; is_digit(number.end) && number.digits < kMostDigitsOfYear; ++number.end, ++number.digits)
    number.value = number.value * 10 + (text[number.end] - '0');
  if (is_digit(number.end)) number.digits = 0;  // longer than any date
  return number;
}

WrittenNumber TimeCursor::count_at(std::size_t offset) const {
  if (offset >= text.size() || is_digit(offset)) return number_at(offset);
  if (offset != counted_at) {
    last_count = read_count_at(offset);
    counted_at = offset;
  }
  return last_count;
}

WrittenNumber TimeCursor::read_count_at(std::size_t offset) const {
  const NumeralGrammar grammar{context.knowledge.numerals(), context.knowledge.unit_surfaces()};
  const Sign sign = grammar.words.sign_at(text, offset);
  if (!may_start_count(sign)) return {0, 0, offset};
  if (sign.kind == SignKind::English) return {sign.value, 1, offset + sign.length};
  const auto group = read_han_group(grammar, text, offset);
  constexpr double kHundred = 100;
  if (!group || group->vague || group->low.to_double() >= kHundred) return {0, 0, offset};
  return {static_cast<int>(group->low.to_double()), 1, group->end};
}

std::optional<WrittenNumber> TimeCursor::year_at(std::size_t offset) const {
  const WrittenNumber year = number_at(offset);
  if (year.digits != 4 || !is_year(year.value) || amount_follows(*this, year.end))
    return std::nullopt;
  return year;
}

std::size_t TimeCursor::skip_space(std::size_t offset) const {
  while (offset < text.size() && text[offset] == ' ') ++offset;
  return offset;
}

std::size_t TimeCursor::behind_range_sign(std::size_t offset) const {
  const std::size_t sign = skip_space(offset);
  const std::size_t length = range_sign_length(text, sign);
  return length == 0 ? 0 : skip_space(sign + length);
}

std::size_t TimeCursor::behind_part_range_sign(std::size_t offset) const {
  if (const std::size_t behind = behind_range_sign(offset)) return behind;
  constexpr std::string_view kTo = "到";
  const std::size_t sign = skip_space(offset);
  return text.substr(sign).starts_with(kTo) ? skip_space(sign + kTo.size()) : 0;
}

TimeMention TimeCursor::mention(std::optional<Period> period) const {
  TimeMention time;
  time.span = {start, at};
  time.period = period;
  if (!period) time.label = std::string(text.substr(start, at - start));
  return time;
}

TimeMention TimeCursor::mention_in(std::optional<int> year,
                                   const std::optional<YearPart>& part) const {
  std::optional<Period> period;
  if (year) period = part ? part_period(*year, *part) : year_period(*year);
  TimeMention time = mention(period);
  time.part = part;
  return time;
}

TimeMention TimeCursor::mention_without_year(const YearPart& part) const {
  TimeMention time = mention_in(year_near(part), part);
  time.year_missing = true;
  return time;
}

std::optional<int> TimeCursor::year_near(const YearPart& part) const {
  if (context.year) return context.year;
  if (!context.date) return std::nullopt;
  const bool far_ahead = part.first_month - month_of(*context.date) > kFarAhead;
  return year_of(*context.date) - (far_ahead ? 1 : 0);
}

bool amount_follows(const TimeCursor& cursor, std::size_t end) {
  const auto next = static_cast<unsigned char>(end < cursor.text.size() ? cursor.text[end] : ' ');
  const bool glued = is_ascii_letter(next) || next == '%' || next == ',' || next == '.';
  if (glued && end + 1 < cursor.text.size() &&
      (cursor.is_digit(end + 1) || is_ascii_letter(next) || next == '%'))
    return true;
  const Knowledge& knowledge = cursor.context.knowledge;
  const std::size_t behind = cursor.skip_space(end);
  const auto unit = knowledge.unit_surfaces().find(cursor.text, behind);
  // "In 2024 Micron's revenue": a company that is called like a unit.
  const Lexicon::Hit name = knowledge.lexicon().find(cursor.text, behind);
  const bool is_name = name.lexeme != nullptr && name.lexeme->entity >= 0 &&
                       !name.lexeme->exact.empty() && name.length >= unit.length;
  // The heads of two columns, "2023   % change": nothing is two thousand percent behind a space.
  const bool next_column = behind > end && cursor.text.substr(behind).starts_with('%');
  if (unit.unit != nullptr && !is_name) return !next_column;
  const SignKind sign = knowledge.numerals().sign_at(cursor.text, behind).kind;
  if (behind > end) return sign == SignKind::Scale;  // 1940 亿
  return sign != SignKind::None && sign != SignKind::Coin;
}

}  // namespace assay
