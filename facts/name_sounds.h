// SPDX-License-Identifier: MIT
#pragma once
/// The names of the lexicon by what they sound like. Transcripts spell names as they were heard:
/// 海利士 for 海力士.

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "facts/lexicon.h"
#include "facts/pinyin.h"

namespace assay {

/// A name of two and more Han characters, of what a number can be about.
struct SoundingName {
  std::u32string characters;
  std::vector<Syllable> syllables;
  const Lexeme* heard = nullptr;  ///< the entity, marked as heard
};

class NameSounds {
 public:
  /// The lexicon must outlive this. Nothing is made of it before the first question.
  explicit NameSounds(const Lexicon& lexicon) : lexicon_(lexicon) {}

  /// The names that begin with these two syllables, or with such as are heard for them; the longest
  /// first. Of names of two characters only those that are spelt otherwise. Several threads may ask
  /// at once.
  [[nodiscard]] const std::vector<SoundingName>& starting_with(Syllable first,
                                                               Syllable second) const;

 private:
  void build() const;
  void add(const std::u32string& characters, const Lexeme& lexeme) const;

  const Lexicon& lexicon_;
  mutable std::once_flag built_;
  mutable std::vector<bool> starts_;  ///< whether names_ has the key: few do, and this is small
  mutable std::unordered_map<std::uint32_t, std::vector<SoundingName>>
      names_;                          ///< by blurred start
  mutable std::vector<Lexeme> heard_;  ///< by entity
};

}  // namespace assay
