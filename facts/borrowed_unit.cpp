// SPDX-License-Identifier: MIT
#include "facts/borrowed_unit.h"

#include <algorithm>

namespace assay {
namespace {

/// The quantity before the last one in its sentence, or nullptr.
const ScannedQuantity* quantity_before(const Scan& scan) {
  if (scan.quantities.size() < 2) return nullptr;
  const auto found =
      std::find_if(scan.tokens.rbegin() + 1, scan.tokens.rend(), [](const Token& token) {
        return token.kind == TokenKind::Sentence || token.kind == TokenKind::Quantity;
      });
  if (found == scan.tokens.rend() || found->kind != TokenKind::Quantity) return nullptr;
  return &scan.quantities[scan.quantities.size() - 2];
}

bool is_spoken_decimal(std::string_view text, const ScannedQuantity& scanned) {
  return scanned.span.of(text).find(" point ") != std::string_view::npos;
}

/// Whether one measures what the other does of each something: 元 and 元/千克, of one written unit.
bool is_same_of_each(const Quantity& whole, const Quantity& of_each) {
  const std::string& written = whole.written_unit;
  return !written.empty() && of_each.unit.canonical.starts_with(whole.unit.canonical + "/") &&
         of_each.written_unit.find(written) != std::string::npos;
}

/// Reads `quantity` in the unit of `other`, whose written number is one of the same.
void take_unit_of(const Quantity& other, Quantity& quantity) {
  const auto factor = [](const MeasuredIn& unit) { return unit.scale.to_double() / unit.divisor; };
  const double ratio = factor(other.unit) / factor(quantity.unit);
  quantity.stated = scale(quantity.stated, ratio);
  quantity.tolerance = scale(quantity.tolerance, ratio);
  quantity.unit = other.unit;
  quantity.written_unit = other.written_unit;
}

}  // namespace

void complete_unit(Scan& scan) {
  if (scan.quantities.size() < 2) return;
  ScannedQuantity& last = scan.quantities.back();
  ScannedQuantity& before = scan.quantities[scan.quantities.size() - 2];
  if (!before.from || quantity_before(scan) != &before) return;
  if (is_same_of_each(last.quantity, before.quantity))
    take_unit_of(before.quantity, last.quantity);
  else if (is_same_of_each(before.quantity, last.quantity))
    take_unit_of(last.quantity, before.quantity);
}

void borrow_unit(std::string_view text, Scan& scan) {
  ScannedQuantity& bare = scan.quantities.back();
  const ScannedQuantity* before = quantity_before(scan);
  if (before == nullptr) return;
  const Interval& value = bare.quantity.stated;
  const bool zero = value.low == 0 && value.high == 0 && before->from;
  const bool share = !bare.scaled && is_spoken_decimal(text, bare) &&
                     before->quantity.unit.dimension == Dimension::Ratio;
  if (!zero && !share) return;
  bare.quantity.unit = before->quantity.unit;
  bare.quantity.written_unit = before->quantity.written_unit;
  bare.unitless = before->unitless;
  bare.quantity.stated = to_canonical(bare.quantity.stated, bare.quantity.unit);
  bare.quantity.tolerance = to_canonical(bare.quantity.tolerance, bare.quantity.unit);
}

}  // namespace assay
