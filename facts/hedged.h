// SPDX-License-Identifier: MIT
#pragma once
/// What a hedge makes of a value that is not a decimal as written: a fraction, a multiple in words.

#include "core/quantity.h"

namespace assay {

/// The bound that `hedge` makes of `value` ("more than doubled" is above 2); `exact` for a hedge
/// that is no bound. Written decimals have `stated_interval` of core/quantity.h.
[[nodiscard]] Interval hedged(const Interval& exact, double value, Hedge hedge);

}  // namespace assay
