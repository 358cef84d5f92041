// SPDX-License-Identifier: MIT
#include "checks/time_relation.h"

#include "checks/plain_clause.h"
#include "core/folding.h"
#include "core/utf8.h"
#include "facts/trie.h"

namespace assay {
namespace {

/// How far before its number "now" may stand, in bytes.
constexpr std::size_t kNowReach = 36;

/// Periods whose lengths differ by more are of two kinds: a quarter, a half, a year.
constexpr double kSameLength = 1.35;

double days_of(const Period& period) {
  return static_cast<double>((period.to - period.from).count() + 1);
}

/// The first ten months and the first eleven, this year and its first ten months: what has come together by
/// then is more, however alike the lengths are.
bool is_year_to_date_of_two(const Period& a, const Period& b) {
  constexpr std::chrono::days kMonth{28};
  return a.from == b.from && std::chrono::abs(a.to - b.to) >= kMonth;
}

TimeRelation relate_periods(const Period& a, const Period& b) {
  if (!overlaps(a, b)) return TimeRelation::Apart;
  if (a == b) return TimeRelation::Same;
  if (is_year_to_date_of_two(a, b)) return TimeRelation::Nested;
  const double ratio = days_of(a) / days_of(b);
  const bool alike = ratio <= kSameLength && ratio >= 1 / kSameLength;
  return alike ? TimeRelation::Overlapping : TimeRelation::Nested;
}

std::optional<YearPart> part_of_fact(const Fact& fact) {
  if (fact.period) return part_of(*fact.period);
  return fact.partial_time ? fact.partial_time->part : std::nullopt;
}

/// Last year and this year, where one document says both. Years of writing of two documents differ.
bool years_differ(const Fact& a, const Fact& b) {
  return a.document == b.document && a.partial_time && b.partial_time &&
         a.partial_time->year_offset && b.partial_time->year_offset &&
         a.partial_time->year_offset != b.partial_time->year_offset;
}

}  // namespace

TimeRelation relate_times(const Fact& a, const Fact& b) {
  if (a.period && b.period) return relate_periods(*a.period, *b.period);
  if (years_differ(a, b)) return TimeRelation::Apart;
  const std::optional<YearPart> ours = part_of_fact(a);
  const std::optional<YearPart> theirs = part_of_fact(b);
  if (ours && theirs) return ours == theirs ? TimeRelation::SamePart : TimeRelation::Apart;
  const bool same_year =
      a.document == b.document && a.partial_time == b.partial_time && a.partial_time.has_value();
  return same_year ? TimeRelation::SamePart : TimeRelation::Unknown;
}

bool says_now(std::string_view sentence, Span number, const Lexicon& lexicon) {
  const std::string text = fold_text(std::string(sentence.substr(0, number.begin)));
  const bool all = number.begin >= sentence.size();
  const std::size_t first = all || text.size() < kNowReach ? 0 : text.size() - kNowReach;
  for (std::size_t at = 0; at < text.size(); at += decode(text, at).length) {
    const bool latin = is_ascii_letter(static_cast<unsigned char>(text[at]));
    if (at < first || (latin && !is_word_start(text, at))) continue;
    if (lexicon.find_class(text, at, WordClass::Now) > 0) return true;
  }
  return false;
}

bool is_now_against(const Fact& now, const Fact& dated, const Lexicon& lexicon) {
  return !now.period && says_when(dated) && says_now(now.sentence, now.in_sentence, lexicon);
}

}  // namespace assay
