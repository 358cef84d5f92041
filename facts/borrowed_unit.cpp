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

}  // namespace

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
