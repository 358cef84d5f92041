// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "checks/compare.h"
#include "checks/make_finding.h"
#include "checks/rule.h"
#include "checks/scope_relation.h"
#include "checks/stated_relations.h"
#include "checks/time_relation.h"
#include "checks/wording.h"

namespace assay::rules {
namespace {

/// Longer chains of comparisons prove nothing.
constexpr std::size_t kLongestCycle = 4;
/// A metric with more comparisons is a table of benchmarks, each with its own conditions.
constexpr std::size_t kMostComparisons = 200;

/// "A is r times B": what one fact says of two nodes.
struct StatedRatio {
  const Fact* fact = nullptr;
  std::string subject;
  std::string comparand;
  std::vector<Interval> ratios;  ///< what A / B may be
};

/// One comparison of a cycle, and whether it is walked from subject to comparand.
struct Step {
  const StatedRatio* comparison = nullptr;
  bool forward = true;
};

using Cycle = std::vector<Step>;

/// The comparisons of a check, by the metric in which they are made.
std::map<std::string, std::vector<StatedRatio>> comparisons_of(const FactIndex& index) {
  std::map<std::string, std::vector<StatedRatio>> by_metric;
  for (const Fact* fact : index.facts()) {
    std::vector<Interval> ratios = stated_ratios(*fact);
    if (ratios.empty()) continue;
    std::vector<StatedRatio>& known = by_metric[fact->metric.value];
    // A copy says nothing new.
    const bool told = std::any_of(known.begin(), known.end(), [&](const StatedRatio& other) {
      return other.subject == fact->subject.value && other.comparand == fact->comparand.value &&
             other.fact->role == fact->role && other.fact->scope == fact->scope &&
             values_agree(other.fact->quantity, fact->quantity);
    });
    if (told) continue;
    known.push_back({fact, fact->subject.value, fact->comparand.value, std::move(ratios)});
  }
  return by_metric;
}

/// Leaves of the comparisons those that a cycle with a changed one can pass: at most two steps from
/// its ends.
void keep_near_changed(std::vector<StatedRatio>& comparisons, const FactIndex& index) {
  std::set<std::string> ends;
  for (const StatedRatio& comparison : comparisons)
    if (index.is_changed(*comparison.fact)) ends.insert({comparison.subject, comparison.comparand});
  std::set<std::string> near = ends;
  for (const StatedRatio& comparison : comparisons)
    if (ends.contains(comparison.subject) || ends.contains(comparison.comparand))
      near.insert({comparison.subject, comparison.comparand});
  std::erase_if(comparisons, [&](const StatedRatio& comparison) {
    return !near.contains(comparison.subject) || !near.contains(comparison.comparand);
  });
}

/// The nearest that the product around the cycle comes to 1, as the interval of that product.
Interval product_around(const Cycle& cycle) {
  Interval best = Interval::point(0);
  std::vector<Interval> products = {Interval::point(1)};
  for (const Step& step : cycle) {
    std::vector<Interval> next;
    for (const Interval& product : products)
      for (const Interval& ratio : step.comparison->ratios)
        next.push_back(step.forward ? product * ratio : product / ratio);
    products = std::move(next);
  }
  double nearest = -1;
  for (const Interval& product : products) {
    const double distance = gap(product, Interval::point(1));
    if (nearest >= 0 && distance >= nearest) continue;
    nearest = distance;
    best = product;
  }
  return best;
}

class CycleFinder {
 public:
  CycleFinder(const std::vector<StatedRatio>& comparisons, const Lexicon& lexicon)
      : comparisons_(comparisons), lexicon_(lexicon) {
    for (const StatedRatio& comparison : comparisons) {
      at_[comparison.subject].push_back({&comparison, true});
      at_[comparison.comparand].push_back({&comparison, false});
    }
  }

  /// Cycles that do not close, the shortest first; each set of facts once.
  std::vector<Cycle> find() {
    for (std::size_t length = 2; length <= kLongestCycle; ++length)
      for (const StatedRatio& first : comparisons_) {
        Cycle cycle = {{&first, true}};
        walk(cycle, first.comparand, length);
      }
    return std::move(broken_);
  }

 private:
  void walk(Cycle& cycle, const std::string& node, std::size_t length) {
    const std::string& start = cycle.front().comparison->subject;
    for (const Step& step : at_.at(node)) {
      if (!may_follow(cycle, step)) continue;
      const std::string& next =
          step.forward ? step.comparison->comparand : step.comparison->subject;
      cycle.push_back(step);
      if (cycle.size() == length) {
        if (next == start) judge(cycle);
      } else if (next != start && !passes(cycle, next)) {
        walk(cycle, next, length);
      }
      cycle.pop_back();
    }
  }

