// SPDX-License-Identifier: MIT
#pragma once
/// Small steps that rules share when they write down what they found.

#include <string>
#include <vector>

#include "checks/conflicts.h"
#include "checks/finding.h"

namespace assay {

/// A finding on these facts, without words.
[[nodiscard]] Finding make_finding(std::string rule, Severity severity, double confidence,
                                   const std::vector<const Fact*>& evidence);

/// The finding of a group of conflicts: message, arithmetic, doubts, evidence of both sides. The
/// rule may say more in `lead_in`, which then opens the explanation.
[[nodiscard]] Finding conflict_finding(std::string rule, const ConflictGroup& group,
                                       const Message& lead_in, const Lexicon& lexicon);

}  // namespace assay
