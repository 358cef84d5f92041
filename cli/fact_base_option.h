// SPDX-License-Identifier: MIT
#pragma once
/// The fact base that --base names.

#include <string>

#include "core/result.h"
#include "facts/fact_base.h"

namespace assay {

/// Opens the base. Errors: BadUsage when none is named or it is of a kind that this program does not
/// have; Io as FactBase::open.
[[nodiscard]] Result<FactBase> open_base(const std::string& path, FactBase::Mode mode);

}  // namespace assay
