// SPDX-License-Identifier: MIT
#pragma once
/// Quantities that a word says: 过半, 翻倍, "nearly doubled", a handful.

#include "facts/quantity_reader.h"

namespace assay {

/// What the words at `span` amount to, under the hedge that stands before them.
[[nodiscard]] ScannedQuantity vague_quantity(const VagueAmount& amount, Span span,
                                             const QuantityContext& context);

}  // namespace assay
