// SPDX-License-Identifier: MIT
#include "checks/culprit.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "checks/compare.h"
#include "checks/fact_relation.h"
#include "checks/sides.h"
#include "checks/stated_relations.h"

namespace assay {
namespace {

using FactPlace = std::pair<std::string, std::size_t>;

FactPlace place_in_text(const Fact& fact) { return {fact.document, fact.mention.begin}; }

/// Facts that a sentence relates and whose numbers fit.
struct Agreement {
  std::vector<const Fact*> members;
  std::string formula;  ///< "20 × 3 = 60"
};

/// Whether the tolerances of the members allow the relation, or nearly so.
bool fits(const FactRelation& relation, double slack) {
  Interval sum = Interval::point(0);
  for (const RelationMember& member : relation.members)
    sum = sum + scale(to_entry(member, member.fact->quantity.tolerance), member.factor);
  return std::isfinite(sum.low) && std::isfinite(sum.high) &&
         gap(sum, Interval::point(relation.total)) <= slack;
}

void add_changes(const ReadDocument& document, std::vector<Agreement>& agreements) {
  for (const StatedChange& change : stated_changes(document)) {
    if (change.by->quantity.unit.dimension != Dimension::Ratio) continue;
    if (!fits(growth_relation(*change.from, *change.to, *change.by), kRoundingOfChange)) continue;
    agreements.push_back({{change.from, change.to, change.by},
                          change.from->text + " → " + change.to->text + ", " + change.by->text});
  }
}

void add_products(const ReadDocument& document, std::vector<Agreement>& agreements) {
  for (const StatedProduct& product : stated_products(document)) {
    if (!fits(product_relation(*product.first, *product.second, *product.result),
              kRoundingOfProduct))
      continue;
    agreements.push_back(
        {{product.first, product.second, product.result},
         product.first->text + " × " + product.second->text + " = " + product.result->text});
  }
}

void add_totals(const ReadDocument& document, std::vector<Agreement>& agreements) {
  for (const StatedTotal& total : stated_totals(document)) {
    const double slack = kRoundingOfSum * std::abs(total.whole->quantity.stated.midpoint());
    if (total.parts.size() < 2 || !fits(total_relation(total.parts, *total.whole), slack)) continue;
    Agreement& agreement = agreements.emplace_back(Agreement{total.parts, ""});
    for (const Fact* part : total.parts)
      agreement.formula += (agreement.formula.empty() ? "" : " + ") + part->text;
    agreement.formula += " = " + total.whole->text;
    agreement.members.push_back(total.whole);
  }
}

/// A level of its own: no change, no gap, no word.
bool is_plain_figure(const Fact& fact) {
  return (fact.role == Role::Level || fact.role == Role::Before) && !fact.quantity.vague &&
         fact.quantity.stated.is_point() && fact.quantity.stated.low > 0 && fact.comparand.empty();
}

/// What a share or a growth multiplies by; empty for any other fact.
Interval multiplier_of(const Fact& fact) {
  const Quantity& quantity = fact.quantity;
  if (quantity.unit.dimension != Dimension::Ratio || quantity.vague) return Interval::empty();
  if (fact.role == Role::Increase) return Interval::point(1) + quantity.tolerance;
  if (fact.role == Role::Decrease) return Interval::point(1) - quantity.tolerance;
  const bool share = fact.role == Role::Level && quantity.tolerance.high < 1;
  return share ? quantity.tolerance : Interval::empty();
}

/// Two amounts and a share or growth of one sentence that fit so closely that it is no chance:
/// "41.8 GW, of which 56% abroad, which is 23.4 GW".
void add_close_fits(const std::vector<const Fact*>& sentence, std::vector<Agreement>& agreements) {
  constexpr double kClose = 0.02;  // width of what may be, relative to it
  for (const Fact* by : sentence) {
    const Interval multiplier = multiplier_of(*by);
    if (multiplier.is_empty()) continue;
    for (const Fact* from : sentence)
      for (const Fact* to : sentence) {
        if (from == to || from == by || to == by || !same_measure(*from, *to)) continue;
        if (!is_plain_figure(*from) || !is_plain_figure(*to)) continue;
        const Interval expected = from->quantity.tolerance * multiplier;
        const bool close = expected.width() <= 2 * kClose * expected.midpoint();
        if (!close || !intersects(expected, to->quantity.tolerance)) continue;
        agreements.push_back({{from, by, to}, from->text + ", " + by->text + " → " + to->text});
      }
  }
}

void add_close_fits(const ReadDocument& document, std::vector<Agreement>& agreements) {
  constexpr std::size_t kMostFacts = 12;  // a longer sentence has fits by chance
  std::vector<const Fact*> sentence;
  for (const Fact& fact : document.facts) {
    const bool same = !sentence.empty() && fact.table_row == 0 &&
                      sentence.front()->sentence_span == fact.sentence_span;
    if (!same) {
      if (sentence.size() <= kMostFacts) add_close_fits(sentence, agreements);
      sentence.clear();
    }
    sentence.push_back(&fact);
  }
  if (sentence.size() <= kMostFacts) add_close_fits(sentence, agreements);
}

/// What speaks for one side of a finding.
struct Support {
  std::size_t voices = 0;  ///< sentences that say so, of which none is a copy of another
  std::size_t documents = 0;
  std::string formula;  ///< of an agreement; empty: none
  [[nodiscard]] bool any() const { return voices > 1 || !formula.empty(); }
};

/// A side of a finding: pieces of its evidence that state one value, the first of which leads.
using Camp = std::vector<std::size_t>;

class CulpritSearch {
 public:
  explicit CulpritSearch(const FactIndex& index) : index_(index) {
    for (const ReadDocument& document : index.documents()) {
      std::vector<Agreement> found;
      add_changes(document, found);
      add_products(document, found);
      add_totals(document, found);
      add_close_fits(document, found);
      for (Agreement& agreement : found) {
        for (const Fact* fact : agreement.members)
          agreements_[place_in_text(*fact)].push_back(agreements_of_all_.size());
        agreements_of_all_.push_back(std::move(agreement));
      }
    }
  }

