// SPDX-License-Identifier: MIT
#pragma once
/// What a sentence says beside its numbers: a hash of its skeleton, and its words.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "facts/clauses.h"
#include "facts/scan.h"

namespace assay {

/// A hash of the text of `sentence` with every quantity and white space taken out; 0 when too
/// little is left for the hash to mean anything (fewer than eight characters).
[[nodiscard]] std::uint64_t skeleton_hash(std::string_view text, Span sentence, const Scan& scan);

/// The words of `span` beside its quantities and function words: canonical names of entities and
/// metrics, lower-cased English words, pairs of neighbouring Han characters.
/// Order: sorted, no word twice.
[[nodiscard]] std::vector<std::string> terms_of(std::string_view text, Span span, const Scan& scan,
                                                const Lexicon& lexicon);

/// The terms of a clause that are those of the quantity at `mention`. Of several numbers in a clause
/// each has its own: what stands before the first number is everybody's; a count's noun follows it
/// (`counted`), other values follow their name.
[[nodiscard]] std::vector<std::string> terms_around(std::string_view text, const Clause& clause,
                                                    Span mention, bool counted, const Scan& scan,
                                                    const Lexicon& lexicon);

/// The words of a phrase that no lexicon has, as `terms_of` gives them. Order: that of the phrase.
[[nodiscard]] std::vector<std::string> parts_of_phrase(std::string_view phrase);

/// Whether a term is among sorted ones.
[[nodiscard]] bool has_term(const std::vector<std::string>& sorted, const std::string& term);

/// Whether a name is among sorted terms, or all parts of one that no lexicon has.
[[nodiscard]] bool has_name(const std::vector<std::string>& sorted, const std::string& name);

/// How much of two sorted lists of terms is shared: the size of the intersection over that of the
/// smaller list, 0 when either is empty.
[[nodiscard]] double overlap(const std::vector<std::string>& a, const std::vector<std::string>& b);
/// The shared terms over all terms of both (Jaccard).
[[nodiscard]] double similarity(const std::vector<std::string>& a,
                                const std::vector<std::string>& b);

}  // namespace assay
