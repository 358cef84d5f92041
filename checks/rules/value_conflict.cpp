// SPDX-License-Identifier: MIT
#include "checks/make_finding.h"
#include "checks/rule.h"

namespace assay::rules {
namespace {

std::vector<Finding> run(const FactIndex& index) {
  std::vector<Conflict> conflicts = find_conflicts(index);
  // What one slip of the pen explains is magnitude-slip's.
  std::erase_if(conflicts, [](const Conflict& c) { return !slip_of(*c.a, *c.b).en.empty(); });
  std::vector<Finding> findings;
  for (const ConflictGroup& group : group_conflicts(conflicts))
    findings.push_back(conflict_finding("value-conflict", group, {}));
  return findings;
}

}  // namespace

extern const Rule value_conflict{
    .summary = "two statements of one fact give values that cannot both be true", .run = run};

}  // namespace assay::rules
