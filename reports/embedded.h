// SPDX-License-Identifier: MIT
#pragma once
/// Data of reports/ that is part of the program; see core/embedded.h.

#include "core/embedded.h"

namespace assay {

/// reports/html/*
[[nodiscard]] std::span<const EmbeddedFile> embedded_report_files();

}  // namespace assay
