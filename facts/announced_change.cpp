// SPDX-License-Identifier: MIT
#include "facts/announced_change.h"

#include "facts/basis.h"
#include "facts/text_probe.h"

namespace assay {
namespace {

bool ends_at_colon(const ClauseView& view) {
  if (view.clause.last >= view.scan.tokens.size()) return false;
  const Token& mark = view.scan.tokens[view.clause.last];
  return mark.kind == TokenKind::Clause && view.text[mark.span.begin] == ':';
}

/// 营收增长：, and not 营收增长的贡献：, where the numbers are of what goes on behind the verb.
bool goes_on_behind(const ClauseView& view, const Token& verb) {
  return is_han_at(view.text, verb.span.end);
}

}  // namespace

std::optional<AnnouncedChange> announced_by(const ClauseView& view) {
  if (!ends_at_colon(view)) return std::nullopt;
  AnnouncedChange announced;
  bool change = false;
  bool rate = false;
  for (std::size_t i = view.clause.first; i < view.clause.last; ++i) {
    const Token& token = view.scan.tokens[i];
    if (token.kind == TokenKind::Quantity) return std::nullopt;
    if (token.kind != TokenKind::Word) continue;
    if (token.lexeme->metric >= 0)
      announced.metric = &view.lexicon.metrics()[static_cast<std::size_t>(token.lexeme->metric)];
    if (const Basis basis = basis_said_by(token); basis != Basis::Unsaid) announced.basis = basis;
    // 增速逐月放缓: the noun says what the numbers are, the verb how they move.
    if (!change && token.says(WordClass::Fall)) announced.role = Role::Decrease;
    rate = rate || token.says(WordClass::RateOfChange);
    const bool verb = token.says(WordClass::Rise) || token.says(WordClass::Fall);
    change = change || rate || (verb && !goes_on_behind(view, token));
  }
  if (!change || announced.metric == nullptr) return std::nullopt;
  // 毛利率先降后升：一季度22.5%: a verb says how a rate moves, and the numbers are the rate.
  const bool is_rate = announced.metric->fits(Dimension::Ratio);
  return rate || !is_rate ? std::optional(announced) : std::nullopt;
}

bool is_bare_item(const ClauseView& view, std::size_t token) {
  for (std::size_t i = view.clause.first; i < view.clause.last; ++i) {
    const Token& other = view.scan.tokens[i];
    const bool name = other.kind == TokenKind::Name ||
                      (other.kind == TokenKind::Word && other.lexeme->entity >= 0);
    if (i != token && !name && other.kind != TokenKind::Time) return false;
  }
  return true;
}

void apply(const AnnouncedChange& announced, Fact& fact) {
  if (fact.role != Role::Level || fact.quantity.unit.dimension != Dimension::Ratio) return;
  fact.role = announced.role;
  fact.basis = announced.basis;
  fact.metric = {announced.metric->name, SlotSource::Carried, true};
}

}  // namespace assay
