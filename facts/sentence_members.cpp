// SPDX-License-Identifier: MIT
#include "facts/sentence_members.h"

namespace assay {

std::vector<Member> members_of(const Scan& scan, const Clauses& clauses,
                               const SentenceSpan& sentence) {
  std::vector<Member> members;
  for (std::size_t c = sentence.first_clause; c < sentence.last_clause; ++c) {
    const Clause& clause = clauses.clauses[c];
    for (std::size_t i = clause.first; i < clause.last; ++i)
      if (scan.tokens[i].kind == TokenKind::Quantity)
        members.push_back({scan.tokens[i].index, i, c});
  }
  return members;
}

bool is_growth(const Fact& fact) {
  const Dimension dimension = fact.quantity.unit.dimension;
  const bool relative = dimension == Dimension::Ratio || dimension == Dimension::PercentagePoint ||
                        dimension == Dimension::Count || dimension == Dimension::Money;
  return relative && (fact.role == Role::Increase || fact.role == Role::Decrease ||
                      fact.role == Role::Multiple);
}

bool metrics_differ(const Fact& a, const Fact& b) {
  if (a.metric.value == b.metric.value) return false;
  if (a.metric.known && b.metric.known) return true;
  // 47个频道 and 1000万订阅: what each clause counts is written there.
  const auto is_counted = [](const Fact& fact) {
    return fact.quantity.unit.dimension == Dimension::Count && !fact.metric.empty() &&
           !fact.metric.known && fact.metric.source <= SlotSource::Clause;
  };
  return is_counted(a) && is_counted(b) && a.quantity.written_unit != b.quantity.written_unit;
}

bool entities_between(const Scan& scan, std::size_t from, std::size_t to) {
  for (std::size_t i = from + 1; i < to; ++i) {
    const Token& token = scan.tokens[i];
    if (token.kind == TokenKind::Word && token.lexeme->entity >= 0) return true;
  }
  return false;
}

bool names_between(const Scan& scan, std::size_t from, std::size_t to) {
  for (std::size_t i = from + 1; i < to; ++i) {
    const Token& token = scan.tokens[i];
    if (token.kind == TokenKind::Word && (token.lexeme->entity >= 0 || token.lexeme->metric >= 0))
      return true;
  }
  return false;
}

}  // namespace assay
