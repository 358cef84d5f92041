// SPDX-License-Identifier: MIT
#pragma once
/// Slips of the pen: the same figure a power of ten away, or in another currency.

#include <string>

#include "checks/compare.h"
#include "checks/finding.h"

namespace assay {

/// If one slip of the pen explains why two values differ, what it is ("万 ↔ 亿", "million ↔
/// billion", "CNY ↔ USD"); empty otherwise. The figures have at least three significant digits in
/// common, or are written alike but for the scale word or the unit.
[[nodiscard]] Message slip_of(const Fact& a, const Fact& b);

/// How a number that is known to be one and the same was altered: what `slip_of` says, or another
/// unit behind the same figure ("% / 个百分点"), a single digit, two digits that changed places.
/// Empty where it is none of these.
[[nodiscard]] Message alteration_of(const Fact& a, const Fact& b);

/// Four equal digits are no chance: if a slip explains the difference, what only one of the two
/// facts says is no reason any more to doubt that they speak of the same thing.
void settle_by_digits(Comparison& comparison, const Fact& a, const Fact& b);

/// The significant digits of a number, without the zeros at its end: 28.81亿 -> "2881".
[[nodiscard]] std::string significant_digits(double written);

}  // namespace assay
