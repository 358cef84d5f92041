// SPDX-License-Identifier: MIT
#include "checks/sides.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "checks/compare.h"

namespace assay {

bool is_two_sided(const Finding& finding) {
  constexpr std::array<std::string_view, 3> kTwoSided = {"stale-copy", "magnitude-slip",
                                                         "value-conflict"};
  return std::find(kTwoSided.begin(), kTwoSided.end(), finding.rule) != kTwoSided.end();
}

bool repeats_value(const Fact& fact, const Fact& other) {
  return fact.quantity.unit.canonical == other.quantity.unit.canonical &&
         values_agree(fact.quantity, other.quantity);
}

Sides sides_of(const Finding& finding) {
  Sides sides;
  const bool two_sided = is_two_sided(finding) && finding.evidence.size() > 1;
  for (const auto* facts : {&finding.evidence, &finding.repeats})
    for (const Fact& fact : *facts) {
      const bool against =
          two_sided && &fact != finding.evidence.data() && repeats_value(fact, finding.evidence[1]);
      (against ? sides.second : sides.first).push_back(&fact);
    }
  return sides;
}

}  // namespace assay
