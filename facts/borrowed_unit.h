// SPDX-License-Identifier: MIT
#pragma once
/// Numbers without a unit that are in that of the number before: 从95%降至零, "one point one percent from
/// one point four".

#include <string_view>

#include "facts/scan.h"

namespace assay {

/// Gives the last quantity of `scan`, which has no unit, that of the one before it, where it is a zero to
/// which a change leads, or a spoken decimal behind a share in the same sentence.
/// Precondition: the scan has a quantity, and its last token is that.
void borrow_unit(std::string_view text, Scan& scan);

}  // namespace assay
