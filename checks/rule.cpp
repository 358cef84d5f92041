// SPDX-License-Identifier: MIT
#include "checks/rule.h"

namespace assay {

const RegisteredRule* find_rule(std::string_view name) {
  for (const RegisteredRule& rule : all_rules()) {
    if (rule.name == name) return &rule;
  }
  return nullptr;
}

}  // namespace assay
