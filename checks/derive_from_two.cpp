// SPDX-License-Identifier: MIT
// What two statements of a text make together: a growth, a difference, a share, a comparison.
#include <algorithm>
#include <cmath>
#include <string>

#include "checks/derive.h"
#include "checks/operands.h"
#include "checks/time_relation.h"
#include "facts/terms.h"

namespace assay {
namespace {

/// The first of two numbers must say at least this much of the claim.
constexpr double kSomeWords = 0.2;

bool is_positive_point(const Fact& fact) {
  return fact.quantity.stated.is_point() && fact.quantity.stated.low > 0;
}

/// Of revenue in all and revenue per car, neither is a part of the other nor has it grown to it.
bool is_same_order(const Fact& first, const Fact& second) {
  constexpr double kFarthestApart = 1000;
  const double a = first.quantity.stated.low;
  const double b = second.quantity.stated.low;
  return std::max(a, b) <= kFarthestApart * std::min(a, b);
}

bool may_pair(const Fact& first, const Fact& second) {
  const Dimension dimension = first.quantity.unit.dimension;
  if (dimension == Dimension::Ratio || dimension == Dimension::Duration) return false;
  return counts_alike(first, second) && is_positive_point(first) && is_positive_point(second) &&
         is_settled(first) && is_settled(second) && is_same_order(first, second);
}

// ---- from one time to another

/// The months from the first time to the second, by their begins; absent when the times do not say.
std::optional<int> months_between(const Fact& first, const Fact& second) {
  constexpr int kMonths = 12;
  if (first.period && second.period) {
    const auto count = [&](Day day) { return year_of(day) * kMonths + month_of(day); };
    return count(second.period->from) - count(first.period->from);
  }
  if (!first.partial_time || !second.partial_time) return std::nullopt;
  const PartialTime& from = *first.partial_time;
  const PartialTime& to = *second.partial_time;
  if (from.year_offset.has_value() != to.year_offset.has_value()) return std::nullopt;
  const int years = to.year_offset.value_or(0) - from.year_offset.value_or(0);
  const bool parts = from.part && to.part;
  return years * kMonths + (parts ? to.part->first_month - from.part->first_month : 0);
}

/// Whether the first holds for an earlier time than the second; absent when the times do not say.
std::optional<bool> is_earlier(const Fact& first, const Fact& second) {
  if (first.role == Role::Before || second.role == Role::Before) return first.role == Role::Before;
  const std::optional<int> months = months_between(first, second);
  if (!months || *months == 0) return std::nullopt;
  return *months > 0;
}

/// How well the times fit what the claim says that it is measured from: 1, 0 where nothing is known, -1.
int fit_of_basis(const Fact& claim, const Fact& earlier, const Fact& later) {
  const std::optional<int> months = months_between(earlier, later);
  if (!months || claim.basis == Basis::Unsaid) return 0;
  constexpr int kYear = 12;
  if (claim.basis == Basis::YearOnYear) return *months == kYear ? 1 : -1;
  return claim.basis == Basis::PeriodOnPeriod && *months < kYear ? 1 : -1;
}

/// Whether the claim names the year of the fact itself: 从2022年到2024年.
bool is_year_named(const Fact& claim, const Fact& fact) {
  return fact.period &&
         claim.sentence.find(std::to_string(year_of(fact.period->to))) != std::string::npos;
}

/// Two levels of one thing, and how well they fit the claim.
struct Change {
  const Fact* earlier = nullptr;
  const Fact* later = nullptr;
  double score = 0;
};

bool is_level_or_start(const Fact& fact) {
  return fact.role <= Role::Before && fact.comparand.empty();
}

/// 北美107.1亿元、欧洲43.2亿元: neither has become the other.
bool are_of_two_places(const Fact& first, const Fact& second, const Lexicon& lexicon) {
  const auto is_other_place = [&](const std::string& item, const Fact& other) {
    const Entity* entity = lexicon.find_entity(item);
    return entity != nullptr && entity->is_place() && !has_term(other.scope, item);
  };
  const auto any_of = [&](const Fact& fact, const Fact& other) {
    return std::ranges::any_of(fact.scope,
                               [&](const auto& item) { return is_other_place(item, other); });
  };
  return any_of(first, second) && any_of(second, first);
}

bool are_of_one_thing(const Fact& claim, const Fact& first, const Fact& second) {
  const bool one_metric = first.metric.value == second.metric.value || second.metric.empty();
  return one_metric && first.subject.value == second.subject.value &&
         may_be_of_subject(first, claim) && is_level_or_start(first) && is_level_or_start(second);
}

bool speaks_of_same(const Fact& claim, const Fact& fact) {
  // Across languages few words are shared, but the metric is.
  const bool same_metric = claim.metric.known && claim.metric.value == fact.metric.value;
  return same_metric || words_shared(claim, fact) >= kSomeWords;
}

/// 二季度 and 6月底, of years that nobody names: a change over the one ends in the other.
bool may_end_in(const Fact& claim, const Fact& later) {
  if (!claim.partial_time || !later.partial_time) return false;
  const PartialTime& over = *claim.partial_time;
  const PartialTime& end = *later.partial_time;
  const bool one_year =
      !over.year_offset || !end.year_offset || *over.year_offset == *end.year_offset;
  return one_year && over.part && end.part && over.part->first_month <= end.part->last_month &&
         end.part->last_month <= over.part->last_month;
}

/// `distance`: how many numbers further on the second stands.
std::optional<Change> change_between(const Fact& claim, const Fact& first, const Fact& second,
                                     std::size_t distance) {
  constexpr double kFarther = 0.1;
  constexpr double kYearNamed = 0.5;
  constexpr double kOrderKnown = 0.5;
  const std::optional<bool> earlier = is_earlier(first, second);
  if (!earlier && distance > 1) return std::nullopt;
  // "1.36 billion, compared with 584 million"
  const bool first_is_before = earlier.value_or(false);
  Change change{first_is_before ? &first : &second, first_is_before ? &second : &first, 0};
  const TimeRelation time = relate_times(claim, *change.later);
  if (time == TimeRelation::Same || time == TimeRelation::SamePart) change.score += 1;
  if (time == TimeRelation::Apart && !may_end_in(claim, *change.later)) return std::nullopt;
  for (const Fact* fact : {change.earlier, change.later}) {
    change.score += words_shared(claim, *fact);
    if (is_year_named(claim, *fact)) change.score += kYearNamed;
  }
  if (earlier) change.score += kOrderKnown;
  change.score += fit_of_basis(claim, *change.earlier, *change.later);
  change.score -= kFarther * static_cast<double>(distance - 1);
  return change;
}

/// The two levels that fit the claim best.
template <typename MayPair>
std::optional<Change> best_change(const Fact& claim, const std::vector<const Fact*>& facts,
                                  const Lexicon& lexicon, MayPair may_pair_up) {
  std::optional<Change> best;
  for (std::size_t i = 0; i < facts.size(); ++i)
    for (std::size_t k = i + 1; k < facts.size(); ++k) {
      if (!may_pair_up(*facts[i], *facts[k]) || !are_of_one_thing(claim, *facts[i], *facts[k]) ||
          are_of_two_places(*facts[i], *facts[k], lexicon) || !speaks_of_same(claim, *facts[i]))
        continue;
      const auto change = change_between(claim, *facts[i], *facts[k], k - i);
      if (change && (!best || change->score > best->score)) best = change;
    }
  return best;
}

Interval change_of(Role role, const Interval& factor) {
  if (role == Role::Multiple) return factor;
  return role == Role::Decrease ? Interval::point(1) - factor : factor - Interval::point(1);
}

std::optional<Derived> growth(const Fact& claim, const std::vector<const Fact*>& facts,
                              const Lexicon& lexicon) {
  const auto change = best_change(claim, facts, lexicon, may_pair);
  if (!change) return std::nullopt;
  const Interval& a = change->earlier->quantity.tolerance;
  const Interval& b = change->later->quantity.tolerance;
  return Derived{change_of(claim.role, b / a), {change->later, change->earlier}, " / "};
}

/// By how much a level rose or fell, in its own unit or, of shares, in percentage points: 多了2500吨.
std::optional<Derived> rise(const Fact& claim, const std::vector<const Fact*>& facts,
                            const Lexicon& lexicon) {
  const bool points = claim.quantity.unit.dimension == Dimension::PercentagePoint;
  const auto may_rise = [&](const Fact& first, const Fact& second) {
    const bool other_metric =
        claim.metric.known && first.metric.known && claim.metric.value != first.metric.value;
    if (other_metric || !is_earlier(first, second)) return false;
    if (!is_positive_point(first) || !is_positive_point(second)) return false;
    if (points) return is_ratio(first) && is_ratio(second);
    return counts_alike(claim, first) && may_pair(first, second);
  };
  const auto change = best_change(claim, facts, lexicon, may_rise);
  if (!change) return std::nullopt;
  const Interval& a = change->earlier->quantity.tolerance;
  const Interval& b = change->later->quantity.tolerance;
  if (claim.role == Role::Decrease) return Derived{a - b, {change->earlier, change->later}, " - "};
  return Derived{b - a, {change->later, change->earlier}, " - "};
}

// ---- at one time

bool claims_share(const Fact& claim) {
  return claim.metric.value.find("share") != std::string::npos ||
         claim.metric.value == "proportion" || claim.metric.empty();
}

/// What part the smaller is of the larger; how many times as large, where the claim says "times".
std::optional<Derived> share(const Fact& claim, const Fact& first, const Fact& second) {
  const Interval& a = first.quantity.tolerance;
  const Interval& b = second.quantity.tolerance;
  const bool times = claim.quantity.stated.low > 1;
  const bool first_is_part = (a.midpoint() < b.midpoint()) != times;
  return Derived{first_is_part ? a / b : b / a, {&first, &second}, " / "};
}

/// Whether the claim compares its subject with this one, or at least speaks of it too.
bool compared_with(const Fact& claim, const Fact& fact) {
  if (!claim.comparand.empty()) return fact.subject.value == claim.comparand.value;
  return claim.quantity.stated.low > 1 && fact.subject.value != claim.subject.value &&
         has_term(claim.terms, fact.subject.value);
}

/// A is Q higher than B, A is Q times B: the levels of A and of B, in one metric.
std::optional<Derived> comparison(const Fact& claim, const std::vector<const Fact*>& facts) {
  if (claim.subject.empty()) return std::nullopt;
  for (const Fact* ours : facts) {
    if (ours->subject.value != claim.subject.value) continue;
    for (const Fact* theirs : facts) {
      if (!compared_with(claim, *theirs) || !may_pair(*ours, *theirs)) continue;
      if (ours->metric.value != theirs->metric.value) continue;
      if (!claim.metric.empty() && words_shared(claim, *ours) <= 0) continue;
      const Interval ratio = ours->quantity.tolerance / theirs->quantity.tolerance;
      if (claim.role != Role::Difference) return Derived{ratio, {ours, theirs}, " / "};
      const Interval apart =
          ratio.midpoint() >= 1 ? ratio - Interval::point(1) : Interval::point(1) - ratio;
      return Derived{apart, {ours, theirs}, " / "};
    }
  }
  return std::nullopt;
}

/// A net margin, of the net profit and the revenue of its time.
std::optional<Derived> margin(const Fact& claim, const std::vector<const Fact*>& facts,
                              const Lexicon& lexicon) {
  const Metric* claimed = lexicon.find_metric(claim.metric.value);
  if (claimed == nullptr || claimed->part_of_revenue.empty()) return std::nullopt;
  const auto is_of = [&](const Fact& fact, std::string_view metric) {
    return fact.metric.value == metric && fact.scope.empty() && is_level_or_start(fact) &&
           may_be_of_subject(fact, claim) && relate_times(claim, fact) == TimeRelation::Same;
  };
  for (const Fact* part : facts)
    for (const Fact* whole : facts)
      if (is_of(*part, claimed->part_of_revenue) && is_of(*whole, "revenue") &&
          may_pair(*part, *whole) && part->subject.value == whole->subject.value)
        return Derived{part->quantity.tolerance / whole->quantity.tolerance, {part, whole}, " / "};
  return std::nullopt;
}

/// 70% of B is 30% below B, and the other way round.
std::optional<Derived> complement(const Fact& claim, const std::vector<const Fact*>& facts) {
  const bool gap_claimed = claim.role == Role::Difference;
  for (const Fact* fact : facts) {
    if (!is_ratio(*fact) || !is_settled(*fact) || fact->quantity.stated.high > 1) continue;
    const bool gap_stated = fact->role == Role::Difference;
    if (gap_stated == gap_claimed || (!gap_stated && fact->role != Role::Level)) continue;
    const bool one_pair =
        !claim.comparand.empty() && claim.comparand.value == fact->comparand.value;
    constexpr double kMostWords = 0.5;
    if (!one_pair && words_shared(claim, *fact) < kMostWords) continue;
    return Derived{Interval::point(1) - fact->quantity.tolerance, {fact}, " - "};
  }
  return std::nullopt;
}

std::optional<Derived> share_of_neighbours(const Fact& claim,
                                           const std::vector<const Fact*>& facts) {
  const auto is_of_subject = [&](const Fact* fact) {
    return !claim.subject.empty() && fact->subject.value == claim.subject.value;
  };
  // Where something is said of the claim's subject, two numbers of others say nothing of its share.
  const bool is_told_of = std::ranges::any_of(facts, is_of_subject);
  for (std::size_t i = 0; i + 1 < facts.size(); ++i)
    if (may_pair(*facts[i], *facts[i + 1]) && speaks_of_same(claim, *facts[i]) &&
        (!is_told_of || is_of_subject(facts[i]) || is_of_subject(facts[i + 1])))
      return share(claim, *facts[i], *facts[i + 1]);
  return std::nullopt;
}

}  // namespace

std::optional<Derived> derive_from_two(const Fact& claim, const std::vector<const Fact*>& facts,
                                       const Lexicon& lexicon) {
  const bool moved = claim.role == Role::Increase || claim.role == Role::Decrease;
  if (!is_ratio(claim)) return moved ? rise(claim, facts, lexicon) : std::nullopt;
  if (auto derived = comparison(claim, facts)) return derived;
  if (claim.role == Role::Level)
    if (auto derived = margin(claim, facts, lexicon)) return derived;
  if (moved || claim.role == Role::Multiple) return growth(claim, facts, lexicon);
  if (claim.role == Role::Level && claims_share(claim))
    if (auto derived = share_of_neighbours(claim, facts)) return derived;
  if (claim.role == Role::Difference || claim.role == Role::Level) return complement(claim, facts);
  return std::nullopt;
}

}  // namespace assay
