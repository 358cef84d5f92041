// SPDX-License-Identifier: MIT
#include "cli/query.h"

#include <algorithm>
#include <tuple>

#include "core/folding.h"
#include "core/utf8.h"
#include "facts/scan.h"

namespace assay {
namespace {

/// Shorter runs of letters and Han characters are mostly particles.
constexpr std::size_t kMinLetters = 3;
constexpr std::size_t kMinHan = 2;

enum class Script : std::uint8_t { None, Latin, Han };

Script script_of(char32_t c) {
  if (is_han(c)) return Script::Han;
  const bool letter = is_ascii_letter(c) || is_ascii_digit(c) || (c >= 0xC0 && c < 0x3000);
  return letter ? Script::Latin : Script::None;
}

/// Adds the runs of one script in `text`.
void add_words(std::string_view text, std::set<std::string>& words) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = at;
    const Script script = script_of(decode(text, at).value);
    std::size_t characters = 0;
    while (at < text.size() && script_of(decode(text, at).value) == script) {
      at += decode(text, at).length;
      ++characters;
    }
    const std::size_t least = script == Script::Han ? kMinHan : kMinLetters;
    if (script == Script::None || characters < least) continue;
    words.insert(to_ascii_lower(text.substr(begin, at - begin)));
  }
}

void add_token(const Token& token, const Scan& scan, std::string_view text,
               const Knowledge& knowledge, Query& query) {
  const Lexicon& lexicon = knowledge.lexicon();
  if (token.kind == TokenKind::Time) {
    query.period = scan.times[token.index].period;
  } else if (token.kind == TokenKind::Identifier) {
    query.words.insert(to_ascii_lower(token.span.of(text)));
  } else if (token.kind == TokenKind::Word && token.lexeme->entity >= 0) {
    const auto index = static_cast<std::size_t>(token.lexeme->entity);
    query.entities.insert(lexicon.entities()[index].name);
  } else if (token.kind == TokenKind::Word && token.lexeme->metric >= 0) {
    const auto index = static_cast<std::size_t>(token.lexeme->metric);
    query.metrics.insert(lexicon.metrics()[index].name);
  }
}

bool has_entity(const Fact& fact, const std::string& name) {
  return fact.subject.value == name || fact.comparand.value == name ||
         std::ranges::count(fact.scope, name) > 0;
}

bool fits(const Fact& fact, const Query& query) {
  const auto has = [&](const std::string& name) { return has_entity(fact, name); };
  if (!std::ranges::all_of(query.entities, has)) return false;
  if (!query.metrics.empty() && !query.metrics.contains(fact.metric.value)) return false;
  return !query.period || (fact.period && overlaps(*query.period, *fact.period));
}

/// Whether a word stands in a slot of the fact or among the words around its number.
bool has_word(const Fact& fact, const std::string& word) {
  const auto within = [&](std::string_view text) {
    return to_ascii_lower(text).find(word) != std::string::npos;
  };
  return within(fact.subject.value) || within(fact.metric.value) || within(fact.comparand.value) ||
         std::ranges::any_of(fact.scope, within) || std::ranges::any_of(fact.terms, within);
}

std::size_t shared_words(const Fact& fact, const Query& query) {
  const auto count = std::ranges::count_if(
      query.words, [&](const std::string& word) { return has_word(fact, word); });
  return static_cast<std::size_t>(count);
}

auto question_of(const Fact& fact) {
  return std::tie(fact.subject.value, fact.metric.value, fact.comparand.value, fact.scope);
}

bool stands_before(const Answer& a, const Answer& b) {
  if (!same_question(*a.fact, *b.fact)) return question_of(*a.fact) < question_of(*b.fact);
  return a.day > b.day;  // an unknown day is less than any other
}

}  // namespace

Query parse_query(std::string_view text, const Knowledge& knowledge) {
  const std::string folded = fold_text(text);
  const Scan scanned = scan(folded, {.knowledge = knowledge, .date = {}});
  Query query;
  std::size_t end = 0;
  for (const Token& token : scanned.tokens) {
    add_words(std::string_view(folded).substr(end, token.span.begin - end), query.words);
    add_token(token, scanned, folded, knowledge, query);
    end = token.span.end;
  }
  add_words(std::string_view(folded).substr(end), query.words);
  return query;
}

std::vector<Answer> find_answers(const Query& query, const std::vector<ReadDocument>& documents) {
  std::vector<Answer> answers;
  const bool named = !query.entities.empty() || !query.metrics.empty();
  std::size_t most = named ? 0 : 1;
  for (const ReadDocument& document : documents) {
    for (const Fact& fact : document.facts) {
      if (!fits(fact, query)) continue;
      const std::size_t shared = shared_words(fact, query);
      if (shared < most) continue;
      if (shared > most) answers.clear();
      most = shared;
      answers.push_back({&fact, fact.period ? std::optional(fact.period->to) : document.date});
    }
  }
  std::ranges::stable_sort(answers, stands_before);
  return answers;
}

bool same_question(const Fact& a, const Fact& b) { return question_of(a) == question_of(b); }

}  // namespace assay
