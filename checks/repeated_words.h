// SPDX-License-Identifier: MIT
#pragma once
/// Numbers that stand in the same words, though their sentences go on differently: "battery packs
/// cost 130 dollars, of which ..." and "in short, battery packs cost 150 dollars".

#include <cstddef>
#include <vector>

#include "facts/fact_index.h"

namespace assay {

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
