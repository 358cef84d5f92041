// SPDX-License-Identifier: MIT
#include "facts/word_class.h"

#include <algorithm>
#include <array>
#include <string>

namespace assay {
namespace {

/// Data names of the word classes, in the order of WordClass. A class with a side is
/// written {"class": "about", "side": "before"}.
constexpr auto kNames = std::to_array<std::string_view>({"about before",
                                                         "about after",
                                                         "nearly before",
                                                         "little_over before",
                                                         "little_over after",
                                                         "at_least before",
                                                         "at_least after",
                                                         "more_than before",
                                                         "at_most before",
                                                         "at_most after",
                                                         "less_than before",
                                                         "emphatic before",
                                                         "rise",
                                                         "fall",
                                                         "arrive",
                                                         "from",
                                                         "than",
                                                         "higher",
                                                         "lower",
                                                         "leads",
                                                         "trails",
                                                         "gap",
                                                         "rate_of_change",
                                                         "year_on_year",
                                                         "period_on_period",
                                                         "annualised",
                                                         "each_year",
                                                         "each_part_of_year",
                                                         "share_of",
                                                         "remainder",
                                                         "other_than",
                                                         "before",
                                                         "now",
                                                         "modifier",
                                                         "respectively",
                                                         "negation",
                                                         "forecast",
                                                         "plan",
                                                         "hypothetical",
                                                         "condition",
                                                         "opinion",
                                                         "says",
                                                         "anaphor",
                                                         "per",
                                                         "link",
                                                         "rank",
                                                         "version",
                                                         "between",
                                                         "multiple",
                                                         "counted",
                                                         "no_noun",
                                                         "determiner",
                                                         "scope_prefix",
                                                         "scope_suffix",
                                                         "ago",
                                                         "label_head",
                                                         "only",
                                                         "total",
                                                         "among",
                                                         "total_head",
                                                         "head_filler",
                                                         "conjunction",
                                                         "minus",
                                                         "of",
                                                         "at_name",
                                                         "for_name",
                                                         "former",
                                                         "latter",
                                                         "worked_out",
                                                         "composed",
                                                         "amount_head",
                                                         "means",
                                                         "fulfilled",
                                                         "company_anaphor",
                                                         "seat",
                                                         "counterparty",
                                                         "range_behind",
                                                         "question",
                                                         "contrast",
                                                         "best",
                                                         "produced",
                                                         "machine",
                                                         "highest",
                                                         "lowest",
                                                         "exceeds",
                                                         "stretch",
                                                         "equivalent",
                                                         "denies"});
static_assert(kNames.size() == kWordClassCount);

}  // namespace

std::optional<WordClass> parse_word_class(std::string_view name) {
  for (const std::string& full : {std::string(name), std::string(name) + " before"}) {
    const auto at = std::find(kNames.begin(), kNames.end(), full);
    if (at != kNames.end()) return static_cast<WordClass>(at - kNames.begin());
  }
  return std::nullopt;
}

}  // namespace assay
