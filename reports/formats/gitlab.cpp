// SPDX-License-Identifier: MIT
// GitLab's code quality report. Fingerprints tell findings of two branches apart; they rest on the
// content of the statements.

#include <algorithm>

#include "reports/format.h"
#include "reports/json_text.h"
#include "reports/place.h"
#include "reports/plain_text.h"

namespace assay {
namespace {

using GitlabJson = nlohmann::ordered_json;

/// "blocker" is left to those who know what a number is used for.
std::string_view gitlab_severity(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "critical";
    case Severity::Warning:
      return "major";
    case Severity::Note:
      break;
  }
  return "info";
}

GitlabJson gitlab_location(const Fact& fact, const SourceTexts& sources,
                           const ReportOptions& options) {
  const Place place = place_of(fact, sources, options.files);
  GitlabJson location;
  // It must have a path and a line, even where nobody can go there.
  location["path"] = place.path.empty() ? one_line(fact.document) : one_line(place.path);
  location["lines"]["begin"] = std::max<std::size_t>(place.line, 1);
  return location;
}

GitlabJson gitlab_issue(const Finding& finding, const SourceTexts& sources,
                        const ReportOptions& options) {
  GitlabJson issue;
  issue["type"] = "issue";
  issue["check_name"] = finding.rule;
  issue["description"] = one_line(finding.message.in(options.language));
  issue["content"]["body"] = one_line(finding.explanation.in(options.language));
  issue["fingerprint"] = finding.id;
  issue["severity"] = gitlab_severity(finding.severity);
  issue["location"] = gitlab_location(finding.evidence.empty() ? Fact{} : finding.evidence.front(),
                                      sources, options);
  issue["other_locations"] = GitlabJson::array();
  for (std::size_t i = 1; i < finding.evidence.size(); ++i) {
    issue["other_locations"].push_back(gitlab_location(finding.evidence[i], sources, options));
  }
  return issue;
}

}  // namespace

void write_gitlab(const CheckResult& result, const SourceTexts& sources,
                  const ReportOptions& options, std::ostream& out) {
  GitlabJson issues = GitlabJson::array();
  for (const Finding& finding : result.findings)
    issues.push_back(gitlab_issue(finding, sources, options));
  out << json_text(issues, 2) << '\n';
}

}  // namespace assay
