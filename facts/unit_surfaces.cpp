// SPDX-License-Identifier: MIT
#include "facts/unit_surfaces.h"

#include "core/utf8.h"

namespace assay {

UnitSurfaces::UnitSurfaces(const UnitTable& units) {
  for (const Unit& unit : units.units()) {
    for (const std::string& symbol : unit.symbols) add(symbol, &unit, true);
    for (const std::string& name : unit.names) add(name, &unit, false);
  }
  trie_.freeze();
}

void UnitSurfaces::add(std::string_view surface, const Unit* unit, bool exact_case) {
  const auto fresh = static_cast<std::uint32_t>(surfaces_.size());
  const std::uint32_t index = trie_.insert(surface, fresh);
  if (index == fresh) surfaces_.emplace_back();
  Surface& entry = surfaces_[index];
  if (exact_case) {
    entry.symbols.emplace_back(std::string(surface), unit);
  } else if (entry.name == nullptr) {
    entry.name = unit;
  }
}

UnitSurfaces::Hit UnitSurfaces::find(std::string_view text, std::size_t offset) const {
  if (offset >= text.size()) return {};
  // Seen from its own start, so that "nm" behind the digit of "14nm" counts as a word start.
  const std::string_view rest = text.substr(offset);
  Hit best;
  for (const Trie::Match& match : trie_.all(rest, 0)) {
    const Surface& entry = surfaces_[match.value];
    const std::string_view written = rest.substr(0, match.length);
    const Unit* unit = entry.name;
    for (const auto& [symbol, owner] : entry.symbols)
      if (written == symbol) unit = owner;
    if (unit != nullptr) best = {match.length, unit};
  }
  return best;
}

}  // namespace assay
