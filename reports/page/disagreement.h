// SPDX-License-Identifier: MIT
#pragma once
/// Which documents disagree with which: findings counted by pairs of documents.

#include <string>
#include <vector>

#include "checks/finding.h"

namespace assay {

struct DisagreementCell {
  std::size_t count = 0;               ///< findings in which both documents take part
  Severity severity = Severity::Note;  ///< of the worst of them
  std::size_t first_finding = 0;       ///< index of the first of them
};

/// A symmetric table. On the diagonal stand findings that rest on one document alone.
/// Shape: cells is documents x documents.
struct Disagreements {
  std::vector<std::string> documents;
  std::vector<std::vector<DisagreementCell>> cells;
  std::size_t left_out = 0;  ///< documents with findings for which the table has no room
};

/// Counts the documents that take part in findings, those with most findings first (at most `most`
/// of them), then in the order of the result.
[[nodiscard]] Disagreements count_disagreements(const CheckResult& result, std::size_t most);

}  // namespace assay
