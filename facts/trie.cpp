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
    node = add_child(node, lower(point.value));
    at += point.length;
  }
  if (nodes_[node].value == kNone) nodes_[node].value = value;
  return nodes_[node].value;
}

std::uint32_t Trie::add_child(std::uint32_t parent, char32_t character) {
  const auto fresh = static_cast<std::uint32_t>(nodes_.size());
  if (parent == 0) {
    const auto [known, is_new] = first_nodes_.try_emplace(character, fresh);
    if (is_new) nodes_.push_back({.character = character});
    return known->second;
  }
  std::uint32_t* link = &nodes_[parent].first_child;
  while (*link != kNone && nodes_[*link].character < character) link = &nodes_[*link].next_sibling;
  if (*link != kNone && nodes_[*link].character == character) return *link;
  const std::uint32_t next = std::exchange(*link, fresh);
  nodes_.push_back({.character = character, .next_sibling = next});
  return fresh;
}

Trie::Match Trie::longest_from(std::uint32_t node, std::string_view text, Span first) const {
  Match best;
  walk_from(node, text, first, [&](Match match) { best = match; });
  return best;
}

void Trie::freeze() {
  const std::vector<Node> nodes = std::exchange(nodes_, {});
  std::vector<std::uint32_t> order;  // of the nodes, breadth first
  order.reserve(nodes.size());
  order.push_back(0);
  for (const auto& [character, node] : std::exchange(first_nodes_, {})) order.push_back(node);
  std::sort(order.begin() + 1, order.end(), [&](std::uint32_t x, std::uint32_t y) {
    return nodes[x].character < nodes[y].character;
  });
  packed_.resize(nodes.size());
  characters_.resize(nodes.size());
  const auto add_to = [&](PackedNode& parent, std::size_t place) {
    const char32_t character = nodes[order[place]].character;
    parent.characters |= bit_of(character);
    characters_[place] = character;
    ++parent.child_count;
  };
  packed_.front().first_child = 1;
  for (std::size_t place = 1; place < order.size(); ++place) add_to(packed_.front(), place);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Node& node = nodes[order[i]];
    PackedNode& packed = packed_[i];
    packed.value = node.value;
    if (i == 0) continue;
    packed.first_child = static_cast<std::uint32_t>(order.size());
    for (std::uint32_t child = node.first_child; child != kNone;
         child = nodes[child].next_sibling) {
      order.push_back(child);
      add_to(packed, order.size() - 1);
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
