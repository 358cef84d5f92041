// SPDX-License-Identifier: MIT
#include "checks/derive.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <string>

#include "checks/fact_kind.h"
#include "checks/table_rows.h"
#include "checks/time_relation.h"
#include "core/folding.h"
#include "core/utf8.h"
#include "facts/terms.h"
#include "facts/trie.h"

namespace assay {
namespace {

bool is_ratio(const Fact& fact) { return fact.quantity.unit.dimension == Dimension::Ratio; }

bool is_settled(const Fact& fact) {
  return fact.modality == Modality::Actual || fact.modality == Modality::Opinion;
}

/// Things are counted alike when they are the same things: 台 and 颗 are not. "Compared with
/// 549,000" leaves the things out.
bool counts_alike(const Fact& a, const Fact& b) {
  const std::string& ours = a.quantity.written_unit;
  const std::string& theirs = b.quantity.written_unit;
  return same_measure(a, b) && (a.quantity.unit.dimension != Dimension::Count || ours == theirs ||
                                ours.empty() || theirs.empty());
}

bool says(std::string_view text, const Lexicon& lexicon, WordClass word_class) {
  for (std::size_t at = 0; at < text.size(); at += decode(text, at).length) {
    const bool latin = is_ascii_letter(static_cast<unsigned char>(text[at]));
    if (latin && !is_word_start(text, at)) continue;
    if (lexicon.find_class(text, at, word_class) > 0) return true;
  }
  return false;
}

/// How much of the claim's words the fact speaks of.
double coverage(const Fact& claim, const Fact& fact) {
  double shared = 0;
  for (const std::string& term : claim.terms)
    if (has_term(fact.terms, term) || fact.subject.value == term || fact.metric.value == term)
      ++shared;
  return claim.terms.empty() ? 0 : shared / static_cast<double>(claim.terms.size());
}

/// Shares of one whole in the text: levels that are ratios without a comparand.
std::vector<const Fact*> shares_of(const Fact& claim, const std::vector<const Fact*>& facts) {
  std::vector<const Fact*> shares;
  for (const Fact* fact : facts) {
    const bool level = fact->role == Role::Level && is_settled(*fact);
    if (level && fact->comparand.empty() && is_ratio(*fact) && counts_alike(*fact, claim) &&
        fact->quantity.stated.high <= 1)
      shares.push_back(fact);
  }
  return shares;
}

/// By what the claim names a fact: its subject, or what it is limited to where a list or table has
/// no other (欧洲 in a column of regions); empty: not at all.
std::string name_in(const Fact& claim, const Fact& fact) {
  if (!fact.subject.empty())
    return has_name(claim.terms, fact.subject.value) ? fact.subject.value : std::string();
  const auto item = std::find_if(fact.scope.begin(), fact.scope.end(),
                                 [&](const auto& name) { return has_term(claim.terms, name); });
  return item == fact.scope.end() ? std::string() : *item;
}

/// The facts that the claim names, one for each name.
std::vector<const Fact*> named_by(const Fact& claim, const std::vector<const Fact*>& facts) {
  std::map<std::string, const Fact*> first;
  for (const Fact* fact : facts)
    if (const std::string name = name_in(claim, *fact); !name.empty()) first.emplace(name, fact);
  std::vector<const Fact*> named;
  named.reserve(first.size());
  for (const auto& [name, fact] : first) named.push_back(fact);
  return named;
}

Interval sum_of(const std::vector<const Fact*>& facts) {
  Interval sum = Interval::point(0);
  for (const Fact* fact : facts) sum = sum + fact->quantity.tolerance;
  return sum;
}

std::optional<Derived> rest_of_share(const Fact& claim, const std::vector<const Fact*>& facts) {
  const std::vector<const Fact*> shares = shares_of(claim, facts);
  std::vector<const Fact*> named = named_by(claim, shares);
  // Nobody is named: all that the text gives such a share of leaves the rest.
  if (named.empty())
    std::copy_if(shares.begin(), shares.end(), std::back_inserter(named),
                 [&](const Fact* share) { return share->metric.value == claim.metric.value; });
  if (named.empty()) named = shares;
  if (named.empty()) return std::nullopt;
  const Interval sum = sum_of(named);
  if (sum.low > 1) return std::nullopt;
  return Derived{Interval::point(1) - sum, named, " + "};
}

/// Levels that are amounts in the claim's unit.
std::vector<const Fact*> amounts_of(const Fact& claim, const std::vector<const Fact*>& facts) {
  std::vector<const Fact*> amounts;
  std::copy_if(facts.begin(), facts.end(), std::back_inserter(amounts), [&](const Fact* fact) {
    return fact->role == Role::Level && is_settled(*fact) && counts_alike(*fact, claim) &&
           fact->comparand.empty() && fact->quantity.stated.is_point();
  });
  return amounts;
}

bool speaks_of(const Fact& fact, const std::string& term) {
  return has_term(fact.terms, term) || fact.subject.value == term || fact.metric.value == term ||
         has_term(fact.scope, term);
}

/// Whether the fact is of the claim's subject, as far as it says.
bool of_subject(const Fact& fact, const Fact& claim) {
  return fact.subject.empty() || claim.subject.empty() ||
         fact.subject.value == claim.subject.value || has_name(claim.terms, fact.subject.value);
}

/// The parts that speak most of what the claim speaks of and the whole does not: 刨去广告和云.
std::vector<const Fact*> parts_named(const Fact& claim, const Fact& whole,
                                     const std::vector<const Fact*>& facts) {
  std::vector<const Fact*> parts;
  std::ptrdiff_t most = 1;
  for (const Fact* fact : facts) {
    if (fact == &whole || !of_subject(*fact, claim)) continue;
    const auto named = std::count_if(claim.terms.begin(), claim.terms.end(), [&](const auto& term) {
      return speaks_of(*fact, term) && !speaks_of(whole, term);
    });
    if (named < most) continue;
    if (named > most) parts.clear();
    most = named;
    parts.push_back(fact);
  }
  return parts;
}

/// "云计算以外的收入", 扣除补助的净利润: what the whole leaves beside what the claim names.
std::optional<Derived> rest_of_amount(const Fact& claim, const std::vector<const Fact*>& facts) {
  const std::vector<const Fact*> amounts = amounts_of(claim, facts);
  const Fact* whole = nullptr;
  for (const Fact* fact : amounts) {
    const bool same = (claim.metric.empty() || fact->metric.value == claim.metric.value) &&
                      of_subject(*fact, claim);
    if (same && (whole == nullptr || fact->quantity.stated.low > whole->quantity.stated.low))
      whole = fact;
  }
  if (whole == nullptr) return std::nullopt;
  std::vector<const Fact*> from = parts_named(claim, *whole, amounts);
  if (from.empty()) return std::nullopt;
  const Interval rest = whole->quantity.tolerance - sum_of(from);
  from.insert(from.begin(), whole);
  return Derived{rest, from, " - "};
}

std::optional<YearPart> part_of_year(const Fact& fact) {
  if (fact.period) return part_of(*fact.period);
  return fact.partial_time ? fact.partial_time->part : std::nullopt;
}

/// Of a column of a table its rows; of a year its quarters, halves or months.
bool are_parts_of_one_whole(const std::vector<const Fact*>& facts) {
  const Fact& first = *facts.front();
  if (std::all_of(facts.begin() + 1, facts.end(), [&](const Fact* fact) {
        return in_one_table(first, *fact) && fact->table_column == first.table_column;
      }))
    return true;
  const auto year = [](const Fact& fact) {
    return fact.period ? std::optional(year_of(fact.period->from)) : std::nullopt;
  };
  std::set<int> months;
  return std::all_of(facts.begin(), facts.end(), [&](const Fact* fact) {
    const std::optional<YearPart> part = part_of_year(*fact);
    if (!part || part->day > 0 || year(*fact) != year(first) ||
        fact->subject.value != first.subject.value)
      return false;
    // 一季度, 上半年, 前三季度: each is within the next.
    for (int month = part->first_month; month <= part->last_month; ++month)
      if (!months.insert(month).second) return false;
    return true;
  });
}

/// What the facts that the claim names add up to, or all of one table or year where it names none:
/// 三家合计, 四个季度合计.
std::optional<Derived> sum_asked(const Fact& claim, const std::vector<const Fact*>& facts,
                                 const Lexicon& lexicon) {
  std::vector<const Fact*> alike;
  for (const Fact* fact : facts) {
    const bool other_metric = !claim.metric.empty() && claim.metric.known && fact->metric.known &&
                              claim.metric.value != fact->metric.value;
    if (fact->role == Role::Level && is_settled(*fact) && counts_alike(*fact, claim) &&
        fact->comparand.empty() && !other_metric && !is_total(*fact, lexicon))
      alike.push_back(fact);
  }
  std::vector<const Fact*> named = named_by(claim, alike);
  if (named.size() > 1) return Derived{sum_of(named), named, " + "};
  if (!named.empty() || alike.size() < 2 || !are_parts_of_one_whole(alike)) return std::nullopt;
  return Derived{sum_of(alike), alike, " + "};
}

// ---- two statements

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

Interval change_of(Role role, const Interval& factor) {
  if (role == Role::Multiple) return factor;
  return role == Role::Decrease ? Interval::point(1) - factor : factor - Interval::point(1);
}

/// From the earlier level to the later one: "1.36 billion, compared with 584 million".
std::optional<Derived> growth(const Fact& claim, const Fact& first, const Fact& second) {
  if (first.metric.value != second.metric.value && !second.metric.empty()) return std::nullopt;
  if (first.subject.value != second.subject.value || !of_subject(first, claim)) return std::nullopt;
  const bool first_is_before =
      first.role == Role::Before ||
      (first.period && second.period && first.period->from < second.period->from);
  const Interval& a = first.quantity.tolerance;
  const Interval& b = second.quantity.tolerance;
  return Derived{change_of(claim.role, first_is_before ? b / a : a / b), {&first, &second}, " / "};
}

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
      if (!claim.metric.empty() && coverage(claim, *ours) <= 0) continue;
      const Interval ratio = ours->quantity.tolerance / theirs->quantity.tolerance;
      if (claim.role != Role::Difference) return Derived{ratio, {ours, theirs}, " / "};
      const Interval apart =
          ratio.midpoint() >= 1 ? ratio - Interval::point(1) : Interval::point(1) - ratio;
      return Derived{apart, {ours, theirs}, " / "};
    }
  }
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
    if (!one_pair && coverage(claim, *fact) < kMostWords) continue;
    return Derived{Interval::point(1) - fact->quantity.tolerance, {fact}, " - "};
  }
  return std::nullopt;
}

}  // namespace

