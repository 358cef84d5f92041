// SPDX-License-Identifier: MIT
#pragma once
/// Amounts as they are spoken in Chinese: 一块二, 六毛八, 三块五毛钱; and the unit behind 一 that an
/// amount is per: 一块二一瓦, 八千一张, 一万二一个月, 十万块一吨.

#include "facts/quantity_part.h"

namespace assay {

/// A unit behind 一, right behind an amount.
struct PerOne {
  const Unit* unit = nullptr;  ///< nullptr: none stands there
  std::size_t unit_begin = 0;
  std::size_t end = 0;
};

/// The 一 and its unit at `at`, unless a longer word stands there (一次性).
[[nodiscard]] PerOne per_one_at(std::string_view text, std::size_t at, const Knowledge& knowledge);

/// Reads the coins behind the number of `part` into it. False, and nothing changed, when no price
/// is spoken there: 一块地, 三块五百瓦的板子, 一块二手芯片.
bool read_coins(std::string_view text, const Knowledge& knowledge, QuantityPart& part);

/// 八千一张, 十万一个月: gives the last 一 of the number in `part` back to the unit behind it. In
/// 二十一张 it is a genuine one.
void release_last_one(std::string_view text, const Knowledge& knowledge, QuantityPart& part);

}  // namespace assay
