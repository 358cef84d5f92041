// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <tuple>

#include "checks/compare.h"
#include "checks/infer.h"
#include "checks/make_finding.h"
#include "checks/network_component.h"
#include "checks/repair.h"
#include "checks/rule.h"
#include "checks/wording.h"

namespace assay::rules {
namespace {

/// More numbers than this are a table of everything, which no one sentence is wrong about.
constexpr std::size_t kMostNumbers = 60;
/// Conflicts that are looked for in one component.
constexpr std::size_t kMostConflicts = 6;
/// Suspects are named only if the next is this much less suspicious.
constexpr double kLeastMargin = 0.05;

/// Numbers and relations that cannot all be true, by the network.
struct NetworkConflict {
  std::vector<std::size_t> numbers;
  std::vector<std::size_t> relations;
};

class ComponentCheck {
 public:
  ComponentCheck(const RelationNetwork& network, const NetworkComponent& component,
                 const Lexicon& lexicon)
      : network_(network),
        component_(component),
        lexicon_(lexicon),
        system_(interval_system(network, component)) {}

  std::vector<Finding> run() {
    std::vector<Finding> findings;
    std::set<std::size_t> told = broken_in_a_sentence();
    for (const NetworkConflict& conflict : find_conflicts()) {
      const bool known = std::ranges::any_of(
          conflict.numbers, [&](std::size_t number) { return told.contains(number); });
      if (known || is_cycle_of_comparisons(conflict)) continue;
      auto finding = finding_of(conflict);
      if (!finding) continue;
      told.insert(conflict.numbers.begin(), conflict.numbers.end());
      findings.push_back(std::move(*finding));
    }
    return findings;
  }

 private:
  [[nodiscard]] const Fact& number(std::size_t index) const { return network_.numbers[index].fact; }
  [[nodiscard]] const Fact& statement(std::size_t index) const {
    return *network_.numbers[index].statements.front();
  }

  /// The smallest first.
  [[nodiscard]] std::vector<NetworkConflict> find_conflicts() const {
    std::vector<NetworkConflict> conflicts;
    for (const StatementSet& set : irreducible_conflicts(system_, kMostConflicts)) {
      NetworkConflict& conflict = conflicts.emplace_back();
      for (const std::size_t member : set) {
        const std::size_t count = component_.numbers.size();
        if (member < count)
          conflict.numbers.push_back(component_.numbers[member]);
        else
          conflict.relations.push_back(component_.relations[member - count]);
      }
    }
    std::ranges::stable_sort(conflicts, {}, [](const NetworkConflict& conflict) {
      return conflict.numbers.size() + conflict.relations.size();
    });
    return conflicts;
  }

  /// Numbers of sentences that do not fit together by themselves: for that there are other rules, and
  /// nothing follows from such numbers.
  [[nodiscard]] std::set<std::size_t> broken_in_a_sentence() const {
    const std::size_t count = component_.numbers.size();
    std::set<std::size_t> broken;
    for (std::size_t i = 0; i < component_.relations.size(); ++i) {
      const NetworkRelation& relation = network_.relations[component_.relations[i]];
      if (!relation.of_one_sentence) continue;
      StatementSet alone;
      for (std::size_t k = 0; k < count; ++k)
        if (has_member(relation, component_.numbers[k])) alone.push_back(k);
      alone.push_back(count + i);
      if (is_feasible(system_, alone)) continue;
      for (const std::size_t k : alone)
        if (k < count) broken.insert(component_.numbers[k]);
    }
    return broken;
  }

  [[nodiscard]] bool has_member(const NetworkRelation& relation, std::size_t index) const {
    return std::ranges::any_of(relation.equation.members, [&](const RelationMember& member) {
      return member.fact == &number(index);
    });
  }

  /// Comparisons around a circle are for ratio-cycle: no number but theirs takes part.
  [[nodiscard]] bool is_cycle_of_comparisons(const NetworkConflict& conflict) const {
    return conflict.numbers.size() == conflict.relations.size() &&
           std::ranges::all_of(conflict.relations, [&](std::size_t relation) {
             return network_.relations[relation].compares;
           });
  }

