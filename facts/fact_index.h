// SPDX-License-Identifier: MIT
#pragma once
/// The facts of all documents of one check, with the ways to look them up that rules need. No rule
/// compares all pairs: candidates come from here.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
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
  /// Facts whose sentences are the same but for their own number: every other number is the same
  /// too. Those of one document are in its order. The key is `wording_hash`.
  [[nodiscard]] const std::unordered_map<std::uint64_t, std::vector<const Fact*>>& by_wording()
      const {
    return by_wording_;
  }
  /// The period that most of the dated facts of a document speak of, which a reader takes for that
  /// of the others too; absent when there is none such.
  [[nodiscard]] const std::optional<Period>& main_period_of(const std::string& document) const {
    return main_periods_.at(document);
  }
  /// The place that most of the facts that name one speak of, the world included; empty likewise.
  [[nodiscard]] const std::string& main_place_of(const std::string& document) const {
    return main_places_.at(document);
  }
  /// The company, product or organization that nearly all facts whose own clause names one are about;
  /// empty likewise.
  [[nodiscard]] const std::string& main_subject_of(const std::string& document) const {
    return main_subjects_.at(document);
  }
  /// The place of a fact of this index in `facts()`.
  [[nodiscard]] std::size_t position_of(const Fact& fact) const { return positions_.at(&fact); }

 private:
  const std::vector<ReadDocument>* documents_;
  const Knowledge* knowledge_;
  std::vector<const Fact*> facts_;
  std::map<std::string, std::vector<const Fact*>> by_metric_;
  std::map<std::uint64_t, std::vector<const Fact*>> by_skeleton_;
  std::unordered_map<std::uint64_t, std::vector<const Fact*>> by_wording_;
  std::unordered_map<const Fact*, std::size_t> positions_;
  std::unordered_map<std::string, std::optional<Period>> main_periods_;
  std::unordered_map<std::string, std::string> main_places_;
  std::unordered_map<std::string, std::string> main_subjects_;
};

/// The country or region that a fact names, as its subject or as what limits it; empty: none.
[[nodiscard]] std::string place_of(const Fact& fact, const Lexicon& lexicon);

/// Hash of a fact's sentence with its own number masked.
[[nodiscard]] std::uint64_t wording_hash(const Fact& fact);

}  // namespace assay
