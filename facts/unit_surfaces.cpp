// SPDX-License-Identifier: MIT
#include "facts/unit_surfaces.h"

#include "core/utf8.h"

namespace assay {

UnitSurfaces::UnitSurfaces(const UnitTable& units) {
  for (const Unit& unit : units.units()) {
    for (const std::string& symbol : unit.symbols) add(symbol, &unit, Use::Symbol);
    for (const std::string& name : unit.names) add(name, &unit, Use::Name);
    for (const std::string& name : unit.per_names) add(name, &unit, Use::Denominator);
  }
  trie_.freeze();
}

void UnitSurfaces::add(std::string_view surface, const Unit* unit, Use use) {
  const auto fresh = static_cast<std::uint32_t>(surfaces_.size());
  const std::uint32_t index = trie_.insert(surface, fresh);
  if (index == fresh) surfaces_.emplace_back();
  Surface& entry = surfaces_[index];
  if (use == Use::Symbol) {
    entry.symbols.emplace_back(std::string(surface), unit);
  } else {
    const Unit*& owner = use == Use::Name ? entry.name : entry.denominator;
    if (owner == nullptr) owner = unit;
  }
}

UnitSurfaces::Hit UnitSurfaces::find(std::string_view text, std::size_t offset) const {
  return find_longest(text, offset, false);
}

UnitSurfaces::Hit UnitSurfaces::find_before_number(std::string_view text,
                                                   std::size_t offset) const {
  if (const Hit hit = find(text, offset); hit.unit != nullptr) return hit;
  const std::size_t end = offset + kCurrencyCode;
  if (end >= text.size() || !is_ascii_digit(static_cast<unsigned char>(text[end]))) return {};
  const Hit hit = find(text.substr(0, end), offset);
  return hit.length == kCurrencyCode && hit.unit->prefix ? hit : Hit{};
}

UnitSurfaces::Hit UnitSurfaces::find_denominator(std::string_view text, std::size_t offset) const {
  return find_longest(text, offset, true);
}

UnitSurfaces::Hit UnitSurfaces::find_longest(std::string_view text, std::size_t offset,
                                             bool below) const {
  if (offset >= text.size()) return {};
  // Seen from its own start, so that "nm" behind the digit of "14nm" counts as a word start.
  const std::string_view rest = text.substr(offset);
  Hit best;
  trie_.walk(rest, 0, [&](Trie::Match match) {
    const Surface& entry = surfaces_[match.value];
    const std::string_view written = rest.substr(0, match.length);
    const Unit* unit = entry.name != nullptr || !below ? entry.name : entry.denominator;
    for (const auto& [symbol, owner] : entry.symbols)
      if (written == symbol) unit = owner;
    if (unit != nullptr) best = {match.length, unit};
  });
  return best;
}

}  // namespace assay
