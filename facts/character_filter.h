// SPDX-License-Identifier: MIT
#pragma once
/// What tells quickly that a table need not be asked: most characters of a text are in none.

#include <bitset>

namespace assay {

/// A set of characters that errs to one side only: a Bloom filter of one hash, the last bits.
class CharacterFilter {
 public:
  void add(char32_t character) { bits_.set(character % kBits); }
  /// Whether the character may be one of those added; false is sure.
  [[nodiscard]] bool may_hold(char32_t character) const { return bits_.test(character % kBits); }

 private:
  static constexpr std::size_t kBits = 4096;
  std::bitset<kBits> bits_;
};

}  // namespace assay
