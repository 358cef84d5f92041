// SPDX-License-Identifier: MIT
#pragma once
/// Documents that are believed before others.

#include "checks/finding.h"
#include "cli/collection.h"
#include "cli/configuration.h"

namespace assay {

/// Where the two sides of a finding are trusted differently (each as much as the most trusted of its
/// documents), its explanation says which of them is likely wrong, and, with `anchor`, that side
/// comes first. What is found and how grave it is stays the same.
void weigh_trust(CheckResult& result, const Configuration& configuration,
                 const Collection& collection, bool anchor);

}  // namespace assay
