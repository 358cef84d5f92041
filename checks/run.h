// SPDX-License-Identifier: MIT
#pragma once
/// All rules over a set of documents.

#include <set>
#include <string>
#include <vector>

#include "checks/finding.h"
#include "facts/knowledge.h"

namespace assay {

struct CheckOptions {
  /// Ids of the documents that a gate looks at: only findings in which one of them takes part are
  /// reported, and their facts stand first. Empty: all documents.
  std::set<std::string> changed;
  std::set<std::string> select;  ///< rules to run; empty: all
  std::set<std::string> ignore;  ///< rules to leave out
  bool tell_apart = false;       ///< also look for pairs that are kept apart (told_apart.h)
};

/// Runs the rules, merges findings that rest on the same facts, sorts them (errors first, then by
/// document and place) and gives each its id.
[[nodiscard]] CheckResult check(std::vector<ReadDocument> documents, const Knowledge& knowledge,
                                const CheckOptions& options = {});

}  // namespace assay
