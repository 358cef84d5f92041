// SPDX-License-Identifier: MIT
#pragma once
/// What a stated growth is measured from.

#include <optional>

#include "facts/fact.h"
#include "facts/plain_words.h"

namespace assay {

/// Whether the fact is a growth that can be calculated with: a single percentage or multiple, read
/// in one way. 增长4倍 is said of 10 to 50 and, loosely, of 10 to 40.
[[nodiscard]] bool is_plain_growth(const Fact& fact);

/// The period whose level a growth started from: a year earlier for one year on year and for one of
/// a whole year that does not say otherwise, the quarter before for one quarter on quarter. Absent
/// when the fact is no plain growth, or when its words leave the base open.
[[nodiscard]] std::optional<Period> growth_base(const Fact& growth, const PlainWords& words);

}  // namespace assay
