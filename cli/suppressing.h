// SPDX-License-Identifier: MIT
#pragma once
/// Marks in documents (facts/suppression.h) held against findings.

#include "checks/finding.h"
#include "cli/check_extent.h"
#include "cli/collection.h"

namespace assay {

/// Sets aside the findings that marks in their documents accept, and says on standard error which
/// marks are wrong and which accept nothing.
///
/// A mark names rules and lines. It accepts a finding of such a rule when a statement on such a line
/// takes part; where several statements say the same against others, when all that say the same are
/// accepted. A document of the fact base is read again; where it has changed since, its marks count
/// for nothing.
void set_aside_suppressed(CheckResult& result, Collection& collection, const CheckExtent& extent);

}  // namespace assay
