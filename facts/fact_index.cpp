// SPDX-License-Identifier: MIT
#include "facts/fact_index.h"

#include <string_view>
#define XXH_INLINE_ALL
#include <xxhash.h>

namespace assay {

FactIndex::FactIndex(const std::vector<ReadDocument>& documents, const Knowledge& knowledge)
    : documents_(&documents), knowledge_(&knowledge) {
  for (const ReadDocument& document : documents) {
    for (const Fact& fact : document.facts) {
      positions_.emplace(&fact, facts_.size());
      facts_.push_back(&fact);
      by_wording_[wording_hash(fact)].push_back(&fact);
      if (fact.skeleton != 0) by_skeleton_[fact.skeleton].push_back(&fact);
      if (fact.metric.empty()) continue;
      by_metric_[fact.metric.value].push_back(&fact);
    }
  }
}

std::uint64_t wording_hash(const Fact& fact) {
  const std::string_view sentence = fact.sentence;
  const std::string_view before = sentence.substr(0, fact.in_sentence.begin);
  const std::string_view after = sentence.substr(fact.in_sentence.end);
  return XXH3_64bits_withSeed(after.data(), after.size(),
                              XXH3_64bits(before.data(), before.size()));
}

}  // namespace assay
