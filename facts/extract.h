// SPDX-License-Identifier: MIT
#pragma once
/// From a document to its facts: tokens, quantities, attribution. One call, no state.

#include <functional>

#include "facts/document.h"
#include "facts/fact.h"
#include "facts/knowledge.h"

namespace assay {

/// Reads every quantity of a document and says what it is of.
/// Order: facts in document order; links refer to them by index.
[[nodiscard]] ReadDocument extract(const Document& document, const Knowledge& knowledge);

/// The same for whoever looks at each fact once: hands the facts of extract() to `take`, in their
/// order, as soon as their block has been read. Memory holds those of one block.
void extract_each(const Document& document, const Knowledge& knowledge,
                  const std::function<void(Fact)>& take);

}  // namespace assay
