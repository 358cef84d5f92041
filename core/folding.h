// SPDX-License-Identifier: MIT
#pragma once
/// Folding: one spelling for characters that mean the same to a reader of numbers. Full-width
/// digits, letters and the punctuation of numbers become half width, traditional Chinese becomes
/// simplified, one character at a time.
///
///     fold(U'％')  // '%'
///     fold(U'納')  // U'纳'
///     fold(U'。')  // U'。': it has no half-width form that means the same
///
/// Only single characters are folded: words that differ between regions (奈米, 纳米) are for the
/// lexicon. This is the only folding of the program; whatever looks at text after the readers sees
/// simplified, half-width text.

#include <string>
#include <string_view>

namespace assay {

/// The character that stands for `c` in folded text; `c` itself for almost all. Takes constant time.
[[nodiscard]] char32_t fold(char32_t c);

/// The offset of the first character of `text` from `offset` on that folding changes, or of the first
/// invalid byte; text.size() when there is none.
[[nodiscard]] std::size_t find_unfolded(std::string_view text, std::size_t offset);

/// All of `text` folded. Invalid bytes become U+FFFD.
[[nodiscard]] std::string fold_text(std::string_view text);

}  // namespace assay
