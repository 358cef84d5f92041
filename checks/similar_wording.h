// SPDX-License-Identifier: MIT
#pragma once
/// Facts whose clauses say almost the same in almost the same words. They are held against each
/// other even where the lexicon knows neither subject nor metric.
///
/// The idea: every fact keeps the words of its clause (Fact::terms). An inverted index over them
/// gives, for each fact, the others that share its rarer words; of these, the pairs that share
/// nearly all of what they say are candidates. Nothing ever compares all pairs.

#include <string_view>
#include <utility>
#include <vector>

#include "facts/fact_index.h"

namespace assay {

/// Two facts and how much of their words they share.
struct SimilarPair {
  const Fact* a = nullptr;  ///< the earlier one in the order of the index
  const Fact* b = nullptr;
  double similarity = 0;  ///< Dice coefficient of the weighted terms, 0..1
};

/// A word that more facts share than this leads to no candidates.
inline constexpr std::size_t kMostPostings = 60;

/// How much a word says: names and metrics more than other words.
[[nodiscard]] double word_weight(std::string_view word, const Lexicon& lexicon);

/// Whether a clause of this weight can be like one that shares so much of it.
[[nodiscard]] bool may_be_similar(double shared, double weight);

/// Pairs with at least the similarity below which a reader would not call two sentences alike.
/// Cells of tables, and clauses of too few words, take no part.
/// Order: by the first fact, then by the second.
[[nodiscard]] std::vector<SimilarPair> find_similar_wording(const FactIndex& index);

}  // namespace assay
