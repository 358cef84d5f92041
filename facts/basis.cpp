// SPDX-License-Identifier: MIT
#include "facts/basis.h"

namespace assay {
namespace {

/// How far behind its number the basis of a change may stand (bytes).
constexpr std::size_t kBasisGap = 4;

bool may_be_a_change(const Scan& scan, const Token& token) {
  return token.kind == TokenKind::Quantity &&
         scan.quantities[token.index].quantity.unit.dimension != Dimension::Duration;
}

}  // namespace

Basis basis_said_by(const Token& token) {
  if (token.says(WordClass::YearOnYear)) return Basis::YearOnYear;
  if (token.says(WordClass::PeriodOnPeriod)) return Basis::PeriodOnPeriod;
  return token.says(WordClass::Annualised) ? Basis::Annualised : Basis::Unsaid;
}

Basis basis_of(std::string_view text, const Scan& scan, const Clause& clause,
               std::size_t quantity) {
  const auto english = [&](const Token& token) {
    return static_cast<unsigned char>(text[token.span.begin]) < 0x80;
  };
  // English says it right behind the number (30% year over year), or before it.
  if (quantity + 1 < clause.last) {
    const Token& next = scan.tokens[quantity + 1];
    const bool beside = next.span.begin - scan.tokens[quantity].span.end <= kBasisGap;
    if (beside && basis_said_by(next) != Basis::Unsaid && english(next)) return basis_said_by(next);
  }
  for (std::size_t i = quantity; i-- > clause.first;) {
    const Token& token = scan.tokens[i];
    if (token.kind == TokenKind::Quantity) break;
    if (basis_said_by(token) == Basis::Unsaid) continue;
    // "up 30% year over year and 6% ...": it belongs to the number before it.
    // "a five-year CAGR of 21%": a stretch of time is no change.
    const bool taken =
        english(token) && i > clause.first && may_be_a_change(scan, scan.tokens[i - 1]);
    return taken ? Basis::Unsaid : basis_said_by(token);
  }
  return Basis::Unsaid;
}

}  // namespace assay
