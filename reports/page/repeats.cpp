// SPDX-License-Identifier: MIT
#include "reports/page/repeats.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

namespace assay {
namespace {

/// More documents than these have it from anywhere.
constexpr std::size_t kMostDocuments = 8;

/// What two statements of one figure have in common.
std::string figure_key(const Fact& fact) {
  std::string key = fact.subject.value + '\n' + fact.metric.value + '\n' + fact.comparand.value;
  for (const std::string& scope : fact.scope) key += '\n' + scope;
  if (fact.period) key += '\n' + to_string(fact.period->from) + to_string(fact.period->to);
  key += '\n' + std::string(to_string(fact.role)) + fact.quantity.unit.canonical;
  const Interval& stated = fact.quantity.stated;
  return key + std::to_string(stated.low) + ' ' + std::to_string(stated.high);
}

/// A number in its sentence: copies have both in common.
std::string wording_key(const Fact& fact) {
  return '\r' + std::to_string(fact.skeleton) + '\n' + fact.sentence;
}

using Pair = std::pair<std::size_t, std::size_t>;  ///< indexes of documents, the lower first

class RepetitionCount {
 public:
  explicit RepetitionCount(const CheckResult& result) : result_(result) {}

  std::vector<Repetition> run() {
    for (std::size_t at = 0; at < result_.documents.size(); ++at)
      for (const Fact& fact : result_.documents[at].facts) collect(fact, at);
    for (const auto& [key, members] : figures_) count(members, false);
    for (const auto& [key, members] : sentences_) count(members, true);
    std::vector<Repetition> repetitions;
    for (const auto& [pair, repetition] : pairs_) repetitions.push_back(finished(pair, repetition));
    std::ranges::stable_sort(repetitions, std::greater(), &Repetition::figures);
    return repetitions;
  }

 private:
  struct Member {
    std::size_t document;
    const Fact* fact;
  };
  using Members = std::vector<Member>;

  void collect(const Fact& fact, std::size_t document) {
    if (fact.quantity.vague) return;
    // A metric alone, or a subject alone, is not enough to take two figures for one.
    const bool named = !fact.subject.empty() && !fact.metric.empty();
    const auto add = [&](Members& members) {
      if (members.size() > kMostDocuments) return;
      if (members.empty() || members.back().document != document)
        members.push_back({document, &fact});
    };
    add(sentences_[wording_key(fact)]);
    if (named) add(figures_[figure_key(fact)]);
  }

  void count(const Members& members, bool word_for_word) {
    if (members.size() < 2 || members.size() > kMostDocuments) return;
    for (std::size_t i = 0; i < members.size(); ++i)
      for (std::size_t k = i + 1; k < members.size(); ++k) {
        Repetition& repetition = pairs_[{members[i].document, members[k].document}];
        std::size_t& counter = word_for_word ? repetition.word_for_word : repetition.figures;
        ++counter;
        if (repetition.example == nullptr) repetition.example = members[k].fact;
      }
  }

  [[nodiscard]] Repetition finished(const Pair& pair, Repetition repetition) const {
    const ReadDocument* earlier = &result_.documents[pair.first];
    const ReadDocument* later = &result_.documents[pair.second];
    repetition.dated = earlier->date && later->date && *earlier->date != *later->date;
    if (repetition.dated && *later->date < *earlier->date) std::swap(earlier, later);
    repetition.earlier = earlier->id;
    repetition.later = later->id;
    // Sentences that are the same state the same figures, whether or not it is known what these are.
    repetition.figures = std::max(repetition.figures, repetition.word_for_word);
    return repetition;
  }

  const CheckResult& result_;
  std::unordered_map<std::string, Members> figures_;
  std::unordered_map<std::string, Members> sentences_;
  std::map<Pair, Repetition> pairs_;
};

}  // namespace

std::vector<Repetition> find_repetitions(const CheckResult& result) {
  return RepetitionCount(result).run();
}

}  // namespace assay
