// SPDX-License-Identifier: MIT
#include "checks/repair.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "checks/linear_system.h"
#include "checks/wording.h"

namespace assay {
namespace {

/// A figure that claims to be exact may still be a slip: without any width it could never be
/// suspected.
constexpr double kLeastHalfWidth = 1e-3;
/// Changes and statistics this close, relative to the larger, are a tie.
constexpr double kTieOfRepairs = 0.01;
/// More offers than this no one reads.
constexpr std::size_t kMostOffers = 4;
constexpr int kMostRefinements = 6;

double stated_entry(const RelationMember& member) {
  return to_entry(member, member.fact->quantity.stated.low);
}

/// A single figure that has an entry and stays clear of its ends.
bool is_figure(const RelationMember& member) {
  const Quantity& quantity = member.fact->quantity;
  if (!quantity.stated.is_point() || quantity.stated.low <= 0) return false;
  if (!quantity.tolerance.has_low() || !quantity.tolerance.has_high()) return false;
  const Interval entry = to_entry(member, quantity.tolerance);
  return std::isfinite(entry.low) && std::isfinite(entry.high);
}

// ---- which members may be wrong

/// The relations over single figures as a linear system, its values numbered by first occurrence.
class Suspicion {
 public:
  explicit Suspicion(const std::vector<FactRelation>& relations) {
    for (const FactRelation& relation : relations)
      if (std::ranges::all_of(relation.members, is_figure)) add(relation);
    result_ = reconcile(values_, relations_);
  }

  /// The measurement test's statistic of a fact.
  [[nodiscard]] double of(const RelationMember& member) const {
    return result_.statistics[index_.at({member.fact, member.entry})];
  }

 private:
  void add(const FactRelation& relation) {
    LinearRelation row{.terms = {}, .total = relation.total};
    for (const RelationMember& member : relation.members) {
      const auto [found, is_new] = index_.try_emplace({member.fact, member.entry}, values_.size());
      if (is_new) values_.push_back(measured(member));
      row.terms.push_back({found->second, member.factor});
    }
    relations_.push_back(std::move(row));
  }

  static MeasuredValue measured(const RelationMember& member) {
    const double value = stated_entry(member);
    const double width = to_entry(member, member.fact->quantity.tolerance).width();
    const double least = kLeastHalfWidth * (member.entry == Entry::Value ? std::abs(value) : 1);
    return {value, std::max(width / 2, least)};
  }

