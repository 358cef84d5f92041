// SPDX-License-Identifier: MIT
#include "facts/terms.h"

#include <algorithm>
#include <iterator>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "core/utf8.h"

namespace assay {
namespace {

constexpr std::size_t kShortestSkeleton = 8;

/// Tokens that carry no meaning of their own for similarity.
bool is_function_word(const Token& token) {
  if (token.kind != TokenKind::Word) return true;
  return token.lexeme->entity < 0 && token.lexeme->metric < 0 && token.lexeme->classes.any();
}

std::size_t first_token_at(const Scan& scan, std::size_t offset) {
  const auto at = std::lower_bound(
      scan.tokens.begin(), scan.tokens.end(), offset,
      [](const Token& token, std::size_t value) { return token.span.end <= value; });
  return static_cast<std::size_t>(at - scan.tokens.begin());
}

void add_latin(std::string_view word, std::vector<std::string>& terms) {
  if (word.size() < 3) return;
  std::string stem = to_ascii_lower(word);
  // A light stem: plural and past forms of one word should meet.
  for (const std::string_view ending : {"ing", "ed", "es", "s"}) {
    if (stem.size() > ending.size() + 3 && stem.ends_with(ending)) {
      stem.resize(stem.size() - ending.size());
      break;
    }
  }
  terms.push_back(std::move(stem));
}

/// Text that the lexicon does not know.
void collect_open(std::string_view text, std::size_t begin, std::size_t end,
                  std::vector<std::string>& terms) {
  std::size_t previous_han = end;
  for (std::size_t at = begin; at < end;) {
    const CodePoint point = decode(text, at);
    const std::size_t next = at + point.length;
    if (is_han(point.value)) {
      if (previous_han + point.length == at || previous_han + 3 == at)
        terms.emplace_back(text.substr(previous_han, next - previous_han));
      previous_han = at;
      at = next;
    } else if (is_ascii_letter(point.value)) {
      std::size_t word_end = at;
      while (word_end < end && is_ascii_letter(static_cast<unsigned char>(text[word_end])))
        ++word_end;
      add_latin(text.substr(at, word_end - at), terms);
      at = word_end;
    } else {
      at = next;
    }
  }
}

class TermCollector {
 public:
  TermCollector(std::string_view text, const Scan& scan, const Lexicon& lexicon)
      : text_(text), scan_(scan), lexicon_(lexicon) {}

  std::vector<std::string> collect(Span span) {
    std::size_t at = span.begin;
    for (std::size_t i = first_token_at(scan_, span.begin); i < scan_.tokens.size(); ++i) {
      const Token& token = scan_.tokens[i];
      if (token.span.begin >= span.end) break;
      collect_open(text_, at, token.span.begin, terms_);
      collect_token(token);
      at = std::max(at, token.span.end);
    }
    collect_open(text_, at, span.end, terms_);
    std::sort(terms_.begin(), terms_.end());
    terms_.erase(std::unique(terms_.begin(), terms_.end()), terms_.end());
    return std::move(terms_);
  }

 private:
  void collect_token(const Token& token) {
    if (token.kind == TokenKind::Identifier) {
      terms_.push_back(to_ascii_lower(token.span.of(text_)));
      return;
    }
    if (token.kind != TokenKind::Word || is_function_word(token)) return;
    const Lexeme& lexeme = *token.lexeme;
    if (lexeme.entity >= 0) {
      terms_.push_back(lexicon_.entities()[static_cast<std::size_t>(lexeme.entity)].name);
    } else if (lexeme.metric >= 0) {
      terms_.push_back(lexicon_.metrics()[static_cast<std::size_t>(lexeme.metric)].name);
    } else {
      collect_open(text_, token.span.begin, token.span.end, terms_);
    }
  }

  std::string_view text_;
  const Scan& scan_;
  const Lexicon& lexicon_;
  std::vector<std::string> terms_;
};

std::size_t shared_count(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string> shared;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
  return shared.size();
}

}  // namespace

std::uint64_t skeleton_hash(std::string_view text, Span sentence, const Scan& scan) {
  std::string kept;
  std::size_t at = sentence.begin;
  const auto keep = [&](std::size_t begin, std::size_t end) {
    for (; begin < end; ++begin)
      if (static_cast<unsigned char>(text[begin]) > ' ') kept += to_ascii_lower(text[begin]);
  };
  for (std::size_t i = first_token_at(scan, sentence.begin); i < scan.tokens.size(); ++i) {
    const Token& token = scan.tokens[i];
    if (token.span.begin >= sentence.end) break;
    if (token.kind != TokenKind::Quantity) continue;
    keep(at, token.span.begin);
    kept += '#';
    at = token.span.end;
  }
  keep(at, sentence.end);
  if (count_code_points(kept) < kShortestSkeleton) return 0;
  return XXH3_64bits(kept.data(), kept.size());
}

std::vector<std::string> terms_around(std::string_view text, const Clause& clause, Span mention,
                                      bool counted, const Scan& scan, const Lexicon& lexicon) {
  std::size_t first = clause.span.end;
  std::size_t before = clause.span.begin;
  std::size_t after = clause.span.end;
  for (std::size_t i = clause.first; i < clause.last; ++i) {
    const Token& token = scan.tokens[i];
    if (token.kind != TokenKind::Quantity) continue;
    first = std::min(first, token.span.begin);
    if (token.span.end <= mention.begin) before = token.span.end;
    if (token.span.begin >= mention.end) after = std::min(after, token.span.begin);
  }
  const bool alone = before == clause.span.begin && after == clause.span.end;
  if (alone) return terms_of(text, clause.span, scan, lexicon);
  std::vector<std::string> words = terms_of(text, {clause.span.begin, first}, scan, lexicon);
  const bool last = after == clause.span.end;
  for (const Span part : {counted ? Span{mention.end, after} : Span{before, mention.begin},
                          last ? Span{mention.end, after} : Span{}}) {
    if (part.empty()) continue;
    const auto more = terms_of(text, part, scan, lexicon);
    words.insert(words.end(), more.begin(), more.end());
  }
  return words;
}

std::vector<std::string> parts_of_phrase(std::string_view phrase) {
  std::vector<std::string> parts;
  collect_open(phrase, 0, phrase.size(), parts);
  return parts;
}

std::vector<std::string> terms_of(std::string_view text, Span span, const Scan& scan,
                                  const Lexicon& lexicon) {
  return TermCollector(text, scan, lexicon).collect(span);
}

bool has_term(const std::vector<std::string>& sorted, const std::string& term) {
  return std::binary_search(sorted.begin(), sorted.end(), term);
}

bool has_name(const std::vector<std::string>& sorted, const std::string& name) {
  if (has_term(sorted, name)) return true;
  const std::vector<std::string> parts = parts_of_phrase(name);
  return !parts.empty() && std::all_of(parts.begin(), parts.end(),
                                       [&](const auto& part) { return has_term(sorted, part); });
}

double overlap(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return 0;
  return static_cast<double>(shared_count(a, b)) /
         static_cast<double>(std::min(a.size(), b.size()));
}

double similarity(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return 0;
  const auto shared = static_cast<double>(shared_count(a, b));
  return shared / (static_cast<double>(a.size() + b.size()) - shared);
}

}  // namespace assay
