// SPDX-License-Identifier: MIT
#pragma once
/// Is a claim supported, contradicted or unverifiable by other text, and by what evidence?

#include <string>
#include <string_view>
#include <vector>

#include "checks/finding.h"
#include "facts/knowledge.h"

namespace assay {

enum class Verdict : std::uint8_t { Supported, Contradicted, Unverifiable };
[[nodiscard]] std::string_view to_string(Verdict verdict);

struct Verification {
  Verdict verdict = Verdict::Unverifiable;
  Message explanation;
  std::vector<Fact> evidence;  ///< facts of the other text that the verdict rests on
};

/// Judges `claim` (read as plain text) by the facts of `documents`. A value for another period,
/// scope, metric or subject, or a forecast against an actual, settles nothing.
[[nodiscard]] Verification verify(std::string_view claim,
                                  const std::vector<ReadDocument>& documents,
                                  const Knowledge& knowledge);

}  // namespace assay
