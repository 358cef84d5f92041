// SPDX-License-Identifier: MIT
#include "checks/rule.h"

#include "core/suggestion.h"

namespace assay {

const RegisteredRule* find_rule(std::string_view name) {
  for (const RegisteredRule& rule : all_rules()) {
    if (rule.name == name) return &rule;
  }
  return nullptr;
}

Result<std::set<std::string>> rule_names(const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    if (find_rule(name) != nullptr) continue;
    std::vector<std::string> known;
    for (const RegisteredRule& rule : all_rules()) known.emplace_back(rule.name);
    return Error{ErrorCode::BadUsage, "unknown rule \"" + name + "\"" + did_you_mean(name, known)};
  }
  return std::set<std::string>(names.begin(), names.end());
}

}  // namespace assay
