// SPDX-License-Identifier: MIT
#pragma once
/// The words of a claim that say how it is put together: 比, "than", 只有.

#include <cstddef>
#include <initializer_list>
#include <string_view>

#include "facts/lexicon.h"

namespace assay {

/// A word of a claim; its length is 0 when there is none. Bytes.
struct ClaimWord {
  std::size_t at = 0;
  std::size_t length = 0;
};

/// The first word of one of the classes in folded text; the longest where several start. Words within a
/// name count not: 小米 is a company, though 小 is "small", and 比亚迪 compares nothing.
[[nodiscard]] ClaimWord find_word(std::string_view text, const Lexicon& lexicon,
                                  std::initializer_list<WordClass> classes);
/// The last such word.
[[nodiscard]] ClaimWord find_last_word(std::string_view text, const Lexicon& lexicon,
                                       std::initializer_list<WordClass> classes);

/// Whether a word of Latin letters may begin there; others may anywhere.
[[nodiscard]] bool may_start_word(std::string_view text, std::size_t at);

}  // namespace assay
