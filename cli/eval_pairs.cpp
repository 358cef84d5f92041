// SPDX-License-Identifier: MIT
#include "cli/eval_pairs.h"

#include <array>
#include <map>
#include <utility>

#include "cli/eval_gold.h"

namespace assay {
namespace {

constexpr std::array<Verdict, 3> kVerdicts = {Verdict::Supported, Verdict::Contradicted,
                                              Verdict::Unverifiable};

/// How often each verdict was wanted, given, and both.
class Confusion {
 public:
  void count(Verdict wanted, Verdict given) {
    ++wanted_[wanted];
    ++given_[given];
    if (wanted == given) ++both_[given];
  }
  /// The harmonic mean of precision and recall, averaged over the verdicts.
  [[nodiscard]] double macro_f1() const {
    double sum = 0;
    for (const Verdict verdict : kVerdicts) {
      const double all = at(wanted_, verdict) + at(given_, verdict);
      if (all > 0) sum += 2 * at(both_, verdict) / all;
    }
    return sum / static_cast<double>(kVerdicts.size());
  }

 private:
  using Counts = std::map<Verdict, std::size_t>;
  static double at(const Counts& counts, Verdict verdict) {
    const auto found = counts.find(verdict);
    return found == counts.end() ? 0 : static_cast<double>(found->second);
  }
  Counts wanted_, given_, both_;
};

}  // namespace

std::optional<GoldPair> to_pair(const JsonValue& record) {
  const std::string name = text_field(record, "verdict");
  for (const Verdict verdict : kVerdicts) {
    if (to_string(verdict) != name) continue;
    return GoldPair{.record = {.id = text_field(record, "id"),
                               .claim = text_field(record, "claim"),
                               .against = text_field(record, "against")},
                    .verdict = verdict,
                    .phenomenon = text_field(record, "phenomenon"),
                    .language = text_field(record, "lang")};
  }
  return std::nullopt;
}

Evaluation score_pairs(const std::string& prefix, const std::vector<GoldPair>& pairs,
                       const Knowledge& knowledge) {
  Evaluation evaluation;
  Confusion confusion;
  std::size_t right = 0;
  std::map<std::string, std::pair<std::size_t, std::size_t>> groups;
  for (const GoldPair& pair : pairs) {
    const Result<Verification> answer = verify_record(pair.record, knowledge);
    const Verdict given = answer ? answer->verdict : Verdict::Unverifiable;
    const bool is_right = answer && given == pair.verdict;
    confusion.count(pair.verdict, given);
    right += is_right ? 1 : 0;
    for (const std::string& group : {pair.language, pair.phenomenon}) {
      groups[group].first += is_right ? 1 : 0;
      ++groups[group].second;
    }
    if (is_right) continue;
    evaluation.misses.push_back(
        pair.record.id + ": wanted " + std::string(to_string(pair.verdict)) + ", got " +
        std::string(to_string(given)) + ": \"" + pair.record.claim + "\" against \"" +
        pair.record.against + "\"" + (answer ? ": " + answer->explanation.en : ""));
  }
  evaluation.add(prefix + ".accuracy", right, pairs.size());
  if (!pairs.empty()) evaluation.add(prefix + ".macro_f1", confusion.macro_f1(), 1.0);
  for (const auto& [group, tally] : groups) {
    std::string name = prefix;
    name += '.';
    name += group;
    evaluation.add(name, tally.first, tally.second, FigureKind::Detail);
  }
  return evaluation;
}

}  // namespace assay
