// SPDX-License-Identifier: MIT
#include "cli/query.h"

#include <algorithm>
#include <array>
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

/// What makes a question of names and is nothing to look for; a longer phrase stands before its
/// parts.
constexpr std::array<std::string_view, 33> kAskingHan = {
    "是多少", "有多少", "多少", "怎么样", "怎样", "如何", "什么", "哪些", "哪里", "请问", "查询",
    "告诉我", "数据",   "数字", "情况",   "大概", "分别", "占了", "占",   "几",   "是",   "的",
    "了",     "吗",     "呢",   "在",     "和",   "与",   "及",   "有",   "年",   "为",   "各"};
constexpr std::array<std::string_view, 32> kAskingLatin = {
    "and",  "are",  "for",  "from", "figure", "figures", "give", "has",  "have", "how",   "its",
    "many", "much", "of",   "our",  "please", "say",     "show", "tell", "that", "their", "the",
    "this", "was",  "were", "what", "when",   "which",   "who",  "will", "with", "does"};

std::size_t asking_length(std::string_view text) {
  const auto found = std::ranges::find_if(
      kAskingHan, [&](std::string_view word) { return text.starts_with(word); });
  return found == kAskingHan.end() ? 0 : found->size();
}

/// The words of a run of Han characters: what stands between the words that only ask.
void add_han(std::string_view run, std::set<std::string>& words) {
  std::size_t begin = 0;
  std::size_t characters = 0;
  const auto close = [&](std::size_t end) {
    if (characters >= kMinHan) words.emplace(run.substr(begin, end - begin));
    characters = 0;
  };
  for (std::size_t at = 0; at < run.size();) {
    if (const std::size_t asking = asking_length(run.substr(at)); asking > 0) {
      close(at);
      begin = at += asking;
      continue;
    }
    at += decode(run, at).length;
    ++characters;
  }
  close(run.size());
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
    const std::string_view run = text.substr(begin, at - begin);
    if (script == Script::Han) add_han(run, words);
    if (script != Script::Latin || characters < kMinLetters) continue;
    const std::string word = to_ascii_lower(run);
    if (std::ranges::find(kAskingLatin, word) == kAskingLatin.end()) words.insert(word);
  }
}

void add_once(std::vector<std::string>& names, const std::string& name) {
  if (std::ranges::find(names, name) == names.end()) names.push_back(name);
}

/// Sorts what a question says into its parts.
class QueryReader {
 public:
  QueryReader(std::string_view text, const Scan& scan, const Lexicon& lexicon)
      : text_(text), scan_(scan), lexicon_(lexicon) {}

  Query read() {
    std::size_t end = 0;
    for (const Token& token : scan_.tokens) {
      if (is_part_of_name(token)) continue;
      if (token.span.begin > end)
        add_words(text_.substr(end, token.span.begin - end), query_.words);
      add(token);
      end = std::max(end, token.span.end);
    }
    add_words(text_.substr(end), query_.words);
    settle_places();
    settle_comparison();
    return std::move(query_);
  }

 private:
  /// 能 in 晴川光能: a word of one character that says nothing here stands in names that nobody knows.
  [[nodiscard]] bool is_part_of_name(const Token& token) const {
    if (token.kind != TokenKind::Word) return false;
    const Lexeme& word = *token.lexeme;
    const CodePoint first = decode(text_, token.span.begin);
    return word.entity < 0 && word.metric < 0 && !word.is(WordClass::Than) && is_han(first.value) &&
           first.length == token.span.end - token.span.begin;
  }

  void add(const Token& token) {
    if (token.kind == TokenKind::Time) {
      add_time(scan_.times[token.index]);
    } else if (token.kind == TokenKind::Identifier || token.kind == TokenKind::Quantity) {
      query_.words.insert(to_ascii_lower(token.span.of(text_)));
    } else if (token.kind == TokenKind::Name) {
      add_words(token.span.of(text_), query_.words);
    } else if (token.kind == TokenKind::Word) {
      add_word(*token.lexeme);
    }
  }

  void add_time(const TimeMention& time) {
    if (time.year_missing && time.part) {
      query_.parts.push_back(*time.part);
    } else if (time.period) {
      query_.periods.push_back(*time.period);
    }
  }

