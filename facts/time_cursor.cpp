// SPDX-License-Identifier: MIT
#include "facts/time_cursor.h"

#include "core/utf8.h"

namespace assay {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2100;
constexpr std::size_t kMostDigits = 5;

}  // namespace

bool is_year(int value) { return value >= kFirstYear && value <= kLastYear; }

Period decade_period(int year) { return {year_period(year).from, year_period(year + 9).to}; }

bool TimeCursor::is_digit(std::size_t offset) const {
  return offset < text.size() && is_ascii_digit(static_cast<unsigned char>(text[offset]));
}

const TimeWord* TimeCursor::word_at(std::size_t offset) const {
  return context.knowledge.times().find(text, offset);
}

WrittenNumber TimeCursor::number_at(std::size_t offset) const {
  WrittenNumber number;
  number.end = offset;
  for (; is_digit(number.end) && number.digits < kMostDigits; ++number.end, ++number.digits)
    number.value = number.value * 10 + (text[number.end] - '0');
  if (is_digit(number.end)) number.digits = 0;  // longer than any date
  return number;
}

std::size_t TimeCursor::skip_space(std::size_t offset) const {
  while (offset < text.size() && text[offset] == ' ') ++offset;
  return offset;
}

TimeMention TimeCursor::mention(std::optional<Period> period) const {
  TimeMention time;
  time.span = {start, at};
  time.period = period;
  if (!period) time.label = std::string(text.substr(start, at - start));
  return time;
}

std::optional<int> TimeCursor::year_near(int month) const {
  if (context.year) return context.year;
  if (!context.date) return std::nullopt;
  const int year = year_of(*context.date);
  return month > month_of(*context.date) ? year - 1 : year;
}

}  // namespace assay
