// SPDX-License-Identifier: MIT
#pragma once
/// The rows of a table, as far as the facts of its cells tell of them.

#include <string_view>

#include "facts/fact.h"
#include "facts/lexicon.h"

namespace assay {

/// The head of a cell's row: what stands before the bar in its sentence; empty for what is no cell.
[[nodiscard]] std::string_view row_head(const Fact& cell);

/// Whether the head of its row says so: 其中.
[[nodiscard]] bool row_opens_with(const Fact& cell, const Lexicon& lexicon, WordClass word_class);

/// Whether the cell is in a row for the total: 合计, "Total revenue", 三季度合计, 四国合计.
[[nodiscard]] bool is_total(const Fact& cell, const Lexicon& lexicon);

}  // namespace assay
