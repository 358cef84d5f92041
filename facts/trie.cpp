// SPDX-License-Identifier: MIT
#include "facts/trie.h"

#include <algorithm>

#include "core/utf8.h"

namespace assay {
namespace {

bool is_word_byte(char c) {
  const auto value = static_cast<unsigned char>(c);
  return is_ascii_letter(value) || is_ascii_digit(value);
}

// The code points of the basic plane that take three bytes: all Han characters of daily use.
constexpr std::size_t kTableSize = 0x10000;

}  // namespace

bool is_word_start(std::string_view text, std::size_t offset) {
  return offset == 0 || offset >= text.size() || !is_word_byte(text[offset]) ||
         !is_word_byte(text[offset - 1]);
}

bool is_word_end(std::string_view text, std::size_t offset) {
  return offset == 0 || offset >= text.size() || !is_word_byte(text[offset]) ||
         !is_word_byte(text[offset - 1]);
}

Trie::Trie() : nodes_(1) {}

std::uint32_t Trie::insert(std::string_view word, std::uint32_t value) {
  std::uint32_t node = 0;
  for (const char c : word) {
    const auto byte = static_cast<unsigned char>(to_ascii_lower(c));
    std::uint32_t next = inserted_child(node, byte);
    if (next == kNone) {
      next = static_cast<std::uint32_t>(nodes_.size());
      nodes_[node].edges.emplace_back(byte, next);
      nodes_.emplace_back();
    }
    node = next;
  }
  if (nodes_[node].value == kNone) nodes_[node].value = value;
  return nodes_[node].value;
}

void Trie::freeze() {
  for (const Node& node : nodes_) {
    packed_.push_back({static_cast<std::uint32_t>(edges_.size()),
                       static_cast<std::uint32_t>(node.edges.size()), node.value});
    for (const auto& [byte, next] : node.edges) edges_.push_back({byte, next});
  }
  nodes_.clear();
  for (std::size_t byte = 0; byte < by_byte_.size(); ++byte)
    by_byte_[byte] = child(0, static_cast<unsigned char>(byte));
  by_code_point_.assign(kTableSize, kNone);
  starts_.assign(kTableSize / 64, 0);
  for (char32_t c = 0x800; c < kTableSize; ++c) {
    std::string bytes;
    append_utf8(bytes, c);
    std::uint32_t node = 0;
    for (const char byte : bytes) {
      node = child(node, static_cast<unsigned char>(byte));
      if (node == kNone) break;
    }
    by_code_point_[c] = node;
    if (node != kNone) starts_[c / 64] |= 1ULL << (c % 64);
  }
}

std::uint32_t Trie::inserted_child(std::uint32_t node, unsigned char byte) const {
  for (const auto& [edge, next] : nodes_[node].edges)
    if (edge == byte) return next;
  return kNone;
}

/// Most positions of a Chinese text start no word at all: one bit says so.
std::uint32_t Trie::first_step(std::string_view text, std::size_t offset,
                               std::size_t& length) const {
  const auto lead = static_cast<unsigned char>(text[offset]);
  if (lead >= 0xE0 && lead < 0xF0) {
    const CodePoint point = decode(text, offset);
    if (point.length == 3) {
      length = 3;
      const bool starts = (starts_[point.value / 64] >> (point.value % 64)) & 1U;
      return starts ? by_code_point_[point.value] : kNone;
    }
  }
  length = 1;
  return by_byte_[static_cast<unsigned char>(to_ascii_lower(text[offset]))];
}

Trie::Match Trie::longest(std::string_view text, std::size_t offset) const {
  Match best;
  walk(text, offset, [&](Match match) { best = match; });
  return best;
}

}  // namespace assay
