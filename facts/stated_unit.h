// SPDX-License-Identifier: MIT
#pragma once
/// A unit that a text states once for the bare amounts behind it: 主要财务数据（单位：亿元）, "key figures (US$
/// billion unless stated)". Tables have their own (table_context.h).

#include <optional>
#include <string_view>
#include <vector>

#include "facts/fact.h"
#include "facts/knowledge.h"
#include "facts/scan.h"

namespace assay {

/// The note that holds for the block which is being read.
class StatedUnit {
 public:
  explicit StatedUnit(const Knowledge& knowledge) : knowledge_(knowledge) {}

  /// Goes on to a block of running text, folded. A note in it says that it is one: 单位, "in millions of",
  /// "unless stated"; a mere bracket with a unit belongs to the number before it. It holds for the rest
  /// of the block and for the items of a list below.
  void read(std::string_view text, bool list_item);

  /// Makes bare numbers of the block, which have no scale either, ones of the stated unit: those whose metric is an amount of money
  /// as a whole, no price of one thing; in an item of a list also those without a known metric.
  /// `facts` are those of the scan's quantities, one for one.
  void give(const Scan& scan, std::vector<Fact>& facts) const;

 private:
  [[nodiscard]] bool fits(const Fact& fact) const;

  const Knowledge& knowledge_;
  std::optional<ScannedQuantity> unit_;  ///< of money
  std::size_t begin_ = 0;                ///< Bytes: of the block, where the note ends
  bool in_list_ = false;
};

}  // namespace assay
