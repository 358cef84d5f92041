// SPDX-License-Identifier: MIT
#pragma once
/// Pairs that look like contradictions and are none: one subject, one metric, two values that cannot
/// both be true of one thing, and something in the text that says they are of two.

#include <vector>

#include "checks/finding.h"
#include "facts/fact_index.h"

namespace assay {

/// At most so many pairs are told; a base of any size has more than anybody reads.
inline constexpr std::size_t kMostToldApart = 50;

/// The pairs in the order of the documents, each with what keeps the two apart. Of one subject and
/// metric each reason is told once, and the pairs of one sentence or table never: their writer lists
/// or compares them.
[[nodiscard]] std::vector<ToldApart> find_told_apart(const FactIndex& index);

}  // namespace assay
