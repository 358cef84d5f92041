// SPDX-License-Identifier: MIT
#pragma once
/// Longest-match dictionary over folded text. ASCII letters match in either case; an ASCII word
/// matches only as a whole word ("US" is not found in "bus"). Built once, then read only.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/span.h"
#include "core/utf8.h"

namespace assay {

/// Whether a word may start (end) at this place: no ASCII letter or digit continues across it.
[[nodiscard]] inline bool is_word_start(std::string_view text, std::size_t offset) {
  const auto is_word_byte = [&](std::size_t at) {
    const auto value = static_cast<unsigned char>(text[at]);
    return is_ascii_letter(value) || is_ascii_digit(value);
  };
  return offset == 0 || offset >= text.size() || !is_word_byte(offset) || !is_word_byte(offset - 1);
}
[[nodiscard]] inline bool is_word_end(std::string_view text, std::size_t offset) {
  return is_word_start(text, offset);
}

/// A tree of characters, not of bytes: a Han word of two characters takes two steps.
class Trie {
 public:
  /// One hit: how many bytes matched and which value was stored with them.
  struct Match {
    std::size_t length = 0;
    std::uint32_t value = 0;
  };

  Trie();

  /// Stores `value` under `word`. Returns the value that already stands there, or `value` itself:
  /// the caller decides what a clash means. Precondition: word is not empty.
  std::uint32_t insert(std::string_view word, std::uint32_t value);

  /// Makes the table that lookups use. Call once, after the last insert.
  void freeze();

  /// Whether any word starts with this character, be it upper or lower case.
  [[nodiscard]] bool starts_with(char32_t character) const {
    return first_step(lower(character)) != kNone;
  }
  /// The longest word that starts at `offset`; length 0 when there is none.
  [[nodiscard]] Match longest(std::string_view text, std::size_t offset) const {
    const CodePoint first = decode(text, offset);
    const std::uint32_t node = first_step(lower(first.value));
    return node == kNone ? Match{} : longest_from(node, text, {offset, offset + first.length});
  }
  /// Calls visit(Match) for every word that starts at `offset`, shortest first.
  template <class Visit>
  void walk(std::string_view text, std::size_t offset, Visit visit) const {
    const CodePoint first = decode(text, offset);
    const std::uint32_t node = first_step(lower(first.value));
    if (node != kNone) walk_from(node, text, {offset, offset + first.length}, visit);
  }
  /// Calls visit(word, value) for every word that is made of Han characters alone, in no order that
  /// matters.
  template <class Visit>
  void visit_han_words(Visit visit) const {
    std::u32string word;
    visit_han_words_below(packed_.front(), word, visit);
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  /// A node while words are inserted. The children of one are a chain, in the order of their
  /// characters; those of the root are too many for that.
  struct Node {
    char32_t character = 0;  ///< that leads here
    std::uint32_t value = kNone;
    std::uint32_t first_child = kNone;
    std::uint32_t next_sibling = kNone;
  };
  /// The same packed. Its children stand side by side, in the order of their characters, and so do
  /// all nodes of one depth: what text asks for most lies close together.
  struct PackedNode {
    std::uint64_t characters = 0;  ///< of its children: a bit for the last six bits of each
    std::uint32_t first_child = 0;
    std::uint32_t child_count = 0;
    std::uint32_t value = kNone;
  };
  /// The nodes of 64 neighbouring characters that may stand first; kNone for those that do not.
  using FirstBlock = std::array<std::uint32_t, 64>;

  static constexpr char32_t lower(char32_t c) {
    return c >= 'A' && c <= 'Z' ? c + (U'a' - U'A') : c;
  }
  static constexpr std::uint64_t bit_of(char32_t c) { return std::uint64_t{1} << (c % 64); }

  /// The node behind `parent` and a further character, made where there is none.
  std::uint32_t add_child(std::uint32_t parent, char32_t character);

  /// The node behind a first character. Most characters of a text start no word at all.
  [[nodiscard]] std::uint32_t first_step(char32_t c) const {
    return c / 64 < block_of_.size() ? first_blocks_[block_of_[c / 64]][c % 64] : kNone;
  }
  /// The node behind `from` and a further character. Most words end early, and a bit says so.
  [[nodiscard]] std::uint32_t step(const PackedNode& from, char32_t c) const {
    if ((from.characters & bit_of(c)) == 0) return kNone;
    const char32_t* const characters = characters_.data();
    const char32_t* child = characters + from.first_child;
    // A binary search that never guesses: halves are chosen without a branch.
    for (std::uint32_t left = from.child_count; left > 1;) {
      const std::uint32_t half = left / 2;
      child += child[half - 1] < c ? half : 0;
      left -= half;
    }
    return *child == c ? static_cast<std::uint32_t>(child - characters) : kNone;
  }
  /// walk() behind a first character, which stands at `first` and leads to `node`.
  template <class Visit>
  void walk_from(std::uint32_t node, std::string_view text, Span first, Visit visit) const;
  template <class Visit>
  void visit_han_words_below(const PackedNode& node, std::u32string& word, Visit& visit) const;
  [[nodiscard]] Match longest_from(std::uint32_t node, std::string_view text, Span first) const;

  std::vector<Node> nodes_;                                  ///< empty after freeze()
  std::unordered_map<char32_t, std::uint32_t> first_nodes_;  ///< likewise: the children of the root
  std::vector<PackedNode> packed_;
  std::vector<char32_t> characters_;      ///< that lead to each of them
  std::vector<FirstBlock> first_blocks_;  ///< the first one is empty
  std::vector<std::uint16_t> block_of_;   ///< by character / 64, up to the largest that is first
};

template <class Visit>
void Trie::walk_from(std::uint32_t node, std::string_view text, Span first, Visit visit) const {
  for (std::size_t end = first.end;;) {
    const PackedNode& at = packed_[node];
    // Most walks end before they reach a word, so its borders are looked at last.
    if (at.value != kNone && is_word_end(text, end)) {
      if (!is_word_start(text, first.begin)) return;
      visit(Match{end - first.begin, at.value});
    }
    if (end >= text.size()) return;
    const CodePoint point = decode(text, end);
    node = step(at, lower(point.value));
    if (node == kNone) return;
    end += point.length;
  }
}

template <class Visit>
void Trie::visit_han_words_below(const PackedNode& node, std::u32string& word, Visit& visit) const {
  if (node.value != kNone) visit(std::as_const(word), node.value);
  for (std::uint32_t i = node.first_child; i < node.first_child + node.child_count; ++i) {
    if (!is_han(characters_[i])) continue;
    word.push_back(characters_[i]);
    visit_han_words_below(packed_[i], word, visit);
    word.pop_back();
  }
}

}  // namespace assay
