// SPDX-License-Identifier: MIT
#include "facts/clauses.h"

namespace assay {

bool ends_clause(const Token& token) {
  switch (token.kind) {
    case TokenKind::Clause:
      return !token.enumeration;
    case TokenKind::Sentence:
    case TokenKind::Open:
    case TokenKind::Close:
      return true;
    default:
      return false;
  }
}

Clauses split_clauses(const Scan& scan, std::size_t text_size) {
  Clauses result;
  Clause clause;
  SentenceSpan sentence;
  bool bracketed = false;
  const auto close_clause = [&](std::size_t token, std::size_t end) {
    clause.last = token;
    clause.span.end = end;
    clause.sentence = result.sentences.size();
    clause.bracketed = bracketed;
    if (clause.last > clause.first) result.clauses.push_back(clause);
  };
  const auto close_sentence = [&](std::size_t end) {
    sentence.span.end = end;
    sentence.last_clause = result.clauses.size();
    result.sentences.push_back(sentence);
    sentence.first_clause = result.clauses.size();
    sentence.span.begin = end;
  };
  for (std::size_t i = 0; i < scan.tokens.size(); ++i) {
    const Token& token = scan.tokens[i];
    if (!ends_clause(token)) continue;
    close_clause(i, token.span.begin);
    clause.first = i + 1;
    clause.span.begin = token.span.end;
    if (token.kind == TokenKind::Open) bracketed = true;
    if (token.kind == TokenKind::Close) bracketed = false;
    if (token.kind == TokenKind::Sentence) {
      close_sentence(token.span.end);
      bracketed = false;
    }
  }
  close_clause(scan.tokens.size(), text_size);
  close_sentence(text_size);
  return result;
}

}  // namespace assay
