// SPDX-License-Identifier: MIT
#include "checks/relations.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "checks/compare.h"
#include "checks/connected_facts.h"
#include "checks/fact_kind.h"
#include "checks/growth_base.h"
#include "checks/plain_clause.h"
#include "checks/stated_relations.h"
#include "core/utf8.h"

namespace assay {
namespace {

bool is_positive_figure(const Fact& fact) {
  const Quantity& quantity = fact.quantity;
  return quantity.stated.is_point() && quantity.stated.low > 0 && quantity.tolerance.low > 0 &&
         quantity.tolerance.has_low() && quantity.tolerance.has_high() && !quantity.vague;
}

bool is_sure(const Slot& slot) {
  return slot.known && slot.source != SlotSource::Empty && slot.source <= SlotSource::Earlier;
}

/// Of whom and what a number is, without when: two numbers of one such key are of one series.
std::string series_of(const Fact& fact, const PlainWords& words) {
  std::string key = fact.subject.value + "\n" + fact.metric.value + "\n" + fact.qualifier + "\n" +
                    fact.comparand.value + "\n" + fact.speaker;
  for (const std::string& item : fact.scope) key += "\n" + item;
  return words.name_fiscal_year(fact.sentence) ? key + "\nfiscal" : key;
}

std::string measure_of(const Fact& fact) {
  const MeasuredIn& unit = fact.quantity.unit;
  const bool counts = unit.dimension == Dimension::Count;
  return unit.canonical + "\n" + (counts ? fact.quantity.written_unit : "");
}

/// Whether two statements of one number cannot both be true. A rise and a fall by as much cannot.
bool disagree(const Fact& a, const Fact& b) {
  return !values_agree(a.quantity, b.quantity) || (is_change(a) && a.role != b.role);
}

/// Of one statement alone.
std::string own_key(const Fact& fact) {
  return fact.document + "\n" + std::to_string(fact.mention.begin);
}

std::string when(const std::optional<Period>& period) {
  return period ? to_string(period->from) + "/" + to_string(period->to) : "always";
}

class NetworkCollector {
 public:
  explicit NetworkCollector(const FactIndex& index)
      : index_(index),
        lexicon_(index.knowledge().lexicon()),
        words_(index.knowledge().plain_words()),
        connected_(index) {}

  RelationNetwork collect() {
    for (const ReadDocument& document : index_.documents())
      for (const Link& link : document.links)
        if (link.kind == LinkKind::PartOfTotal) totals_.insert(&document.facts[link.second]);
    for (const Fact* fact : index_.facts()) {
      if (!connected_.contain(*fact) || !is_level(*fact)) continue;
      // What is not sure of its period still tells that the statements do not agree.
      (is_sure_level(*fact) ? stated_ : doubted_)[level_key(*fact)].push_back(fact);
      measures_[series_of(*fact, words_)].emplace(measure_of(*fact), fact);
    }
    for (const ReadDocument& document : index_.documents()) find_growth(document);
    for (const auto& [key, growth] : growths_) add_growth(key, *growth);
    for (const ReadDocument& document : index_.documents()) add_stated_relations(document);
    for (const Fact* fact : index_.facts())
      if (connected_.contain(*fact)) add_comparison(*fact);
    drop_disputed();
    return std::move(network_);
  }

 private:
  // ---- which numbers there are

  /// What a product can do does not change with the year.
  [[nodiscard]] bool is_timeless(const Fact& fact) const {
    const Entity* entity = lexicon_.find_entity(fact.subject.value);
    const Metric* metric = lexicon_.find_metric(fact.metric.value);
    return entity != nullptr && entity->kind == EntityKind::Product && metric != nullptr &&
           !metric->varies;
  }

  /// Somebody or something with figures of its own; a country or a segment has them of many things.
  [[nodiscard]] bool is_somebody(const Slot& subject) const {
    const Entity* entity = lexicon_.find_entity(subject.value);
    return entity != nullptr &&
           (entity->kind == EntityKind::Company || entity->kind == EntityKind::Product ||
            entity->kind == EntityKind::Organization);
  }

  /// A heading is sure of its subject only where the whole text is about it.
  [[nodiscard]] bool is_sure_subject(const Fact& fact) const {
    const bool from_heading = fact.subject.source == SlotSource::Heading &&
                              fact.subject.value == index_.main_subject_of(fact.document);
    return from_heading || is_sure(fact.subject);
  }

  [[nodiscard]] bool names_itself(const Fact& fact) const {
    const Metric* metric = lexicon_.find_metric(fact.metric.value);
    return is_sure_subject(fact) && is_sure(fact.metric) && is_somebody(fact.subject) &&
           metric != nullptr && !metric->several && fact.modality == Modality::Actual &&
           !is_gap(fact) && fact.table_row == 0 && !words_.name_other_base(fact.sentence) &&
           says_nothing_else(fact, index_.knowledge());
  }

