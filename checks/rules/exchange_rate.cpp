// SPDX-License-Identifier: MIT
#include <array>
#include <string_view>

#include "checks/make_finding.h"
#include "checks/rule.h"
#include "checks/wording.h"

namespace assay::rules {
namespace {

/// An amount, and what its sentence says that it comes to in another currency (LinkKind::Equivalent).
struct Equivalent {
  const Fact* amount = nullptr;
  const Fact* other = nullptr;
};

/// A figure with two ends above nothing, which can be divided.
bool is_plain_amount(const Fact& fact) {
  const Interval& value = fact.quantity.tolerance;
  return !fact.quantity.vague && value.has_low() && value.has_high() && value.low > 0;
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
    for (const Link& link : document.links) {
      if (link.kind != LinkKind::Equivalent) continue;
      const Equivalent pair{&document.facts[link.first], &document.facts[link.second]};
      if (!is_plain_amount(*pair.amount) || !is_plain_amount(*pair.other)) continue;
      if (auto finding = check(pair, index.knowledge())) findings.push_back(std::move(*finding));
    }
  return findings;
}

}  // namespace

extern const Rule exchange_rate{
    .summary = "an amount and what it comes to in another currency need a rate that never was",
    .run = run,
    .highest = Severity::Warning};

}  // namespace assay::rules
