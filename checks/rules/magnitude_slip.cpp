// SPDX-License-Identifier: MIT
#include <map>

#include "checks/fact_kind.h"
#include "checks/make_finding.h"
#include "checks/rule.h"
#include "checks/slip.h"

namespace assay::rules {
namespace {

/// Pairs that share subject, metric and figure but not the currency: compare_slots keeps them apart
/// by their unit, so they are looked for here.
std::vector<Conflict> currency_pairs(const FactIndex& index) {
  std::vector<Conflict> pairs;
  for (const auto& [metric, facts] : index.by_metric()) {
    std::map<std::pair<std::string, double>, std::vector<const Fact*>> same_figure;
    for (const Fact* fact : facts)
      if (fact->quantity.unit.dimension == Dimension::Money && !fact->subject.empty() &&
          !fact->quantity.currency_inferred)
        same_figure[{fact->subject.value, fact->quantity.stated.low}].push_back(fact);
    for (const auto& [key, group] : same_figure) {
      for (std::size_t i = 1; i < group.size(); ++i) {
        if (!index.concerns(*group[0], *group[i])) continue;
        Fact converted = *group[i];
        converted.quantity.unit.canonical = group[0]->quantity.unit.canonical;
        if (converted.quantity.unit.canonical == group[i]->quantity.unit.canonical) continue;
        Conflict pair{group[0], group[i], compare_slots(*group[0], converted, index.knowledge()), 1,
                      Severity::Note};
        settle_by_digits(pair.comparison, *pair.a, *pair.b);
        const auto severity = severity_after(pair.comparison, 1);
        if (!severity || slip_of(*pair.a, *pair.b).en.empty()) continue;
        pair.severity = *severity;
        pairs.push_back(std::move(pair));
      }
    }
  }
  return pairs;
}

/// Whether the sentence of `fact` says the very figure of `other` as well: "5亿元", and not "0.5亿元".
bool says_figure_of(const Fact& fact, const Fact& other) {
  constexpr std::string_view kOfANumber = "0123456789.,";
  const std::size_t at = fact.sentence.find(other.text);
  return at != std::string::npos &&
         (at == 0 || kOfANumber.find(fact.sentence[at - 1]) == std::string_view::npos);
}

/// A table may leave its scale to the text around it; and a sentence that says both figures ("1% of 6,791m is
/// 67.91m") tells them apart.
bool is_no_slip(const Fact& fact, const Fact& other) {
  return is_unscaled_cell(fact) || says_figure_of(fact, other);
}

std::vector<Finding> run(const FactIndex& index) {
  std::vector<Conflict> conflicts = find_conflicts(index);
  std::erase_if(conflicts, [](const Conflict& c) {
    return c.conversion || slip_of(*c.a, *c.b).en.empty() || is_no_slip(*c.a, *c.b) ||
           is_no_slip(*c.b, *c.a);
  });
  for (Conflict& pair : currency_pairs(index)) conflicts.push_back(std::move(pair));
  std::vector<Finding> findings;
  for (const ConflictGroup& group : group_conflicts(conflicts))
    findings.push_back(conflict_finding("magnitude-slip", group,
                                        slip_of(*group.lead.a, *group.lead.b),
                                        index.knowledge().lexicon()));
  return findings;
}

}  // namespace

extern const Rule magnitude_slip{
    .summary = "two statements of one fact differ by one slip: a power of ten or a currency",
    .run = run};

}  // namespace assay::rules
