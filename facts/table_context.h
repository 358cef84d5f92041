// SPDX-License-Identifier: MIT
#pragma once
/// What the heads of a table's row and column say of a cell: subject, metric, scope, unit.

#include <optional>
#include <string>

#include "facts/attribution.h"
#include "facts/document.h"
#include "facts/head_time.h"

namespace assay {

struct CellContext {
  Carried heads;                 ///< subject, metric, scope, period of both heads
  std::optional<HeadTime> time;  ///< what a head says that only says when: FY2025, Q3
  std::string time_text;         ///< that head as it stands
  std::string currency;          ///< that a head names (美元营收), for amounts without one
  std::optional<ScannedQuantity> unit;  ///< "(万台)" in a head: the unit of bare numbers
  bool numbers_count = false;           ///< a bare number in this cell is a value
  std::string row_metric;               ///< of the row's head, when it is no ratio: "capacity"
  std::string row_text;                 ///< of the row's head, for the fact's sentence
};

/// Precondition: block.table is set and its head indexes lie in document.blocks.
[[nodiscard]] CellContext read_cell_context(const Document& document, const Block& block,
                                            const Knowledge& knowledge);

}  // namespace assay
