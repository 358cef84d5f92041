// SPDX-License-Identifier: MIT
#pragma once
/// All rules over a set of documents.

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "checks/finding.h"
#include "facts/fact_index.h"
#include "facts/knowledge.h"

namespace assay {

struct CheckOptions {
  /// Ids of the documents that a gate looks at: only findings in which one of them takes part are
  /// reported, and their facts stand first. Empty: all documents.
  std::set<std::string> changed;
  std::set<std::string> select;  ///< rules to run; empty: all
  std::set<std::string> ignore;  ///< rules to leave out
  std::size_t jobs = 1;          ///< threads that rules run on; at least 1
  bool tell_apart = false;       ///< also look for pairs that are kept apart (told_apart.h)
  /// Where documents that nothing changed touches come without their facts (touched.h): how many
  /// facts these have, and how often all documents use the words of the changed ones.
  std::size_t facts_left_out = 0;
  std::optional<WordCounts> word_counts;
};

/// Runs the rules, merges findings that rest on the same facts, sorts them (errors first, then by
/// document and place) and gives each its id.
[[nodiscard]] CheckResult check(std::vector<ReadDocument> documents, const Knowledge& knowledge,
                                const CheckOptions& options = {});

}  // namespace assay
