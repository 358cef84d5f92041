// SPDX-License-Identifier: MIT
#include "facts/fact_index.h"

namespace assay {

FactIndex::FactIndex(const std::vector<ReadDocument>& documents, const Knowledge& knowledge)
    : documents_(&documents), knowledge_(&knowledge) {
  for (const ReadDocument& document : documents) {
    for (const Fact& fact : document.facts) {
      facts_.push_back(&fact);
      if (fact.skeleton != 0) by_skeleton_[fact.skeleton].push_back(&fact);
      if (fact.metric.empty()) continue;
      by_metric_[fact.metric.value].push_back(&fact);
    }
  }
}

}  // namespace assay
