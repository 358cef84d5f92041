// SPDX-License-Identifier: MIT
#include "facts/name_sounds.h"

#include <algorithm>

#include "core/utf8.h"
#include "facts/word_breaks.h"

namespace assay {
namespace {

std::uint32_t key_of(Syllable first, Syllable second) {
  return static_cast<std::uint32_t>(blurred(first) * pinyin_syllables().size() + blurred(second));
}

/// 光刻机 and 服务器 are words for things, which share their sounds with too much: 服务期. In English
/// they have no capital.
bool is_proper_name(const Entity& entity) {
  return entity.may_be_subject() && (entity.name.front() < 'a' || entity.name.front() > 'z');
}

/// 沐曦 and 长鑫 are misspelt, as few words have 曦 and 鑫. Who hears 领跑 and means 零跑 spells it so,
/// and who knows 美国 does not write 没过.
bool may_be_misspelt(const std::u32string& characters) {
  if (std::ranges::none_of(characters, is_rare)) return false;
  std::string name;
  for (const char32_t character : characters) append_utf8(name, character);
  return !is_one_word(name);
}

}  // namespace

const std::vector<SoundingName>& NameSounds::starting_with(Syllable first, Syllable second) const {
  static const std::vector<SoundingName> kNone;
  std::call_once(built_, [this] { build(); });
  const std::uint32_t key = key_of(first, second);
  return starts_[key] ? names_.at(key) : kNone;
}

void NameSounds::build() const {
  starts_.resize(pinyin_syllables().size() * pinyin_syllables().size());
  heard_.resize(lexicon_.entities().size());
  for (std::size_t i = 0; i < heard_.size(); ++i) {
    heard_[i].entity = static_cast<std::int32_t>(i);
    heard_[i].heard = true;
  }
  lexicon_.visit_han_surfaces(
      [this](const std::u32string& characters, const Lexeme& lexeme) { add(characters, lexeme); });
  for (auto& [key, names] : names_)
    std::stable_sort(names.begin(), names.end(), [](const SoundingName& a, const SoundingName& b) {
      return a.characters.size() > b.characters.size();
    });
}

void NameSounds::add(const std::u32string& characters, const Lexeme& lexeme) const {
  if (lexeme.entity < 0 || characters.size() < 2) return;
  const auto entity = static_cast<std::size_t>(lexeme.entity);
  if (!is_proper_name(lexicon_.entities()[entity])) return;
  // A mis-hearing may be misspelt likewise, but two syllables are no evidence for that; and people
  // with names of two (李想) sound like too many words (立项).
  const bool person = lexicon_.entities()[entity].kind == EntityKind::Person;
  if (characters.size() == 2 && (lexeme.heard || person || !may_be_misspelt(characters))) return;
  SoundingName name{characters, {}, &heard_[entity]};
  for (const char32_t character : characters) name.syllables.push_back(syllable_of(character));
  if (std::find(name.syllables.begin(), name.syllables.end(), kNoSyllable) != name.syllables.end())
    return;
  const std::uint32_t key = key_of(name.syllables[0], name.syllables[1]);
  starts_[key] = true;
  names_[key].push_back(std::move(name));
}

}  // namespace assay
