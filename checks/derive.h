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
  std::string_view operation;     ///< " / ", " + ", " - ", ", ": how they are joined
};

/// What the words of a claim ask to be worked out.
enum class Asked : std::uint8_t {
  Nothing,
  Rest,  ///< 台积电之外, of shares "the rest" too: what the named parts leave of the whole
  Sum,   ///< 两家合计, "together"
};
/// `claim_text` is all that is claimed, `claim` its number. 其他业务收入 asks for nothing, it is a name.
[[nodiscard]] Asked asked_by(std::string_view claim_text, const Fact& claim,
                             const Lexicon& lexicon);

/// Whether a text speaks of a rest, or of a sum, itself: 汽车以外的收入 is no value of the whole.
[[nodiscard]] bool says_asked(Asked asked, std::string_view text, const Lexicon& lexicon);

/// What the facts of the claim's time leave of the whole, or add up to, as the claim asks; absent when
/// they do not say. The terms of `claim` are those of all its clauses.
[[nodiscard]] std::optional<Derived> derive_asked(Asked asked, const Fact& claim,
                                                  const std::vector<const Fact*>& facts,
                                                  const Lexicon& lexicon);

/// What a longer time leaves beside a part of it: the second half of a year from the year and its first
/// half, the third quarter from nine months and six. Only of what adds up over time, as revenue does.
[[nodiscard]] std::optional<Derived> derive_rest_of_time(const Fact& claim,
                                                         const std::vector<const Fact*>& facts,
                                                         const Lexicon& lexicon);

/// A value of the claim's kind from two facts: a growth, by how much something rose, a share, a
/// comparison of two subjects. Of several pairs the one whose words and times fit the claim best.
[[nodiscard]] std::optional<Derived> derive_from_two(const Fact& claim,
                                                     const std::vector<const Fact*>& facts,
                                                     const Lexicon& lexicon);

}  // namespace assay
