// SPDX-License-Identifier: MIT
#include "facts/vague_quantity.h"

namespace assay {

ScannedQuantity vague_quantity(const VagueAmount& amount, Span span,
                               const QuantityContext& context) {
  ScannedQuantity scanned;
  scanned.span = scanned.with_hedge = span;
  scanned.role = amount.role;
  scanned.from = context.from_before;
  Quantity& quantity = scanned.quantity;
  const bool ratio = !amount.unit.empty();
  quantity.unit.dimension = ratio ? Dimension::Ratio : Dimension::Count;
  quantity.stated = quantity.tolerance = amount.value;
  quantity.approximate = !amount.exact;
  if (amount.exact || amount.role) {
    constexpr double kRoughly = 0.05;  // "half" is a round figure
    constexpr double kNearly = 0.1;
    const double value = amount.value.low;
    const Hedge hedge = context.hedge_before;
    const bool reaches_down = hedge == Hedge::Nearly || hedge == Hedge::About;
    const double low = value * (1 - (reaches_down ? kNearly : kRoughly));
    const double high = value * (1 + (hedge == Hedge::About ? kNearly : kRoughly));
    quantity.hedge = hedge;
    quantity.stated = bounded_by(hedge, value, amount.value);
    quantity.tolerance = bounded_by(hedge, value, Interval::half_open(low, high));
    quantity.approximate |= reaches_down || hedge == Hedge::LittleOver;
    if (hedge != Hedge::None) scanned.with_hedge.begin = context.hedge_begin;
  }
  quantity.written_low = quantity.stated.low;
  quantity.written_high = quantity.stated.high;
  quantity.written_unit = amount.unit;
  quantity.vague = true;
  return scanned;
}

}  // namespace assay
