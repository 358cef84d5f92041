// SPDX-License-Identifier: MIT
#include <map>
#include <set>
#include <tuple>

#include "checks/make_finding.h"
#include "checks/rule.h"

namespace assay::rules {
namespace {

/// The facts of one occurrence of a sentence, in order.
using Occurrence = std::vector<const Fact*>;

std::vector<Occurrence> occurrences(const std::vector<const Fact*>& facts) {
  std::map<std::pair<std::string, std::size_t>, Occurrence> by_place;
  std::vector<std::pair<std::string, std::size_t>> order;
  for (const Fact* fact : facts) {
    const auto key = std::pair(fact->document, fact->sentence_span.begin);
    if (!by_place.contains(key)) order.push_back(key);
    by_place[key].push_back(fact);
  }
  std::vector<Occurrence> result;
  result.reserve(order.size());
  for (const auto& key : order) result.push_back(std::move(by_place[key]));
  return result;
}

bool comparable(const Fact& a, const Fact& b) {
  return a.quantity.unit.dimension == b.quantity.unit.dimension &&
         a.quantity.unit.canonical == b.quantity.unit.canonical;
}

std::vector<Finding> run(const FactIndex& index) {
  std::vector<Finding> findings;
  std::set<std::tuple<std::uint64_t, std::size_t, double>> told;
  for (const auto& [skeleton, facts] : index.by_skeleton()) {
    const std::vector<Occurrence> copies = occurrences(facts);
    for (std::size_t i = 1; i < copies.size(); ++i) {
      if (copies[i].size() != copies[0].size()) continue;
      for (std::size_t k = 0; k < copies[i].size(); ++k) {
        const Fact* a = copies[0][k];
        const Fact* b = copies[i][k];
        if (!comparable(*a, *b) || values_agree(a->quantity, b->quantity)) continue;
        // A third copy with the second one's number says nothing new.
        if (!told.insert({skeleton, k, b->quantity.stated.low}).second) continue;
        ConflictGroup group{
            {a, b, {}, relative_gap(a->quantity, b->quantity), Severity::Error}, {a}, {b}};
        group.lead.comparison.confidence = 0.95;
        findings.push_back(conflict_finding(
            "stale-copy", group,
            {"同一句话两次出现，数字却不同", "the same sentence recurs with another number"}));
      }
    }
  }
  return findings;
}

}  // namespace

extern const Rule stale_copy{.summary = "a sentence recurs with other numbers", .run = run};

}  // namespace assay::rules
