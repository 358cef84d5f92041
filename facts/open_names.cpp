// SPDX-License-Identifier: MIT
#include "facts/open_names.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "core/utf8.h"
#include "facts/latin_names.h"
#include "facts/word_breaks.h"

namespace assay {
namespace {

/// Characters. Two that make no word are as often a verb: 查补税款.
constexpr std::size_t kShortestName = 3;
constexpr std::size_t kLongestName = 9;

/// Characters before an ending that make no words of themselves.
constexpr std::size_t kShortestStem = 2;
constexpr std::size_t kLongestStem = 4;

/// Chinese names at the start of clauses, and behind a word for what they name.
class HanNameFinder {
 public:
  HanNameFinder(std::string_view text, const NameWords& words, const Scan& scan)
      : text_(text), words_(words), scan_(scan) {}

  std::vector<Span> find() {
    std::vector<Span> names;
    look_at(0, 0, names);
    for (std::size_t i = 0; i < scan_.tokens.size(); ++i) {
      const TokenKind kind = scan_.tokens[i].kind;
      if (kind == TokenKind::Clause || kind == TokenKind::Sentence)
        look_at(scan_.tokens[i].span.end, i + 1, names);
    }
    // 民营企业晶澜能源: the name begins behind what it is.
    for (const Span inner : names_behind_kinds()) {
      std::erase_if(
          names, [&](Span outer) { return outer.begin <= inner.begin && inner.begin < outer.end; });
      names.push_back(inner);
    }
    return names;
  }

 private:
  void look_at(std::size_t begin, std::size_t token, std::vector<Span>& names) const {
    while (begin < text_.size() && text_[begin] == ' ') ++begin;
    if (begin >= text_.size() || !is_han(decode(text_, begin).value)) return;
    const std::optional<std::size_t> end = end_of_name(begin, token);
    if (end && *end > begin && is_name(text_.substr(begin, *end - begin))) {
      names.push_back({begin, *end});
    } else if (const std::size_t length = name_by_ending(begin)) {
      names.push_back({begin, begin + length});
    }
  }

  /// 光伏企业晶澜能源
  [[nodiscard]] std::vector<Span> names_behind_kinds() const {
    std::vector<Span> names;
    for (std::size_t at = 0; at < text_.size();) {
      const CodePoint point = decode(text_, at);
      at += point.length;
      if (!words_.may_end_kind(point.value) || !words_.ends_as_kind(text_.substr(0, at))) continue;
      if (const std::size_t length = name_by_ending(at)) names.push_back({at, at + length});
    }
    return names;
  }

  /// 晶澜能源有六成收入来自海外: a few characters that make no words, and an ending. The length of the
  /// name at `begin`, with all its endings (晶澜能源科技股份); 0 when there is none.
  [[nodiscard]] std::size_t name_by_ending(std::size_t begin) const {
    if (is_known_at(begin)) return 0;  // 小鹏|汽车
    std::size_t name = 0;
    std::size_t length = 0;
    for (std::size_t at = begin; at < text_.size() && length < kLongestName;) {
      const CodePoint point = decode(text_, at);
      if (!is_han(point.value) || words_.is_never_in_name(point.value)) break;
      at += point.length;
      ++length;
      const std::string_view text = text_.substr(begin, at - begin);
      const std::size_t ending = words_.organization_ending(text);
      if (ending == 0) continue;
      const std::string_view stem = text.substr(0, text.size() - ending);
      if (name > 0 ? stem.size() <= name : is_stem(stem)) name = text.size();
    }
    return name;
  }

  [[nodiscard]] bool is_known_at(std::size_t offset) const {
    const auto token =
        std::lower_bound(scan_.tokens.begin(), scan_.tokens.end(), offset,
                         [](const Token& at, std::size_t value) { return at.span.begin < value; });
    return token != scan_.tokens.end() && token->span.begin == offset &&
           token->kind == TokenKind::Word && token->lexeme->entity >= 0;
  }

  [[nodiscard]] bool is_stem(std::string_view text) const {
    const std::size_t length = count_code_points(text);
    return length >= kShortestStem && length <= kLongestStem && !words_.starts_as_no_name(text) &&
           longest_run_of_single_characters(text) == length;
  }

  /// Where the unknown text ends that opens the clause: at a time, or at a word that says what is
  /// told of it.
  [[nodiscard]] std::optional<std::size_t> end_of_name(std::size_t begin, std::size_t token) const {
    for (std::size_t i = token; i < scan_.tokens.size(); ++i) {
      const Token& at = scan_.tokens[i];
      if (at.kind == TokenKind::Time) return at.span.begin;
      if (at.kind == TokenKind::Clause && text_[at.span.begin] == ':') return at.span.begin;
      if (at.kind != TokenKind::Word) return std::nullopt;
      if (at.lexeme->entity >= 0 && !ends_a_name(begin, at)) return std::nullopt;
      if (at.lexeme->entity >= 0) continue;
      // A single character may stand within a name: 能 in 晴川光能.
      if (tells_of_somebody(at)) return at.span.begin;
      const bool one_character = count_code_points(at.span.of(text_)) == 1;
      if (!one_character) return std::nullopt;
    }
    return std::nullopt;
  }

