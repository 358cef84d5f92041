// SPDX-License-Identifier: MIT
#pragma once
/// Does one value make a claim of another true?

#include <cstdint>

#include "core/quantity.h"

namespace assay {

/// What one value says of another that should be the same.
enum class Relation : std::uint8_t { Agrees, Disagrees, Open };

/// Does evidence with these values make a claim of those values true? A claim is true when all that
/// the evidence allows lies within what the claim allows. Both in one canonical unit.
[[nodiscard]] Relation relate(const Quantity& claim, const Interval& evidence,
                              const Interval& evidence_tolerance);

}  // namespace assay