  std::map<std::pair<const Fact*, Entry>, std::size_t> index_;
  std::vector<MeasuredValue> values_;
  std::vector<LinearRelation> relations_;
  Reconciliation result_;
};

std::vector<RelationMember> suspects(const std::vector<FactRelation>& relations,
                                     const FactRelation& broken) {
  const Suspicion suspicion(relations);
  double most = 0;
  for (const RelationMember& member : broken.members) most = std::max(most, suspicion.of(member));
  std::vector<RelationMember> found;
  for (const RelationMember& member : broken.members)
    if (suspicion.of(member) >= most * (1 - kTieOfRepairs)) found.push_back(member);
  return found;
}

// ---- what they would have to be

/// The value with the fewest digits, no coarser than the fact was written, that stays in `fitting`.
double rounded_within(double exact, const Interval& fitting, const Fact& fact) {
  const double width = fact.quantity.tolerance.width();
  const double written = width > 0 ? width : std::abs(exact) * kLeastHalfWidth;
  double step = std::pow(10, std::floor(std::log10(written) + 1e-9));
  for (int i = 0; i < kMostRefinements; ++i, step /= 10) {
    const double value = std::round(exact / step) * step;
    if (fitting.contains(value)) return value;
  }
  return exact;
}

bool is_possible(const Repair& repair, const Lexicon& lexicon) {
  // "Halved" is no slip of a digit; the figures beside it may be.
  if (repair.fact->quantity.vague) return false;
  if (!std::isfinite(repair.value) || repair.value <= 0) return false;
  const Metric* metric = lexicon.find_metric(repair.fact->metric.value);
  const bool level = repair.fact->role == Role::Level || repair.fact->role == Role::Before;
  if (metric == nullptr || !level || !repair.fact->comparand.empty()) return true;
  return !metric->fits(repair.fact->quantity.unit.dimension) ||
         metric->domain.contains(repair.value);
}

std::optional<Repair> repair_of(const FactRelation& relation, const RelationMember& member,
                                const Lexicon& lexicon) {
  double needed = relation.total;
  Interval range = Interval::point(relation.total);
  for (const RelationMember& other : relation.members) {
    if (other.fact == member.fact) continue;
    needed -= other.factor * stated_entry(other);
    range = range - scale(to_entry(other, other.fact->quantity.tolerance), other.factor);
  }
  const Interval fitting = from_entry(member, scale(range, 1 / member.factor));
  auto repair =
      repair_to(*member.fact, from_entry(member, needed / member.factor), fitting, lexicon);
  if (repair) repair->upper_bound = relation.upper_bound;
  return repair;
}

std::string offer(const Repair& repair, Language language) {
  const std::string value = value_words(repair.value, repair.fact->quantity.unit, language);
  if (language == Language::Chinese)
    return "把 " + repair.fact->text + " 改为" + (repair.upper_bound ? "至多 " : " ") + value;
  return (repair.upper_bound ? "at most " : "") + value + " instead of " + repair.fact->text;
}

}  // namespace

std::vector<Repair> find_repairs(const std::vector<FactRelation>& relations, std::size_t broken,
                                 const Lexicon& lexicon) {
  const FactRelation& relation = relations[broken];
  if (!std::ranges::all_of(relation.members, is_figure)) return {};
  std::vector<Repair> repairs;
  for (const RelationMember& member : suspects(relations, relation))
    if (const auto repair = repair_of(relation, member, lexicon)) repairs.push_back(*repair);
  std::ranges::stable_sort(repairs, {}, &Repair::change);
  return repairs;
}

std::optional<Repair> repair_to(const Fact& fact, double exact, const Interval& fitting,
                                const Lexicon& lexicon) {
  const double stated = fact.quantity.stated.low;
  const Repair repair{&fact, rounded_within(exact, fitting, fact),
                      std::abs(exact - stated) / std::max(std::abs(exact), stated)};
  return is_possible(repair, lexicon) ? std::optional(repair) : std::nullopt;
}

Message repair_words(const std::vector<Repair>& repairs) {
  if (repairs.empty()) return {};
  const double least = repairs.front().change;
  const auto smallest = [&](const Repair& repair) {
    return repair.change * (1 - kTieOfRepairs) <= least;
  };
  // When all changes are equally small there is nothing to mark.
  const bool mark = !std::ranges::all_of(repairs, smallest);
  Message words{"若只有一处有误，", "if only one is wrong, "};
  for (std::size_t i = 0; i < std::min(repairs.size(), kMostOffers); ++i) {
    const bool marked = mark && smallest(repairs[i]);
    words.zh += (i > 0 ? "，或" : "") + offer(repairs[i], Language::Chinese);
    words.en += (i > 0 ? ", or " : "") + offer(repairs[i], Language::English);
    if (marked) words.zh += "（改动最小）";
    if (marked) words.en += " (the smallest change)";
  }
  words.zh += "，即可相符";
  words.en += " would fit";
  return words;
}

void explain_repairs(Finding& finding, const std::vector<FactRelation>& relations,
                     std::size_t broken, const Lexicon& lexicon) {
  const Message words = repair_words(find_repairs(relations, broken, lexicon));
  if (words.en.empty()) return;
  finding.explanation.zh += "；" + words.zh;
  finding.explanation.en += "; " + words.en;
}

}  // namespace assay
