// SPDX-License-Identifier: MIT
#pragma once
/// One quantity at one place: number, scale, unit, rate, range and the hedges around it.
///
/// A quantity is one *part* (number + unit) or two parts joined as a range. What is refused here is
/// refused by its shape; names, idioms and dates have been taken out before (scan.cpp).

#include <optional>
#include <string_view>

#include "facts/numeral.h"
#include "facts/scan.h"

namespace assay {

/// What the scan knows when it meets a number.
struct QuantityContext {
  const Knowledge& knowledge;
  Hedge hedge_before = Hedge::None;  ///< the hedge word directly before, if any
  std::size_t hedge_begin = 0;       ///< where that word starts
  bool from_before = false;          ///< 从 or from stands before: the start of a change
  bool between_before = false;       ///< between X and Y
  bool ordinal_before = false;       ///< 第, 前, No. or a rank word directly before
  bool numbered_before = false;      ///< 第 directly before: 第20年 is one year, not twenty
  bool level_before = false;         ///< 至, 为, to, nearly: what an amount arrives at
  bool emphatic_before = false;      ///< 仅, 只有, 不止 directly before: 一家 counts
  bool determiner_before = false;    ///< 这, 每, 上, 有 …: 这一年 is no amount
  bool name_before = false;          ///< a capitalised word or a version word directly before
  bool minus_before = false;         ///< 零下 directly before
  bool change_before = false;  ///< 涨, 降了 directly before: 五个点 are percentage points
  bool table_cell = false;
  LocalCurrency currency;  ///< what 元 and ¥ mean in this document
  const ScannedQuantity* head_unit = nullptr;
  const Unit* rate_before = nullptr;  ///< 每年 … 42台: the duration that the amount is per
};

/// The quantity that starts at `offset`, or absent when what stands there is none. When absent,
/// `skip` is one past the characters that belong to the number that was refused (it is not to be
/// scanned again), or `offset` when nothing was read.
[[nodiscard]] std::optional<ScannedQuantity> read_quantity(std::string_view text,
                                                           std::size_t offset,
                                                           const QuantityContext& context,
                                                           std::size_t& skip);

}  // namespace assay
