// SPDX-License-Identifier: MIT
#pragma once
/// HTML that stands inside of another format.

#include "core/span.h"
#include "facts/document.h"
#include "facts/readers/block_builder.h"

namespace assay {

/// Adds all text of the markup at the raw bytes of `span`, tables as tables. Nothing is taken for
/// page chrome; scripts, styles and comments have no text.
void add_html_fragment(Document& document, BlockBuilder& builder, Span span);

}  // namespace assay
