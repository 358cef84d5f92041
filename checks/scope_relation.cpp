// SPDX-License-Identifier: MIT
#include "checks/scope_relation.h"

#include <algorithm>
#include <set>
#include <string>

#include "core/utf8.h"

namespace assay {
namespace {

using Items = std::set<std::string>;

Items items_of(const Fact& fact, bool places, const Lexicon& lexicon) {
  Items items;
  for (const std::string& name : fact.scope) {
    const Entity* entity = lexicon.find_entity(name);
    const bool place = entity != nullptr && entity->is_place();
    if (place == places && name != kWholeWorld) items.insert(name);
  }
  return items;
}

bool says_world(const Fact& fact) {
  return std::find(fact.scope.begin(), fact.scope.end(), kWholeWorld) != fact.scope.end();
}

bool share_an_item(const Items& a, const Items& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& item) {
    return std::any_of(b.begin(), b.end(), [&](const std::string& other) {
      return item.find(other) != std::string::npos || other.find(item) != std::string::npos;
    });
  });
}

bool only_broad(const Items& items, const Lexicon& lexicon) {
  return std::all_of(items.begin(), items.end(), [&](const std::string& name) {
    const Entity* entity = lexicon.find_entity(name);
    return entity != nullptr && entity->broad;
  });
}

}  // namespace

ScopeRelation relate_places(const Fact& a, const Fact& b, const Lexicon& lexicon) {
  const Items ours = items_of(a, true, lexicon);
  const Items theirs = items_of(b, true, lexicon);
  if (!ours.empty() && !theirs.empty())
    return share_an_item(ours, theirs) ? ScopeRelation::Same : ScopeRelation::Apart;
  if ((says_world(a) && !theirs.empty()) || (says_world(b) && !ours.empty()))
    return ScopeRelation::Apart;
  return ours.empty() == theirs.empty() ? ScopeRelation::Same : ScopeRelation::OneSided;
}

bool both_name_places(const Fact& a, const Fact& b, const Lexicon& lexicon) {
  return !items_of(a, true, lexicon).empty() && !items_of(b, true, lexicon).empty();
}

ScopeRelation relate_conditions(const Fact& a, const Fact& b, const Lexicon& lexicon) {
  const Items ours = items_of(a, false, lexicon);
  const Items theirs = items_of(b, false, lexicon);
  if (ours == theirs) return ScopeRelation::Same;
  const bool disjoint = !ours.empty() && !theirs.empty() && !share_an_item(ours, theirs);
  const bool one_broad = only_broad(ours, lexicon) || only_broad(theirs, lexicon);
  if (disjoint && !one_broad) return ScopeRelation::Apart;
  const bool broad = only_broad(ours, lexicon) && only_broad(theirs, lexicon);
  return broad ? ScopeRelation::BroadlyTheSame : ScopeRelation::OneSided;
}

bool limited_in_other_ways(const Fact& a, const Fact& b, const Lexicon& lexicon) {
  const auto is_of_place_only = [&](const Fact& one, const Fact& other) {
    const Items conditions = items_of(other, false, lexicon);
    return !items_of(one, true, lexicon).empty() && items_of(one, false, lexicon).empty() &&
           items_of(other, true, lexicon).empty() && !conditions.empty() &&
           !only_broad(conditions, lexicon);
  };
  return is_of_place_only(a, b) || is_of_place_only(b, a);
}

bool only_one_row_names_segment(const Fact& a, const Fact& b, const Lexicon& lexicon) {
  if (a.table_row == 0 || b.table_row == 0) return false;
  const auto names_its_segment = [&](const Fact& fact) {
    for (std::size_t at = 0; at < fact.sentence.size();) {
      const Lexicon::Hit hit = lexicon.find(fact.sentence, at);
      if (hit.lexeme != nullptr && hit.lexeme->entity >= 0) {
        const Entity& entity = lexicon.entities()[static_cast<std::size_t>(hit.lexeme->entity)];
        const bool own =
            std::find(fact.scope.begin(), fact.scope.end(), entity.name) != fact.scope.end();
        if (own && !entity.is_place()) return true;
      }
      at += std::max<std::size_t>(hit.length, decode(fact.sentence, at).length);
    }
    return false;
  };
  return names_its_segment(a) != names_its_segment(b);
}

}  // namespace assay
