// SPDX-License-Identifier: MIT
#pragma once
/// From a document to its facts: tokens, quantities, attribution. One call, no state.

#include "facts/document.h"
#include "facts/fact.h"
#include "facts/knowledge.h"

namespace assay {

/// Reads every quantity of a document and says what it is of.
/// Order: facts in document order; links refer to them by index.
[[nodiscard]] ReadDocument extract(const Document& document, const Knowledge& knowledge);

}  // namespace assay
