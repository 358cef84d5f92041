// SPDX-License-Identifier: MIT
#pragma once
/// The facts of all documents of one check, with the ways to look them up that rules need. No rule
/// compares all pairs: candidates come from here.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "facts/fact.h"
#include "facts/knowledge.h"

namespace assay {

class FactIndex {
 public:
  /// `documents` and `knowledge` must outlive the index.
  FactIndex(const std::vector<ReadDocument>& documents, const Knowledge& knowledge);

  [[nodiscard]] const std::vector<ReadDocument>& documents() const { return *documents_; }
  [[nodiscard]] const Knowledge& knowledge() const { return *knowledge_; }
  /// All facts, in the order of the documents.
  [[nodiscard]] const std::vector<const Fact*>& facts() const { return facts_; }

  /// Facts of the same metric, in whatever unit. Facts without a metric are in none.
  [[nodiscard]] const std::map<std::string, std::vector<const Fact*>>& by_metric() const {
    return by_metric_;
  }
  /// Facts whose sentences are the same but for their numbers.
  [[nodiscard]] const std::map<std::uint64_t, std::vector<const Fact*>>& by_skeleton() const {
    return by_skeleton_;
  }

 private:
  const std::vector<ReadDocument>* documents_;
  const Knowledge* knowledge_;
  std::vector<const Fact*> facts_;
  std::map<std::string, std::vector<const Fact*>> by_metric_;
  std::map<std::uint64_t, std::vector<const Fact*>> by_skeleton_;
};

}  // namespace assay
