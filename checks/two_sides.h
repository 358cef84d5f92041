// SPDX-License-Identifier: MIT
#pragma once
/// Claims that put a number on how two things compare: A比B便宜两成, A只有B的四分之一, "A is 40% cheaper
/// than B". The levels of both are looked for by the words that only one side of the claim has, so they
/// are found where no name of the lexicon tells whose they are (上一代, 原研药).

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "checks/derive.h"
#include "facts/fact.h"
#include "facts/lexicon.h"

namespace assay {

/// The words of a text as the terms of facts have them, sorted.
using WordsOf = std::function<std::vector<std::string>(const std::string&)>;

/// How the two levels of a text that fit the sides of the claim best compare, in the claim's words: what part
/// of the other the one is, or by how much it is less or more. Absent when the claim has no two sides, or
/// the text does not tell them apart.
[[nodiscard]] std::optional<Derived> derive_from_sides(const Fact& claim,
                                                       const std::vector<const Fact*>& facts,
                                                       const WordsOf& words_of,
                                                       const Lexicon& lexicon);

}  // namespace assay
