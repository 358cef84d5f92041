// SPDX-License-Identifier: MIT
#include "facts/table_head.h"

#include <algorithm>
#include <cmath>

#include "facts/quantity_reader.h"
#include "facts/ticker.h"

namespace assay {
namespace {

constexpr std::size_t kLongestUnit = 30;  // bytes

/// "$bn" -> "$1bn": a currency sign stands before its number. Empty when `text` starts with none.
std::string with_one_inside(std::string_view text, const Knowledge& knowledge) {
  // RMBm: a code ends where the number would stand.
  for (std::size_t end : {text.size(), std::min(text.size(), kCurrencyCode)}) {
    const auto hit = knowledge.unit_surfaces().find(text.substr(0, end), 0);
    if (hit.unit != nullptr && hit.unit->prefix)
      return std::string(text.substr(0, hit.length)) + "1" + std::string(text.substr(hit.length));
  }
  return {};
}

/// The words of a head up to `end` that narrow its metric: those that no lexicon knows, and what the
/// metric's own name says.
std::string narrowing_words(std::string_view head, std::size_t end, const Scan& scanned,
                            const Knowledge& knowledge) {
  std::string narrowing;
  std::size_t at = 0;
  const auto take = [&](std::size_t until) {
    const std::string_view piece = at < until ? head.substr(at, until - at) : std::string_view();
    if (!knowledge.plain_words().are_fillers(piece)) narrowing += piece;
  };
  for (const Token& token : scanned.tokens) {
    if (token.kind == TokenKind::Open || token.span.begin >= end) break;
    take(token.span.begin);
    at = token.span.end;
    if (token.kind == TokenKind::Word) narrowing += knowledge.lexicon().narrowing_of(*token.lexeme);
  }
  const std::size_t open = head.find('(', at);
  take(std::min(end, open));
  while (narrowing.ends_with(' ')) narrowing.pop_back();
  return narrowing;
}

/// An amount that a head names beside what its cells are a share of.
std::string amount_beside(const Scan& head, const Carried& said, const Lexicon& lexicon) {
  if (!lexicon.is_share(said.metric.value)) return {};
  for (const Token& token : head.tokens) {
    if (token.kind != TokenKind::Word || token.lexeme->metric < 0) continue;
    const Metric& metric = lexicon.metrics()[static_cast<std::size_t>(token.lexeme->metric)];
    if (metric.fits(Dimension::Money) && lexicon.share_of(metric.name) != said.metric.value)
      return metric.name;
  }
  return {};
}

}  // namespace

std::optional<ScannedQuantity> unit_named_by(std::string_view text, const Knowledge& knowledge) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  if (text.empty() || text.size() > kLongestUnit || (text[0] >= '0' && text[0] <= '9'))
    return std::nullopt;
  // Read as if it stood behind (or, for $bn, around) a 1.
  const QuantityContext context{knowledge};
  const std::string unit(text);
  for (const std::string& probe : {"1" + unit, "1 " + unit, with_one_inside(text, knowledge)}) {
    if (probe.empty()) continue;
    std::size_t skip = 0;
    auto read = read_quantity(probe, 0, context, skip);
    if (!read || read->unitless || read->span.end != probe.size()) continue;
    MeasuredIn& measured = read->quantity.unit;
    const Decimal one(std::llround(read->quantity.written_low), 0);
    if (const auto scale = one.times(measured.scale)) measured.scale = *scale;
    return read;
  }
  // 美元/百万token: of what one pays for so many tokens, text says the amount alone.
  for (const std::string_view per : {"/", " per "}) {
    const std::size_t at = text.find(per);
    if (at == std::string_view::npos) continue;
    auto amount = unit_named_by(text.substr(0, at), knowledge);
    if (amount && amount->quantity.unit.dimension == Dimension::Money) return amount;
  }
  return std::nullopt;
}

std::string_view without_unit_label(std::string_view note) {
  for (const std::string_view label : {"单位:", "单位为", "单位", "unit:", "in "})
    if (starts_with_lowered(note, label)) return note.substr(label.size());
  return note;
}

std::optional<UnitOfHead> unit_of_head(std::string_view head, const Knowledge& knowledge) {
  for (std::size_t at = 0; at < head.size(); ++at) {
    const char opened = head[at];
    const bool bracket = opened == '(' || opened == '[';
    if (!bracket && opened != ',' && opened != '/') continue;
    std::string_view inside = head.substr(at + 1);
    if (bracket) inside = inside.substr(0, inside.find(opened == '(' ? ')' : ']'));
    if (auto unit = unit_named_by(without_unit_label(inside), knowledge))
      return UnitOfHead{at, *std::move(unit)};
  }
  return std::nullopt;
}

CellHead read_head(const Document& document, std::uint32_t block, const Knowledge& knowledge) {
  CellHead head;
  head.text = without_ticker(document.blocks[block].text.text());
  head.time = read_head_time(head.text, knowledge);
  const Scan scanned = scan(head.text, {knowledge, document.date});
  head.said = read_heading(head.text, scanned, knowledge);
  head.amount = amount_beside(scanned, head.said, knowledge.lexicon());
  if (head.time) {
    head.said = {.period = head.said.period};
  } else {
    head.unit = unit_of_head(head.text, knowledge);
  }
  const std::size_t name_end = head.unit ? head.unit->name_end : head.text.size();
  if (!head.said.metric.empty())
    head.narrowing = narrowing_words(head.text, name_end, scanned, knowledge);
  return head;
}

}  // namespace assay
