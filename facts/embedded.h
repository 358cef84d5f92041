// SPDX-License-Identifier: MIT
#pragma once
/// Data of facts/ that is part of the program; see core/embedded.h.

#include "core/embedded.h"

namespace assay {

/// facts/lexicon/*.json
[[nodiscard]] std::span<const EmbeddedFile> embedded_lexicon();
/// facts/frames/*
[[nodiscard]] std::span<const EmbeddedFile> embedded_frames();
/// facts/schema.sql
[[nodiscard]] std::span<const EmbeddedFile> embedded_schema();

}  // namespace assay
