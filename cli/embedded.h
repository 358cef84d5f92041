// SPDX-License-Identifier: MIT
#pragma once
/// Data of cli/ that is part of the program; see core/embedded.h.

#include <span>

#include "core/embedded.h"

namespace assay {

/// cli/data/*
[[nodiscard]] std::span<const EmbeddedFile> embedded_cli_files();

}  // namespace assay
