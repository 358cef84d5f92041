// SPDX-License-Identifier: MIT
#include "facts/name_sounds.h"

#include <algorithm>

#include "core/utf8.h"

namespace assay {
namespace {

std::uint32_t key_of(Syllable first, Syllable second) {
  return static_cast<std::uint32_t>(blurred(first)) << 16 | blurred(second);
}

/// 光刻机 and 服务器 are words for things, which share their sounds with too much: 服务期. In English
/// they have no capital.
bool is_proper_name(const Entity& entity) {
  return entity.may_be_subject() && (entity.name.front() < 'a' || entity.name.front() > 'z');
}

}  // namespace

const std::vector<SoundingName>& NameSounds::starting_with(Syllable first, Syllable second) const {
  static const std::vector<SoundingName> kNone;
  std::call_once(built_, [this] { build(); });
  const auto found = names_.find(key_of(first, second));
  return found == names_.end() ? kNone : found->second;
}

void NameSounds::build() const {
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
  if (characters.size() == 2 && (lexeme.heard || person)) return;
  SoundingName name{characters, {}, &heard_[entity]};
  for (const char32_t character : characters) name.syllables.push_back(syllable_of(character));
  if (std::find(name.syllables.begin(), name.syllables.end(), kNoSyllable) != name.syllables.end())
    return;
  names_[key_of(name.syllables[0], name.syllables[1])].push_back(std::move(name));
}

}  // namespace assay
