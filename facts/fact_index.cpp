// SPDX-License-Identifier: MIT
#include "facts/fact_index.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <string_view>
#define XXH_INLINE_ALL
#include <xxhash.h>

namespace assay {
namespace {

/// Of fewer dated facts none is the rule.
constexpr std::size_t kFewestDated = 3;
constexpr double kMostOfThem = 0.6;

bool contains(const Period& whole, const Period& part) {
  return whole.from <= part.from && part.to <= whole.to;
}

std::optional<Period> main_period(const std::vector<Fact>& facts) {
  std::vector<std::pair<Period, std::size_t>> periods;  // and how many facts are within each
  std::size_t dated = 0;
  for (const Fact& fact : facts) {
    if (!fact.period) continue;
    ++dated;
    const auto same = [&](const auto& known) { return known.first == *fact.period; };
    if (std::none_of(periods.begin(), periods.end(), same)) periods.emplace_back(*fact.period, 0);
  }
  if (dated < kFewestDated) return std::nullopt;
  for (const Fact& fact : facts)
    for (auto& [period, count] : periods)
      if (fact.period && contains(period, *fact.period)) ++count;
  const auto most =
      std::max_element(periods.begin(), periods.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  const bool rule = static_cast<double>(most->second) >= kMostOfThem * static_cast<double>(dated);
  return rule ? std::optional(most->first) : std::nullopt;
}

/// What `name_of` gives for at least this part of the facts for which it gives anything; empty when
/// there is none such, or fewer than `fewest` have any.
template <typename NameOf>
std::string name_of_most(const std::vector<Fact>& facts, std::size_t fewest, double part,
                         NameOf name_of) {
  std::map<std::string, std::size_t> counts;
  std::size_t named = 0;
  for (const Fact& fact : facts) {
    const std::string name = name_of(fact);
    if (name.empty()) continue;
    ++named;
    ++counts[name];
  }
  if (named < fewest) return {};
  const auto most =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  const bool rule = static_cast<double>(most->second) >= part * static_cast<double>(named);
  return rule ? most->first : std::string();
}

std::string main_place(const std::vector<Fact>& facts, const Lexicon& lexicon) {
  constexpr std::size_t kFewest = 2;
  return name_of_most(facts, kFewest, kMostOfThem,
                      [&](const Fact& fact) { return place_of(fact, lexicon); });
}

/// A report that goes from one company to the next is about none of them.
std::string main_subject(const std::vector<Fact>& facts, const Lexicon& lexicon) {
  constexpr std::size_t kFewest = 3;
  constexpr double kNearlyAll = 0.75;
  return name_of_most(facts, kFewest, kNearlyAll, [&](const Fact& fact) {
    const Entity* entity = lexicon.find_entity(fact.subject.value);
    const bool said = entity != nullptr && fact.subject.source <= SlotSource::Clause;
    return said && entity->kind <= EntityKind::Organization ? fact.subject.value : std::string();
  });
}

}  // namespace

std::string place_of(const Fact& fact, const Lexicon& lexicon) {
  const auto is_place = [&](const std::string& name) {
    const Entity* entity = lexicon.find_entity(name);
    return entity != nullptr && entity->is_place();
  };
  if (is_place(fact.subject.value)) return fact.subject.value;
  const auto found = std::find_if(fact.scope.begin(), fact.scope.end(), is_place);
  return found == fact.scope.end() ? std::string() : *found;
}

FactIndex::FactIndex(const std::vector<ReadDocument>& documents, const Knowledge& knowledge,
                     const IndexLimits& limits)
    : documents_(&documents),
      knowledge_(&knowledge),
      limited_(!limits.changed.empty()),
      word_counts_(limits.word_counts) {
  for (const ReadDocument& document : documents) {
    if (limited_)
      changed_.resize(changed_.size() + document.facts.size(),
                      limits.changed.contains(document.id));
    main_periods_[document.id] = main_period(document.facts);
    dates_[document.id] = document.date;
    main_places_[document.id] = main_place(document.facts, knowledge.lexicon());
    main_subjects_[document.id] = main_subject(document.facts, knowledge.lexicon());
    if (!document.facts.empty()) runs_.push_back({document.facts.data(), facts_.size()});
    for (const Fact& fact : document.facts) {
      facts_.push_back(&fact);
      by_wording_[wording_hash(fact)].push_back(&fact);
      if (fact.skeleton != 0) by_skeleton_[fact.skeleton].push_back(&fact);
      if (fact.metric.empty()) continue;
      by_metric_[fact.metric.value].push_back(&fact);
    }
  }
  std::ranges::sort(runs_, std::less<>(), &Run::first);
}

std::size_t FactIndex::position_of(const Fact& fact) const {
  const auto after = std::ranges::upper_bound(runs_, &fact, std::less<>(), &Run::first);
  const Run& run = *std::prev(after);
  return run.position + static_cast<std::size_t>(&fact - run.first);
}

std::optional<Period> FactIndex::time_of(const Fact& fact) const {
  if (fact.period || fact.partial_time) return fact.period;
  if (const auto& main = main_period_of(fact.document)) return main;
  const std::optional<Day> date = dates_.at(fact.document);
  return date ? std::optional(Period{*date, *date}) : std::nullopt;
}

std::uint64_t wording_hash(const Fact& fact) {
  const std::string_view sentence = fact.sentence;
  const std::string_view before = sentence.substr(0, fact.in_sentence.begin);
  const std::string_view after = sentence.substr(fact.in_sentence.end);
  return XXH3_64bits_withSeed(after.data(), after.size(),
                              XXH3_64bits(before.data(), before.size()));
}

}  // namespace assay