  // ---- what the finding says

  [[nodiscard]] std::optional<Inference> infer_number(const NetworkConflict& conflict,
                                                      std::size_t target) const {
    std::vector<const FactRelation*> relations;
    for (const std::size_t i : conflict.relations)
      relations.push_back(&network_.relations[i].equation);
    std::vector<const Fact*> given;
    for (const std::size_t i : conflict.numbers) given.push_back(&number(i));
    return infer(std::move(relations), given, number(target));
  }

  /// The number that the others are held against: the latest level, or what stands last.
  [[nodiscard]] std::vector<std::size_t> by_lateness(std::vector<std::size_t> numbers) const {
    std::ranges::stable_sort(numbers, [&](std::size_t a, std::size_t b) {
      const auto key = [&](std::size_t i) {
        const Fact& fact = statement(i);
        const bool level = fact.role == Role::Level && fact.comparand.empty();
        return std::tuple(level, fact.period ? fact.period->to : Day{}, i);
      };
      return key(a) > key(b);
    });
    return numbers;
  }

  [[nodiscard]] std::optional<Finding> finding_of(const NetworkConflict& conflict) const {
    const std::vector<std::size_t> numbers = by_lateness(conflict.numbers);
    const std::size_t target = numbers.front();
    const auto inference = infer_number(conflict, target);
    // What relations between many leave of one may still meet what is stated of it: no words for that.
    if (!inference || intersects(inference->range, number(target).quantity.tolerance))
      return std::nullopt;
    std::vector<const Fact*> evidence;
    evidence.reserve(numbers.size());
    for (const std::size_t i : numbers) evidence.push_back(&statement(i));
    Finding finding =
        make_finding("reconciliation", severity_of(*inference, number(target)), 0.7, evidence);
    const auto suspicion = suspicion_in(conflict);
    finding.culprit = culprit_of(suspicion, numbers);
    const Message suspect = suspect_words(suspicion);
    const Message repairs = repair_words(repairs_of(conflict));
    for (const Language language : {Language::Chinese, Language::English}) {
      const bool zh = language == Language::Chinese;
      (zh ? finding.message.zh : finding.message.en) = message_in(*inference, target, language);
      std::string& words = zh ? finding.explanation.zh : finding.explanation.en;
      words = arithmetic_in(*inference, target, language);
      for (const Message* more : {&suspect, &repairs}) {
        if (more->en.empty()) continue;
        words += zh ? "；" : "; ";
        words += more->in(language);
      }
    }
    return finding;
  }

  [[nodiscard]] std::string message_in(const Inference& inference, std::size_t target,
                                       Language language) const {
    const bool zh = language == Language::Chinese;
    const Fact& stated = statement(target);
    std::string words = heading(stated, lexicon_).in(language) +
                        (zh ? "由其他各处推得 " : "the other statements make it ");
    words += interval_words(inference.range, stated.quantity.unit, language);
    words += zh ? "，与所写 " : ", not ";
    words += stated_words(stated, language);
    words += zh ? " 不符" : "";
    return words;
  }

  [[nodiscard]] std::string arithmetic_in(const Inference& inference, std::size_t target,
                                          Language language) const {
    const Fact& stated = statement(target);
    const MeasuredIn& unit = stated.quantity.unit;
    std::string words = inference.formula + " = ";
    words += interval_words(inference.range, unit, language);
    words += language == Language::Chinese ? "，文中写 " : ", stated ";
    words += stated_words(stated, language);
    words += language == Language::Chinese ? "，即 " : ", that is ";
    words += interval_words(number(target).quantity.tolerance, unit, language);
    return words;
  }

  static Severity severity_of(const Inference& inference, const Fact& fact) {
    const double stated = fact.quantity.stated.midpoint();
    const double size = std::max(std::abs(inference.exact), std::abs(stated));
    const bool small = std::abs(inference.exact - stated) < kSmallGap * size;
    return small ? Severity::Note : Severity::Warning;
  }

