// SPDX-License-Identifier: MIT
#pragma once
/// What relations make of one of their numbers when the others are as they are stated: the arithmetic
/// that a finding shows, and the value that would mend it.

#include <optional>
#include <string>
#include <vector>

#include "checks/fact_relation.h"

namespace assay {

struct Inference {
  double exact = 0;     ///< from the values as stated. Units: canonical
  Interval range;       ///< from their tolerances, by interval arithmetic
  std::string formula;  ///< in the numbers as written: "100亿元 × (1 + 20%) × (1 + 10%)"
};

/// Solves the relations for `target`, one after the other: each time one in which a single number is
/// left open. `given` are the numbers that stand as stated; the target is none of them whatever it
/// states. Absent when the relations leave it open, or when a logarithm has no value.
[[nodiscard]] std::optional<Inference> infer(std::vector<const FactRelation*> relations,
                                             const std::vector<const Fact*>& given,
                                             const Fact& target);

}  // namespace assay
