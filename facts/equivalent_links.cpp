// SPDX-License-Identifier: MIT
#include "facts/equivalent_links.h"

#include "facts/sentence_members.h"

namespace assay {
namespace {

bool is_written_amount(const Fact& fact) {
  return fact.quantity.unit.dimension == Dimension::Money && !fact.quantity.currency_inferred;
}

/// Whether the tokens between two quantities, and the text between those, say that the second is the first again.
bool says_equivalent(std::string_view text, const Scan& scan, std::size_t first,
                     std::size_t second) {
  constexpr std::string_view kOpening = "(";
  constexpr std::string_view kPunctuation = " ,(";
  const auto hedged = [&](std::size_t token) {
    return scan.quantities[scan.tokens[token].index].with_hedge;
  };
  std::size_t at = hedged(first).end;
  const std::size_t end = hedged(second).begin;
  bool equivalent = false;
  const auto pass = [&](std::size_t to) {
    for (; at < to; ++at) {
      if (kPunctuation.find(text[at]) == std::string_view::npos) return false;
      equivalent = equivalent || text.substr(at).starts_with(kOpening);
    }
    return true;
  };
  for (std::size_t i = first + 1; i < second; ++i) {
    const Token& token = scan.tokens[i];
    if (token.span.begin < at || token.span.end > end || token.kind != TokenKind::Word) continue;
    if (!token.says(WordClass::Equivalent) || !pass(token.span.begin)) return false;
    equivalent = true;
    at = token.span.end;
  }
  return pass(end) && equivalent;
}

}  // namespace

std::vector<Link> find_equivalent_links(std::string_view text, const Scan& scan,
                                        const Clauses& clauses, const std::vector<Fact>& facts) {
  std::vector<Link> links;
  for (const SentenceSpan& sentence : clauses.sentences) {
    const std::vector<Member> members = members_of(scan, clauses, sentence);
    for (std::size_t i = 1; i < members.size(); ++i) {
      const Fact& amount = facts[members[i - 1].fact];
      const Fact& other = facts[members[i].fact];
      if (is_written_amount(amount) && is_written_amount(other) && !same_measure(amount, other) &&
          says_equivalent(text, scan, members[i - 1].token, members[i].token))
        links.push_back({LinkKind::Equivalent, members[i - 1].fact, members[i].fact, kNoFact});
    }
  }
  return links;
}

}  // namespace assay