  void add_word(const Lexeme& word) {
    if (word.entity >= 0) {
      add_entity(lexicon_.entities()[static_cast<std::size_t>(word.entity)]);
    } else if (word.metric >= 0) {
      query_.metrics.insert(lexicon_.metrics()[static_cast<std::size_t>(word.metric)].name);
    } else if (word.is(WordClass::Than) && !query_.subjects.empty()) {
      query_.compares = true;
    }
  }

  void add_entity(const Entity& entity) {
    if (entity.is_place()) {
      add_once(places_, entity.name);
    } else if (!entity.may_be_subject() && entity.kind != EntityKind::Technology) {
      add_once(query_.scope, entity.name);
    } else if (query_.compares) {
      add_once(query_.comparands, entity.name);
    } else {
      add_once(query_.subjects, entity.name);
    }
  }

  /// A place is what a question is about only where nobody else is.
  void settle_places() {
    std::vector<std::string>& of =
        query_.subjects.empty() && query_.words.empty() ? query_.subjects : query_.scope;
    for (const std::string& place : places_) add_once(of, place);
  }

  /// "910B A100": the second is what the first is compared with.
  void settle_comparison() {
    if (query_.subjects.size() != 2 || !query_.comparands.empty()) return;
    const Entity* first = lexicon_.find_entity(query_.subjects[0]);
    const Entity* second = lexicon_.find_entity(query_.subjects[1]);
    if (first == nullptr || second == nullptr || first->kind != second->kind) return;
    query_.comparands.push_back(query_.subjects.back());
    query_.subjects.pop_back();
  }

  std::string_view text_;
  const Scan& scan_;
  const Lexicon& lexicon_;
  std::vector<std::string> places_;
  Query query_;
};

bool has_entity(const Fact& fact, const std::string& name) {
  return fact.subject.value == name || fact.comparand.value == name ||
         std::ranges::count(fact.scope, name) > 0;
}

bool is_of_time(const Fact& fact, const Query& query) {
  if (!query.asks_when()) return true;
  if (fact.period && std::ranges::any_of(
                         query.periods, [&](const Period& p) { return overlaps(p, *fact.period); }))
    return true;
  const std::optional<YearPart> part = fact.period         ? part_of(*fact.period)
                                       : fact.partial_time ? fact.partial_time->part
                                                           : std::nullopt;
  return part && std::ranges::find(query.parts, *part) != query.parts.end();
}

bool fits(const Fact& fact, const Query& query) {
  const auto has = [&](const std::string& name) { return has_entity(fact, name); };
  const bool subjects = query.any_subject ? std::ranges::any_of(query.subjects, has)
                                          : std::ranges::all_of(query.subjects, has);
  return subjects && std::ranges::all_of(query.comparands, has) &&
         std::ranges::all_of(query.scope, has) &&
         (query.metrics.empty() || query.metrics.contains(fact.metric.value)) &&
         is_of_time(fact, query);
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

bool Query::empty() const {
  return subjects.empty() && comparands.empty() && scope.empty() && metrics.empty() &&
         periods.empty() && parts.empty() && words.empty();
}

Query parse_query(std::string_view text, const Knowledge& knowledge, std::optional<Day> today) {
  const std::string folded = fold_text(text);
  const Scan scanned = scan(folded, {.knowledge = knowledge, .date = today});
  return QueryReader(folded, scanned, knowledge.lexicon()).read();
}

std::optional<Query> as_list(const Query& query) {
  if (query.compares || query.comparands.empty()) return std::nullopt;
  Query list = query;
  list.subjects.insert(list.subjects.end(), list.comparands.begin(), list.comparands.end());
  list.comparands.clear();
  list.any_subject = true;
  return list;
}

std::vector<Answer> find_answers(const Query& query, const std::vector<ReadDocument>& documents) {
  std::vector<Answer> answers;
  // Nobody is named but by words that the lexicon does not know: one of them must be there.
  std::size_t most = query.subjects.empty() && !query.words.empty() ? 1 : 0;
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

bool has_word(const Fact& fact, std::string_view word) {
  const auto within = [&](std::string_view text) {
    return to_ascii_lower(text).find(word) != std::string::npos;
  };
  return within(fact.subject.value) || within(fact.metric.value) || within(fact.comparand.value) ||
         std::ranges::any_of(fact.scope, within) || std::ranges::any_of(fact.terms, within);
}

}  // namespace assay
