// SPDX-License-Identifier: MIT
#include "checks/superlative_claim.h"

#include <algorithm>
#include <set>
#include <string>

#include "checks/fact_kind.h"
#include "checks/table_rows.h"
#include "checks/wording.h"
#include "core/folding.h"
#include "core/utf8.h"
#include "facts/scan.h"
#include "facts/terms.h"

namespace assay {
namespace {

struct SuperlativeClaim {
  std::string text;  ///< folded, lower case
  std::vector<std::string> words;
  bool highest = true;
};

std::optional<SuperlativeClaim> read_superlative(std::string_view claim_text,
                                                 const Knowledge& knowledge) {
  const std::string text = fold_text(std::string(claim_text));
  const Scan scanned = scan(text, {knowledge});
  for (const Token& token : scanned.tokens) {
    const bool highest = token.says(WordClass::Highest);
    if (!highest && !token.says(WordClass::Lowest)) continue;
    return SuperlativeClaim{to_ascii_lower(text),
                            terms_of(text, {0, text.size()}, scanned, knowledge.lexicon()),
                            highest};
  }
  return std::nullopt;
}

bool names_row(const SuperlativeClaim& claim, const Fact& cell) {
  const std::string head = to_ascii_lower(row_head(cell));
  const bool said = !head.empty() && claim.text.find(head) != std::string::npos;
  return said || (!cell.subject.empty() && has_name(claim.words, cell.subject.value));
}

/// How well a cell's column fits the words and the time of the claim.
double fit_of(const SuperlativeClaim& claim, const Fact& cell) {
  double fit = overlap(claim.words, cell.terms);
  if (has_term(claim.words, cell.metric.value)) fit += 1;
  if (!cell.period) return fit;
  const std::string year = std::to_string(year_of(cell.period->from));
  return fit + (claim.text.find(year) != std::string::npos ? 1 : 0);
}

/// The cell of the claim's row and column; nullptr when the claim names no row, or several.
const Fact* find_cell(const SuperlativeClaim& claim, const std::vector<const Fact*>& facts,
                      const Lexicon& lexicon) {
  const Fact* best = nullptr;
  std::set<std::uint32_t> rows;
  for (const Fact* fact : facts) {
    if (fact->table_row == 0 || is_total(*fact, lexicon) || !names_row(claim, *fact)) continue;
    rows.insert(fact->table_row);
    if (best == nullptr || fit_of(claim, *fact) > fit_of(claim, *best)) best = fact;
  }
  const bool fits = best != nullptr && rows.size() == 1 && fit_of(claim, *best) > 0;
  return fits ? best : nullptr;
}

}  // namespace

std::optional<Verification> verify_superlative(std::string_view claim_text,
                                               const std::vector<const Fact*>& facts,
                                               const Knowledge& knowledge) {
  const auto claim = read_superlative(claim_text, knowledge);
  if (!claim) return std::nullopt;
  const Fact* cell = find_cell(*claim, facts, knowledge.lexicon());
  if (cell == nullptr) return std::nullopt;
  const auto value = [&](const Fact& fact) {
    return fact.quantity.stated.midpoint() * (claim->highest ? 1 : -1);
  };
  const Fact* rival = nullptr;
  for (const Fact* fact : facts) {
    const bool other = fact != cell && in_one_table(*fact, *cell) &&
                       fact->table_column == cell->table_column &&
                       !is_total(*fact, knowledge.lexicon());
    if (other && same_measure(*fact, *cell) && (rival == nullptr || value(*fact) > value(*rival)))
      rival = fact;
  }
  if (rival == nullptr) return std::nullopt;
  Verification verification;
  if (!intersects(rival->quantity.tolerance, cell->quantity.tolerance))
    verification.verdict =
        value(*cell) > value(*rival) ? Verdict::Supported : Verdict::Contradicted;
  verification.evidence = {*cell, *rival};
  const bool larger = cell->quantity.stated.midpoint() > rival->quantity.stated.midpoint();
  const auto words = [&](Language language) {
    return stated_words(*cell, language) + (larger ? " > " : " < ") +
           stated_words(*rival, language);
  };
  verification.explanation = {words(Language::Chinese), words(Language::English)};
  return verification;
}

}  // namespace assay
