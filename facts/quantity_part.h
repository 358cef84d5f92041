// SPDX-License-Identifier: MIT
#pragma once
/// Number and unit: one end of a range, or a whole quantity. Used by quantity_reader.cpp only.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/numeral.h"
#include "facts/quantity_reader.h"

namespace assay {

struct QuantityPart {
  Numeral numeral;
  std::size_t begin = 0;  ///< of the number or of the currency before it
  std::size_t number_end = 0;
  std::size_t end = 0;             ///< of number and unit
  const Unit* unit = nullptr;      ///< nullptr: none is written
  const Unit* currency = nullptr;  ///< a unit that stands before the number: $, RMB
  std::vector<UnitFactor> per;     ///< factors behind a '/' or "per"
  std::string written_unit;
  bool negative = false;
  std::optional<double> fraction;  ///< 三分之一, two-thirds: a ratio that no decimal writes
  std::string noun;                ///< English counted noun: 72 GPUs
  bool spoken_price = false;       ///< 八千一张: money, though nobody says so
};

/// The part that starts at `offset`, or absent. `refused_end` tells how far the number went when
/// it is read but refused. `currency` is that of the first end of a range, which is not said again:
/// in $10-12B the B is a billion.
[[nodiscard]] std::optional<QuantityPart> read_part(std::string_view text, std::size_t offset,
                                                    const Knowledge& knowledge,
                                                    std::size_t& refused_end,
                                                    const Unit* currency = nullptr);

/// Whether the unit of a part is written as 元 or 块 alone, which names no country.
[[nodiscard]] bool is_bare_yuan(const QuantityPart& part);

/// Adds "/月", "每股", "per day", "a month" behind a part whose unit ends at part.end.
void read_per(std::string_view text, const Knowledge& knowledge, QuantityPart& part);

/// The English noun that a bare number counts ("38 operating 300 mm fabs"): sets noun and end.
/// False when no plural or counted noun follows.
bool read_counted_noun(std::string_view text, const Knowledge& knowledge, QuantityPart& part);

}  // namespace assay
