// SPDX-License-Identifier: MIT
#include "facts/latin_names.h"
#include "facts/text_probe.h"

#include <algorithm>

#include "core/utf8.h"

namespace assay {
namespace {

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

/// A word of Latin letters and what is known of it.
struct LatinWord {
  Span span;
  const Token* token = nullptr;  ///< that covers its first letter
  bool opens = false;            ///< is the first of its sentence
  bool owner = false;            ///< 's stands behind it
};

class LatinNameFinder {
 public:
  LatinNameFinder(std::string_view text, const NameWords& words, const Scan& scan)
      : text_(text), words_(words), scan_(scan) {}

  std::vector<Span> find() {
    read_words();
    for (std::size_t i = 0; i < latin_.size();) {
      const std::size_t end = end_of_run(i);
      if (end > i) add(i, end);
      i = std::max(end, i + 1);
    }
    return std::move(names_);
  }

 private:
  void read_words() {
    bool opens = true;
    std::size_t token = 0;
    for (std::size_t at = 0; at < text_.size();) {
      // No byte of a wider character is a letter.
      if (!is_letter(text_[at])) {
        ++at;
        continue;
      }
      while (token < scan_.tokens.size() && scan_.tokens[token].span.end <= at) {
        const TokenKind kind = scan_.tokens[token].kind;
        // Behind a colon or a bracket a word is written with a capital too.
        opens = opens || kind == TokenKind::Sentence || kind == TokenKind::Open ||
                (kind == TokenKind::Clause && text_[scan_.tokens[token].span.begin] == ':');
        ++token;
      }
      LatinWord word{{at, end_of_word(at)}, nullptr, opens, false};
      opens = false;
      if (token < scan_.tokens.size() && scan_.tokens[token].span.begin <= at)
        word.token = &scan_.tokens[token];
      latin_.push_back(word);
      at = word.span.end;
      // The s of the owner's mark is no word.
      for (const std::string_view mark : {std::string_view("'s"), std::string_view("\u2019s")}) {
        if (!text_.substr(at).starts_with(mark)) continue;
        latin_.back().owner = true;
        at += mark.size();
        break;
      }
    }
  }

  [[nodiscard]] std::size_t end_of_word(std::size_t at) const {
    const auto inner = [&](std::size_t i) {
      const bool joint = text_[i] == '-' || text_[i] == '&' || text_[i] == '.';
      return joint && i + 1 < text_.size() && is_letter(text_[i + 1]);
    };
    while (at < text_.size() && (is_letter(text_[at]) || is_digit(text_[at]) || inner(at))) ++at;
    return at;
  }

  [[nodiscard]] bool is_known_name(const LatinWord& word) const {
    return word.token != nullptr && word.token->kind == TokenKind::Word &&
           word.token->lexeme->entity >= 0;
  }

  /// Whether a run may go on with this word.
  [[nodiscard]] bool may_be_part(const LatinWord& word) const {
    if (!is_capital(text_[word.span.begin])) return false;
    if (words_.is_opener(word.span.of(text_))) return false;
    if (word.token == nullptr || is_known_name(word)) return true;
    if (word.token->kind == TokenKind::Identifier) return true;
    // A word that says what is measured is none of a name, but for one that is a name's by habit.
    return word.token->kind == TokenKind::Word && word.token->lexeme->metric < 0 && !word.opens &&
           word.span.size() > 3;
  }

  [[nodiscard]] std::size_t end_of_run(std::size_t first) const {
    std::size_t end = first;
    while (end < latin_.size() && may_be_part(latin_[end])) {
      if (end > first) {
        const std::string_view between = text_.substr(
            latin_[end - 1].span.end, latin_[end].span.begin - latin_[end - 1].span.end);
        if (between != " " && between != " & ") break;
      }
      ++end;
    }
    return end;
  }

  void add(std::size_t first, std::size_t end) {
    while (end > first && words_.is_legal_form(latin_[end - 1].span.of(text_))) --end;
    if (end == first || is_known_name(latin_[first])) return;
    const bool all_known = std::all_of(latin_.begin() + static_cast<std::ptrdiff_t>(first),
                                       latin_.begin() + static_cast<std::ptrdiff_t>(end),
                                       [&](const LatinWord& word) { return is_known_name(word); });
    if (all_known || (end == first + 1 && !is_name_alone(latin_[first]))) return;
    if (is_title(first) || is_label(end - 1) || goes_on(first)) return;
    names_.push_back({latin_[first].span.begin, latin_[end - 1].span.end});
  }

  /// A single word: small letters after the capital, and no mere start of a sentence.
  [[nodiscard]] bool is_name_alone(const LatinWord& word) const {
    const std::string_view written = word.span.of(text_);
    if (written.size() < 3 || std::none_of(written.begin(), written.end(), is_small)) return false;
    const bool marked = std::any_of(written.begin() + 1, written.end(),
                                    [](char c) { return is_capital(c) || is_digit(c); });
    return !word.opens || word.owner || marked || is_beside_han(word) || is_name_elsewhere(word);
  }

  /// Metsera的估值: in Chinese text it is not the start of the sentence that gives it a capital.
  [[nodiscard]] bool is_beside_han(const LatinWord& word) const {
    std::size_t behind = word.span.end;
    if (behind < text_.size() && text_[behind] == ' ') ++behind;
    return behind < text_.size() && is_han(decode(text_, behind).value);
  }

  /// Whether the word has its capital within a sentence too.
  [[nodiscard]] bool is_name_elsewhere(const LatinWord& word) const {
    const std::string_view written = word.span.of(text_);
    return std::any_of(latin_.begin(), latin_.end(), [&](const LatinWord& other) {
      return !other.opens && other.span.of(text_) == written;
    });
  }

  /// "Core Insights - SMIC reported", "Benefit: twice the density": a dash or a colon behind it makes
  /// it the label of what follows.
  [[nodiscard]] bool is_label(std::size_t last) const {
    const std::string_view behind = text_.substr(latin_[last].span.end);
    return behind.starts_with(" - ") || behind.starts_with(" \u2013 ") || behind.starts_with(":");
  }

  /// "Area Benefit", "Yield Learning Methodologies": the rest of a phrase whose first word, written
  /// with a capital too, says what is measured.
  [[nodiscard]] bool goes_on(std::size_t first) const {
    if (first == 0) return false;
    const LatinWord& before = latin_[first - 1];
    const bool beside = before.span.end + 1 == latin_[first].span.begin;
    return beside && is_capital(text_[before.span.begin]) && before.token != nullptr &&
           before.token->kind == TokenKind::Word && before.token->lexeme->metric >= 0;
  }

  /// Whether nearly every word around it has a capital: a title says nothing by its capitals.
  [[nodiscard]] bool is_title(std::size_t word) const {
    constexpr std::size_t kAround = 6;
    const std::size_t begin = word > kAround ? word - kAround : 0;
    const std::size_t end = std::min(word + kAround, latin_.size());
    std::size_t small = 0;
    for (std::size_t i = begin; i < end; ++i) small += is_small(text_[latin_[i].span.begin]);
    // In Chinese text a few words stand alone.
    const bool english = end - begin >= kAround;
    return english && small * 4 < end - begin;
  }

  std::string_view text_;
  const NameWords& words_;
  const Scan& scan_;
  std::vector<LatinWord> latin_;
  std::vector<Span> names_;
};

}  // namespace

std::vector<Span> find_latin_names(std::string_view text, const NameWords& words,
                                   const Scan& scan) {
  return LatinNameFinder(text, words, scan).find();
}

}  // namespace assay
