// SPDX-License-Identifier: MIT
#pragma once
/// What the times of two facts have to do with each other, as far as they are known.

#include "facts/fact.h"

namespace assay {

enum class TimeRelation : std::uint8_t {
  Same,         ///< the same days
  SamePart,     ///< the same part of a year, and the year of one is unknown: Q3 and Q3 of 2025
  Overlapping,  ///< nearly the same length, and not quite the same days
  Nested,       ///< one is longer: a quarter and its year
  Apart,        ///< no common day, or two parts of a year: Q3 and the first nine months
  Unknown,      ///< too little is known of one of them
};

[[nodiscard]] TimeRelation relate_times(const Fact& a, const Fact& b);

}  // namespace assay
