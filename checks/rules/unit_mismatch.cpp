// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

#include "checks/compare.h"
#include "checks/copied_text.h"
#include "checks/make_finding.h"
#include "checks/rule.h"
#include "checks/slip.h"
#include "checks/wording.h"

namespace assay::rules {
namespace {

bool is_percent(const Fact& fact) {
  return fact.quantity.unit.dimension == Dimension::Ratio && fact.quantity.written_unit == "%";
}

bool is_points(const Fact& fact) {
  return fact.quantity.unit.dimension == Dimension::PercentagePoint;
}

/// The same figure in units that measure two kinds of thing. Of a few digits that may be chance; of
/// percent and percentage points it hardly is, as both are changes of one metric.
bool is_one_figure_in_two_units(const Fact& a, const Fact& b) {
  constexpr std::size_t kHardlyChance = 3;
  const Quantity& left = a.quantity;
  const Quantity& right = b.quantity;
  if (left.unit.dimension == right.unit.dimension || left.written_low != right.written_low ||
      !left.stated.is_point() || !right.stated.is_point() || left.written_low == 0)
    return false;
  if ((is_percent(a) && is_points(b)) || (is_points(a) && is_percent(b))) return true;
  // A number without a unit leaves it out; it has no other one.
  const bool written = !left.written_unit.empty() && !right.written_unit.empty();
  return written && significant_digits(left.written_low).size() >= kHardlyChance;
}

using Key = std::tuple<std::string, std::string, double>;

std::map<Key, std::vector<const Fact*>> by_figure(const FactIndex& index) {
  std::map<Key, std::vector<const Fact*>> buckets;
  for (const Fact* fact : index.facts())
    if (fact->metric.known && !fact->subject.empty())
      buckets[{fact->metric.value, fact->subject.value, fact->quantity.written_low}].push_back(
          fact);
  return buckets;
}

/// Compares the two as if they were measured alike.
Comparison compare_all_but_unit(const Fact& a, const Fact& b, const Knowledge& knowledge) {
  Fact alike = b;
  alike.quantity.unit = a.quantity.unit;
  alike.quantity.written_unit = a.quantity.written_unit;
  return compare_slots(a, alike, knowledge);
}

Finding mismatch(const Fact& a, const Fact& b, const Comparison& comparison,
                 const Lexicon& lexicon) {
  Finding finding =
      make_finding("unit-mismatch", Severity::Warning, comparison.confidence, {&a, &b});
  const Message of = heading(a, lexicon);
  finding.message = {
      of.zh + "同一数字一处写作 " + a.text + "，另一处写作 " + b.text,
      of.en + "the same figure is " + a.text + " in one place and " + b.text + " in another"};
  const Message doubts = doubt_words(comparison.doubts, a, b, lexicon);
  const bool points = is_points(a) || is_points(b);
  finding.explanation = points ? Message{"百分点是两个比例之差，百分比是相对变化，两者不同",
                                         "a percentage point is a difference of two shares, a "
                                         "percentage is a relative change"}
                               : Message{"两个单位量的不是同一种东西",
                                         "the two units measure different kinds of thing"};
  if (!doubts.zh.empty()) finding.explanation.zh += "。" + doubts.zh;
  if (!doubts.en.empty()) finding.explanation.en += ". " + doubts.en;
  return finding;
}

/// Two statements with one figure in two units.
struct Pair {
  const Fact* a = nullptr;
  const Fact* b = nullptr;
  Comparison comparison;
};

/// The pairs among statements of one figure, those within one document first.
std::vector<Pair> pairs_of(const std::vector<const Fact*>& facts, const FactIndex& index) {
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < facts.size(); ++i)
    for (std::size_t k = i + 1; k < facts.size(); ++k) {
      const Fact& a = *facts[i];
      const Fact& b = *facts[k];
      if (!index.concerns(a, b) || !is_one_figure_in_two_units(a, b) ||
          says_what_other_says(index, a, b))
        continue;
      const Comparison comparison = compare_all_but_unit(a, b, index.knowledge());
      if (comparison.comparable && comparison.weight < kNoteAtMost)
        pairs.push_back({&a, &b, comparison});
    }
  std::stable_partition(pairs.begin(), pairs.end(),
                        [](const Pair& pair) { return pair.a->document == pair.b->document; });
  return pairs;
}

/// One finding for all pairs that share a statement: who repeats one side adds nothing.
std::vector<Finding> findings_of(const std::vector<Pair>& pairs, const Lexicon& lexicon) {
  std::vector<Finding> findings;
  std::map<const Fact*, std::size_t> told;  // in which finding
  for (const Pair& pair : pairs) {
    const auto a = told.find(pair.a);
    const auto b = told.find(pair.b);
    if (a == told.end() && b == told.end()) {
      told[pair.a] = told[pair.b] = findings.size();
      findings.push_back(mismatch(*pair.a, *pair.b, pair.comparison, lexicon));
    } else if (a == told.end() || b == told.end()) {
      const std::size_t finding = a == told.end() ? b->second : a->second;
      const Fact* repeated = a == told.end() ? pair.a : pair.b;
      told[repeated] = finding;
      findings[finding].repeats.push_back(*repeated);
    }
  }
  return findings;
}

std::vector<Finding> run(const FactIndex& index) {
  constexpr std::size_t kMostOfOneFigure = 40;
  std::vector<Finding> findings;
  for (const auto& [key, facts] : by_figure(index)) {
    if (facts.size() > kMostOfOneFigure) continue;
    std::ranges::move(findings_of(pairs_of(facts, index), index.knowledge().lexicon()),
                      std::back_inserter(findings));
  }
  return findings;
}

}  // namespace

extern const Rule unit_mismatch{.summary = "one figure of one fact stands in units of two kinds",
                                .run = run,
                                .highest = Severity::Warning};

}  // namespace assay::rules
