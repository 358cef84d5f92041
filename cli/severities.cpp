// SPDX-License-Identifier: MIT
#include "cli/severities.h"

#include <algorithm>
#include <optional>

#include "checks/rule.h"
#include "cli/glob.h"

namespace assay {
namespace {

bool is_about(const Finding& finding, const FolderSettings& folder,
              const Configuration& configuration, const Collection& collection) {
  return std::ranges::any_of(finding.evidence, [&](const Fact& fact) {
    const std::string path = configured_path(fact.document, configuration, collection);
    return std::ranges::any_of(
        folder.paths, [&](const std::string& pattern) { return matches_glob(pattern, path); });
  });
}

std::optional<Severity> severity_set_for(const Finding& finding, const Configuration& configuration,
                                         const Collection& collection) {
  std::optional<Severity> severity;
  const auto take = [&](const Severities& severities) {
    const auto found = severities.find(finding.rule);
    if (found != severities.end()) severity = found->second;
  };
  take(configuration.severity);
  for (const FolderSettings& folder : configuration.folders)
    if (folder.severity.contains(finding.rule) &&
        is_about(finding, folder, configuration, collection))
      take(folder.severity);
  return severity;
}

}  // namespace

std::string configured_path(const std::string& document, const Configuration& configuration,
                            const Collection& collection) {
  if (collection.record_line_of.contains(document)) return document;
  const auto path = collection.path_of.find(document);
  return path_within(configuration.folder,
                     path == collection.path_of.end() ? document : path->second);
}

void set_severities(CheckResult& result, const Configuration& configuration,
                    const Collection& collection) {
  if (configuration.severity.empty() && configuration.folders.empty()) return;
  for (Finding& finding : result.findings) {
    const auto severity = severity_set_for(finding, configuration, collection);
    if (!severity) continue;
    const int steps =
        static_cast<int>(*severity) - static_cast<int>(find_rule(finding.rule)->rule->highest);
    const int moved = static_cast<int>(finding.severity) + steps;
    finding.severity = static_cast<Severity>(std::clamp(moved, 0, static_cast<int>(*severity)));
  }
  std::ranges::stable_sort(result.findings, std::ranges::greater(), &Finding::severity);
}

}  // namespace assay
