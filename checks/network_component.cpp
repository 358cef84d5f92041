// SPDX-License-Identifier: MIT
#include "checks/network_component.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <unordered_map>

namespace assay {
namespace {

/// A figure that claims to be exact may still be a slip. Units: logarithms, so a share of it
constexpr double kLeastWidthOfEntry = 1e-3;
/// Rounding that explains what is left with less than this probability is not what explains it.
constexpr double kSignificance = 0.01;

using NumberIndex = std::unordered_map<const Fact*, std::size_t>;

NumberIndex index_numbers(const RelationNetwork& network) {
  NumberIndex index;
  for (std::size_t i = 0; i < network.numbers.size(); ++i)
    index.emplace(&network.numbers[i].fact, i);
  return index;
}

/// The place of each number of a component within it.
NumberIndex index_within(const RelationNetwork& network, const NetworkComponent& component) {
  NumberIndex index;
  for (std::size_t i = 0; i < component.numbers.size(); ++i)
    index.emplace(&network.numbers[component.numbers[i]].fact, i);
  return index;
}

/// Writes a component as intervals. A number has a variable for its value and one for its logarithm,
/// as far as relations use them. Values are counted in the largest that is stated.
class IntervalWriter {
 public:
  IntervalWriter(const RelationNetwork& network, const NetworkComponent& component,
                 const std::optional<Correction>& correction)
      : network_(network), component_(component), within_(index_within(network, component)) {
    for (const std::size_t number : component.numbers) {
      const Quantity& quantity = network.numbers[number].fact.quantity;
      const bool corrected = correction && correction->number == number;
      tolerances_.push_back(
          corrected ? shift(quantity.tolerance, correction->value - quantity.stated.midpoint())
                    : quantity.tolerance);
      if (quantity.tolerance.has_high()) size_ = std::max(size_, quantity.tolerance.high);
    }
  }

  IntervalSystem write() {
    system_.statements.resize(component_.numbers.size());
    for (const std::size_t relation : component_.relations)
      system_.statements.push_back({bound_of(network_.relations[relation])});
    for (const auto& [key, variable] : variables_) {
      const auto value = variables_.find({key.first, Entry::Value});
      if (key.second == Entry::Logarithm && value != variables_.end())
        system_.logarithms.push_back({value->second, variable});
    }
    return std::move(system_);
  }

 private:
  LinearBound bound_of(const NetworkRelation& relation) {
    LinearBound bound;
    double total = relation.equation.total;
    bool of_values = false;
    for (const RelationMember& member : relation.equation.members) {
      of_values |= member.entry == Entry::Value;
      // ln x = ln (x / size) + ln size
      if (member.entry == Entry::Logarithm) total -= member.factor * std::log(size_);
      bound.terms.push_back({variable_of(member), member.factor});
    }
    const double unit = of_values ? size_ : 1;
    bound.range =
        Interval::closed((total - relation.slack) / unit, (total + relation.slack) / unit);
    return bound;
  }

  std::size_t variable_of(const RelationMember& member) {
    const auto [found, is_new] =
        variables_.try_emplace({member.fact, member.entry}, system_.variables);
    if (!is_new) return found->second;
    ++system_.variables;
    const std::size_t number = within_.at(member.fact);
    Interval range = tolerances_[number];
    if (member.entry != Entry::LogFactor) range = scale(range, 1 / size_);
    range = to_entry(member, range);
    // Nothing is stated, or what a correction leaves has no logarithm.
    if (std::isfinite(range.low) && std::isfinite(range.high))
      system_.statements[number].push_back({{{found->second, 1}}, range});
    return found->second;
  }

  const RelationNetwork& network_;
  const NetworkComponent& component_;
  NumberIndex within_;
  std::vector<Interval> tolerances_;
  double size_ = 0;
  IntervalSystem system_;
  std::map<std::pair<const Fact*, Entry>, std::size_t> variables_;
};

/// A component as measured logarithms.
class MeasuredWriter {
 public:
  MeasuredWriter(const RelationNetwork& network, const NetworkComponent& component)
      : within_(index_within(network, component)),
        values_(component.numbers.size(), {0, kInfinity}) {
    for (const std::size_t relation : component.relations)
      add(network.relations[relation].equation);
  }

  [[nodiscard]] const std::vector<MeasuredValue>& values() const { return values_; }
  [[nodiscard]] const std::vector<LinearRelation>& relations() const { return relations_; }

 private:
  void add(const FactRelation& equation) {
    const bool of_values = equation.members.front().entry == Entry::Value;
    LinearRelation relation{.terms = {}, .total = equation.total};
    for (const RelationMember& member : equation.members) {
      const std::size_t number = within_.at(member.fact);
      measure(number, member);
      if (!of_values) {
        relation.terms.push_back({number, member.factor});
        continue;
      }
      // x = x0 + x0 (ln x - ln x0), near x0
      if (!std::isfinite(values_[number].half_width)) return;
      const double term = member.factor * std::exp(values_[number].value);
      relation.terms.push_back({number, term});
      relation.total += term * (values_[number].value - 1);
    }
    relations_.push_back(std::move(relation));
  }

  void measure(std::size_t number, RelationMember member) {
    const Quantity& quantity = member.fact->quantity;
    if (!quantity.tolerance.has_low() || !quantity.tolerance.has_high()) return;
    if (member.entry == Entry::Value) member.entry = Entry::Logarithm;
    const double width = to_entry(member, quantity.tolerance).width();
    values_[number] = {to_entry(member, quantity.stated.midpoint()),
                       std::max(width / 2, kLeastWidthOfEntry)};
  }

  NumberIndex within_;
  std::vector<MeasuredValue> values_;
  std::vector<LinearRelation> relations_;
};

std::size_t root_of(std::vector<std::size_t>& parents, std::size_t number) {
  while (parents[number] != number) number = parents[number] = parents[parents[number]];
  return number;
}

}  // namespace

std::vector<NetworkComponent> components_of(const RelationNetwork& network) {
  const NumberIndex index = index_numbers(network);
  std::vector<std::size_t> parents(network.numbers.size());
  std::iota(parents.begin(), parents.end(), std::size_t{0});
  const auto first_of = [&](const NetworkRelation& relation) {
    return index.at(relation.equation.members.front().fact);
  };
  for (const NetworkRelation& relation : network.relations)
    for (const RelationMember& member : relation.equation.members)
      parents[root_of(parents, index.at(member.fact))] = root_of(parents, first_of(relation));
  std::map<std::size_t, NetworkComponent> by_root;
  for (std::size_t i = 0; i < network.relations.size(); ++i)
    by_root[root_of(parents, first_of(network.relations[i]))].relations.push_back(i);
  for (std::size_t i = 0; i < network.numbers.size(); ++i)
    if (const auto found = by_root.find(root_of(parents, i)); found != by_root.end())
      found->second.numbers.push_back(i);
  std::vector<NetworkComponent> components;
  components.reserve(by_root.size());
  for (auto& [root, component] : by_root) components.push_back(std::move(component));
  return components;
}

IntervalSystem interval_system(const RelationNetwork& network, const NetworkComponent& component,
                               const std::optional<Correction>& correction) {
  return IntervalWriter(network, component, correction).write();
}

std::vector<Elimination> suspects_of(const RelationNetwork& network,
                                     const NetworkComponent& component) {
  const MeasuredWriter measured(network, component);
  std::vector<Elimination> found =
      eliminate_in_turn(measured.values(), measured.relations(), kSignificance);
  for (Elimination& elimination : found)
    for (std::size_t& suspect : elimination.suspects) suspect = component.numbers[suspect];
  return found;
}

}  // namespace assay
