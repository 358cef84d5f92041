// SPDX-License-Identifier: MIT
#pragma once
/// Longest-match dictionary over folded text. ASCII letters match in either case; an ASCII word
/// matches only as a whole word ("US" is not found in "bus"). Built once, then read only.

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "core/utf8.h"

namespace assay {

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

  /// The longest word that starts at `offset`; length 0 when there is none.
  [[nodiscard]] Match longest(std::string_view text, std::size_t offset) const;
  /// Calls visit(Match) for every word that starts at `offset`, shortest first.
  template <class Visit>
  void walk(std::string_view text, std::size_t offset, Visit visit) const;

 private:
  /// A node while words are inserted.
  struct Node {
    std::vector<std::pair<unsigned char, std::uint32_t>> edges;
    std::uint32_t value = kNone;
  };
  /// The same packed: its edges are edges_[first, first + count).
  struct PackedNode {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    std::uint32_t value = kNone;
  };
  struct Edge {
    unsigned char byte = 0;
    std::uint32_t next = 0;
  };
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  [[nodiscard]] std::uint32_t inserted_child(std::uint32_t node, unsigned char byte) const;
  [[nodiscard]] std::uint32_t child(std::uint32_t node, unsigned char byte) const {
    const PackedNode& from = packed_[node];
    for (std::uint32_t i = from.first; i < from.first + from.count; ++i)
      if (edges_[i].byte == byte) return edges_[i].next;
    return kNone;
  }
  [[nodiscard]] std::uint32_t first_step(std::string_view text, std::size_t offset,
                                         std::size_t& length) const;

  std::vector<Node> nodes_;  ///< empty after freeze()
  std::vector<PackedNode> packed_;
  std::vector<Edge> edges_;
  /// Which three-byte characters start a word at all. Most do not, and 8 KB stay in the cache.
  std::vector<std::uint64_t> starts_;
  std::vector<std::uint32_t> by_code_point_;  ///< node after a three-byte first character
  std::array<std::uint32_t, 256> by_byte_{};  ///< node after any other first byte
};

/// Whether a word may start (end) at this place: no ASCII letter or digit continues across it.
[[nodiscard]] bool is_word_start(std::string_view text, std::size_t offset);
[[nodiscard]] bool is_word_end(std::string_view text, std::size_t offset);

template <class Visit>
void Trie::walk(std::string_view text, std::size_t offset, Visit visit) const {
  std::size_t length = 0;
  std::uint32_t node = first_step(text, offset, length);
  if (node == kNone || !is_word_start(text, offset)) return;
  while (node != kNone) {
    const std::size_t end = offset + length;
    if (packed_[node].value != kNone && is_word_end(text, end))
      visit(Match{length, packed_[node].value});
    if (end >= text.size()) return;
    node = child(node, static_cast<unsigned char>(to_ascii_lower(text[end])));
    ++length;
  }
}

}  // namespace assay
