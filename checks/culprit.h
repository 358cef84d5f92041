// SPDX-License-Identifier: MIT
#pragma once
/// Which statement of a finding is most likely wrong. Only where something speaks for every other
/// side and nothing for this one: the same figure in other words or another document, or the
/// arithmetic of the sentence that it stands in.
///
///     28.81亿元  0.65亿元, up 43 times, is 28.81亿元: supported
///     28.81万元  said once, and nothing follows from it: most likely wrong

#include <vector>

#include "checks/finding.h"
#include "facts/fact_index.h"

namespace assay {

/// Sets the culprit of every finding that has one and does not name it yet. The evidence must be of
/// the documents of `index`.
void name_culprits(std::vector<Finding>& findings, const FactIndex& index);

}  // namespace assay
