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

}  // namespace assay
