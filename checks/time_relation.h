// SPDX-License-Identifier: MIT
#pragma once
/// What the times of two facts have to do with each other, as far as they are known.

#include "facts/fact.h"
#include "facts/lexicon.h"

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

/// Whether a word like 现在 stands in `sentence` before `number`, with nothing but a few words between; of a
/// `number` that begins where the sentence ends, anywhere in it.
[[nodiscard]] bool says_now(std::string_view sentence, Span number, const Lexicon& lexicon);

/// "Staff now number 7,500. At the end of 2014 there were 3,638": one says now, and nobody knows when that is,
/// the other names its time.
[[nodiscard]] bool is_now_against(const Fact& now, const Fact& dated, const Lexicon& lexicon);

}  // namespace assay
