// SPDX-License-Identifier: MIT
#pragma once
/// How well quantities are found and read, against labelled texts.

#include <map>
#include <string>
#include <vector>

#include "cli/eval_figures.h"
#include "cli/eval_gold.h"
#include "facts/fact.h"
#include "facts/knowledge.h"

namespace assay {

/// A labelled text and the facts that were read from it.
struct ScoredText {
  const GoldText* gold = nullptr;
  const std::vector<Fact>* facts = nullptr;
  std::vector<std::string> groups = {};  ///< that it is counted in: "zh", "kind.range"
};

/// Scores texts together. Figures, all beginning with `prefix`:
///
/// - `recall`: labelled quantities that some fact overlaps, one fact for each; `recall_clear` leaves
///   out the debatable ones;
/// - `value`: of those found, the ones with a right interval and unit; `ends` whatever the unit;
///   `right`: of all labelled ones;
/// - `precision`: facts that overlap a labelled quantity;
/// - `traps`: traps that a fact covers which overlaps no quantity;
/// - `subject`, `metric`, `subject_and_metric`, `role`, `period`, `modality`, `comparand`: of those
///   found whose label can be scored, the ones that are right (see eval_slots.h).
///
/// As details, `right.<dimension>`; and `recall`, `right`, `precision` and `subject_and_metric` of
/// each group, as `recall.<group>`.
[[nodiscard]] Evaluation score_quantities(const std::string& prefix,
                                          const std::vector<ScoredText>& texts,
                                          const Knowledge& knowledge);

}  // namespace assay
