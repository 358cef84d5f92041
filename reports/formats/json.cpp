// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>

#include "facts/fact_json.h"
#include "reports/format.h"
#include "reports/json_text.h"

namespace assay {
namespace {

using Json = nlohmann::ordered_json;

Json message_pair(const Finding& finding, Language language) {
  return {{"message", finding.message.in(language)},
          {"explanation", finding.explanation.in(language)}};
}

Json finding_json(const Finding& finding, Language language) {
  Json object;
  object["id"] = finding.id;
  object["rule"] = finding.rule;
  object["severity"] = to_string(finding.severity);
  object["message"] = finding.message.in(language);
  object["explanation"] = finding.explanation.in(language);
  object["confidence"] = finding.confidence;
  object["evidence"] = Json::array();
  for (const Fact& fact : finding.evidence) object["evidence"].push_back(fact_to_json(fact));
  if (finding.culprit) {
    object["culprit"] = {{"evidence", finding.culprit->evidence},
                         {"reason", finding.culprit->reason.in(language)}};
  }
  object["messages"] = {{"zh", message_pair(finding, Language::Chinese)},
                        {"en", message_pair(finding, Language::English)}};
  return object;
}

/// What was not read: inputs that no document came from, and parts of documents.
Json coverage_json(const CheckResult& result, const ReportOptions& options) {
  Json coverage = {{"unread", Json::array()}, {"skipped", Json::array()}};
  for (const UnreadInput& input : options.unread)
    coverage["unread"].push_back({{"place", input.place}, {"reason", input.reason}});
  for (const ReadDocument& document : result.documents)
    for (const SkipReason reason : all_skip_reasons())
      if (const std::size_t parts = document.skipped.of(reason); parts > 0)
        coverage["skipped"].push_back(
            {{"document", document.id}, {"reason", to_string(reason)}, {"parts", parts}});
  return coverage;
}

}  // namespace

void write_json(const CheckResult& result, const ReportOptions& options, std::ostream& out) {
  Json report;
  report["version"] = options.version;
  report["documents"] = result.documents.size();
  report["facts"] = result.fact_count();
  report["coverage"] = coverage_json(result, options);
  report["findings"] = Json::array();
  for (const Finding& finding : result.findings) {
    report["findings"].push_back(finding_json(finding, options.language));
  }
  report["set_aside"] = Json::array();
  for (const SetAside& each : result.set_aside) {
    Json object = {{"by", each.by == SetAsideBy::Baseline ? "baseline" : "suppression"}};
    object["reason"] = each.by == SetAsideBy::Suppression ? Json(each.reason) : Json();
    object["finding"] = finding_json(each.finding, options.language);
    report["set_aside"].push_back(std::move(object));
  }
  out << json_text(report, 2) << '\n';
}

void write_jsonl(const CheckResult& result, const ReportOptions& options, std::ostream& out) {
  for (const Finding& finding : result.findings) {
    out << json_text(finding_json(finding, options.language), -1) << '\n';
  }
}

}  // namespace assay
