// SPDX-License-Identifier: MIT
#pragma once
/// One connected part of a network of relations, in the forms that it is solved in.

#include <optional>
#include <vector>

#include "checks/feasible_system.h"
#include "checks/relations.h"

namespace assay {

/// Numbers that relations connect, as indexes into the network. Order: ascending.
struct NetworkComponent {
  std::vector<std::size_t> numbers;
  std::vector<std::size_t> relations;
};

[[nodiscard]] std::vector<NetworkComponent> components_of(const RelationNetwork& network);

/// A number of a network as if another value, rounded alike, were written for it.
struct Correction {
  std::size_t number = 0;
  double value = 0;  ///< Units: canonical
};

/// The component as interval statements: first one for each of its numbers, then one for each of its
/// relations. A number that nobody states states nothing.
[[nodiscard]] IntervalSystem interval_system(const RelationNetwork& network,
                                             const NetworkComponent& component,
                                             const std::optional<Correction>& correction = {});

/// Which numbers of the component are most likely wrong, as indexes into the network, by testing in
/// turn (checks/linear_system.h) in logarithms; sums are made linear at the values stated, and left
/// out where nobody states one of their numbers.
[[nodiscard]] std::vector<Elimination> suspects_of(const RelationNetwork& network,
                                                   const NetworkComponent& component);

}  // namespace assay
