// SPDX-License-Identifier: MIT
#pragma once
/// Which facts of a text speak of what a claim speaks of? Looser than compare_slots, which must not
/// cry wolf: here one claim is held against a few sentences written about it.

#include <string>
#include <vector>

#include "facts/fact.h"
#include "facts/knowledge.h"

namespace assay {

struct Match {
  const Fact* fact = nullptr;
  double score = 0;     ///< how well slots and words fit, higher is better
  double coverage = 0;  ///< how much of what the claim says is said there too, 0..1
};

/// Words of a text, sorted.
using TextTerms = std::vector<std::string>;

/// What a claim is held against.
struct Evidence {
  std::vector<const Fact*> facts;
  std::vector<TextTerms> sentences;  ///< the words of each fact's sentence
  TextTerms text;                    ///< those of the whole text: names that stand sentences apart
};

/// Facts that may settle the claim, best first; `conditions` are other numbers of it
/// (claim_conditions.h). Facts of another subject, metric, comparand, scope, period or modality are
/// left out: they settle nothing.
[[nodiscard]] std::vector<Match> find_matches(const Fact& claim,
                                              const std::vector<const Fact*>& conditions,
                                              const Evidence& evidence, const Knowledge& knowledge);

}  // namespace assay
