// SPDX-License-Identifier: MIT
#pragma once
/// Pairs of facts that speak of the same thing and cannot both be true. Candidates come from
/// buckets of one subject and one metric (or two metrics that people mix up), never from all pairs
/// of a base.

#include <functional>
#include <vector>

#include "checks/compare.h"
#include "checks/conversion.h"
#include "checks/finding.h"
#include "facts/fact_index.h"

namespace assay {

struct Conflict {
  const Fact* a = nullptr;  ///< the earlier one in the order of the index
  const Fact* b = nullptr;
  Comparison comparison;
  double gap = 0;  ///< relative_gap of the two values
  Severity severity = Severity::Note;
  /// What `a` comes to in the currency of `b`, where the two are of two currencies.
  std::optional<Conversion> conversion = std::nullopt;

  /// The value of `a`, in the unit of `b`.
  [[nodiscard]] const Quantity& value_of_a() const {
    return conversion ? conversion->quantity : a->quantity;
  }
};

/// Every conflicting pair of which the index looks at one side. Order: most severe first, then most
/// confident, then widest gap, then as in the documents.
[[nodiscard]] std::vector<Conflict> find_conflicts(const FactIndex& index);

/// Conflicts that tell the same story: two sides, each of facts that state one value.
struct ConflictGroup {
  Conflict lead;                     ///< the pair that says it best
  std::vector<const Fact*> side_a;   ///< lead.a first
  std::vector<const Fact*> side_b;   ///< lead.b first
  std::vector<const Fact*> repeats;  ///< what repeats either side beyond these
};

/// Groups conflicts so that one slip gives one finding: a pair joins the group whose two values it
/// repeats; a pair of facts that both are in findings already says nothing new and is left out.
[[nodiscard]] std::vector<ConflictGroup> group_conflicts(const std::vector<Conflict>& conflicts);

}  // namespace assay
