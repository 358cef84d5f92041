// SPDX-License-Identifier: MIT
#pragma once
/// Which statements of a finding say the same, and which the contrary.

#include <vector>

#include "checks/finding.h"

namespace assay {

/// The statements of a finding. One that rests on all of its statements at once (a sum and its
/// parts) has a single side.
struct Sides {
  std::vector<const Fact*> first;   ///< with the first evidence
  std::vector<const Fact*> second;  ///< against it; may be empty
};

/// Whether the finding holds statements of one value against statements of another.
[[nodiscard]] bool is_two_sided(const Finding& finding);

/// Whether `fact` says what `other` says, of which it is known that both are of one thing.
[[nodiscard]] bool repeats_value(const Fact& fact, const Fact& other);

/// The sides of a finding, repetitions included. Valid as long as the finding is.
/// Precondition: of a finding that is two-sided, the first two statements are of different sides.
[[nodiscard]] Sides sides_of(const Finding& finding);

}  // namespace assay
