// SPDX-License-Identifier: MIT
#pragma once
/// Numbers of a claim that only say which of several things is meant: 8层HBM3E的容量, 12英寸厂的产能, "the
/// 314 Ah cell".

#include <vector>

#include "facts/fact.h"

namespace assay {

/// The numbers that stand before `main` in its clause and measure something else: they are conditions of
/// the claim. `claim`: all numbers of the claim.
[[nodiscard]] std::vector<const Fact*> conditions_of(const std::vector<Fact>& claim,
                                                     const Fact& main);

/// How well the numbers before the fact at `index` in its sentence fit the conditions: for each condition
/// the nearest one in the same unit counts, for the fact where it is the same, against it where it is
/// another; nothing where there is none.
[[nodiscard]] double fit_of_conditions(const std::vector<const Fact*>& conditions,
                                       const std::vector<const Fact*>& facts, std::size_t index);

}  // namespace assay
