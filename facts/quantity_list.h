// SPDX-License-Identifier: MIT
#pragma once
/// Lists of numbers whose last one alone says in what: 12.3、15.4和18.9亿元, 16/14nm, "5, 6 and 7
/// million units".

#include <optional>
#include <string_view>

#include "facts/knowledge.h"
#include "facts/quantity_part.h"

namespace assay {

/// Gives a bare number the unit and scale of the last one of the list that it stands in; says
/// whether it did. `first` is what was read of the number. Left alone are 三、五年 and its like, which
/// are one vague amount, and what may be a fraction or a date (2/3, 5/6月).
bool share_unit_of_list(std::string_view text, const Knowledge& knowledge, QuantityPart& first);

}  // namespace assay
