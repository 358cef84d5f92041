// SPDX-License-Identifier: MIT
#include "checks/stated_relations.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "facts/list_joint.h"

namespace assay {
namespace {

/// 12万吨、21万吨和33万吨: numbers with nothing between them are of different things, whoever has them.
bool are_listed(const Fact& a, const Fact& b) {
  return a.sentence_span == b.sentence_span && a.in_sentence.end <= b.in_sentence.begin &&
         joins_items(std::string_view(a.sentence)
                         .substr(a.in_sentence.end, b.in_sentence.begin - a.in_sentence.end));
}

/// 公共桩350万台，私人桩900万台: what the words before the two numbers name, where neither metric was read.
bool are_told_by_words(const Fact& a, const Fact& b) {
  const auto words_before = [](const Fact& fact) {
    const std::string_view before =
        std::string_view(fact.sentence).substr(0, fact.in_sentence.begin);
    const std::size_t mark = before.find_last_of(",;:");
    return mark == std::string_view::npos ? before : before.substr(mark + 1);
  };
  return a.metric.empty() && b.metric.empty() && a.sentence_span == b.sentence_span &&
         !words_before(a).empty() && !words_before(b).empty() && words_before(a) != words_before(b);
}

/// Two parts are told apart by whom or what they name, and measured alike; `listed`: by standing in one
/// list. Times add up only by chance, and so do counts of different things.
bool are_parts(const Fact& a, const Fact& b, bool listed) {
  const Dimension dimension = a.quantity.unit.dimension;
  if (dimension == Dimension::Duration || a.role != b.role || a.modality != b.modality)
    return false;
  const bool counts = dimension == Dimension::Count || dimension == Dimension::Compound;
  if (counts && a.quantity.written_unit != b.quantity.written_unit) return false;
  const bool told = are_told_by_words(a, b);
  if ((a.metric.empty() && !told) || a.metric.value != b.metric.value) return false;
  return a.period == b.period &&
         (listed || told || a.subject.value != b.subject.value || a.scope != b.scope);
}

bool is_sum(const StatedTotal& total) {
  const std::vector<const Fact*>& parts = total.parts;
  if (parts.size() < 2 || total.composed) return total.composed;
  bool listed = true;
  for (std::size_t i = 1; i < parts.size(); ++i)
    listed = listed && are_listed(*parts[i - 1], *parts[i]);
  for (std::size_t i = 0; i < parts.size(); ++i)
    for (std::size_t k = i + 1; k < parts.size(); ++k)
      if (!are_parts(*parts[i], *parts[k], listed)) return false;
  return true;
}

bool is_a_year_apart(const StatedChange& change) {
  constexpr int kLeastDays = 330;
  constexpr int kMostDays = 400;
  const auto days = (change.to->period->from - change.from->period->from).count();
  return days >= kLeastDays && days <= kMostDays;
}

/// 较年初的105亿元缩水17%: the size stands right behind what it is measured from.
bool is_measured_from(const StatedChange& change) {
  constexpr std::size_t kNear = 12;  // bytes: a verb
  const Fact& from = *change.from;
  const Fact& by = *change.by;
  return from.role == Role::Before && from.sentence_span == by.sentence_span &&
         by.in_sentence.begin >= from.in_sentence.end &&
         by.in_sentence.begin - from.in_sentence.end <= kNear;
}

/// 2023年为86亿元，2024年为65亿元，同比增长33%: no other change can be meant. Of a loss, profit may have grown.
bool is_from_year_to_year(const StatedChange& change) {
  constexpr std::string_view kLoss = "loss";
  return change.to->metric.value != kLoss && change.by->basis == Basis::YearOnYear &&
         change.from->period && change.to->period && is_a_year_apart(change) &&
         change.by->period == change.to->period &&
         change.by->metric.value == change.to->metric.value;
}

/// "from INR 5,100 to INR 10,200 crores": whether the number ends where the other one's goes on with its scale, as it
/// may behind the sign or code of a currency; 4.5元 leaves nothing to be said.
bool may_share_its_scale(const Fact& fact) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return fact.quantity.unit.dimension == Dimension::Money && !fact.text.empty() &&
         !is_digit(fact.text.front()) && is_digit(fact.text.back());
}

/// Whether the two are a thousand times apart because one of them leaves to the other in what it counts.
bool shares_its_scale(const Fact& a, const Fact& b) {
  constexpr double kThousand = 1000;
  const double one = std::abs(a.quantity.stated.midpoint());
  const double other = std::abs(b.quantity.stated.midpoint());
  return one < other ? may_share_its_scale(a) && other >= kThousand * one
                     : may_share_its_scale(b) && one >= kThousand * other;
}

bool speaks_of_this_change(const StatedChange& change) {
  const Fact& by = *change.by;
  if (by.basis == Basis::Annualised || shares_its_scale(*change.from, *change.to)) return false;
  const bool dated = change.from->period && change.to->period;
  if (by.basis == Basis::YearOnYear && dated && !is_a_year_apart(change)) return false;
  // "57.0 billion, up from 46.7 billion three months before, a sequential gain of 22%"
  if (by.basis == Basis::PeriodOnPeriod && (!dated || is_a_year_apart(change))) return false;
  // From a loss of 9 to a profit of 6 is no growth by any factor.
  if (change.from->quantity.stated.low < 0 && by.quantity.unit.dimension == Dimension::Ratio)
    return false;
  // Then it is wrong even in its direction.
  if (is_measured_from(change) || is_from_year_to_year(change)) return true;
  const double size =
      change.to->quantity.stated.midpoint() - change.from->quantity.stated.midpoint();
  // (-15%) is an increase below zero.
  const bool rises = by.quantity.stated.low >= 0;
  if (by.role == Role::Increase) return rises == (size > 0);
  return by.role != Role::Decrease || size < 0;
}

bool compares(const Fact& fact) {
  const Interval& stated = fact.quantity.stated;
  return fact.quantity.unit.dimension == Dimension::Ratio && fact.modality == Modality::Actual &&
         fact.subject.known && fact.comparand.known && fact.metric.known &&
         fact.subject.value != fact.comparand.value && stated.has_low() && stated.has_high() &&
         fact.quantity.tolerance.low > 0;
}

Interval ratio_tolerance(const Quantity& quantity) {
  constexpr double kFurthest = 0.1;
  const double slack = kFurthest * std::abs(quantity.stated.midpoint());
  return intersection(quantity.tolerance,
                      {quantity.stated.low - slack, quantity.stated.high + slack, true, true});
}

/// Levels of a document by what they are of. Of what has several that exclude one another there is none.
class OnlyLevels {
 public:
  using Key = std::tuple<std::string, std::string, Day, Day, std::vector<std::string>>;

