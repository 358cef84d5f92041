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
  return a.metric.known && b.metric.known && a.metric.value != b.metric.value;
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
