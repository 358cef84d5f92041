// SPDX-License-Identifier: MIT
#pragma once
/// Claims that compare and give no number: 顺丰的单票收入高于圆通, "A sold more cars than B".

#include <optional>
#include <string_view>
#include <vector>

#include "checks/verify.h"

namespace assay {

/// Judges such a claim by two levels of the text: those of the two subjects in one metric, or of two
/// metrics of one subject. Absent when the claim does not compare or the text lacks one side;
/// unverifiable when rounding leaves it open.
[[nodiscard]] std::optional<Verification> verify_comparison(std::string_view claim_text,
                                                            const std::vector<const Fact*>& facts,
                                                            const Lexicon& lexicon);

}  // namespace assay
