// SPDX-License-Identifier: MIT
#include "facts/calendar_dotted.h"

#include "core/utf8.h"

namespace assay {
namespace {

struct DottedMonth {
  Period month;
  std::size_t end = 0;
};

std::optional<DottedMonth> month_of_year(const TimeCursor& cursor, const WrittenNumber& year) {
  if (year.digits != 4 || !is_year(year.value) || cursor.text.substr(year.end, 1) != ".")
    return std::nullopt;
  const WrittenNumber month = cursor.number_at(year.end + 1);
  const bool valid = month.digits > 0 && month.digits <= 2 && make_day(year.value, month.value, 1);
  const bool goes_on = cursor.text.substr(month.end, 1) == "." && cursor.is_digit(month.end + 1);
  if (!valid || goes_on || amount_follows(cursor, month.end)) return std::nullopt;
  return DottedMonth{month_period(year.value, month.value), month.end};
}

/// Whether a word that leads to a time stands right before the cursor: 截至, 自.
bool follows_a_lead(const TimeCursor& cursor) {
  constexpr std::size_t kLongestLead = 9;  // bytes: 截止到
  const std::size_t end = cursor.text.substr(0, cursor.start).find_last_not_of(' ') + 1;
  for (std::size_t back = kHanLength; back <= kLongestLead && back <= end; back += kHanLength) {
    const TimeWord* lead = cursor.word_at(end - back);
    if (lead != nullptr && lead->length == back && (lead->until || lead->before_short_year))
      return true;
  }
  return false;
}

}  // namespace

std::optional<TimeMention> read_dotted_months(TimeCursor& cursor, const WrittenNumber& year) {
  const auto first = month_of_year(cursor, year);
  if (!first) return std::nullopt;
  const std::size_t behind = cursor.behind_range_sign(first->end);
  if (behind > 0) {
    if (const auto last = month_of_year(cursor, cursor.number_at(behind))) {
      cursor.at = last->end;
      return cursor.mention(Period{first->month.from, last->month.to});
    }
  }
  const bool bracketed = cursor.text.substr(0, cursor.start).ends_with('(') &&
                         cursor.text.substr(first->end).starts_with(')');
  if (!bracketed && !follows_a_lead(cursor)) return std::nullopt;
  cursor.at = first->end;
  return cursor.mention_in(year.value,
                           YearPart{month_of(first->month.from), month_of(first->month.from)});
}

}  // namespace assay