  void add(const Key& key, const Fact& fact) {
    const auto [known, fresh] = levels_.try_emplace(key, &fact);
    if (fresh || known->second == nullptr) return;
    if (!intersects(known->second->quantity.tolerance, fact.quantity.tolerance))
      known->second = nullptr;
  }

  /// The level; nullptr when there is none, or several.
  [[nodiscard]] const Fact* find(const Key& key) const {
    const auto found = levels_.find(key);
    return found == levels_.end() ? nullptr : found->second;
  }

 private:
  std::map<Key, const Fact*> levels_;
};

bool is_plain_level(const Fact& fact) {
  return fact.role == Role::Level && fact.modality == Modality::Actual && fact.subject.known &&
         fact.period && fact.quantity.stated.is_point() && fact.quantity.stated.low > 0;
}

/// `metric` of whom, where and when `fact` is told.
OnlyLevels::Key told_like(const Fact& fact, const std::string& metric) {
  return {fact.subject.value, metric, fact.period->from, fact.period->to, fact.scope};
}

/// What `subject` has in the unit and at the time of `fact`.
OnlyLevels::Key measured_like(const Fact& fact, const std::string& subject) {
  const Quantity& quantity = fact.quantity;
  return {subject,
          quantity.unit.canonical + quantity.written_unit,
          fact.period->from,
          fact.period->to,
          {}};
}

bool counts_or_pays(const Fact& fact) {
  const Dimension dimension = fact.quantity.unit.dimension;
  return dimension == Dimension::Count || dimension == Dimension::Money;
}

}  // namespace

std::vector<StatedTotal> stated_totals(const ReadDocument& document) {
  std::vector<StatedTotal> totals;
  for (const Link& link : document.links) {
    const bool composed = link.kind == LinkKind::ComposedOf;
    if (link.kind != LinkKind::PartOfTotal && !composed) continue;
    const Fact* whole = &document.facts[link.second];
    if (totals.empty() || totals.back().whole != whole) totals.push_back({whole, {}, composed});
    totals.back().parts.push_back(&document.facts[link.first]);
  }
  std::erase_if(totals, [](const StatedTotal& total) { return !is_sum(total); });
  return totals;
}

