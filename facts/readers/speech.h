// SPDX-License-Identifier: MIT
#pragma once
/// Speech that was written down by a machine: long runs of words with few marks between them.

#include "core/span.h"
#include "facts/document.h"
#include "facts/readers/block_builder.h"

namespace assay {

/// Adds the raw bytes of `span` as paragraphs of at most some 2,000 bytes. A run is split at a
/// pause (a mark or a space), never inside a number or a word. Time stamps in brackets are left out.
void add_speech(const Document& document, BlockBuilder& builder, Span span);

}  // namespace assay
