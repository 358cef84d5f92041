// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "checks/make_finding.h"
#include "checks/repair.h"
#include "checks/rule.h"
#include "checks/stated_relations.h"
#include "checks/wording.h"

namespace assay::rules {
namespace {

/// What a sentence says to be in a number that it has just stated.
struct NamedParts {
  const Fact* whole = nullptr;
  std::vector<const Fact*> parts;
};

std::vector<NamedParts> named_parts(const ReadDocument& document) {
  std::vector<NamedParts> all;
  for (const Link& link : document.links) {
    if (link.kind != LinkKind::IncludedIn) continue;
    const Fact* whole = &document.facts[link.second];
    if (all.empty() || all.back().whole != whole) all.push_back({whole, {}});
    all.back().parts.push_back(&document.facts[link.first]);
  }
  return all;
}

std::optional<Finding> check_parts(const NamedParts& named, const Lexicon& lexicon) {
  const Interval& whole = named.whole->quantity.tolerance;
  if (!whole.has_high()) return std::nullopt;
  Interval sum = Interval::point(0);
  std::string terms;
  for (const Fact* part : named.parts) {
    // "Two companies look the same: two of these may, two of those may": no part is the whole.
    if (named.parts.size() > 1 && part->quantity.stated == named.whole->quantity.stated)
      return std::nullopt;
    sum = sum + part->quantity.tolerance;
    terms += (terms.empty() ? "" : " + ") + part->text;
  }
  if (!sum.has_low() || sum.low <= whole.high * (1 + kRoundingOfSum)) return std::nullopt;
  std::vector<const Fact*> evidence = {named.whole};
  evidence.insert(evidence.end(), named.parts.begin(), named.parts.end());
  Finding finding = make_finding("parts-exceed-total", Severity::Error, 0.85, evidence);
  finding.message = {"“其中”各部分之和大于总数 " + named.whole->text,
                     "the parts that are named are more than the whole, " + named.whole->text};
  const MeasuredIn& unit = named.whole->quantity.unit;
  finding.explanation = {terms + " = " + interval_words(sum, unit, Language::Chinese) + " > " +
                             interval_words(whole, unit, Language::Chinese),
                         terms + " = " + interval_words(sum, unit, Language::English) + " > " +
                             interval_words(whole, unit, Language::English)};
  FactRelation relation = total_relation(named.parts, *named.whole);
  relation.upper_bound = true;
  explain_repairs(finding, {relation}, 0, lexicon);
  return finding;
}

std::vector<Finding> run(const FactIndex& index) {
  std::vector<Finding> findings;
  for (const ReadDocument& document : index.documents())
    for (const NamedParts& named : named_parts(document))
      if (auto finding = check_parts(named, index.knowledge().lexicon()))
        findings.push_back(std::move(*finding));
  return findings;
}

}  // namespace

extern const Rule parts_exceed_total{
    .summary = "the parts that a sentence names are more than their whole", .run = run};

}  // namespace assay::rules
