// SPDX-License-Identifier: MIT
#pragma once
/// A note and the text that it was made from, number by number.

#include <optional>
#include <vector>

#include "facts/fact_index.h"

namespace assay {

/// Two documents of one check, one of which was made from the other.
struct MadeFrom {
  const ReadDocument* note = nullptr;
  const ReadDocument* source = nullptr;
};

/// A talk, and what tells it, have so many numbers at least.
inline constexpr std::size_t kFewestNumbersOfTalk = 20;
/// Whether a note of so many numbers may tell of a talk in which so many of them are found.
[[nodiscard]] bool are_most_numbers(std::size_t found, std::size_t numbers);

/// The pairs of documents of which one says that it was made from the other: its source names the
/// other's id or file, or both name one source and just the other is a transcript. And a transcript
/// with the document that tells most of its numbers in their order, though nobody says so.
[[nodiscard]] std::vector<MadeFrom> find_made_from(const FactIndex& index);

/// A number of a note, and the one of the source that stands for it.
struct Counterpart {
  const Fact* note = nullptr;
  const Fact* source = nullptr;  ///< nullptr: the source has no such number
  bool same = false;             ///< the source has the very number
};

/// One for each fact of the note, in its order. A number that the source has not is held against one
/// of the same kind between the numbers around it that the source has, in nearly the same words.
[[nodiscard]] std::vector<Counterpart> find_counterparts(const MadeFrom& pair);

}  // namespace assay
