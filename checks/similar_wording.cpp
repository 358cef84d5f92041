// SPDX-License-Identifier: MIT
#include "checks/similar_wording.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "facts/fact_keys.h"

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
      // In a part of a base nobody knows the weights of what is not there: there all are counted.
      const bool counts =
          index_.is_limited() ? own_[i].size() >= kFewestOwnWords : weights_[i] >= kLeastContent;
      if (!counts) continue;
      for (const std::string_view term : own_[i]) postings_[term].push_back(i);
    }
    std::vector<SimilarPair> pairs;
    for (std::uint32_t i = 0; i < index_.facts().size(); ++i) {
      const Fact& fact = *index_.facts()[i];
      if (weights_[i] < kLeastContent) continue;
      if (!index_.is_limited()) {
        add_pairs(i, later_candidates(i), pairs);
      } else if (index_.is_changed(fact)) {
        add_pairs(i, candidates_of_changed(i), pairs);
      }
    }
    std::ranges::stable_sort(pairs, {}, [&](const SimilarPair& pair) {
      return std::pair(index_.position_of(*pair.a), index_.position_of(*pair.b));
    });
    return pairs;
  }

 private:
  using Postings = std::vector<std::uint32_t>;

  using Words = std::vector<std::string_view>;

  static bool are_neighbours(const Fact& a, const Fact& b) {
    const std::uint32_t distance = a.block > b.block ? a.block - b.block : b.block - a.block;
    return a.document == b.document && distance <= kNeighbouringBlocks;
  }

  [[nodiscard]] double weight_of(std::string_view term) const {
    return word_weight(term, index_.knowledge().lexicon());
  }
  [[nodiscard]] double weight_of(const Words& words) const {
    double weight = 0;
    for (const std::string_view word : words) weight += weight_of(word);
    return weight;
  }

  /// How many clauses use a word.
  [[nodiscard]] std::size_t count_of(std::string_view word, const Postings& postings) const {
    const WordCounts* counts = index_.word_counts();
    if (counts == nullptr) return postings.size();
    const auto found = counts->find(std::string(word));
    return found == counts->end() ? postings.size() : found->second;
  }

  /// The postings of the rarest words of fact `i`.
  [[nodiscard]] std::vector<const Postings*> keys_of(std::uint32_t i) const {
    std::vector<std::pair<std::size_t, const Postings*>> keys;
    for (const std::string_view word : own_[i]) {
      const auto found = postings_.find(word);
      if (found == postings_.end()) continue;
      const std::size_t count = count_of(word, found->second);
      if (count > 1 && count <= kMostPostings) keys.emplace_back(count, &found->second);
    }
    std::ranges::stable_sort(keys, {}, [](const auto& key) { return key.first; });
    if (keys.size() > kKeysOfFact) keys.resize(kKeysOfFact);
    std::vector<const Postings*> postings;
    postings.reserve(keys.size());
    for (const auto& [count, key] : keys) postings.push_back(key);
    return postings;
  }

  /// The facts behind `i` that share one of its rarest words.
  [[nodiscard]] Postings later_candidates(std::uint32_t i) const {
    Postings candidates;
    for (const Postings* postings : keys_of(i))
      candidates.insert(candidates.end(), std::upper_bound(postings->begin(), postings->end(), i),
                        postings->end());
    return candidates;
  }

  /// The same in all documents: what a changed fact is held against depends on its words alone. Of
  /// two changed facts the earlier one finds the pair.
  [[nodiscard]] Postings candidates_of_changed(std::uint32_t i) const {
    Postings candidates;
    for (const Postings* postings : keys_of(i))
      for (const std::uint32_t k : *postings)
        if (k > i || (k < i && !index_.is_changed(*index_.facts()[k]))) candidates.push_back(k);
    return candidates;
  }

  void add_pairs(std::uint32_t i, Postings candidates, std::vector<SimilarPair>& pairs) const {
    const Fact& fact = *index_.facts()[i];
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    for (const std::uint32_t k : candidates) {
      const Fact& other = *index_.facts()[k];
      if (weights_[k] < kLeastContent || are_neighbours(fact, other)) continue;
      const double similarity = similarity_of(i, k);
      if (similarity < kLeastSimilarity) continue;
      pairs.push_back({i < k ? &fact : &other, i < k ? &other : &fact, similarity});
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

double word_weight(std::string_view word, const Lexicon& lexicon) {
  const bool name = lexicon.find_entity(word) != nullptr || lexicon.find_metric(word) != nullptr;
  return name ? kNameWeight : 1;
}

bool may_be_similar(double shared, double weight) {
  // At best the other clause says no more than what is shared: 2 s / (w + s) is the similarity then.
  return 2 * shared >= kLeastSimilarity * (weight + shared);
}

std::vector<SimilarPair> find_similar_wording(const FactIndex& index) {
  return SimilarFinder(index).find();
}

}  // namespace assay
