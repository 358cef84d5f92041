// SPDX-License-Identifier: MIT
#pragma once
/// The facts of all documents of one check, with the ways to look them up that rules need. No rule
/// compares all pairs: candidates come from here.

#include <any>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <typeindex>
#include <unordered_map>
#include <vector>

#include "facts/fact.h"
#include "facts/knowledge.h"

namespace assay {

/// How many clauses use a word, of which own_words (fact_keys.h) are counted.
using WordCounts = std::unordered_map<std::string, std::size_t>;

/// What a check is limited to.
struct IndexLimits {
  /// Ids of the documents whose facts are checked, against each other and against all others. Empty:
  /// all documents.
  std::set<std::string> changed;
  /// Where the other documents are not all there: how often all of them use the words of the changed
  /// ones. Else nullptr.
  const WordCounts* word_counts = nullptr;
};

class FactIndex {
 public:
  /// `documents`, `knowledge` and the counts of the limits must outlive the index.
  FactIndex(const std::vector<ReadDocument>& documents, const Knowledge& knowledge,
            const IndexLimits& limits = {});

  /// Whether findings are wanted only where a changed document takes part.
  [[nodiscard]] bool is_limited() const { return limited_; }
  /// Whether the fact is of a changed document; without limits all are.
  [[nodiscard]] bool is_changed(const Fact& fact) const {
    return !limited_ || changed_[position_of(fact)];
  }
  /// Whether a finding on these two may be wanted.
  [[nodiscard]] bool concerns(const Fact& a, const Fact& b) const {
    return is_changed(a) || is_changed(b);
  }
  [[nodiscard]] const WordCounts* word_counts() const { return word_counts_; }

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
  /// The days that a fact is stated for, as far as they can be told: its own period, else that which
  /// most of its document speaks of, else the document's date. Absent too where the fact says
  /// something else of its time (in the third quarter, of an unknown year).
  [[nodiscard]] std::optional<Period> time_of(const Fact& fact) const;
  /// The place that most of the facts that name one speak of, the world included; empty likewise.
  [[nodiscard]] const std::string& main_place_of(const std::string& document) const {
    return main_places_.at(document);
  }
  /// The company, product or organization that nearly all facts whose own clause names one are about;
  /// empty likewise.
  [[nodiscard]] const std::string& main_subject_of(const std::string& document) const {
    return main_subjects_.at(document);
  }
  /// The place of a fact of this index in `facts()`. Precondition: it is one of them, not a copy.
  [[nodiscard]] std::size_t position_of(const Fact& fact) const;

  /// What several rules need of this index is made by the first that asks: `make` returns it. Who asks
  /// meanwhile on another thread waits for it.
  template <class Made, class Make>
  [[nodiscard]] const Made& once(Make make) const {
    Shared& shared = shared_of(typeid(Made));
    std::call_once(shared.made_once, [&] { shared.made = Made(make()); });
    return *std::any_cast<Made>(&shared.made);
  }

 private:
  /// What is made once, whatever it is.
  struct Shared {
    std::once_flag made_once;
    std::any made;
  };
  [[nodiscard]] Shared& shared_of(std::type_index type) const {
    const std::lock_guard lock(shared_lock_);
    return shared_[type];
  }

  const std::vector<ReadDocument>* documents_;
  const Knowledge* knowledge_;
  bool limited_;
  const WordCounts* word_counts_;
  std::vector<const Fact*> facts_;
  std::vector<bool> changed_;  ///< by position, where there are limits
  std::map<std::string, std::vector<const Fact*>> by_metric_;
  std::map<std::uint64_t, std::vector<const Fact*>> by_skeleton_;
  std::unordered_map<std::uint64_t, std::vector<const Fact*>> by_wording_;
  /// The facts of one document, which lie side by side.
  struct Run {
    const Fact* first = nullptr;
    std::size_t position = 0;  ///< of the first in facts_
  };
  std::vector<Run> runs_;  ///< by address
  mutable std::mutex shared_lock_;
  mutable std::unordered_map<std::type_index, Shared> shared_;
  std::unordered_map<std::string, std::optional<Period>> main_periods_;
  std::unordered_map<std::string, std::optional<Day>> dates_;
  std::unordered_map<std::string, std::string> main_places_;
  std::unordered_map<std::string, std::string> main_subjects_;
};

/// The country or region that a fact names, as its subject or as what limits it; empty: none.
[[nodiscard]] std::string place_of(const Fact& fact, const Lexicon& lexicon);

/// Hash of a fact's sentence with its own number masked.
[[nodiscard]] std::uint64_t wording_hash(const Fact& fact);

}  // namespace assay
