// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <string_view>

#include "checks/fact_relation.h"
#include "checks/make_finding.h"
#include "checks/rule.h"
#include "checks/wording.h"
#include "core/utf8.h"
#include "facts/trie.h"

namespace assay::rules {
namespace {

/// An amount, and what the same sentence says that it comes to in another currency.
struct Equivalent {
  const Fact* amount = nullptr;
  const Fact* other = nullptr;
};

bool is_amount(const Fact& fact) {
  return fact.quantity.unit.dimension == Dimension::Money && !fact.quantity.currency_inferred &&
         !fact.quantity.vague && !fact.in_sentence.empty() && fact.quantity.tolerance.has_low() &&
         fact.quantity.tolerance.has_high() && fact.quantity.tolerance.low > 0;
}

/// Whether a word that may stand between the two begins at `at`: one for "equivalent", or a hedge. Its length;
/// 0 when none does.
std::size_t joint_at(std::string_view text, std::size_t at, const Lexicon& lexicon,
                     bool& equivalent) {
  if (is_ascii_letter(static_cast<unsigned char>(text[at])) && !is_word_start(text, at)) return 0;
  if (const std::size_t length = lexicon.find_class(text, at, WordClass::Equivalent); length > 0) {
    equivalent = true;
    return length;
  }
  constexpr std::array kHedges = {WordClass::AboutBefore,    WordClass::NearlyBefore,
                                  WordClass::MoreThanBefore, WordClass::LessThanBefore,
                                  WordClass::AboutAfter,     WordClass::AtLeastBefore};
  std::size_t longest = 0;
  for (const WordClass hedge : kHedges)
    longest = std::max(longest, lexicon.find_class(text, at, hedge));
  return longest;
}

/// Whether nothing but a bracket or a word for "equivalent" stands between two amounts, and hedges.
bool says_equivalent(std::string_view between, const Lexicon& lexicon) {
  constexpr std::string_view kPunctuation = " ,(";
  bool equivalent = false;
  for (std::size_t at = 0; at < between.size();) {
    if (kPunctuation.find(between[at]) != std::string_view::npos) {
      equivalent = equivalent || between[at] == '(';
      ++at;
      continue;
    }
    const std::size_t length = joint_at(between, at, lexicon, equivalent);
    if (length == 0) return false;
    at += length;
  }
  return equivalent;
}

std::vector<Equivalent> equivalents_of(const ReadDocument& document, const Lexicon& lexicon) {
  std::vector<Equivalent> all;
  for (std::size_t i = 1; i < document.facts.size(); ++i) {
    const Fact& a = document.facts[i - 1];
    const Fact& b = document.facts[i];
    if (!is_amount(a) || !is_amount(b) || a.quantity.unit.canonical == b.quantity.unit.canonical ||
        a.sentence_span != b.sentence_span || a.in_sentence.end > b.in_sentence.begin)
      continue;
    const std::string_view between =
        std::string_view(a.sentence)
            .substr(a.in_sentence.end, b.in_sentence.begin - a.in_sentence.end);
    if (says_equivalent(between, lexicon)) all.push_back({&a, &b});
  }
  return all;
}

/// What one of the currency of `fact` was worth in dollars. The sign of the yuan is also that of the yen, so both
/// count. Unbounded where it is not known.
Interval worth_of(const Fact& fact, const UnitTable& units) {
  constexpr std::string_view kSign = "¥";
  constexpr std::array kOfOneSign = {"CNY", "JPY"};
  const auto worth = [&](std::string_view currency) {
    const Unit* unit = units.find(currency);
    return unit == nullptr ? Interval{} : unit->in_dollars;
  };
  if (!fact.text.starts_with(kSign)) return worth(fact.quantity.unit.canonical);
  return hull(worth(kOfOneSign.front()), worth(kOfOneSign.back()));
}

/// What one of the first currency was worth in the second; unbounded where it is not known of both.
Interval known_rates(const Equivalent& pair, const UnitTable& units) {
  const Interval ours = worth_of(*pair.amount, units);
  const Interval theirs = worth_of(*pair.other, units);
  return ours.has_low() && theirs.has_low() ? ours / theirs : Interval{};
}

std::optional<Finding> check(const Equivalent& pair, const Knowledge& knowledge) {
  const Interval known = known_rates(pair, knowledge.units());
  const Interval implied = pair.other->quantity.tolerance / pair.amount->quantity.tolerance;
  if (!known.has_low() || intersects(known, implied)) return std::nullopt;
  Finding finding =
      make_finding("exchange-rate", Severity::Warning, 0.85, {pair.other, pair.amount});
  const MeasuredIn& unit = pair.other->quantity.unit;
  const std::string ours = pair.amount->quantity.unit.canonical;
  finding.message = {pair.amount->text + " 折合不成 " + pair.other->text,
                     pair.amount->text + " cannot be " + pair.other->text};
  finding.explanation = {
      "两者相除，1 " + ours + " 合 " + interval_words(implied, unit, Language::Chinese) +
          "，而 1994 年以来在 " + interval_words(known, unit, Language::Chinese) + " 之间",
      "that makes 1 " + ours + " worth " + interval_words(implied, unit, Language::English) +
          "; since 1994 it was worth " + interval_words(known, unit, Language::English)};
  return finding;
}

std::vector<Finding> run(const FactIndex& index) {
  std::vector<Finding> findings;
  for (const ReadDocument& document : index.documents())
    for (const Equivalent& pair : equivalents_of(document, index.knowledge().lexicon()))
      if (auto finding = check(pair, index.knowledge())) findings.push_back(std::move(*finding));
  return findings;
}

}  // namespace

extern const Rule exchange_rate{
    .summary = "an amount and what it comes to in another currency need a rate that never was",
    .run = run,
    .highest = Severity::Warning};

}  // namespace assay::rules
