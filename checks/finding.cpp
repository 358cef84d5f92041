// SPDX-License-Identifier: MIT
#include "checks/finding.h"

#include <array>

namespace assay {
namespace {

/// In the order of the enumerators.
constexpr std::array<std::string_view, 3> kSeverities = {"note", "warning", "error"};

}  // namespace

std::string_view to_string(Severity severity) {
  return kSeverities[static_cast<std::size_t>(severity)];
}

std::optional<Severity> parse_severity(std::string_view name) {
  for (std::size_t i = 0; i < kSeverities.size(); ++i) {
    if (kSeverities[i] == name) return static_cast<Severity>(i);
  }
  return std::nullopt;
}

std::size_t CheckResult::fact_count() const {
  std::size_t count = facts_left_out;
  for (const ReadDocument& document : documents) count += document.facts.size();
  return count;
}

}  // namespace assay
