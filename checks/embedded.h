// SPDX-License-Identifier: MIT
#pragma once
/// Data of checks/ that is part of the program; see core/embedded.h.

#include "core/embedded.h"

namespace assay {

/// The cards checks/rules/*.md, in the order of all_rules().
[[nodiscard]] std::span<const EmbeddedFile> embedded_rule_cards();

}  // namespace assay