  [[nodiscard]] std::optional<Culprit> find(const Finding& finding) const {
    const std::vector<Camp> sides = sides_of(finding);
    if (sides.size() < 2) return std::nullopt;
    std::vector<Support> supports;
    supports.reserve(sides.size());
    for (const Camp& side : sides) supports.push_back(support_of(finding, side));
    const auto without =
        std::ranges::count_if(supports, [](const Support& support) { return !support.any(); });
    if (without != 1) return std::nullopt;
    const auto alone =
        std::ranges::find_if(supports, [](const Support& support) { return !support.any(); });
    const auto at = static_cast<std::size_t>(alone - supports.begin());
    return Culprit{sides[at].front(), reason_of(finding, sides, supports, at)};
  }

 private:
  static std::vector<Camp> sides_of(const Finding& finding) {
    std::vector<Camp> sides;
    for (std::size_t i = 0; i < finding.evidence.size(); ++i) {
      const auto same = std::ranges::find_if(sides, [&](const Camp& side) {
        return is_two_sided(finding) && agree(finding.evidence[side.front()], finding.evidence[i]);
      });
      if (same == sides.end()) {
        sides.push_back({i});
      } else {
        same->push_back(i);
      }
    }
    return sides;
  }

  static bool agree(const Fact& a, const Fact& b) {
    return same_measure(a, b) && values_agree(a.quantity, b.quantity);
  }

