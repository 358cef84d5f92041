// SPDX-License-Identifier: MIT
#include "facts/heard_names.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/utf8.h"
#include "facts/name_sounds.h"
#include "facts/word_breaks.h"

namespace assay {
namespace {

/// Syllables that are the same before others may be such as are only heard for one another.
constexpr std::size_t kSureSyllables = 3;

/// A character of the text and how it sounds.
struct SoundingCharacter {
  std::size_t begin = 0;  ///< bytes
  char32_t character = 0;
  Syllable syllable = kNoSyllable;
};

/// A name that the text at `span` may be.
struct Likeness {
  Span span;
  const SoundingName* name = nullptr;
  std::size_t first = 0;  ///< index of the character at which it begins
};

class HeardNameFinder {
 public:
  HeardNameFinder(std::string_view text, const Knowledge& knowledge, SpokenText& spoken,
                  const std::vector<Token>& tokens)
      : text_(text), knowledge_(knowledge), spoken_(spoken), tokens_(tokens) {
    characters_.reserve(text.size() / kHanLength + 1);
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint point = decode(text, at);
      characters_.push_back({at, point.value, syllable_of(point.value)});
      at += point.length;
    }
    characters_.push_back({text.size(), 0, kNoSyllable});
  }

  /// In the order of the text.
  std::vector<Token> find() {
    std::vector<Token> found;
    for (std::size_t i = 0; i + 2 < characters_.size();) {
      const std::optional<Likeness> name = name_at(i);
      if (name) found.push_back({TokenKind::Word, name->span, name->name->heard, 0, false});
      i += name ? name->name->characters.size() : 1;
    }
    return found;
  }

 private:
  [[nodiscard]] std::optional<Likeness> name_at(std::size_t first) {
    const Syllable sound = characters_[first].syllable;
    const Syllable next = characters_[first + 1].syllable;
    if (sound == kNoSyllable || next == kNoSyllable) return std::nullopt;
    std::optional<Likeness> best;
    for (const SoundingName& name : knowledge_.name_sounds().starting_with(sound, next)) {
      const std::size_t length = name.characters.size();
      if (best && length < best->name->characters.size()) break;
      if (!sounds_like(first, name)) continue;
      const Likeness like{
          {characters_[first].begin, characters_[first + length].begin}, &name, first};
      if (!may_be(like)) continue;
      if (best && best->name->heard != name.heard) return std::nullopt;
      best = like;
    }
    return best;
  }

  [[nodiscard]] bool sounds_like(std::size_t first, const SoundingName& name) const {
    const std::size_t length = name.syllables.size();
    if (first + length >= characters_.size()) return false;
    std::size_t same = 0;
    for (std::size_t i = 0; i < length; ++i) {
      const Syllable heard = characters_[first + i].syllable;
      if (heard == name.syllables[i]) {
        ++same;
      } else if (blurred(heard) != blurred(name.syllables[i])) {
        return false;
      }
    }
    return same == length || same >= kSureSyllables;
  }

  [[nodiscard]] bool may_be(const Likeness& like) {
    const std::size_t length = like.name->characters.size();
    std::size_t as_written = 0;
    for (std::size_t i = 0; i < length; ++i) as_written += is_as_written(like, i) ? 1 : 0;
    // What is written right and was not read as the name was read as something longer.
    if (as_written == length || (length == 2 && !may_be_short_name(like))) return false;
    const WordsAround words(text_, like.span);
    if (!words.end_with(like.span) || words.within(like.span).size() == 1) return false;
    if (!is_unread(like, words)) return false;
    if (length == 2)
      return words.are_single_within(like.span) &&
             spoken_.vouches_for(like.span.of(text_), like.name->heard->entity);
    // 因为达标 is no 英伟达, though 因伟达 is.
    if (has_stray_character(like)) return false;
    // 摩尔现成 is half 摩尔线程; 认证费 is a fee, though it sounds like 任正非.
    if (length > kSureSyllables && 2 * as_written >= length) return true;
    return has_no_other_word(like, words) && (2 * as_written >= length || is_no_grammar(like));
  }

  [[nodiscard]] bool is_as_written(const Likeness& like, std::size_t i) const {
    return characters_[like.first + i].character == like.name->characters[i];
  }

