// SPDX-License-Identifier: MIT
#pragma once
/// A rule is one constraint on facts, one file in rules/ and its card beside it (`X.md`): the
/// documentation, and the examples that run as tests. A rule registers by existing: the build
/// lists rules/*.cpp and refuses one without a card.

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "checks/finding.h"
#include "core/result.h"
#include "facts/fact_index.h"

namespace assay {

struct Rule {
  std::string_view summary;  ///< the defect in a few words, never the cure
  std::vector<Finding> (*run)(const FactIndex& facts) = nullptr;
  /// Whether a finding rests on all of its statements at once, so that one of another rule on two of
  /// them tells of something else.
  bool joint = false;
  /// The highest severity that a finding of it has; each finding says its own.
  Severity highest = Severity::Error;
};

/// A rule with its name and the text of its card.
struct RegisteredRule {
  std::string_view name;  ///< kebab case of the file's stem
  const Rule* rule;
  std::string_view card;  ///< Markdown
};

/// Every rule, by name.
[[nodiscard]] std::span<const RegisteredRule> all_rules();
/// The rule of this name, or nullptr.
[[nodiscard]] const RegisteredRule* find_rule(std::string_view name);
/// The names as a set. Errors: BadUsage for a name that no rule has, with the closest one.
[[nodiscard]] Result<std::set<std::string>> rule_names(const std::vector<std::string>& names);

}  // namespace assay