  [[nodiscard]] Support support_of(const Finding& finding, const Camp& side) const {
    std::set<std::uint64_t> wordings;
    std::set<std::string> documents;
    const auto hear = [&](const Fact& fact) {
      if (fact.quantity.vague) return;
      if (wordings.insert(wording_hash(fact)).second) documents.insert(fact.document);
    };
    for (const std::size_t i : side) hear(finding.evidence[i]);
    for (const Fact* other : others_who_say(finding.evidence[side.front()])) hear(*other);
    Support support{.voices = wordings.size(), .documents = documents.size(), .formula = {}};
    for (const std::size_t i : side)
      if (support.formula.empty()) support.formula = formula_for(finding, finding.evidence[i]);
    return support;
  }

  /// Other statements of the same thing that agree with this one beyond doubt.
  [[nodiscard]] std::vector<const Fact*> others_who_say(const Fact& fact) const {
    constexpr std::size_t kMostFacts = 2000;  // all of a metric that everything is stated in
    std::vector<const Fact*> others;
    const auto alike = index_.by_metric().find(fact.metric.value);
    if (alike == index_.by_metric().end() || alike->second.size() > kMostFacts) return others;
    for (const Fact* other : alike->second) {
      if (other->subject.value != fact.subject.value || other->role != fact.role) continue;
      if (place_in_text(*other) == place_in_text(fact) || !agree(fact, *other)) continue;
      const Comparison comparison = compare_slots(fact, *other, index_.knowledge());
      if (comparison.comparable && comparison.weight <= kSlight) others.push_back(other);
    }
    return others;
  }

  /// An agreement that the fact takes part in beside numbers that the finding does not dispute.
  [[nodiscard]] std::string formula_for(const Finding& finding, const Fact& fact) const {
    const auto found = agreements_.find(place_in_text(fact));
    if (found == agreements_.end()) return {};
    for (const std::size_t at : found->second) {
      const Agreement& agreement = agreements_of_all_[at];
      const bool disputed = std::ranges::any_of(agreement.members, [&](const Fact* member) {
        return place_in_text(*member) != place_in_text(fact) && is_disputed(finding, *member);
      });
      if (!disputed) return agreement.formula;
    }
    return {};
  }

  static bool is_disputed(const Finding& finding, const Fact& fact) {
    return std::ranges::any_of(finding.evidence, [&](const Fact& disputed) {
      return place_in_text(disputed) == place_in_text(fact);
    });
  }

  static Message reason_of(const Finding& finding, const std::vector<Camp>& sides,
                           const std::vector<Support>& supports, std::size_t wrong) {
    Message reason;
    for (std::size_t i = 0; i < sides.size(); ++i) {
      if (i == wrong) continue;
      const std::string& text = finding.evidence[sides[i].front()].text;
      const Support& support = supports[i];
      const bool counted = support.voices > 1;
      const std::string voices = std::to_string(support.voices);
      const std::string documents = std::to_string(support.documents);
      const bool several = support.documents > 1;
      reason.zh += (reason.zh.empty() ? "" : "；") + text +
                   (counted ? " 有 " + voices + " 句话支持" +
                                  (several ? "，来自 " + documents + " 篇文档" : "")
                            : " 与同句的其他数字相符：" + support.formula);
      reason.en += (reason.en.empty() ? "" : "; ") + text +
                   (counted ? " stands in " + voices + " sentences" +
                                  (several ? " of " + documents + " documents" : "")
                            : " fits the other numbers of its sentence: " + support.formula);
    }
    const std::string& text = finding.evidence[sides[wrong].front()].text;
    reason.zh += "；" + text + " 只出现一次，没有旁证";
    reason.en += "; " + text + " is stated once, and nothing else speaks for it";
    return reason;
  }

  const FactIndex& index_;
  std::vector<Agreement> agreements_of_all_;
  std::map<FactPlace, std::vector<std::size_t>> agreements_;
};

}  // namespace

void name_culprits(std::vector<Finding>& findings, const FactIndex& index) {
  if (findings.empty()) return;
  const CulpritSearch search(index);
  for (Finding& finding : findings)
    if (!finding.culprit) finding.culprit = search.find(finding);
}

}  // namespace assay
