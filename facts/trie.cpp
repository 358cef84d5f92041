// SPDX-License-Identifier: MIT
#include "facts/trie.h"

#include <algorithm>
#include <utility>

namespace assay {

Trie::Trie() : nodes_(1) {}

std::uint32_t Trie::insert(std::string_view word, std::uint32_t value) {
  std::uint32_t node = 0;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode(word, at);
    at += point.length;
    const char32_t character = lower(point.value);
    std::vector<Edge>& edges = nodes_[node].edges;
    const auto edge =
        std::lower_bound(edges.begin(), edges.end(), character,
                         [](const Edge& other, char32_t c) { return other.character < c; });
    if (edge != edges.end() && edge->character == character) {
      node = edge->next;
      continue;
    }
    node = static_cast<std::uint32_t>(nodes_.size());
    edges.insert(edge, {character, node});
    nodes_.emplace_back();
  }
  if (nodes_[node].value == kNone) nodes_[node].value = value;
  return nodes_[node].value;
}

Trie::Match Trie::longest_from(std::uint32_t node, std::string_view text, Span first) const {
  Match best;
  walk_from(node, text, first, [&](Match match) { best = match; });
  return best;
}

void Trie::freeze() {
  const std::vector<Node> nodes = std::exchange(nodes_, {});
  std::vector<std::uint32_t> order = {0};  // breadth first
  packed_.resize(nodes.size());
  characters_.resize(nodes.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Node& node = nodes[order[i]];
    PackedNode& packed = packed_[i];
    packed.value = node.value;
    packed.first_child = static_cast<std::uint32_t>(order.size());
    packed.child_count = static_cast<std::uint32_t>(node.edges.size());
    for (const Edge& edge : node.edges) {
      packed.characters |= bit_of(edge.character);
      characters_[order.size()] = edge.character;
      order.push_back(edge.next);
    }
  }
  const auto add_block = [&] {
    first_blocks_.emplace_back();
    first_blocks_.back().fill(kNone);
  };
  add_block();
  const PackedNode& root = packed_.front();
  for (std::uint32_t i = root.first_child; i < root.first_child + root.child_count; ++i) {
    const char32_t character = characters_[i];
    if (block_of_.size() <= character / 64) block_of_.resize(character / 64 + 1);
    std::uint16_t& block = block_of_[character / 64];
    if (block == 0) {
      block = static_cast<std::uint16_t>(first_blocks_.size());
      add_block();
    }
    first_blocks_[block][character % 64] = i;
  }
}

}  // namespace assay
