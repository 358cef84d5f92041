// SPDX-License-Identifier: MIT
#pragma once
/// "Did you mean": the known word that a misspelt one is closest to.

#include <span>
#include <string>
#include <string_view>

namespace assay {

/// The number of single-byte insertions, deletions and replacements that turn `a` into `b`; two
/// neighbours that changed places count as one. Takes time a.size() * b.size().
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate that is at most a third of its length away from `word` (and at most 3), or empty.
/// Order: of several that are equally close, the first.
[[nodiscard]] std::string closest_match(std::string_view word,
                                        std::span<const std::string> candidates);

/// ` (did you mean "X"?)` for the closest candidate, or empty: ready to end an error message.
[[nodiscard]] std::string did_you_mean(std::string_view word,
                                       std::span<const std::string> candidates);

}  // namespace assay
