// SPDX-License-Identifier: MIT
#pragma once
/// Numbers whose unit, or a part of it, stands at the number before or behind them: 从95%降至零, "one point one
/// percent from one point four", "from 35 yuan per kg to 52 yuan".

#include <string_view>

#include "facts/scan.h"

namespace assay {

/// Gives the last quantity of `scan`, which has no unit, that of the one before it, where it is a zero to
/// which a change leads, or a spoken decimal behind a share in the same sentence.
/// Precondition: the scan has a quantity, and its last token is that.
void borrow_unit(std::string_view text, Scan& scan);

/// Gives both ends of a change the unit that one of them states in full: "from 35 yuan per kg to 52 yuan",
/// 从35元涨到每千克52元. Looks at the last quantity of `scan` and the one before it.
/// Precondition: the last token of the scan is its last quantity.
void complete_unit(Scan& scan);

}  // namespace assay
