// SPDX-License-Identifier: MIT
#pragma once
/// What one head of a table's row or column says by itself. table_context.h puts the two together.

#include <optional>
#include <string>
#include <string_view>

#include "facts/document.h"
#include "facts/head_time.h"
#include "facts/heading.h"
#include "facts/scan.h"

namespace assay {

/// Where the name of a head ends and its unit begins: 出货量(万台), "Revenue, $bn", 营收/亿元.
struct UnitOfHead {
  std::size_t name_end = 0;
  ScannedQuantity unit;
};

/// The unit that a head states behind its name, in brackets or behind a comma or a stroke.
[[nodiscard]] std::optional<UnitOfHead> unit_of_head(std::string_view head,
                                                     const Knowledge& knowledge);

/// A note without the words that say that it is one of a unit: 单位:, "unit:", "in ".
[[nodiscard]] std::string_view without_unit_label(std::string_view note);

/// The unit that `text` names and nothing else, as the quantity of which it is one: 亿元, "$bn".
[[nodiscard]] std::optional<ScannedQuantity> unit_named_by(std::string_view text,
                                                           const Knowledge& knowledge);

/// One head of a cell.
struct CellHead {
  std::string_view text;
  Carried said;                  ///< without what only says when
  std::optional<HeadTime> time;  ///< when the head says nothing else
  std::optional<UnitOfHead> unit;
  std::string amount;     ///< an amount beside a share: the cost in "cost as % of revenue"
  std::string narrowing;  ///< unknown words around a metric: "aggregate" in "aggregate bandwidth"
};

/// Precondition: `block` is an index into document.blocks.
[[nodiscard]] CellHead read_head(const Document& document, std::uint32_t block,
                                 const Knowledge& knowledge);

}  // namespace assay
