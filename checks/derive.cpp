// SPDX-License-Identifier: MIT
#include "checks/derive.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <string>

#include "checks/fact_kind.h"
#include "checks/operands.h"
#include "checks/table_rows.h"
#include "checks/time_relation.h"
#include "core/folding.h"
#include "core/utf8.h"
#include "facts/terms.h"
#include "facts/trie.h"

namespace assay {
namespace {

bool says(std::string_view text, const Lexicon& lexicon, WordClass word_class) {
  for (std::size_t at = 0; at < text.size(); at += decode(text, at).length) {
    const bool latin = is_ascii_letter(static_cast<unsigned char>(text[at]));
    if (latin && !is_word_start(text, at)) continue;
    if (lexicon.find_class(text, at, word_class) > 0) return true;
  }
  return false;
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

/// By what the claim names a fact: its subject; or of what is the claim's own, or of nobody, a name that
/// no lexicon has (马鞍山 28GWh) or what it is limited to (欧洲 in a column of regions); empty: not at all.
std::string name_in(const Fact& claim, const Fact& fact) {
  if (!fact.subject.empty() && fact.subject.value != claim.subject.value)
    return has_name(claim.terms, fact.subject.value) ? fact.subject.value : std::string();
  if (!fact.metric.empty() && !fact.metric.known && has_name(claim.terms, fact.metric.value))
    return fact.metric.value;
  const auto item = std::find_if(fact.scope.begin(), fact.scope.end(),
                                 [&](const auto& name) { return has_term(claim.terms, name); });
  if (item != fact.scope.end()) return *item;
  return has_name(claim.terms, fact.subject.value) ? fact.subject.value : std::string();
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

/// The parts that speak most of what the claim speaks of and the whole does not: 刨去广告和云.
std::vector<const Fact*> parts_named(const Fact& claim, const Fact& whole,
                                     const std::vector<const Fact*>& facts) {
  std::vector<const Fact*> parts;
  std::ptrdiff_t most = 1;
  for (const Fact* fact : facts) {
    if (fact == &whole || !may_be_of_subject(*fact, claim)) continue;
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
                      may_be_of_subject(*fact, claim);
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

/// What part of the largest amount those make together that the claim names: 两地合计占产能的六成.
std::optional<Derived> share_of_sum(const Fact& claim, const std::vector<const Fact*>& facts) {
  const Fact* whole = nullptr;
  for (const Fact* fact : facts) {
    const bool amount = fact->role == Role::Level && is_settled(*fact) && !is_ratio(*fact) &&
                        fact->quantity.stated.is_point() && may_be_of_subject(*fact, claim);
    if (amount && words_shared(claim, *fact) > 0 &&
        (whole == nullptr ||
         (counts_alike(*fact, *whole) && fact->quantity.stated.low > whole->quantity.stated.low)))
      whole = fact;
  }
  if (whole == nullptr) return std::nullopt;
  std::vector<const Fact*> parts;
  std::copy_if(facts.begin(), facts.end(), std::back_inserter(parts), [&](const Fact* fact) {
    return fact != whole && fact->role == Role::Level && is_settled(*fact) &&
           counts_alike(*fact, *whole) && name_in(claim, *fact) != name_in(claim, *whole);
  });
  parts = named_by(claim, parts);
  if (parts.size() < 2) return std::nullopt;
  const Interval share = sum_of(parts) / whole->quantity.tolerance;
  constexpr double kAll = 1.001;  // roundings apart
  if (share.low > kAll) return std::nullopt;
  parts.push_back(whole);
  return Derived{share, parts, ", "};
}

/// A part of a year, and the year as far as it is known.
struct StretchOfYear {
  std::optional<int> year;
  std::optional<int> year_offset;
  YearPart part;
};

std::optional<StretchOfYear> stretch_of(const Fact& fact) {
  if (fact.period) {
    const auto part = part_of(*fact.period);
    if (!part || part->day > 0) return std::nullopt;
    return StretchOfYear{year_of(fact.period->from), std::nullopt, *part};
  }
  if (!fact.partial_time) return std::nullopt;
  const YearPart part = fact.partial_time->part.value_or(YearPart{});
  if (part.day > 0) return std::nullopt;
  return StretchOfYear{std::nullopt, fact.partial_time->year_offset, part};
}

bool may_be_one_year(const StretchOfYear& a, const StretchOfYear& b) {
  if (a.year && b.year) return *a.year == *b.year;
  return !a.year_offset || !b.year_offset || *a.year_offset == *b.year_offset;
}

/// Whether the two parts, one behind the other, are all of the whole.
bool make_up(const YearPart& whole, const YearPart& one, const YearPart& other) {
  const YearPart& first = one.first_month < other.first_month ? one : other;
  const YearPart& last = one.first_month < other.first_month ? other : one;
  return first.first_month == whole.first_month && last.last_month == whole.last_month &&
         first.last_month + 1 == last.first_month;
}

}  // namespace

std::optional<Derived> derive_rest_of_time(const Fact& claim, const std::vector<const Fact*>& facts,
                                           const Lexicon& lexicon) {
  const std::optional<StretchOfYear> asked = stretch_of(claim);
  const Metric* metric = lexicon.find_metric(claim.metric.value);
  // What there is at one time is no sum over months.
  if (!asked || metric == nullptr || !metric->varies || metric->at_a_time || is_ratio(claim))
    return std::nullopt;
  std::vector<const Fact*> amounts = amounts_of(claim, facts);
  std::erase_if(amounts, [&](const Fact* fact) {
    return fact->metric.value != claim.metric.value || !may_be_of_subject(*fact, claim) ||
           fact->scope != claim.scope;
  });
  for (const Fact* whole : amounts)
    for (const Fact* part : amounts) {
      const auto longer = stretch_of(*whole);
      const auto shorter = stretch_of(*part);
      if (!longer || !shorter || whole->subject.value != part->subject.value ||
          !may_be_one_year(*longer, *shorter) || !may_be_one_year(*longer, *asked))
        continue;
      if (make_up(longer->part, shorter->part, asked->part))
        return Derived{whole->quantity.tolerance - part->quantity.tolerance, {whole, part}, " - "};
    }
  return std::nullopt;
}

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
  if (asked != Asked::Sum) return std::nullopt;
  if (auto sum = sum_asked(claim, in_time, lexicon)) return sum;
  return is_ratio(claim) ? share_of_sum(claim, in_time) : std::nullopt;
}

}  // namespace assay
