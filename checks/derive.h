// SPDX-License-Identifier: MIT
#pragma once
/// Values that a text does not state and that follow from what it states: the share that one amount
/// is of another, the growth between two levels, what is left of a whole, the sum of several parts,
/// how two things compare.
///
/// Which arithmetic a claim asks for is told by its role and its words ("together", 之外, 比).

#include <optional>
#include <string_view>
#include <vector>

#include "facts/fact.h"
#include "facts/knowledge.h"

namespace assay {

struct Derived {
  Interval value;                 ///< Units: those of the claim, canonical
  std::vector<const Fact*> from;  ///< the statements that it follows from, at least one
  std::string_view operation;     ///< " / ", " + ", " - ": how they are joined
};

/// What the words of a claim ask to be worked out before anything is looked up directly.
enum class Asked : std::uint8_t {
  Nothing,
  Rest,  ///< 台积电之外, "the rest": what the named parts leave of the whole
  Sum,   ///< 两家合计, "together"
};
[[nodiscard]] Asked asked_by(std::string_view claim_text, const Lexicon& lexicon);

/// Whether a text speaks of a rest itself: 汽车以外的收入 is no value of the whole.
[[nodiscard]] bool says_rest(std::string_view text, const Lexicon& lexicon);

/// What the facts leave of the whole, or add up to, as the claim asks; absent when they do not say.
[[nodiscard]] std::optional<Derived> derive_asked(Asked asked, const Fact& claim,
                                                  const std::vector<const Fact*>& facts);

/// A value of the claim's kind from two facts: a growth, a share, a comparison of two subjects.
[[nodiscard]] std::optional<Derived> derive_from_two(const Fact& claim,
                                                     const std::vector<const Fact*>& facts);

}  // namespace assay
