// SPDX-License-Identifier: MIT
#pragma once
/// How often a claim is judged rightly by a text, against labelled pairs of the two.

#include <string>
#include <vector>

#include "checks/verify.h"
#include "cli/eval_figures.h"
#include "cli/verify_record.h"
#include "core/json_file.h"
#include "facts/knowledge.h"

namespace assay {

struct GoldPair {
  ClaimRecord record;
  Verdict verdict = Verdict::Unverifiable;
  std::string phenomenon;  ///< what makes it hard: "ranges_bounds"
  std::string language;
};

/// Reads one record; absent when its verdict is none of ours.
[[nodiscard]] std::optional<GoldPair> to_pair(const JsonValue& record);

/// Judges all pairs. Figures, all beginning with `prefix`: `accuracy`; `macro_f1`, the mean over the
/// three verdicts; accuracy by language and by phenomenon as details.
[[nodiscard]] Evaluation score_pairs(const std::string& prefix, const std::vector<GoldPair>& pairs,
                                     const Knowledge& knowledge);

}  // namespace assay
