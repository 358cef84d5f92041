// SPDX-License-Identifier: MIT
#pragma once
/// How much a check has looked at: what was not looked at can be neither fixed nor unused.

#include <set>
#include <string>

#include "checks/run.h"

namespace assay {

struct CheckExtent {
  CheckOptions rules;    ///< which rules ran, and on which changed documents
  bool limited = false;  ///< only findings of the changed documents were looked for
  /// Whether a folder or a fact base was read, and not only single files.
  bool many_documents = false;

  [[nodiscard]] bool runs(const std::string& rule) const {
    return (rules.select.empty() || rules.select.contains(rule)) && !rules.ignore.contains(rule);
  }
  /// Whether all findings of this document were looked for.
  [[nodiscard]] bool looks_at(const std::string& document) const {
    return !limited || rules.changed.contains(document);
  }
};

}  // namespace assay
