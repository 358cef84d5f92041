// SPDX-License-Identifier: MIT
#pragma once
/// Which currency a sign means that several share: 元 in a text from Taiwan, ¥ in one about Japan.
/// What is found here is a guess, and quantities say so (`currency_inferred`).

#include <string_view>

#include "core/unit.h"

namespace assay {

struct LocalCurrency {
  const Unit* yuan = nullptr;      ///< of a bare 元; nullptr: as the unit table says
  const Unit* yen_sign = nullptr;  ///< of ¥; likewise
};

/// Looks through a whole document, as it was written (not folded). A bare 元 is a Taiwan dollar where
/// the text is in traditional script and names that currency; ¥ is a yen where the text speaks of
/// yen and of no yuan.
[[nodiscard]] LocalCurrency local_currency(std::string_view raw, const UnitTable& units);

}  // namespace assay