Asked asked_by(std::string_view claim_text, const Fact& claim, const Lexicon& lexicon) {
  const std::string text = fold_text(std::string(claim_text));
  if (says(text, lexicon, WordClass::OtherThan)) return Asked::Rest;
  if (is_ratio(claim) && says(text, lexicon, WordClass::Remainder)) return Asked::Rest;
  return says(text, lexicon, WordClass::Total) ? Asked::Sum : Asked::Nothing;
}

bool says_asked(Asked asked, std::string_view text, const Lexicon& lexicon) {
  if (asked == Asked::Sum) return says(text, lexicon, WordClass::Total);
  return asked == Asked::Rest &&
         (says(text, lexicon, WordClass::OtherThan) || says(text, lexicon, WordClass::Remainder));
}

std::optional<Derived> derive_asked(Asked asked, const Fact& claim,
                                    const std::vector<const Fact*>& facts, const Lexicon& lexicon) {
  std::vector<const Fact*> in_time;
  std::copy_if(facts.begin(), facts.end(), std::back_inserter(in_time),
               [&](const Fact* fact) { return relate_times(claim, *fact) != TimeRelation::Apart; });
  if (asked == Asked::Rest)
    return is_ratio(claim) ? rest_of_share(claim, in_time) : rest_of_amount(claim, in_time);
  return asked == Asked::Sum ? sum_asked(claim, in_time, lexicon) : std::nullopt;
}

std::optional<Derived> derive_from_two(const Fact& claim, const std::vector<const Fact*>& facts) {
  if (!is_ratio(claim)) return std::nullopt;
  if (auto derived = comparison(claim, facts)) return derived;
  const bool change =
      claim.role == Role::Increase || claim.role == Role::Decrease || claim.role == Role::Multiple;
  constexpr double kSomeWords = 0.2;
  for (std::size_t i = 0; i + 1 < facts.size(); ++i) {
    const Fact& first = *facts[i];
    const Fact& second = *facts[i + 1];
    // Across languages few words are shared, but the metric is.
    const bool same_metric = claim.metric.known && claim.metric.value == first.metric.value;
    if (!may_pair(first, second) || (!same_metric && coverage(claim, first) < kSomeWords)) continue;
    if (change) {
      if (auto derived = growth(claim, first, second)) return derived;
    } else if (claim.role == Role::Level && claims_share(claim)) {
      return share(claim, first, second);
    }
  }
  if (claim.role == Role::Difference || claim.role == Role::Level) return complement(claim, facts);
  return std::nullopt;
}

}  // namespace assay
