// SPDX-License-Identifier: MIT
#include "facts/basis.h"

#include "core/utf8.h"

namespace assay {
namespace {

/// How far behind its number the basis of a change may stand (bytes).
constexpr std::size_t kBasisGap = 4;

bool may_be_a_change(const Scan& scan, const Token& token) {
  return token.kind == TokenKind::Quantity &&
         scan.quantities[token.index].quantity.unit.dimension != Dimension::Duration;
}

/// 每年增长20%, "10x a year": of a growth these say the base as well, but they make no number a growth.
Basis basis_of_growth(const Token& token) {
  if (token.says(WordClass::EachYear)) return Basis::Annualised;
  if (token.says(WordClass::EachPartOfYear)) return Basis::PeriodOnPeriod;
  return basis_said_by(token);
}

bool is_english(std::string_view text, const Token& token) {
  return is_ascii_letter(static_cast<unsigned char>(text[token.span.begin]));
}

/// English says it right behind the number (30% year over year), Chinese in 12%的复合增长率.
Basis basis_behind(std::string_view text, const Scan& scan, const Clause& clause,
                   std::size_t quantity) {
  constexpr std::string_view kOf = "的";
  std::size_t next = quantity + 1;
  if (next < clause.last && scan.tokens[next].span.of(text) == kOf) ++next;
  if (next >= clause.last) return Basis::Unsaid;
  const Token& word = scan.tokens[next];
  const std::size_t end = scan.tokens[quantity].span.end;
  const std::string_view between = text.substr(end, word.span.begin - end);
  const bool beside = is_english(text, word) ? between.size() <= kBasisGap : between == kOf;
  return beside ? basis_of_growth(word) : Basis::Unsaid;
}

}  // namespace

Basis basis_said_by(const Token& token) {
  if (token.says(WordClass::YearOnYear)) return Basis::YearOnYear;
  if (token.says(WordClass::PeriodOnPeriod)) return Basis::PeriodOnPeriod;
  return token.says(WordClass::Annualised) ? Basis::Annualised : Basis::Unsaid;
}

Basis basis_of(std::string_view text, const Scan& scan, const Clause& clause,
               std::size_t quantity) {
  if (const Basis behind = basis_behind(text, scan, clause, quantity); behind != Basis::Unsaid)
    return behind;
  for (std::size_t i = quantity; i-- > clause.first;) {
    const Token& token = scan.tokens[i];
    if (token.kind == TokenKind::Quantity) break;
    if (basis_of_growth(token) == Basis::Unsaid) continue;
    // "up 30% year over year and 6% ...": it belongs to the number before it.
    // "a five-year CAGR of 21%": a stretch of time is no change.
    const bool taken =
        is_english(text, token) && i > clause.first && may_be_a_change(scan, scan.tokens[i - 1]);
    return taken ? Basis::Unsaid : basis_of_growth(token);
  }
  return Basis::Unsaid;
}

}  // namespace assay
