// SPDX-License-Identifier: MIT
#pragma once
/// What the scopes of two facts have to do with each other: places, and segments or conditions.

#include "facts/fact.h"
#include "facts/lexicon.h"

namespace assay {

/// How one kind of limits of two facts compares.
enum class ScopeRelation : std::uint8_t {
  Same,            ///< the same limits, or none
  OneSided,        ///< one is limited where the other is not, or further
  BroadlyTheSame,  ///< they differ, and all limits are broad ones: semiconductors hold chips
  Apart,           ///< they exclude each other
};

/// Countries and regions. "Worldwide" limits nothing, but it is not the same as a country.
[[nodiscard]] ScopeRelation relate_places(const Fact& a, const Fact& b, const Lexicon& lexicon);
/// Whether one is limited to a place and the other to a part of the business: revenue in North America,
/// revenue from phones.
[[nodiscard]] bool limited_in_other_ways(const Fact& a, const Fact& b, const Lexicon& lexicon);
/// Whether both name a place other than the world.
[[nodiscard]] bool both_name_places(const Fact& a, const Fact& b, const Lexicon& lexicon);
/// Everything else that limits a fact.
[[nodiscard]] ScopeRelation relate_conditions(const Fact& a, const Fact& b, const Lexicon& lexicon);

/// Whether only one of two cells names the segment that both are limited to: of row "HBM" and row
/// "2024营收" below one heading on HBM, the second may be of the whole.
[[nodiscard]] bool only_one_row_names_segment(const Fact& a, const Fact& b, const Lexicon& lexicon);

}  // namespace assay
