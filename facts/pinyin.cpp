// SPDX-License-Identifier: MIT
#include "facts/pinyin.h"

#include <map>
#include <string>
#include <vector>

namespace assay {
namespace {

constexpr char32_t kFirstOfTable = 0x4E00;

std::uint16_t entry_of(char32_t character) {
  const std::span<const std::uint16_t> table = pinyin_of_characters();
  const std::size_t at = character - kFirstOfTable;
  return character >= kFirstOfTable && at < table.size() ? table[at] : kRareCharacter;
}

/// The same for all spellings that are heard for one another.
std::string blurred_spelling(std::string_view spelling) {
  std::string blur(spelling);
  if (blur.size() < 2) return blur;
  if (blur[1] == 'h') blur.erase(1, 1);  // zh, ch, sh
  if (blur.front() == 'n') blur.front() = 'l';
  if (blur.front() == 'f') blur.front() = 'h';
  if (blur.ends_with("ng")) blur.pop_back();
  return blur;
}

std::vector<Syllable> blur_all() {
  std::map<std::string, Syllable> first_of;
  std::vector<Syllable> blurs;
  for (const std::string_view spelling : pinyin_syllables()) {
    const auto number = static_cast<Syllable>(blurs.size());
    blurs.push_back(first_of.try_emplace(blurred_spelling(spelling), number).first->second);
  }
  return blurs;
}

}  // namespace

Syllable syllable_of(char32_t character) {
  return static_cast<Syllable>(entry_of(character) & ~kRareCharacter);
}

bool is_rare(char32_t character) { return (entry_of(character) & kRareCharacter) != 0; }

std::string_view spelling_of(Syllable syllable) { return pinyin_syllables()[syllable]; }

Syllable blurred(Syllable syllable) {
  static const std::vector<Syllable> kBlurs = blur_all();
  return kBlurs[syllable];
}

}  // namespace assay