  /// 晴川科技, and not 先进半导体: a segment behind text that makes no words may be a name's ending.
  [[nodiscard]] bool ends_a_name(std::size_t begin, const Token& word) const {
    if (word.span.begin <= begin) return false;
    const std::string_view before = text_.substr(begin, word.span.begin - begin);
    return words_.organization_ending(text_.substr(begin, word.span.end - begin)) > 0 &&
           longest_run_of_single_characters(before) >= 2;
  }

  /// What is measured, or what somebody does with it.
  static bool tells_of_somebody(const Token& word) {
    return word.lexeme->metric >= 0 || word.says(WordClass::Rise) || word.says(WordClass::Fall) ||
           word.says(WordClass::ShareOf) || word.says(WordClass::Says) ||
           word.says(WordClass::Modifier);
  }

  [[nodiscard]] bool is_name(std::string_view text) const {
    std::size_t length = 0;
    for (std::size_t at = 0; at < text.size(); ++length) {
      const CodePoint point = decode(text, at);
      if (!is_han(point.value) || words_.is_never_in_name(point.value)) return false;
      at += point.length;
    }
    if (length > kLongestName || words_.starts_as_no_name(text)) return false;
    if (words_.organization_ending(text) > 0) return true;
    return length >= kShortestName && longest_run_of_single_characters(text) >= 2;
  }

  std::string_view text_;
  const NameWords& words_;
  const Scan& scan_;
};

/// 比亚迪电子 is not 比亚迪, nor an iPhone 16 Pro an iPhone 16: names of companies that go on as those of their
/// subsidiaries do, and of products as those of their variants.
std::vector<Span> find_longer_names(std::string_view text, const NameWords& words,
                                    const Lexicon& lexicon, const Scan& scan) {
  std::vector<Span> names;
  for (const Token& token : scan.tokens) {
    if (token.kind != TokenKind::Word || token.lexeme->entity < 0) continue;
    const Entity& entity = lexicon.entities()[static_cast<std::size_t>(token.lexeme->entity)];
    const bool han = is_han(last_character(token.span.of(text)));
    std::size_t length = 0;
    if (entity.kind == EntityKind::Company && han)
      length = words.subsidiary_at(text, token.span.end);
    if (entity.kind == EntityKind::Product) length = words.variant_at(text, token.span.end);
    if (length > 0) names.push_back({token.span.begin, token.span.end + length});
  }
  return names;
}

bool may_be_replaced(const Token& token) {
  return token.kind == TokenKind::Word || token.kind == TokenKind::Identifier;
}

/// Whoever covers a number, a time or a mark of punctuation is no name, nor who covers a part of a
/// word. Both are in the order of the text.
void erase_impossible(std::vector<Span>& names, const std::vector<Token>& tokens) {
  auto next = tokens.begin();
  std::erase_if(names, [&](Span name) {
    while (next != tokens.end() && next->span.end <= name.begin) ++next;
    for (auto token = next; token != tokens.end() && token->span.begin < name.end; ++token) {
      const bool within = token->span.begin >= name.begin && token->span.end <= name.end;
      if (!within || !may_be_replaced(*token)) return true;
    }
    return false;
  });
}

/// Puts the names in place of the tokens that they cover.
void insert_names(const std::vector<Span>& names, std::vector<Token>& tokens) {
  std::vector<Token> merged;
  merged.reserve(tokens.size() + names.size());
  auto name = names.begin();
  for (const Token& token : tokens) {
    while (name != names.end() && name->begin <= token.span.begin) {
      merged.push_back({TokenKind::Name, *name, nullptr, 0, false});
      ++name;
    }
    const bool covered = !merged.empty() && merged.back().kind == TokenKind::Name &&
                         token.span.begin < merged.back().span.end;
    if (!covered) merged.push_back(token);
  }
  for (; name != names.end(); ++name) merged.push_back({TokenKind::Name, *name, nullptr, 0, false});
  tokens = std::move(merged);
}

}  // namespace

void mark_open_names(std::string_view text, const NameWords& words, const Lexicon& lexicon,
                     Scan& scan) {
  std::vector<Span> names = HanNameFinder(text, words, scan).find();
  const std::vector<Span> latin = find_latin_names(text, words, scan);
  names.insert(names.end(), latin.begin(), latin.end());
  const std::vector<Span> longer = find_longer_names(text, words, lexicon, scan);
  names.insert(names.end(), longer.begin(), longer.end());
  std::sort(names.begin(), names.end(),
            [](Span a, Span b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
  // The Plus of an iPhone 16 Plus is no name of its own.
  const auto within = [](Span outer, Span inner) { return inner.end <= outer.end; };
  names.erase(std::unique(names.begin(), names.end(), within), names.end());
  erase_impossible(names, scan.tokens);
  if (!names.empty()) insert_names(names, scan.tokens);
}

}  // namespace assay
