// SPDX-License-Identifier: MIT
#include "cli/trust.h"

#include <algorithm>
#include <utility>

#include "checks/sides.h"
#include "cli/glob.h"
#include "cli/severities.h"
#include "reports/strings.h"

namespace assay {
namespace {

double weight_of(const std::string& path, const Configuration& configuration) {
  double weight = 1;
  for (const TrustedDocuments& documents : configuration.trusted)
    if (std::ranges::any_of(documents.paths, [&](const std::string& pattern) {
          return matches_glob(pattern, path);
        }))
      weight = documents.weight;
  return weight;
}

/// The weight of the most trusted statement of a side, and its document.
std::pair<double, std::string> weight_of(const std::vector<const Fact*>& side,
                                         const Configuration& configuration,
                                         const Collection& collection) {
  std::pair<double, std::string> best = {0, ""};
  for (const Fact* fact : side) {
    const std::string path = configured_path(fact->document, configuration, collection);
    const double weight = weight_of(path, configuration);
    if (weight > best.first) best = {weight, fact->document};
  }
  return best;
}

void append(std::string& explanation, Language language, const std::string& document) {
  const std::string words = Strings(language).fill("cli_trusted", {{"document", document}});
  if (!explanation.empty()) explanation += language == Language::Chinese ? "；" : "; ";
  explanation += words;
}

}  // namespace

void weigh_trust(CheckResult& result, const Configuration& configuration,
                 const Collection& collection, bool anchor) {
  if (configuration.trusted.empty()) return;
  for (Finding& finding : result.findings) {
    const Sides sides = sides_of(finding);
    if (sides.second.empty()) continue;
    const auto first = weight_of(sides.first, configuration, collection);
    const auto second = weight_of(sides.second, configuration, collection);
    if (first.first == second.first) continue;
    const bool first_wins = first.first > second.first;
    const std::string document = first_wins ? first.second : second.second;
    append(finding.explanation.zh, Language::Chinese, document);
    append(finding.explanation.en, Language::English, document);
    if (anchor && first_wins) std::swap(finding.evidence[0], finding.evidence[1]);
  }
}

}  // namespace assay
