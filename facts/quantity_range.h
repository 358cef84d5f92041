// SPDX-License-Identifier: MIT
#pragma once
/// Two ends of a range: 276-317.8亿元, 6到8个月, five to six million, between 5 and 7 percent,
/// 25±3%.

#include "facts/quantity_part.h"
#include "facts/quantity_reader.h"

namespace assay {

/// The second end behind `first`, or absent when no range goes on there. Gives `first` the scale of
/// the second where only that is written (3 to 4 billion); with ± between the two, both become ends.
[[nodiscard]] std::optional<QuantityPart> read_range_end(std::string_view text, QuantityPart& first,
                                                         const QuantityContext& context);

}  // namespace assay
