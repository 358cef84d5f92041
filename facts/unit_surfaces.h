// SPDX-License-Identifier: MIT
#pragma once
/// The ways to write units, as a dictionary over folded text. Symbols keep their letter case (mW is
/// not MW); names match in any case.

#include <string_view>
#include <vector>

#include "core/unit.h"
#include "facts/trie.h"

namespace assay {

/// How long the code of a currency is: RMB, USD.
inline constexpr std::size_t kCurrencyCode = 3;

class UnitSurfaces {
 public:
  /// `units` must outlive the surfaces.
  explicit UnitSurfaces(const UnitTable& units);

  struct Hit {
    std::size_t length = 0;
    const Unit* unit = nullptr;  ///< nullptr: no unit starts here
  };
  /// The longest unit that starts at `offset`, or nothing. An ASCII symbol may stand directly
  /// behind a digit ("14nm") and must end at a word boundary.
  [[nodiscard]] Hit find(std::string_view text, std::size_t offset) const;
  /// The same of what stands before its number ($, €, RMB), to which a currency's code may be glued:
  /// "RMB4.9 billion". The unit may be one that stands behind numbers only.
  [[nodiscard]] Hit find_before_number(std::string_view text, std::size_t offset) const;
  /// The same as `find` behind '/', "per" or 每, where short names count as well: 万片/月, 元/度.
  [[nodiscard]] Hit find_denominator(std::string_view text, std::size_t offset) const;
  /// Whether any unit starts with this character.
  [[nodiscard]] bool may_start(char32_t character) const { return trie_.starts_with(character); }

 private:
  struct Surface {
    std::vector<std::pair<std::string, const Unit*>> symbols;  ///< exact case
    const Unit* name = nullptr;                                ///< any case
    const Unit* denominator = nullptr;                         ///< a unit only below a stroke
  };
  enum class Use : std::uint8_t { Symbol, Name, Denominator };
  void add(std::string_view surface, const Unit* unit, Use use);
  [[nodiscard]] Hit find_longest(std::string_view text, std::size_t offset, bool below) const;

  Trie trie_;
  std::vector<Surface> surfaces_;
};

}  // namespace assay
