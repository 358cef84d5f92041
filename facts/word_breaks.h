// SPDX-License-Identifier: MIT
#pragma once
/// Where Chinese text breaks into words (ICU's dictionary).

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/span.h"

namespace assay {

/// The longest run of characters that are words by themselves: the dictionary cuts a name that it
/// does not know, 晴川光能, into its characters, and 海外业务 into two words.
/// `text` is UTF-8, a phrase of a few characters.
[[nodiscard]] std::size_t longest_run_of_single_characters(std::string_view text);

/// The words of a phrase, one behind the other, blanks and marks too.
[[nodiscard]] std::vector<Span> words_in(std::string_view phrase);

/// Whether the dictionary holds all of `phrase` as one word.
[[nodiscard]] bool is_one_word(std::string_view phrase);

/// The words of the Han text around a place, as far as they matter for it.
class WordsAround {
 public:
  /// `place` lies within `text` and holds Han characters only.
  WordsAround(std::string_view text, Span place);

  /// Whether no word goes on across either end of the place.
  [[nodiscard]] bool end_with(Span place) const;
  /// Whether each character in the place is a word by itself, and no word goes on across its ends.
  [[nodiscard]] bool are_single_within(Span place) const;
  /// The words that lie within the place.
  [[nodiscard]] std::vector<Span> within(Span place) const;

 private:
  [[nodiscard]] bool is_break(std::size_t at) const;

  std::vector<std::size_t> breaks_;  ///< bytes of the text, in order
};

}  // namespace assay
