// SPDX-License-Identifier: MIT
#pragma once
/// The general simplex method on a small dense tableau (checks/feasible_system.h says how and by
/// whom).

#include <cstddef>
#include <optional>
#include <vector>

#include "core/interval.h"

namespace assay {

/// A sum over all variables, in their order, and where it has to lie.
struct DenseBound {
  std::vector<double> factors;
  Interval range;
};

/// Bounds that no numbers can meet together, as indexes into `bounds`; absent when some can, or when
/// it stays undecided. Precondition: every bound has `variables` finite factors.
[[nodiscard]] std::optional<std::vector<std::size_t>> unmeetable(
    std::size_t variables, const std::vector<DenseBound>& bounds);

}  // namespace assay