  [[nodiscard]] bool is_level(const Fact& fact) const {
    if (fact.role != Role::Level && fact.role != Role::Before) return false;
    // What several have together is none of theirs, and what a chip calculates depends on in what.
    if (totals_.contains(&fact)) return false;
    const bool conditional =
        fact.quantity.unit.dimension == Dimension::Compute && fact.scope.empty();
    return !conditional && fact.comparand.empty() && fact.metric.known &&
           is_somebody(fact.subject) && is_positive_figure(fact) &&
           (fact.period || is_timeless(fact));
  }

  [[nodiscard]] bool is_sure_level(const Fact& fact) const {
    return is_level(fact) && (says_when(fact) || is_timeless(fact)) && names_itself(fact);
  }

  [[nodiscard]] std::string level_key(const Fact& fact) const {
    return series_of(fact, words_) + "\n" + measure_of(fact) + "\n" +
           when(is_timeless(fact) ? std::nullopt : fact.period);
  }

  /// The number of this key, of which `like` says what it is.
  const Fact& number_of(const std::string& key, const Fact& like) {
    const auto [found, is_new] = by_key_.try_emplace(key, network_.numbers.size());
    if (!is_new) return network_.numbers[found->second].fact;
    SharedNumber& number = network_.numbers.emplace_back(SharedNumber{like, {}});
    number.fact.quantity.stated = number.fact.quantity.tolerance = Interval::all();
    const auto statements = stated_.find(key);
    if (statements == stated_.end()) return number.fact;
    number.statements = statements->second;
    if (const auto doubted = doubted_.find(key); doubted != doubted_.end())
      for (const Fact* other : doubted->second)
        if (disagree(*number.statements.front(), *other)) disputed_.insert(&number.fact);
    number.fact = *number.statements.front();
    Interval& tolerance = number.fact.quantity.tolerance;
    for (const Fact* statement : number.statements) {
      if (disagree(*number.statements.front(), *statement)) disputed_.insert(&number.fact);
      tolerance = hull(tolerance, statement->quantity.tolerance);
    }
    return number.fact;
  }

  /// The number of one statement alone.
  const Fact& own_number(const Fact& fact) {
    const std::string key = own_key(fact);
    stated_[key] = {&fact};
    return number_of(key, fact);
  }

  /// A number of a sentence: a shared one where it is sure of what, else one of its own. Null: it
  /// is no figure that one can calculate with.
  const Fact* member(const Fact& fact) {
    if (fact.modality != Modality::Actual) return nullptr;
    if (is_sure_level(fact)) return &number_of(level_key(fact), fact);
    const auto growth = growth_keys_.find(&fact);
    if (growth != growth_keys_.end()) return &number_of(growth->second, fact);
    const bool figure = is_change(fact) ? is_plain_growth(fact) : is_positive_figure(fact);
    return figure ? &own_number(fact) : nullptr;
  }

  // ---- growth

  void find_growth(const ReadDocument& document) {
    for (const Fact& fact : document.facts) {
      if (!connected_.contain(fact)) continue;
      const std::optional<Period> base = growth_base(fact, words_);
      if (!base || !fact.metric.known || fact.modality != Modality::Actual) continue;
      const std::string key =
          series_of(fact, words_) + "\n" + when(fact.period) + "\n" + when(base) + "\ngrowth";
      const bool sure = says_when(fact) && names_itself(fact);
      (sure ? stated_ : doubted_)[key].push_back(&fact);
      if (!sure) continue;
      growth_keys_[&fact] = key;
      growths_.emplace(key, &fact);
    }
  }

  void add_growth(const std::string& key, const Fact& growth) {
    const auto measures = measures_.find(series_of(growth, words_));
    // Of what is counted in two ways, nobody says which of them grew.
    if (measures == measures_.end() || measures->second.size() > 1) return;
    const Fact& like = *measures->second.begin()->second;
    if (is_relative(like) || is_timeless(like)) return;
    const Fact& by = number_of(key, growth);
    relate(growth_relation(level_at(like, *growth_base(growth, words_)),
                           level_at(like, *growth.period), by),
           kRoundingOfChange, {});
  }

  const Fact& level_at(Fact level, const Period& period) {
    level.period = period;
    return number_of(level_key(level), level);
  }

  // ---- comparisons

  void add_comparison(const Fact& fact) {
    const std::vector<Interval> ratios = stated_ratios(fact);
    const bool dated = is_timeless(fact) || says_when(fact);
    if (ratios.empty() || !dated || !names_itself(fact) || !is_sure(fact.comparand)) return;
    Fact ours = fact;
    ours.comparand = {};
    Fact theirs = ours;
    theirs.subject = fact.comparand;
    if (is_timeless(ours) != is_timeless(theirs)) return;
    const Fact* like = only_level_like(ours, theirs);
    if (like == nullptr) return;
    ours.quantity = theirs.quantity = like->quantity;
    const Fact& ratio = ratio_number(fact, ratios);
    relate(product_relation(number_of(level_key(theirs), theirs), ratio,
                            number_of(level_key(ours), ours)),
           kRoundingOfComparison, {.compares = true});
  }