std::vector<StatedProduct> stated_products(const ReadDocument& document) {
  std::vector<StatedProduct> products;
  const auto fact = [&](std::uint32_t index) { return &document.facts[index]; };
  for (const Link& link : document.links) {
    if (link.kind == LinkKind::Product)
      products.push_back({fact(link.first), fact(link.second), fact(link.third)});
    if (link.kind == LinkKind::Identity)
      products.push_back({fact(link.first), fact(link.second), fact(link.third), Factor::Identity});
    if (link.kind == LinkKind::ShareOfTotal)
      products.push_back({fact(link.second), fact(link.third), fact(link.first), Factor::Share});
  }
  return products;
}

std::vector<StatedProduct> stated_margins(const ReadDocument& document, const Lexicon& lexicon) {
  constexpr const char* kRevenue = "revenue";
  const auto is_plain = [](const Fact& fact) {
    return is_plain_level(fact) && fact.qualifier.empty();
  };
  OnlyLevels levels;
  for (const Fact& fact : document.facts)
    if (is_plain(fact)) levels.add(told_like(fact, fact.metric.value), fact);
  std::vector<StatedProduct> margins;
  std::set<const Fact*> told;
  for (const Link& link : document.links) {
    if (link.kind != LinkKind::Margin) continue;
    const Fact* margin = &document.facts[link.second];
    margins.push_back(
        {&document.facts[link.first], margin, &document.facts[link.third], Factor::Margin});
    told.insert(margin);
  }
  for (const Fact& fact : document.facts) {
    const Metric* metric = lexicon.find_metric(fact.metric.value);
    if (metric == nullptr || metric->part_of_revenue.empty() || !is_plain(fact) ||
        told.contains(&fact))
      continue;
    const Fact* revenue = levels.find(told_like(fact, kRevenue));
    const Fact* profit = levels.find(told_like(fact, metric->part_of_revenue));
    if (revenue == nullptr || profit == nullptr || !same_measure(*revenue, *profit)) continue;
    margins.push_back({revenue, &fact, profit, Factor::Margin});
  }
  return margins;
}

std::vector<StatedLead> stated_leads(const ReadDocument& document) {
  const auto is_lead = [](const Fact& fact) {
    return fact.role == Role::Difference && fact.modality == Modality::Actual && fact.period &&
           !fact.subject.empty() && !fact.comparand.empty() && counts_or_pays(fact);
  };
  if (std::none_of(document.facts.begin(), document.facts.end(), is_lead)) return {};
  OnlyLevels levels;
  for (const Fact& fact : document.facts)
    if (is_plain_level(fact) && counts_or_pays(fact) && fact.metric.known && fact.comparand.empty())
      levels.add(measured_like(fact, fact.subject.value), fact);
  std::vector<StatedLead> leads;
  for (const Fact& fact : document.facts) {
    if (!is_lead(fact)) continue;
    const Fact* ours = levels.find(measured_like(fact, fact.subject.value));
    const Fact* theirs = levels.find(measured_like(fact, fact.comparand.value));
    if (ours != nullptr && theirs != nullptr && ours->metric.value == theirs->metric.value)
      leads.push_back({&fact, ours, theirs});
  }
  return leads;
}

double rounding_of(const StatedProduct& product) {
  if (product.factor == Factor::Margin) return kRoundingOfProfit;
  if (product.factor == Factor::Identity) return kRoundingOfIdentity;
  const bool of_sales = product.result->metric.value == "revenue" && product.factor == Factor::Any;
  return of_sales ? kOtherRevenue : kRoundingOfProduct;
}

std::vector<StatedChange> stated_changes(const ReadDocument& document) {
  std::vector<StatedChange> changes;
  for (const Link& link : document.links) {
    if (link.kind != LinkKind::Change || link.third == kNoFact) continue;
    const StatedChange change{&document.facts[link.first], &document.facts[link.second],
                              &document.facts[link.third]};
    if (speaks_of_this_change(change)) changes.push_back(change);
  }
  return changes;
}

std::vector<Interval> stated_ratios(const Fact& fact) {
  if (!compares(fact)) return {};
  const Interval stated = ratio_tolerance(fact.quantity);
  if (fact.role == Role::Level || fact.role == Role::Multiple) return {stated};
  if (fact.role != Role::Difference) return {};
  const Interval behind = Interval::point(1) - stated;
  const Interval ahead = Interval::point(1) + stated;
  return behind.low > 0 ? std::vector{behind, ahead} : std::vector{ahead};
}

}  // namespace assay
