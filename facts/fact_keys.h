// SPDX-License-Identifier: MIT
#pragma once
/// What a fact can be looked up by in a fact base, as hashes of 64 bits: whoever has a new document
/// asks for the documents that share a key with it, and reads no others. Two keys that happen to have
/// one hash cost a document that is read in vain, nothing more.

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "facts/fact.h"

namespace assay {

enum class KeyKind : std::uint8_t {
  Slots,        ///< subject, metric
  Side,         ///< metric, name: the name is one side of a comparison in this metric
  Pair,         ///< subject, comparand
  Gap,          ///< gap_key
  Skeleton,     ///< skeleton_key
  Wording,      ///< wording_key
  WordsBefore,  ///< words_before_key
  Word,         ///< one of own_words, of a clause that has kFewestOwnWords of them
  Figure,       ///< figure_key
  DatedFigure,  ///< dated_figure_key: of facts with a period
};

/// A fact key; it fits an INTEGER of SQLite.
using FactKey = std::int64_t;

/// The key of this kind that is made of these parts.
[[nodiscard]] FactKey make_key(KeyKind kind, std::initializer_list<std::string_view> parts);

/// All keys of a fact, without repetition.
[[nodiscard]] std::vector<FactKey> keys_of(const Fact& fact);

// What the keys are made of. Who compares facts by the same thing uses the same function.

/// Clauses of fewer words are templates that fit anything.
inline constexpr std::size_t kFewestOwnWords = 3;
/// The words of the clause itself, without what its slots took over from elsewhere; sorted. Cells of
/// tables have none. Valid as long as the fact.
[[nodiscard]] std::vector<std::string_view> own_words(const Fact& fact);

/// The text right before the number, 12 bytes of it; empty when there are fewer, and in tables.
[[nodiscard]] std::string_view words_before(const Fact& fact);

/// A figure as it is told on: thousandths for shares, whatever the unit otherwise.
[[nodiscard]] double figure_of(const Fact& fact);
[[nodiscard]] FactKey figure_key(const Fact& fact);

/// Of the sentence without its numbers.
[[nodiscard]] FactKey skeleton_key(const Fact& fact);
/// Of the sentence without this number.
[[nodiscard]] FactKey wording_key(const Fact& fact);
/// Of words_before, unit and dimension.
[[nodiscard]] FactKey words_before_key(const Fact& fact);
/// Of subject, metric and figure as stated.
[[nodiscard]] FactKey dated_figure_key(const Fact& fact);
/// Of a name that a gap has in one of its slots, and of its unit.
[[nodiscard]] FactKey gap_key(const Fact& fact, std::string_view name);

/// Whether a fact may state a gap, as far as its slots tell: it goes by Gap keys then.
[[nodiscard]] bool may_be_gap(const Fact& fact);

}  // namespace assay
