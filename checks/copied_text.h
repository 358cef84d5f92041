// SPDX-License-Identifier: MIT
#pragma once
/// Text that stands word for word in two documents, and the numbers that were changed in one of
/// them. What surrounds a number shows that it was copied: the sentence is the same but for that one
/// number, and so are the numbers before and behind it.

#include <cstddef>
#include <vector>

#include "facts/fact_index.h"

namespace assay {

/// One number of a copied passage that is not the same in both documents.
struct AlteredNumber {
  const Fact* original = nullptr;  ///< in the earlier document of the index
  const Fact* copy = nullptr;
  std::size_t before = 0;  ///< numbers right before it that are the same in both, to a few
  std::size_t behind = 0;  ///< numbers right behind it that are the same in both, to a few
  bool opens = false;      ///< both documents begin with the numbers that were counted
  bool ends = false;       ///< both documents end with them
  double shared = 0;       ///< how much of the copy's document stands in the original's, 0..1
};

/// Of a passage that many documents share, each is held against so many of the others, the first ones.
inline constexpr std::size_t kCopiesLookedAt = 8;

/// Altered numbers of passages that two documents share, in the order of the copies. A number that a
/// third document repeats is told once.
[[nodiscard]] std::vector<AlteredNumber> find_altered_numbers(const FactIndex& index);

/// Whether one of the two documents also says, word for word, what the other one says here, or each
/// of them has both values of this subject and metric. Who has both tells two things apart, or
/// contradicts himself; nothing is between the two documents.
[[nodiscard]] bool says_what_other_says(const FactIndex& index, const Fact& a, const Fact& b);

/// Whether two values differ as written: another unit, another end of a range or bound, or two
/// numbers that are further apart than what is rounded off.
[[nodiscard]] bool is_altered(const Quantity& a, const Quantity& b);

}  // namespace assay
