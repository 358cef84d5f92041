// SPDX-License-Identifier: MIT
#include "checks/dated_events.h"

#include <algorithm>
#include <iterator>

#include "checks/claim_values.h"
#include "checks/wording.h"
#include "core/folding.h"
#include "core/utf8.h"
#include "facts/clauses.h"
#include "facts/scan.h"
#include "facts/terms.h"

namespace assay {
namespace {

/// Of the claim's words an event, or two together, have to share so much.
constexpr double kLeastShared = 0.4;
/// A period longer than this (days) is no time at which something happened.
constexpr int kLongestTime = 31;
constexpr double kDay = 86400;  // Units: s

using Words = std::vector<std::string>;

Words shared(const Words& a, const Words& b) {
  Words both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  return both;
}

Words without(const Words& a, const Words& b) {
  Words rest;
  std::ranges::set_difference(a, b, std::back_inserter(rest));
  return rest;
}

bool shares_enough(std::size_t count, const Words& claim) {
  return static_cast<double>(count) >= kLeastShared * static_cast<double>(claim.size());
}

bool is_short(const TimeMention& time) {
  return time.period && (time.period->to - time.period->from).count() < kLongestTime;
}

/// Whether a time may be told apart from others: a month or a day, of whatever year.
bool is_exact(const TimeMention& time) {
  return is_short(time) ||
         (!time.period && time.part && time.part->first_month == time.part->last_month);
}

/// Chinese puts a time before what happened, English behind it; other times end its words.
Span words_beside(std::string_view sentence, const Clause& clause, const Scan& scan,
                  std::size_t token) {
  const Span time = scan.tokens[token].span;
  Span before{clause.span.begin, time.begin};
  Span behind{time.end, clause.span.end};
  for (std::size_t i = clause.first; i < clause.last; ++i) {
    if (scan.tokens[i].kind != TokenKind::Time || i == token) continue;
    if (i < token) before.begin = scan.tokens[i].span.end;
    if (i > token) behind.end = std::min(behind.end, scan.tokens[i].span.begin);
  }
  const std::string_view text = clause.span.of(sentence);
  const bool han =
      std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  return han ? Span{before.begin, behind.end} : before;
}

Verification judged(Relation relation, Message explanation, std::vector<Fact> evidence) {
  return {relation == Relation::Agrees ? Verdict::Supported : Verdict::Contradicted,
          std::move(explanation), std::move(evidence)};
}

/// Two events in their order.
struct Stretch {
  const DatedEvent* from = nullptr;
  const DatedEvent* to = nullptr;
  Interval seconds;
  std::size_t score = 0;
};

/// Where a time lies on the calendar; days without a year are all of one.
std::optional<Period> day_of(const TimeMention& time) {
  constexpr int kAnyYear = 2001;
  if (time.period) return time.period;
  return time.part && time.part->day > 0 ? part_period(kAnyYear, *time.part) : std::nullopt;
}

/// How long it was from one time to the other; absent when that is not known or it was the other way.
std::optional<Interval> seconds_between(const TimeMention& from, const TimeMention& to) {
  const auto first = day_of(from);
  const auto last = day_of(to);
  const bool alike = from.period.has_value() == to.period.has_value();
  if (!alike || !first || !last || first->to >= last->from) return std::nullopt;
  // The day on which it ended may count or not.
  const auto days = [](std::chrono::days count) { return static_cast<double>(count.count()); };
  return Interval::closed(days(last->from - first->to) * kDay,
                          (days(last->to - first->from) + 1) * kDay);
}

std::optional<Stretch> best_stretch(const Words& words, const std::vector<DatedEvent>& events) {
  std::optional<Stretch> best;
  for (const DatedEvent& from : events)
    for (const DatedEvent& to : events) {
      const auto seconds = seconds_between(from.time, to.time);
      if (!seconds) continue;
      const Words ours = shared(words, from.words);
      const Words theirs = shared(words, to.words);
      const std::size_t added = without(theirs, ours).size();
      if (added == 0 || without(ours, theirs).empty()) continue;
      const std::size_t score = ours.size() + added;
      if (!best || score > best->score) best = Stretch{&from, &to, *seconds, score};
    }
  if (best && !shares_enough(best->score, words)) return std::nullopt;
  return best;
}

/// How a time that is claimed relates to the one that is told.
Relation relate_dates(const TimeMention& claimed, const TimeMention& told) {
  if (claimed.period && told.period) {
    if (covers(*claimed.period, *told.period)) return Relation::Agrees;
    return overlaps(*claimed.period, *told.period) ? Relation::Open : Relation::Disagrees;
  }
  if (!claimed.part || !told.part) return Relation::Open;
  const YearPart& ours = *claimed.part;
  const YearPart& theirs = *told.part;
  if (ours.first_month != theirs.first_month) return Relation::Disagrees;
  if (ours.day == 0 || ours.day == theirs.day) return Relation::Agrees;
  return theirs.day == 0 ? Relation::Open : Relation::Disagrees;
}

}  // namespace

void add_events(const Fact& fact, std::optional<Day> date, const Knowledge& knowledge,
                std::vector<DatedEvent>& events) {
  const std::string& sentence = fact.sentence;
  const Scan scanned = scan(sentence, {knowledge, date});
  for (const Clause& clause : split_clauses(scanned, sentence.size()).clauses)
    for (std::size_t i = clause.first; i < clause.last; ++i) {
      if (scanned.tokens[i].kind != TokenKind::Time) continue;
      const TimeMention& time = scanned.times[scanned.tokens[i].index];
      if (!is_exact(time)) continue;
      const Span beside = words_beside(sentence, clause, scanned, i);
      events.push_back({time, std::string(time.span.of(sentence)),
                        terms_of(sentence, beside, scanned, knowledge.lexicon()), &fact});
    }
}

std::optional<Verification> verify_elapsed(const Fact& claim, const std::vector<std::string>& words,
                                           const std::vector<DatedEvent>& events) {
  if (claim.quantity.unit.dimension != Dimension::Duration || claim.role != Role::Level)
    return std::nullopt;
  const auto stretch = best_stretch(words, events);
  if (!stretch) return std::nullopt;
  const Interval& elapsed = stretch->seconds;
  const Relation relation = relate(claim.quantity, Interval::point(elapsed.midpoint()), elapsed);
  if (relation == Relation::Open) return std::nullopt;
  const auto said = [&](Language language) {
    return stretch->from->written + " → " + stretch->to->written + " = " +
           interval_words(elapsed, claim.quantity.unit, language);
  };
  return judged(relation, {said(Language::Chinese), said(Language::English)},
                {*stretch->from->beside});
}

std::optional<Verification> verify_date(std::string_view claim_text, std::optional<Day> date,
                                        const std::vector<DatedEvent>& events,
                                        const Knowledge& knowledge) {
  const std::string text = fold_text(std::string(claim_text));
  const Scan scanned = scan(text, {knowledge, date});
  if (scanned.times.size() != 1 || !is_exact(scanned.times.front())) return std::nullopt;
  const Words words = terms_of(text, {0, text.size()}, scanned, knowledge.lexicon());
  const DatedEvent* best = nullptr;
  std::size_t most = 0;
  for (const DatedEvent& event : events) {
    const std::size_t count = shared(words, event.words).size();
    if (count > most) best = &event;
    most = std::max(most, count);
  }
  if (best == nullptr || !shares_enough(most, words)) return std::nullopt;
  const Relation relation = relate_dates(scanned.times.front(), best->time);
  if (relation == Relation::Open) return std::nullopt;
  return judged(relation,
                {place_words(*best->beside) + " 写的是 " + best->written,
                 place_words(*best->beside) + " says " + best->written},
                {*best->beside});
}

}  // namespace assay
