// SPDX-License-Identifier: MIT
#include "facts/scopes.h"

#include <algorithm>
#include <array>

namespace assay {
namespace {

bool quantity_between(const Scan& scan, std::size_t token, std::size_t other) {
  for (std::size_t i = token + 1; i < other; ++i)
    if (scan.tokens[i].kind == TokenKind::Quantity) return true;
  return false;
}

bool enumeration_between(const Scan& scan, std::size_t token, std::size_t other) {
  for (std::size_t i = token + 1; i < other; ++i)
    if (scan.tokens[i].enumeration) return true;
  return false;
}

/// "43 million in Europe": names the number before it.
bool follows_preposition(const ClauseView& view, const NameChain& chain) {
  constexpr auto kWords = std::to_array<std::string_view>({" in ", " from ", " across "});
  const std::string_view before = view.text.substr(0, chain.span.begin);
  return std::ranges::any_of(kWords, [&](std::string_view word) { return before.ends_with(word); });
}

/// Whether a limit stands right at the number at `token`: before it with no other number between, as in
/// 北美107亿元、欧洲43亿元, or behind it.
bool stands_at(const ClauseView& view, const NameChain& chain, std::size_t token) {
  const Scan& scan = view.scan;
  if (chain.first_token > token)
    return !quantity_between(scan, token, chain.first_token) &&
           !(enumeration_between(scan, token, chain.first_token) &&
             quantity_between(scan, chain.last_token, view.clause.last));
  if (quantity_between(scan, chain.last_token, token)) return false;
  if (!follows_preposition(view, chain)) return true;
  for (std::size_t i = chain.first_token; i-- > view.clause.first;) {
    if (scan.tokens[i].enumeration) return true;
    if (scan.tokens[i].kind == TokenKind::Quantity) return false;
  }
  return true;
}

/// What a name limits a number to.
std::vector<std::string> limits_of(const NameChain& chain, const Fact& fact) {
  std::vector<std::string> limits = chain.scope;
  if (chain.use == NameUse::Scope && chain.place_only && chain.subject != fact.subject.value)
    add_unique(limits, chain.subject);
  return limits;
}

constexpr std::string_view kYearsOfAge = "岁";

/// 60岁及以上, 15-29岁: the group of ages that the clause names before `token`; empty when it names none.
std::string age_group_before(const ClauseView& view, std::size_t token) {
  for (std::size_t i = token; i-- > view.clause.first;) {
    if (view.scan.tokens[i].kind != TokenKind::Quantity) continue;
    const ScannedQuantity& scanned = view.scan.quantities[view.scan.tokens[i].index];
    if (scanned.quantity.written_unit != kYearsOfAge || scanned.quantity.stated.is_point())
      continue;
    return std::string(scanned.with_hedge.of(view.text));
  }
  return {};
}

/// 前十大客户, "its largest supplier": those of the subject that have the share at `token`; empty when the
/// clause speaks of none.
std::string counterparties_before(const ClauseView& view, std::size_t token) {
  constexpr std::size_t kLongest = 24;  // bytes: more is a clause, and no phrase
  std::size_t begin = view.clause.span.begin;
  std::string found;
  for (std::size_t i = view.clause.first; i < token; ++i) {
    const Token& word = view.scan.tokens[i];
    if (word.says(WordClass::Counterparty) && word.span.end - begin <= kLongest) {
      std::string_view phrase = view.text.substr(begin, word.span.end - begin);
      for (const std::string_view joint : {"'s ", "的", " "})
        if (phrase.starts_with(joint)) phrase.remove_prefix(joint.size());
      found = phrase;
    }
    const bool ends_another = word.kind == TokenKind::Time || word.says(WordClass::Anaphor) ||
                              word.says(WordClass::ShareOf) || word.says(WordClass::Modifier);
    const bool names = std::any_of(view.names.begin(), view.names.end(), [&](const auto& chain) {
      return chain.first_token <= i && i <= chain.last_token;
    });
    if (ends_another || names) begin = word.span.end;
  }
  return found;
}

bool same_kind(const Entity& entity, const std::string& other, const Lexicon& lexicon) {
  const Entity* present = lexicon.find_entity(other);
  return present != nullptr && present->kind == entity.kind;
}

/// Adds the items whose kind of entity the scope does not have: what stands nearer wins.
void add_other_kinds(std::vector<std::string>& scope, const std::vector<std::string>& items,
                     const Lexicon& lexicon) {
  for (const std::string& item : items) {
    const Entity* entity = lexicon.find_entity(item);
    const bool taken =
        entity != nullptr && std::any_of(scope.begin(), scope.end(), [&](const std::string& other) {
          return same_kind(*entity, other, lexicon);
        });
    if (!taken) add_unique(scope, item);
  }
}

bool is_place_name(const std::string& name, const Lexicon& lexicon) {
  const Entity* entity = lexicon.find_entity(name);
  return entity != nullptr && entity->is_place();
}

bool is_market(const std::string& item, const Lexicon& lexicon) {
  const Entity* entity = lexicon.find_entity(item);
  return entity != nullptr && (entity->is_place() || entity->kind == EntityKind::Segment);
}

/// "TSMC's share of the foundry market was 67%. Samsung's was 7%": the next share is one of the same
/// market, unless it names its own.
bool goes_on_about_market(const ClauseView& view, const Fact& fact,
                          const std::vector<std::string>& scope) {
  const Carried& carried = view.carried;
  const Metric* metric = view.lexicon.find_metric(fact.metric.value);
  // What has a share of its own revenue has no market in common with the one before it.
  if (metric == nullptr || !metric->share || metric->of_its_own ||
      fact.metric.value != carried.metric.value)
    return false;
  if (fact.role > Role::Before || carried.metric_age > 1) return false;
  return std::none_of(scope.begin(), scope.end(),
                      [&](const std::string& item) { return is_market(item, view.lexicon); });
}

/// Below 国内AI云谁是老大: a share that names no market is one of the heading's.
bool is_share_of_unnamed_market(const ClauseView& view, const Fact& fact,
                                const std::vector<std::string>& scope) {
  const Metric* metric = view.lexicon.find_metric(fact.metric.value);
  const bool share = fact.metric.value == "share" || (metric != nullptr && metric->share);
  if (!share || (metric != nullptr && metric->of_its_own) || fact.role > Role::Before) return false;
  const Entity* owner = view.lexicon.find_entity(fact.subject.value);
  if (owner == nullptr || owner->kind != EntityKind::Company) return false;
  return std::none_of(scope.begin(), scope.end(),
                      [&](const std::string& item) { return is_market(item, view.lexicon); });
}

}  // namespace

bool is_age_group(std::string_view scope) {
  return scope.find(kYearsOfAge) != std::string_view::npos;
}

void SentenceScope::note(const ClauseView& view, bool bare) {
  if (std::string ages = age_group_before(view, view.clause.last); !ages.empty())
    age_group_ = std::move(ages);
  // "Hesai, listed in New York since 2023, reported ...": of all of it all the same.
  bool seat = false;
  for (std::size_t i = view.clause.first; bare && i < view.clause.last; ++i)
    seat = seat || view.scan.tokens[i].says(WordClass::Seat);
  if (seat) return;
  for (const NameChain& chain : view.names) {
    for (const std::string& item : chain.scope) note_item(item, view.lexicon, bare);
    if (chain.use == NameUse::Scope && chain.place_only)
      note_item(chain.subject, view.lexicon, bare);
  }
}

void SentenceScope::note_item(const std::string& item, const Lexicon& lexicon, bool bare) {
  const Entity* entity = lexicon.find_entity(item);
  if (entity != nullptr) {
    if (entity->kind >= EntityKind::Condition && !bare) return;
    std::erase_if(items_,
                  [&](const std::string& other) { return same_kind(*entity, other, lexicon); });
  }
  add_unique(items_, item);
}

std::vector<std::string> scope_of(const ClauseView& view, std::size_t token, const Fact& fact,
                                  const ScopeSources& sources) {
  std::vector<std::string> scope;
  for (const NameChain& chain : view.names)
    if (stands_at(view, chain, token))
      for (const std::string& item : limits_of(chain, fact)) add_unique(scope, item);
  // What the clause says before another number holds on, unless this one has its own.
  for (const NameChain& chain : view.names)
    if (chain.first_token < token && !stands_at(view, chain, token))
      add_other_kinds(scope, limits_of(chain, fact), view.lexicon);
  add_other_kinds(scope, sources.sentence.items(), view.lexicon);
  if (fact.quantity.unit.dimension != Dimension::Duration) {
    const std::string ages = age_group_before(view, token);
    const std::string& group = ages.empty() ? sources.sentence.age_group() : ages;
    if (!group.empty()) add_unique(scope, group);
  }
  if (view.lexicon.is_share(fact.metric.value))
    if (const std::string those = counterparties_before(view, token); !those.empty())
      add_unique(scope, those);
  if (sources.table || fact.subject.source >= SlotSource::Heading ||
      fact.metric.source >= SlotSource::Heading || is_share_of_unnamed_market(view, fact, scope))
    add_other_kinds(scope, sources.heading, view.lexicon);
  if (goes_on_about_market(view, fact, scope))
    add_other_kinds(scope, view.carried.metric_scope, view.lexicon);
  std::erase(scope, fact.subject.value);
  std::erase(scope, fact.comparand.value);
  std::sort(scope.begin(), scope.end());
  return scope;
}

std::string give_to_company(Fact& fact, const Carried& carried, const Lexicon& lexicon) {
  const Metric* metric = lexicon.find_metric(fact.metric.value);
  if (metric == nullptr || !metric->of_company || !is_place_name(fact.subject.value, lexicon))
    return {};
  const bool of_place = carried.subject.empty() || is_place_name(carried.subject.value, lexicon);
  // Nobody: who has it may stand in a heading that no lexicon knows.
  Slot company = of_place ? carried.spoken_of : carried.subject;
  const Entity* entity = lexicon.find_entity(company.value);
  if (entity != nullptr && entity->kind != EntityKind::Company) return {};
  if (!company.empty() && company.source <= SlotSource::Clause)
    company.source = carried.age == 0 ? SlotSource::Carried : SlotSource::Earlier;
  std::swap(fact.subject, company);
  return company.value;
}

void add_unique(std::vector<std::string>& list, const std::string& item) {
  if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

}  // namespace assay