  /// Which numbers are most likely wrong, by what all relations of the component say of them; none
  /// when these do not tell the numbers of the conflict apart. Absent: rounding explains them all.
  [[nodiscard]] std::optional<Elimination> suspicion_in(const NetworkConflict& conflict) const {
    const std::vector<Elimination> ranking = suspects_of(network_, component_);
    if (ranking.empty()) return std::nullopt;
    const Elimination& first = ranking.front();
    const bool margin = first.next <= first.statistic * (1 - kLeastMargin);
    const bool ours = std::ranges::all_of(first.suspects, [&](std::size_t suspect) {
      return std::ranges::find(conflict.numbers, suspect) != conflict.numbers.end();
    });
    if (!ours || !margin || first.suspects.size() == conflict.numbers.size()) return Elimination{};
    return first;
  }

  [[nodiscard]] Message suspect_words(const std::optional<Elimination>& suspicion) const {
    if (!suspicion) return {};
    if (suspicion->suspects.empty())
      return {"仅凭这些数字无法判断是哪一处有误", "the numbers do not tell which of them is wrong"};
    Message names;
    for (const std::size_t suspect : suspicion->suspects) {
      names.zh += (names.zh.empty() ? "" : " 或 ") + statement(suspect).text;
      names.en += (names.en.empty() ? "" : " or ") + statement(suspect).text;
    }
    const std::string statistic = rounded(suspicion->statistic);
    const std::string next = rounded(suspicion->next);
    return {"最可能有误的是 " + names.zh + "（检验统计量 " + statistic + "，其次 " + next + "）",
            names.en + " is most likely wrong (test statistic " + statistic + ", the next " + next +
                ")"};
  }

  /// The one suspect as a piece of evidence; absent when there are several.
  [[nodiscard]] static std::optional<Culprit> culprit_of(
      const std::optional<Elimination>& suspicion, const std::vector<std::size_t>& evidence) {
    if (!suspicion || suspicion->suspects.size() != 1) return std::nullopt;
    const auto at = std::ranges::find(evidence, suspicion->suspects.front());
    return Culprit{static_cast<std::size_t>(at - evidence.begin()),
                   {"与之相关的其他数字都指向它", "the numbers related to it speak against it"}};
  }

  static std::string rounded(double statistic) {
    const long long tenths = std::llround(statistic * 10);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
  }

  /// What each number would have to be, as far as that alone mends the whole component.
  [[nodiscard]] std::vector<Repair> repairs_of(const NetworkConflict& conflict) const {
    std::vector<Repair> repairs;
    for (const std::size_t i : conflict.numbers) {
      const Fact& fact = number(i);
      // What two statements agree on is no slip of one.
      if (network_.numbers[i].statements.size() > 1) continue;
      if (!fact.quantity.stated.is_point() || fact.quantity.stated.low <= 0) continue;
      const auto inference = infer_number(conflict, i);
      if (!inference) continue;
      const auto repair = repair_to(fact, inference->exact, inference->range, lexicon_);
      if (repair && mends(i, repair->value)) repairs.push_back(*repair);
    }
    std::ranges::stable_sort(repairs, {}, &Repair::change);
    return repairs;
  }

  /// Whether nothing is in conflict any more once the number is `value`.
  [[nodiscard]] bool mends(std::size_t index, double value) const {
    const IntervalSystem mended = interval_system(network_, component_, Correction{index, value});
    StatementSet all(mended.statements.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return is_feasible(mended, all);
  }

  const RelationNetwork& network_;
  const NetworkComponent& component_;
  const Lexicon& lexicon_;
  IntervalSystem system_;
};

std::vector<Finding> run(const FactIndex& index) {
  const RelationNetwork network = collect_relations(index);
  std::vector<Finding> findings;
  for (const NetworkComponent& component : components_of(network)) {
    if (component.numbers.size() > kMostNumbers) continue;
    ComponentCheck check(network, component, index.knowledge().lexicon());
    for (Finding& finding : check.run()) findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

extern const Rule reconciliation{
    .summary = "several statements that are related cannot all be true",
    .run = run,
    .joint = true,
    .highest = Severity::Warning};

}  // namespace assay::rules
