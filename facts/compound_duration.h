// SPDX-License-Identifier: MIT
#pragma once
/// A stretch of time in several units: 3小时28分, 两年零三个月, 2 hours 15 minutes, 9秒83. Used by
/// quantity_part.cpp only.

#include <string_view>

#include "facts/quantity_part.h"

namespace assay {

/// Adds to a number of hours what stands behind it in a smaller unit, and so on down. 分 counts as
/// minutes next to hours or seconds only. The part is then measured in the smallest of the units;
/// it stays as it is when nothing of the kind follows.
void read_smaller_units(std::string_view text, const Knowledge& knowledge, QuantityPart& part);

}  // namespace assay