  [[nodiscard]] bool may_be_short_name(const Likeness& like) const {
    // 化为 is no 华为, for all that 为 is in both.
    for (std::size_t i = 0; i < 2; ++i)
      if (knowledge_.name_words().is_never_in_name(characters_[like.first + i].character))
        return false;
    return is_no_grammar(like);
  }

  /// Whether the lexicon reads nothing there but what the name has too (科技), and function words of
  /// one character.
  [[nodiscard]] bool is_unread(const Likeness& like, const WordsAround& words) const {
    auto token =
        std::lower_bound(tokens_.begin(), tokens_.end(), like.span.begin,
                         [](const Token& at, std::size_t begin) { return at.span.end <= begin; });
    std::size_t known = 0;  // bytes
    for (; token != tokens_.end() && token->span.begin < like.span.end; ++token) {
      const bool within = token->span.begin >= like.span.begin && token->span.end <= like.span.end;
      if (!within || token->kind != TokenKind::Word) return false;
      const bool names = token->lexeme->entity >= 0 || token->lexeme->metric >= 0;
      if (names) known += token->span.size();
      if (is_somebody(*token)) return false;  // 中国连通一百个城市
      if (!stands_in_name(like, token->span) && (names || token->span.size() > kHanLength))
        return false;
    }
    // Beside a name that is read, 阿里 in 阿里运, one syllable is no likeness, and a word none either.
    return known == 0 ||
           (known + 2 * kHanLength <= like.span.size() && has_no_other_word(like, words));
  }

  [[nodiscard]] bool is_somebody(const Token& token) const {
    if (token.lexeme->entity < 0) return false;
    const auto entity = static_cast<std::size_t>(token.lexeme->entity);
    return knowledge_.lexicon().entities()[entity].may_be_subject();
  }

  /// Whether the name has the very same characters in this place.
  [[nodiscard]] bool stands_in_name(const Likeness& like, Span part) const {
    for (std::size_t i = 0; i < like.name->characters.size(); ++i)
      if (part.contains(characters_[like.first + i].begin) && !is_as_written(like, i)) return false;
    return true;
  }

  [[nodiscard]] bool has_no_other_word(const Likeness& like, const WordsAround& words) const {
    const std::vector<Span> within = words.within(like.span);
    return std::all_of(within.begin(), within.end(), [&](Span word) {
      return word.size() <= kHanLength || stands_in_name(like, word);
    });
  }

  /// Whether some character stands in no name, and the name does not have it.
  [[nodiscard]] bool has_stray_character(const Likeness& like) const {
    for (std::size_t i = 0; i < like.name->characters.size(); ++i)
      if (!is_as_written(like, i) &&
          knowledge_.name_words().is_never_in_name(characters_[like.first + i].character))
        return true;
    return false;
  }

  /// Whether no character that the name does not have is a function word: 比, 降.
  [[nodiscard]] bool is_no_grammar(const Likeness& like) const {
    for (std::size_t i = 0; i < like.name->characters.size(); ++i) {
      if (is_as_written(like, i)) continue;
      const std::size_t end = characters_[like.first + i + 1].begin;
      const Lexicon::Hit hit =
          knowledge_.lexicon().find(text_.substr(0, end), characters_[like.first + i].begin);
      if (hit.lexeme != nullptr && hit.lexeme->classes.any()) return false;
    }
    return true;
  }

  std::string_view text_;
  const Knowledge& knowledge_;
  SpokenText& spoken_;
  const std::vector<Token>& tokens_;
  std::vector<SoundingCharacter> characters_;  ///< and one behind the last
};

/// Puts the words in place of the tokens that they cover.
void insert_words(const std::vector<Token>& words, std::vector<Token>& tokens) {
  std::vector<Token> merged;
  merged.reserve(tokens.size() + words.size());
  auto word = words.begin();
  for (const Token& token : tokens) {
    for (; word != words.end() && word->span.begin <= token.span.begin; ++word)
      merged.push_back(*word);
    const bool covered = word != words.begin() && token.span.begin < std::prev(word)->span.end;
    if (!covered) merged.push_back(token);
  }
  merged.insert(merged.end(), word, words.end());
  tokens = std::move(merged);
}

}  // namespace

void mark_heard_names(std::string_view text, const Knowledge& knowledge, SpokenText& spoken,
                      Scan& scan) {
  const std::vector<Token> heard = HeardNameFinder(text, knowledge, spoken, scan.tokens).find();
  if (!heard.empty()) insert_words(heard, scan.tokens);
}

}  // namespace assay
