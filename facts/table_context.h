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
  /// Of the row's head, when it is no ratio ("capacity"), or named beside a share by the column's.
  std::string row_metric;
  std::string narrowing;  ///< unknown words that narrow the metric of a head
  std::string row_text;   ///< of the row's head, for the fact's sentence
};

/// The line above a table: what it speaks of, and the unit that it states for all cells without one
/// of their own: 各品牌交付量（辆）, "Revenue, $bn".
struct TableCaption {
  Carried says;
  std::optional<ScannedQuantity> unit;
};

/// `text` is the line, `says` what a heading of these words says.
[[nodiscard]] TableCaption read_caption(std::string_view text, Carried says,
                                        const Knowledge& knowledge);

/// A paragraph above a table that states the currency of its amounts in brackets: "Revenue by source (£m).
/// Player sales are excluded." Says nothing else; absent without such a bracket.
[[nodiscard]] std::optional<TableCaption> caption_of_money(std::string_view text,
                                                           const Knowledge& knowledge);

/// `caption` may be null. Precondition: block.table is set and its head indexes lie in
/// document.blocks.
[[nodiscard]] CellContext read_cell_context(const Document& document, const Block& block,
                                            const TableCaption* caption,
                                            const Knowledge& knowledge);

}  // namespace assay
