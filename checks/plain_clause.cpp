// SPDX-License-Identifier: MIT
#include "checks/plain_clause.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/utf8.h"
#include "facts/clauses.h"
#include "facts/scan.h"
#include "facts/text_probe.h"
#include "facts/time_cursor.h"

namespace assay {
namespace {

constexpr std::array kNarrowing = {WordClass::Among, WordClass::OtherThan, WordClass::Condition,
                                   WordClass::Hypothetical, WordClass::Per};

class ClauseReader {
 public:
  ClauseReader(const Fact& fact, const Knowledge& knowledge)
      : fact_(fact),
        lexicon_(knowledge.lexicon()),
        words_(knowledge.plain_words()),
        scan_(scan(fact.sentence, {knowledge, {}, false, false, nullptr})) {}

  [[nodiscard]] bool says_nothing_else() const {
    const Clauses clauses = split_clauses(scan_, fact_.sentence.size());
    for (const Clause& clause : clauses.clauses)
      if (clause.span.overlaps(fact_.in_sentence)) return is_plain(clause);
    return false;
  }

 private:
  [[nodiscard]] bool is_plain(const Clause& clause) const {
    const std::string_view text = fact_.sentence;
    std::size_t at = clause.span.begin;
    for (std::size_t i = clause.first; i < clause.last; ++i) {
      const Token& token = scan_.tokens[i];
      if (token.span.begin > at && !words_.are_fillers(text.substr(at, token.span.begin - at)))
        return false;
      if (!is_of_the_fact(token)) return false;
      at = std::max(at, token.span.end);
    }
    return at >= clause.span.end || words_.are_fillers(text.substr(at, clause.span.end - at));
  }

  [[nodiscard]] bool is_of_the_fact(const Token& token) const {
    switch (token.kind) {
      case TokenKind::Identifier:
      case TokenKind::Name:
        return false;
      case TokenKind::Quantity:
        return scan_.quantities[token.index].quantity.unit.dimension != Dimension::Duration ||
               fact_.quantity.unit.dimension == Dimension::Duration;
      case TokenKind::Word:
        return is_word_of_the_fact(token);
      default:
        return true;
    }
  }

  [[nodiscard]] bool is_word_of_the_fact(const Token& token) const {
    const Lexeme& word = *token.lexeme;
    if (std::ranges::any_of(kNarrowing, [&](WordClass one) { return token.says(one); }))
      return false;
    if (word.metric >= 0 && metric_name(word.metric) == fact_.metric.value) return true;
    if (word.entity >= 0 && is_named(entity_name(word.entity))) return true;
    return word.metric < 0 && word.entity < 0;
  }

  [[nodiscard]] const std::string& metric_name(std::int32_t index) const {
    return lexicon_.metrics()[static_cast<std::size_t>(index)].name;
  }
  [[nodiscard]] const std::string& entity_name(std::int32_t index) const {
    return lexicon_.entities()[static_cast<std::size_t>(index)].name;
  }
  [[nodiscard]] bool is_named(const std::string& name) const {
    return name == fact_.subject.value || name == fact_.comparand.value ||
           std::ranges::find(fact_.scope, name) != fact_.scope.end();
  }

  const Fact& fact_;
  const Lexicon& lexicon_;
  const PlainWords& words_;
  Scan scan_;
};

}  // namespace

bool says_nothing_else(const Fact& fact, const Knowledge& knowledge) {
  return !fact.in_sentence.empty() && ClauseReader(fact, knowledge).says_nothing_else();
}

std::vector<int> years_in(std::string_view text) {
  constexpr std::size_t kDigits = 4;
  std::vector<int> years;
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::size_t end = at;
    int number = 0;
    for (; is_digit_at(text, end); ++end)
      if (end - at < kDigits) number = number * 10 + (text[end] - '0');
    if (end - at == kDigits && is_year(number)) years.push_back(number);
    at = std::max(at, end);
  }
  return years;
}

bool says_when(const Fact& fact) {
  if (!fact.period || fact.period_stated) return fact.period.has_value();
  const std::vector<int> years = years_in(fact.sentence);
  return !years.empty() && std::ranges::all_of(years, [&](int year) {
    return year == year_of(fact.period->from) && year == year_of(fact.period->to);
  });
}

}  // namespace assay
