// SPDX-License-Identifier: MIT
#pragma once
/// Claims that something is the highest or lowest of all that a table lists: 四家银行中净息差最高的是邮储银行,
/// "Ningbo grew fastest of the four ports".

#include <optional>
#include <string_view>
#include <vector>

#include "checks/verify.h"

namespace assay {

/// Judges such a claim by the column whose cell in a row that the claim names shares most of its words; totals
/// do not count. Absent when the claim has no superlative, names no row or several, or the column has
/// nothing else; unverifiable when the two are too close to tell.
[[nodiscard]] std::optional<Verification> verify_superlative(std::string_view claim_text,
                                                             const std::vector<const Fact*>& facts,
                                                             const Knowledge& knowledge);

}  // namespace assay
