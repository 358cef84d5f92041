// SPDX-License-Identifier: MIT
#include "checks/similar_wording.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

namespace assay {
namespace {

/// Names and metrics say more than other words.
constexpr double kNameWeight = 2;
/// Clauses that share less are not alike.
constexpr double kLeastSimilarity = 0.7;
/// Clauses with less to say (weighted words) are templates that fit anything.
constexpr double kLeastContent = 5;
/// Statements of one document that stand as close as this (blocks) are a list or a contrast: their
/// writer saw both.
constexpr std::uint32_t kNeighbouringBlocks = 1;
/// A word that more facts share than this leads to no candidates.
constexpr std::size_t kMostPostings = 60;
/// How many of its rarest words a fact is looked up by.
constexpr std::size_t kKeysOfFact = 5;

class SimilarFinder {
 public:
  explicit SimilarFinder(const FactIndex& index) : index_(index) {}

  std::vector<SimilarPair> find() {
    for (std::uint32_t i = 0; i < index_.facts().size(); ++i) {
      const Fact& fact = *index_.facts()[i];
      own_.push_back(own_words(fact));
      weights_.push_back(weight_of(own_[i]));
      if (weights_[i] < kLeastContent) continue;
      for (const std::string_view term : own_[i]) postings_[term].push_back(i);
    }
    std::vector<SimilarPair> pairs;
    for (std::uint32_t i = 0; i < index_.facts().size(); ++i) add_pairs(i, pairs);
    return pairs;
  }

 private:
  using Postings = std::vector<std::uint32_t>;

  using Words = std::vector<std::string_view>;

  /// The words of the clause itself, without what its slots took over from elsewhere.
  static Words own_words(const Fact& fact) {
    Words words;
    if (fact.table_row != 0) return words;
    for (const std::string& term : fact.terms) {
      const auto taken_over = [&](const Slot& slot) {
        return slot.source >= SlotSource::TableHead && slot.value == term;
      };
      if (!taken_over(fact.subject) && !taken_over(fact.metric)) words.push_back(term);
    }
    return words;
  }

  static bool are_neighbours(const Fact& a, const Fact& b) {
    const std::uint32_t distance = a.block > b.block ? a.block - b.block : b.block - a.block;
    return a.document == b.document && distance <= kNeighbouringBlocks;
  }

  [[nodiscard]] double weight_of(std::string_view term) const {
    const Lexicon& lexicon = index_.knowledge().lexicon();
    const bool name = lexicon.find_entity(term) != nullptr || lexicon.find_metric(term) != nullptr;
    return name ? kNameWeight : 1;
  }
  [[nodiscard]] double weight_of(const Words& words) const {
    double weight = 0;
    for (const std::string_view word : words) weight += weight_of(word);
    return weight;
  }

  /// The postings of the rarest words of fact `i`.
  [[nodiscard]] std::vector<const Postings*> keys_of(std::uint32_t i) const {
    std::vector<const Postings*> keys;
    for (const std::string_view word : own_[i]) {
      const Postings& postings = postings_.at(word);
      if (postings.size() > 1 && postings.size() <= kMostPostings) keys.push_back(&postings);
    }
    std::stable_sort(keys.begin(), keys.end(),
                     [](const Postings* a, const Postings* b) { return a->size() < b->size(); });
    if (keys.size() > kKeysOfFact) keys.resize(kKeysOfFact);
    return keys;
  }

  void add_pairs(std::uint32_t i, std::vector<SimilarPair>& pairs) const {
    if (weights_[i] < kLeastContent) return;
    const Fact& fact = *index_.facts()[i];
    std::vector<std::uint32_t> candidates;
    for (const Postings* postings : keys_of(i))
      candidates.insert(candidates.end(), std::upper_bound(postings->begin(), postings->end(), i),
                        postings->end());
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    for (const std::uint32_t k : candidates) {
      if (are_neighbours(fact, *index_.facts()[k])) continue;
      const double similarity = similarity_of(i, k);
      if (similarity >= kLeastSimilarity) pairs.push_back({&fact, index_.facts()[k], similarity});
    }
  }

  /// Dice: twice what is shared over all that both say.
  [[nodiscard]] double similarity_of(std::uint32_t i, std::uint32_t k) const {
    const Words& a = own_[i];
    const Words& b = own_[k];
    double shared = 0;
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
      const int order = x->compare(*y);
      if (order == 0) shared += weight_of(*x);
      if (order <= 0) ++x;
      if (order >= 0) ++y;
    }
    return 2 * shared / (weights_[i] + weights_[k]);
  }

  const FactIndex& index_;
  std::vector<Words> own_;       ///< the words of each fact's clause
  std::vector<double> weights_;  ///< of these; little: the fact takes no part
  std::map<std::string_view, Postings> postings_;
};

}  // namespace

std::vector<SimilarPair> find_similar_wording(const FactIndex& index) {
  return SimilarFinder(index).find();
}

}  // namespace assay
