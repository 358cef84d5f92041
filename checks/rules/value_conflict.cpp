// SPDX-License-Identifier: MIT
#include "checks/make_finding.h"
#include "checks/rule.h"
#include "checks/slip.h"

namespace assay::rules {
namespace {

/// Which way led to the pair, where it is not that both name one subject and one metric.
Message why_the_same(const Conflict& conflict) {
  if (!conflict.comparison.by_wording) return {};
  return {"两句话几乎同文", "the two say nearly the same in nearly the same words"};
}

std::vector<Finding> run(const FactIndex& index) {
  std::vector<Conflict> conflicts = find_conflicts(index);
  // What one slip of the pen explains is magnitude-slip's.
  std::erase_if(conflicts,
                [](const Conflict& c) { return !c.conversion && !slip_of(*c.a, *c.b).en.empty(); });
  std::vector<Finding> findings;
  for (const ConflictGroup& group : group_conflicts(conflicts))
    findings.push_back(conflict_finding("value-conflict", group, why_the_same(group.lead),
                                        index.knowledge().lexicon()));
  return findings;
}

}  // namespace

extern const Rule value_conflict{
    .summary = "two statements of one fact give values that cannot both be true", .run = run};

}  // namespace assay::rules