  /// A level in the one measure that the two series have; null: there is none, or several are.
  [[nodiscard]] const Fact* only_level_like(const Fact& ours, const Fact& theirs) const {
    std::map<std::string, const Fact*> all;
    for (const Fact* fact : {&ours, &theirs})
      if (const auto found = measures_.find(series_of(*fact, words_)); found != measures_.end())
        all.insert(found->second.begin(), found->second.end());
    return all.size() == 1 ? all.begin()->second : nullptr;
  }

  /// "30% apart" may be less or more: all that lies between the two readings, and no figure.
  const Fact& ratio_number(const Fact& fact, const std::vector<Interval>& ratios) {
    const Fact& known = own_number(fact);
    Fact& ratio = network_.numbers[by_key_.at(own_key(fact))].fact;
    ratio.quantity.tolerance = ratios.front();
    for (const Interval& reading : ratios)
      ratio.quantity.tolerance = hull(ratio.quantity.tolerance, reading);
    if (ratios.size() > 1) ratio.quantity.stated = ratio.quantity.tolerance;
    return known;
  }

  // ---- what sentences state

  void add_stated_relations(const ReadDocument& document) {
    for (const StatedTotal& total : stated_totals(document)) {
      if (!connected_.contain(*total.whole)) continue;
      std::vector<const Fact*> parts;
      for (const Fact* part : total.parts) parts.push_back(member(*part));
      const Fact* whole = member(*total.whole);
      if (whole == nullptr || std::ranges::find(parts, nullptr) != parts.end()) continue;
      const double slack = kRoundingOfSum * total.whole->quantity.stated.low;
      relate(total_relation(parts, *whole), slack, {.of_one_sentence = true});
    }
    for (const StatedProduct& product : stated_products(document)) {
      if (!connected_.contain(*product.result)) continue;
      const Fact* first = member(*product.first);
      const Fact* second = member(*product.second);
      const Fact* result = member(*product.result);
      if (first == nullptr || second == nullptr || result == nullptr) continue;
      relate(product_relation(*first, *second, *result), rounding_of(product),
             {.of_one_sentence = true});
    }
    for (const StatedChange& change : stated_changes(document)) {
      if (!connected_.contain(*change.to) || !is_plain_growth(*change.by) ||
          is_relative(*change.to))
        continue;
      const Fact* from = member(*change.from);
      const Fact* to = member(*change.to);
      const Fact* by = member(*change.by);
      if (from == nullptr || to == nullptr || by == nullptr) continue;
      relate(growth_relation(*from, *to, *by), kRoundingOfChange, {.of_one_sentence = true});
    }
  }

  void relate(FactRelation equation, double slack, NetworkRelation relation) {
    std::set<const Fact*> members;
    for (const RelationMember& one : equation.members) members.insert(one.fact);
    // A number that is said to be related to itself was read wrong.
    if (members.size() < equation.members.size()) return;
    const auto [known, is_new] = by_members_.try_emplace(members, network_.relations.size());
    if (!is_new) {
      network_.relations[known->second].of_one_sentence |= relation.of_one_sentence;
      return;
    }
    relation.equation = std::move(equation);
    relation.slack = slack;
    network_.relations.push_back(std::move(relation));
  }

  void drop_disputed() {
    std::erase_if(network_.relations, [&](const NetworkRelation& relation) {
      return std::ranges::any_of(relation.equation.members, [&](const RelationMember& one) {
        return disputed_.contains(one.fact);
      });
    });
  }

  const FactIndex& index_;
  const Lexicon& lexicon_;
  const PlainWords& words_;
  const ConnectedFacts connected_;
  RelationNetwork network_;
  std::map<std::string, std::vector<const Fact*>> stated_;   ///< the statements of a key
  std::map<std::string, std::vector<const Fact*>> doubted_;  ///< and those that may be of it
  std::map<std::string, std::size_t> by_key_;                ///< the number of a key
  std::map<std::string, const Fact*> growths_;               ///< one statement of each
  std::map<const Fact*, std::string> growth_keys_;
  std::map<std::set<const Fact*>, std::size_t> by_members_;  ///< the relation between these
  std::set<const Fact*> totals_;
  std::set<const Fact*> disputed_;
  /// In what the levels of a series are measured, with one of each.
  std::map<std::string, std::map<std::string, const Fact*>> measures_;
};

}  // namespace

RelationNetwork collect_relations(const FactIndex& index) {
  return NetworkCollector(index).collect();
}

}  // namespace assay
