// SPDX-License-Identifier: MIT
#pragma once
/// Numbers that stand in the same words, though their sentences go on differently: "battery packs
/// cost 130 dollars, of which ..." and "in short, battery packs cost 150 dollars".

#include <cstddef>
#include <string>
#include <vector>

#include "facts/fact_index.h"

namespace assay {

/// Numbers that have the text before them in common (words_before of fact_keys.h); more are a list or
/// a form.
inline constexpr std::size_t kMostInSameWords = 12;

/// Under what name WordCounts (facts/fact_index.h) have the number of facts with this text before them.
[[nodiscard]] std::string count_name_of(const Fact& fact);

/// Two numbers in one unit and role, and the words that directly surround both.
struct RepeatedWords {
  const Fact* a = nullptr;  ///< the earlier one in the order of the index
  const Fact* b = nullptr;
  std::size_t letters = 0;  ///< of the words that are the same; a Chinese character counts as three
  bool whole_clause = false;  ///< these are all the words of both clauses
  bool more_figures = false;  ///< another figure, or a year, is among them
};

/// Pairs of numbers that differ and whose words are the same from the start of a clause on. Words
/// that three different numbers have are a form, and cells of tables take no part.
/// Order: by the first fact, then by the second.
[[nodiscard]] std::vector<RepeatedWords> find_repeated_words(const FactIndex& index);

}  // namespace assay
