// SPDX-License-Identifier: MIT
#pragma once
/// The relations that the statements of a check imply, as one network: which numbers they are
/// between, wherever those stand. Two statements of the same thing share one number, and so relations
/// connect across sentences and documents; what only relations speak of (the revenue of a year for
/// which nothing but growth is stated) is a number too.
///
///     2023: 100; 2024: +20%; 2025: +10%; 2025: 150
///     r(2023) x (1 + 20%) = r(2024), r(2024) x (1 + 10%) = r(2025), and nobody states r(2024)

#include <deque>
#include <vector>

#include "checks/fact_relation.h"
#include "facts/fact_index.h"

namespace assay {

/// A number that one or several statements give, or that relations alone speak of.
struct SharedNumber {
  /// The first statement; its tolerance covers those of all. Without a statement: what the number is
  /// of, and a tolerance without ends.
  Fact fact;
  std::vector<const Fact*> statements;  ///< which agree; empty: nobody states it
};

struct NetworkRelation {
  FactRelation equation;  ///< its members are the facts of shared numbers
  /// How far it may be off, beyond the tolerances: writers round, and leave small things out.
  /// Units: of the entries, so a share of the result where they are logarithms
  double slack = 0;
  bool of_one_sentence = false;  ///< the sentence itself states it: a rule of its own checks it
  bool compares = false;         ///< one thing is a multiple of another
};

struct RelationNetwork {
  /// Those that relations are between. They stay where they are: members point to them.
  std::deque<SharedNumber> numbers;
  std::vector<NetworkRelation> relations;
};

/// Collects what is sure: known names and metrics of the text itself, stated periods, actual values,
/// single figures. A number on which statements disagree takes no part, as that is a conflict of its
/// own, nor do changes that may be read in two ways. Where the index is limited to changed documents, what
/// cannot have to do with a number of theirs is left out.
[[nodiscard]] RelationNetwork collect_relations(const FactIndex& index);

}  // namespace assay
