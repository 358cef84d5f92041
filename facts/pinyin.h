// SPDX-License-Identifier: MIT
#pragma once
/// What Han characters sound like: pinyin syllables without tones. Each character has one, that which
/// it has in names (长 is chang).

#include <cstdint>
#include <span>
#include <string_view>

namespace assay {

/// The number of a syllable.
using Syllable = std::uint16_t;
/// What is no Han character, or one that nobody reads.
inline constexpr Syllable kNoSyllable = 0;

/// The syllable of a character, or kNoSyllable.
[[nodiscard]] Syllable syllable_of(char32_t character);
/// Whether few texts have the character: it is none of the 3755 of the first level of GB 2312.
[[nodiscard]] bool is_rare(char32_t character);
/// How it is written: "xian"; empty for kNoSyllable.
[[nodiscard]] std::string_view spelling_of(Syllable syllable);
/// One number for all syllables that are easily heard for one another: xin and xing, lin and nin, zi
/// and zhi, fu and hu. kNoSyllable stays what it is.
[[nodiscard]] Syllable blurred(Syllable syllable);

/// The tables, made while building (cmake/pinyin_table.cpp): the spellings by number, and the numbers
/// of the characters from U+4E00 on, and kRareCharacter with those of rare ones.
inline constexpr std::uint16_t kRareCharacter = 0x8000;
[[nodiscard]] std::span<const std::string_view> pinyin_syllables();
[[nodiscard]] std::span<const std::uint16_t> pinyin_of_characters();

}  // namespace assay