  static bool passes(const Cycle& cycle, const std::string& node) {
    return std::any_of(cycle.begin(), cycle.end() - 1, [&](const Step& step) {
      return (step.forward ? step.comparison->comparand : step.comparison->subject) == node;
    });
  }

  /// Every comparison once, all under conditions that may be the same. Two of the same two in the
  /// same order are for value-conflict.
  [[nodiscard]] bool may_follow(const Cycle& cycle, const Step& step) const {
    return std::all_of(cycle.begin(), cycle.end(), [&](const Step& before) {
      const Fact& a = *before.comparison->fact;
      const Fact& b = *step.comparison->fact;
      const bool repeated = before.comparison->subject == step.comparison->subject &&
                            before.comparison->comparand == step.comparison->comparand;
      return &a != &b && !repeated && relate_conditions(a, b, lexicon_) != ScopeRelation::Apart &&
             relate_places(a, b, lexicon_) != ScopeRelation::Apart &&
             relate_times(a, b) != TimeRelation::Apart;
    });
  }

  void judge(const Cycle& cycle) {
    std::set<const Fact*> facts;
    for (const Step& step : cycle) facts.insert(step.comparison->fact);
    // A longer cycle around a broken one says nothing new.
    for (const std::set<const Fact*>& known : told_)
      if (std::includes(facts.begin(), facts.end(), known.begin(), known.end())) return;
    // A cycle that misses 1 by no more is closed.
    if (gap(product_around(cycle), Interval::point(1)) <= kRoundingOfComparison) return;
    told_.push_back(std::move(facts));
    broken_.push_back(cycle);
  }

  const std::vector<StatedRatio>& comparisons_;
  const Lexicon& lexicon_;
  std::map<std::string, std::vector<Step>> at_;  ///< by the node that a step starts from
  std::vector<std::set<const Fact*>> told_;
  std::vector<Cycle> broken_;
};

/// "H20 / H100 = 20%, …"
std::string statements_in(const Cycle& cycle, const DisplayNames& names) {
  std::string statements;
  for (const Step& step : cycle) {
    const StatedRatio& comparison = *step.comparison;
    if (!statements.empty()) statements += names.language() == Language::Chinese ? "，" : ", ";
    statements += names.entity(comparison.subject) + " / " + names.entity(comparison.comparand) +
                  " = " + comparison.fact->text;
  }
  return statements;
}

Finding cycle_finding(const Cycle& cycle, const Lexicon& lexicon) {
  std::vector<const Fact*> evidence;
  for (const Step& step : cycle) evidence.push_back(step.comparison->fact);
  Finding finding = make_finding("ratio-cycle", Severity::Warning, 0.75, evidence);
  const Message metric = metric_words(*cycle.front().comparison->fact, lexicon);
  finding.message = {metric.zh + "：几处比较连起来自相矛盾：" +
                         statements_in(cycle, DisplayNames(Language::Chinese, &lexicon)),
                     metric.en + ": these comparisons cannot all hold: " +
                         statements_in(cycle, DisplayNames(Language::English, &lexicon))};
  std::string product;
  for (const Step& step : cycle)
    product += (product.empty() ? "" : step.forward ? " × " : " / ") + step.comparison->fact->text;
  const Interval around = product_around(cycle);
  const MeasuredIn& unit = cycle.front().comparison->fact->quantity.unit;
  finding.explanation = {
      "绕一圈应为 100%：" + product + " = " + interval_words(around, unit, Language::Chinese),
      "once around is 100%: " + product + " = " + interval_words(around, unit, Language::English)};
  return finding;
}

std::vector<Finding> run(const FactIndex& index) {
  std::vector<Finding> findings;
  const Lexicon& lexicon = index.knowledge().lexicon();
  for (auto& [metric, comparisons] : comparisons_of(index)) {
    if (index.is_limited()) keep_near_changed(comparisons, index);
    if (comparisons.size() < 2 || comparisons.size() > kMostComparisons) continue;
    for (const Cycle& cycle : CycleFinder(comparisons, lexicon).find())
      findings.push_back(cycle_finding(cycle, lexicon));
  }
  return findings;
}

}  // namespace

extern const Rule ratio_cycle{.summary = "comparisons of several things contradict one another",
                              .run = run,
                              .highest = Severity::Warning};

}  // namespace assay::rules
