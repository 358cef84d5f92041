// SPDX-License-Identifier: MIT
#include "facts/fact_period.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "facts/roles.h"

namespace assay {
namespace {

/// How far the word that compares may stand before its time (bytes): "from the same period in".
constexpr std::size_t kReferenceGap = 24;
constexpr std::size_t kReferenceGapHan = 4;

/// The time that a token is and that says something, or nullptr.
const TimeMention* time_at(const Scan& scan, std::size_t token) {
  if (scan.tokens[token].kind != TokenKind::Time) return nullptr;
  const TimeMention& time = scan.times[scan.tokens[token].index];
  return time.period || time.part || !time.label.empty() ? &time : nullptr;
}

/// The last time of the tokens [from, to) that can be placed, else their first; nullptr when none.
/// Times that another is compared with count only on demand.
const TimeMention* last_time(const Scan& scan, std::size_t from, std::size_t to,
                             bool with_references = false) {
  const TimeMention* found = nullptr;
  for (std::size_t i = from; i < to; ++i) {
    const TimeMention* time = time_at(scan, i);
    if (!with_references && is_reference_time(scan, i)) continue;
    // "closed fiscal 2025 in August": the month is when the year ended.
    if (time != nullptr && time->year_missing && found != nullptr && found->fiscal) continue;
    if (time != nullptr && (found == nullptr || time->period)) found = time;
  }
  return found;
}

/// "12 months to June": whether a quantity is the length of the time behind it, and no other figure.
bool is_length_of_time(const Scan& scan, std::string_view text, std::size_t quantity) {
  constexpr std::array<std::string_view, 2> kJoints = {" to ", " through "};
  const std::size_t end = scan.tokens[quantity].span.end;
  const ScannedQuantity& scanned = scan.quantities[scan.tokens[quantity].index];
  if (scanned.quantity.unit.dimension != Dimension::Duration) return false;
  for (std::size_t i = quantity + 1; i < scan.tokens.size() && i <= quantity + 2; ++i) {
    if (scan.tokens[i].kind != TokenKind::Time) continue;
    const std::string_view between = text.substr(end, scan.tokens[i].span.begin - end);
    return std::find(kJoints.begin(), kJoints.end(), between) != kJoints.end();
  }
  return false;
}

/// The first time of [quantity, to), up to the next quantity.
const TimeMention* time_behind(const ClauseView& view, std::size_t quantity, std::size_t to) {
  const Scan& scan = view.scan;
  for (std::size_t i = quantity + 1; i < to; ++i) {
    if (scan.tokens[i].kind == TokenKind::Quantity && is_length_of_time(scan, view.text, i))
      continue;
    if (scan.tokens[i].kind == TokenKind::Quantity || is_reference_time(scan, i)) break;
    if (const TimeMention* time = time_at(scan, i)) return time;
  }
  return nullptr;
}

/// The last 从 or "from" before `token` in the clause; the clause's first token when none.
std::size_t from_before(const ClauseView& view, std::size_t token) {
  for (std::size_t i = token; i-- > view.clause.first;) {
    const Token& word = view.scan.tokens[i];
    if (word.kind == TokenKind::Word && word.lexeme->is(WordClass::From)) return i;
  }
  return view.clause.first;
}

/// Whether a time stands right behind a quantity and belongs to it: "6.9% in July", "6.9% (July)".
bool follows_at_once(const ClauseView& view, std::size_t quantity, const TimeMention& time) {
  constexpr std::array<std::string_view, 9> kJoints = {
      " in ", " by ", " for ", " over ", " from ", " between ", " during ", " (", "("};
  const std::size_t end = view.scan.tokens[quantity].span.end;
  if (time.span.begin < end) return false;
  const std::string_view between = view.text.substr(end, time.span.begin - end);
  return std::find(kJoints.begin(), kJoints.end(), between) != kJoints.end();
}

/// English puts a time behind its number; 从50亿元降至2024年的40亿元 names that of the next.
bool is_spaced_behind(const ClauseView& view, std::size_t quantity) {
  const std::size_t end = view.scan.tokens[quantity].span.end;
  return end < view.text.size() && (view.text[end] == ' ' || view.text[end] == '(');
}

/// 12%（2024年）, "$130.5B (FY2025)", "4 GW (as of June 2024)": the time in the brackets right behind a quantity, where
/// they hold nothing else that could be meant: no other number, and nobody whose report it may be (IDC 2024年).
const TimeMention* time_in_brackets(const ClauseView& view, std::size_t quantity) {
  constexpr std::size_t kGap = 1;
  constexpr std::size_t kShortLead = 12;  // bytes: 截至, "as of the "
  const Scan& scan = view.scan;
  std::size_t open = quantity + 1;
  while (open < view.clause.last && scan.tokens[open].kind == TokenKind::Word) ++open;
  const ScannedQuantity& scanned = scan.quantities[scan.tokens[quantity].index];
  if (open >= scan.tokens.size() || scan.tokens[open].kind != TokenKind::Open) return nullptr;
  if (scan.tokens[open].span.begin > scanned.with_hedge.end + kGap) return nullptr;
  const TimeMention* found = nullptr;
  for (std::size_t i = open + 1; i < scan.tokens.size(); ++i) {
    const Token& token = scan.tokens[i];
    if (token.kind == TokenKind::Close) return found;
    const bool name = token.kind == TokenKind::Name || token.kind == TokenKind::Identifier ||
                      (token.kind == TokenKind::Word && token.lexeme->entity >= 0);
    if (token.kind == TokenKind::Quantity || name || ends_clause(token)) return nullptr;
    const TimeMention* time = time_at(scan, i);
    if (time == nullptr) continue;
    if (found != nullptr || token.span.begin > scan.tokens[open].span.end + kShortLead)
      return nullptr;
    found = time;
  }
  return nullptr;
}

/// What the clause says of the period of a quantity that is not the start of a change.
const TimeMention* own_time(const ClauseView& view, const QuantityPlace& place, Role role,
                            bool ends_change) {
  const std::size_t first = view.clause.first;
  const TimeMention* time = last_time(view.scan, place.previous.value_or(first), place.token);
  // "6.9% in July and 7.1% in August": the time between the two is the first one's.
  if (time != nullptr && place.previous && follows_at_once(view, *place.previous, *time)) {
    const TimeMention* behind = time_behind(view, place.token, view.clause.last);
    if (behind != nullptr && follows_at_once(view, place.token, *behind)) return behind;
  }
  if (time != nullptr && !place.previous && time->period && is_one_day(*time->period)) {
    // "SEOUL, Nov 21 - revenue rose to 57 billion in the third quarter"
    const TimeMention* behind = time_behind(view, place.token, view.clause.last);
    const bool longer =
        behind != nullptr &&
        (behind->period ? !is_one_day(*behind->period) : behind->part && behind->part->day == 0);
    if (longer) return behind;
  }
  if (time != nullptr) return time;
  // "占 12% (2024年)": a time directly behind, when none stands before.
  if (!place.previous) return time_behind(view, place.token, view.clause.last);
  if (ends_change) time = last_time(view.scan, first, from_before(view, *place.previous));
  if (time == nullptr && role != Role::Level) time = last_time(view.scan, first, *place.previous);
  // "fell from 5 billion to 4 billion in 2024"
  if (time == nullptr && ends_change) time = time_behind(view, place.token, view.clause.last);
  return time;
}

FactPeriod on_calendar(const TimeMention& time, const Carried& carried) {
  if (time.period) return {time.period, std::nullopt, true};
  if (time.whole && carried.period)
    if (const auto year = year_around(*carried.period)) return {year, std::nullopt, true};
  constexpr YearPart kWholeYear{1, 12};
  const bool in_year =
      time.part && !time.year_offset && carried.period && part_of(*carried.period) == kWholeYear;
  if (in_year) return {part_period(year_of(carried.period->from), *time.part), std::nullopt, true};
  const std::optional<YearPart> part = time.whole ? kWholeYear : time.part;
  if (!part && !time.year_offset) return {std::nullopt, std::nullopt, true};
  // The writer left the year out, a reader supplies it: nothing of it is stated.
  if (part && !time.year_offset && carried.year)
    return {part_period(*carried.year, *part), std::nullopt, false};
  return {std::nullopt, PartialTime{part, time.year_offset}, true};
}

/// The whole months that a quantity counts back from what is told: "three months before", 一年前; 0
/// when it is no such stretch.
int months_ago(const ClauseView& view, std::size_t token) {
  constexpr double kMonth = 2629800;  // seconds: a twelfth of a Julian year
  const ScannedQuantity& scanned = view.scan.quantities[view.scan.tokens[token].index];
  if (!is_point_in_time(view.text, scanned, view.lexicon)) return 0;
  const Interval& stated = scanned.quantity.stated;
  const double months = stated.low / kMonth;
  constexpr double kMost = 60;
  const bool whole = stated.low == stated.high && months >= 1 && months <= kMost &&
                     std::abs(months - std::round(months)) < 1e-9;
  return whole ? static_cast<int>(std::round(months)) : 0;
}

/// "up from 46.7 billion three months before", 从一年前的467亿: the period of what a change started
/// from, counted back from that of the level. Absent where that is not known, or is longer.
std::optional<Period> counted_back(const ClauseView& view, const QuantityPlace& place,
                                   const Fact* before) {
  constexpr std::size_t kGap = 8;  // bytes: 前的
  const Span span = view.scan.tokens[place.token].span;
  int months = 0;
  const std::size_t next = place.token + 1;
  if (next < view.clause.last && view.scan.tokens[next].kind == TokenKind::Quantity &&
      view.scan.tokens[next].span.begin <= span.end + 1)
    months = months_ago(view, next);
  if (months == 0 && place.previous &&
      span.begin - view.scan.tokens[*place.previous].span.end <= kGap)
    months = months_ago(view, *place.previous);
  const std::optional<Period> level = before != nullptr ? before->period : view.carried.period;
  if (months == 0 || !level) return std::nullopt;
  const auto part = part_of(*level);
  if (!part || part->day > 0 || months % (part->last_month - part->first_month + 1) != 0)
    return std::nullopt;
  return months_before(*level, months);
}

/// "70.6 million in 2019, 22 million in the worst year and 73.4 million in the past twelve months": a time
/// of its own, which is none of the calendar.
bool has_time_off_calendar(const ClauseView& view, std::size_t quantity) {
  constexpr std::array<std::string_view, 3> kJoints = {" in the ", " over the ", " during the "};
  constexpr std::array<std::string_view, 5> kTimes = {"year", "quarter", "month", "week", "decade"};
  constexpr std::string_view kSame = "same ";
  constexpr std::size_t kReach = 24;  // bytes: a noun may stand between
  const Scan& scan = view.scan;
  // A length of time, as "twelve months", is a quantity; a time that is placed is none of these.
  std::size_t end = view.clause.span.end;
  for (std::size_t i = quantity + 1; i < view.clause.last; ++i) {
    const Token& token = scan.tokens[i];
    if (token.kind == TokenKind::Time) return false;
    if (token.kind != TokenKind::Quantity) continue;
    if (scan.quantities[token.index].quantity.unit.dimension == Dimension::Duration) continue;
    end = token.span.begin;
    break;
  }
  const std::size_t begin = scan.tokens[quantity].span.end;
  const std::string_view behind = view.text.substr(begin, end > begin ? end - begin : 0);
  for (const std::string_view joint : kJoints) {
    const std::size_t at = behind.find(joint);
    if (at == std::string_view::npos || at > kReach) continue;
    const std::string_view phrase = behind.substr(at + joint.size(), kReach);
    if (phrase.starts_with(kSame)) return false;
    // "In the year" is the one that is spoken of.
    return std::ranges::any_of(kTimes, [&](std::string_view time) {
      const std::size_t found = phrase.find(time);
      return found != std::string_view::npos && found > 0;
    });
  }
  return false;
}

}  // namespace

FactPeriod period_of(const ClauseView& view, const QuantityPlace& place, Role role,
                     const Fact* before) {
  if (const TimeMention* time = time_in_brackets(view, place.token))
    return placed(*time, view.carried);
  if (role == Role::Before) {
    // 2025年 … 从巅峰时期的30%降至: the year is that of the end, not of the start.
    const TimeMention* own = last_time(view.scan, from_before(view, place.token), place.token,
                                       /*with_references=*/true);
    // "up from 46.7 billion a year earlier", "went from 35 yuan in June to 52 yuan in September"
    if (own == nullptr && is_spaced_behind(view, place.token))
      own = time_behind(view, place.token, view.clause.last);
    if (own == nullptr) return {counted_back(view, place, before), std::nullopt, false};
    return placed(*own, view.carried);
  }
  if (has_time_off_calendar(view, place.token)) return {};
  const bool ends_change = before != nullptr && before->role == Role::Before;
  if (const TimeMention* time = own_time(view, place, role, ends_change))
    return placed(*time, view.carried);
  if (before != nullptr && !ends_change) return {before->period, before->partial_time, false};
  return {view.carried.period, view.carried.partial_time, false};
}

FactPeriod placed(const TimeMention& time, const Carried& carried) {
  FactPeriod result = on_calendar(time, carried);
  result.point = time.point;
  result.ahead = time.ahead;
  return result;
}

bool is_reference_time(const Scan& scan, std::size_t token) {
  const Token& self = scan.tokens[token];
  if (self.kind != TokenKind::Time) return false;
  // "from 2020 to 2023": a stretch, not where something started.
  const std::optional<Period>& period = scan.times[self.index].period;
  const bool stretch = period && year_of(period->from) < year_of(period->to);
  const std::size_t begin = self.span.begin;
  for (std::size_t i = token; i-- > 0;) {
    const Token& before = scan.tokens[i];
    const std::size_t gap = begin - before.span.end;
    if (gap > kReferenceGap || before.kind == TokenKind::Quantity) return false;
    if (before.kind != TokenKind::Word && before.kind != TokenKind::Time) return false;
    if (before.kind == TokenKind::Time) continue;  // "from the same period in 2024"
    const bool spaced = gap > 0;                   // English
    const bool lower_than = spaced && (before.lexeme->is(WordClass::MoreThanBefore) ||
                                       before.lexeme->is(WordClass::LessThanBefore));
    if (lower_than) return true;  // "lower than in 2023"
    if (before.lexeme->is(WordClass::Than)) return spaced || gap <= kReferenceGapHan;
    if (before.lexeme->is(WordClass::From)) return spaced && !stretch;
    if (!spaced) return false;
  }
  return false;
}

bool is_one_day(const Period& period) { return period.from == period.to; }

}  // namespace assay
