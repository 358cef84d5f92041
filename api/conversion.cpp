// SPDX-License-Identifier: MIT
#include "api/conversion.h"

#include "core/unit.h"

namespace assay::api {
namespace {

ErrorCode code_of(assay::ErrorCode code) {
  switch (code) {
    case assay::ErrorCode::BadData:
      return ErrorCode::BadData;
    case assay::ErrorCode::BadUsage:
      return ErrorCode::BadUsage;
    case assay::ErrorCode::Io:
      return ErrorCode::Io;
    case assay::ErrorCode::BadInput:
      break;
  }
  return ErrorCode::BadInput;
}

Severity severity_of(assay::Severity severity) {
  switch (severity) {
    case assay::Severity::Error:
      return Severity::Error;
    case assay::Severity::Warning:
      return Severity::Warning;
    case assay::Severity::Note:
      break;
  }
  return Severity::Note;
}

Interval interval_of(const assay::Interval& interval) {
  return {.low = interval.low,
          .high = interval.high,
          .low_closed = interval.low_closed,
          .high_closed = interval.high_closed};
}

}  // namespace

Error to_api(const assay::Error& error) {
  return {.code = code_of(error.code),
          .message = error.message,
          .file = error.file,
          .line = error.line};
}

Fact to_api(const assay::Fact& fact) {
  Fact result{.document = fact.document,
              .text = fact.text,
              .start = fact.mention.begin,
              .end = fact.mention.end,
              .line = fact.line,
              .column = fact.column,
              .value = interval_of(fact.quantity.stated),
              .tolerance = interval_of(fact.quantity.tolerance),
              .unit = fact.quantity.unit.canonical,
              .dimension = std::string(assay::to_string(fact.quantity.unit.dimension)),
              .subject = fact.subject.value,
              .metric = fact.metric.value,
              .comparand = fact.comparand.value,
              .scope = fact.scope,
              .period = std::nullopt,
              .modality = std::string(assay::to_string(fact.modality)),
              .role = std::string(assay::to_string(fact.role)),
              .speaker = fact.speaker,
              .confidence = fact.confidence,
              .sentence = fact.sentence};
  if (fact.period) result.period = Period{.from = fact.period->from, .to = fact.period->to};
  return result;
}

std::vector<Fact> to_api(const std::vector<assay::Fact>& facts) {
  std::vector<Fact> result;
  result.reserve(facts.size());
  for (const assay::Fact& fact : facts) result.push_back(to_api(fact));
  return result;
}

Finding to_api(const assay::Finding& finding, Language language) {
  return {.id = finding.id,
          .rule = finding.rule,
          .severity = severity_of(finding.severity),
          .message = in_language(finding.message, language),
          .explanation = in_language(finding.explanation, language),
          .confidence = finding.confidence,
          .evidence = to_api(finding.evidence)};
}

const std::string& in_language(const Message& message, Language language) {
  return message.in(language == Language::Chinese ? assay::Language::Chinese
                                                  : assay::Language::English);
}

std::string to_string(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "error";
    case Severity::Warning:
      return "warning";
    case Severity::Note:
      break;
  }
  return "note";
}

std::string to_string(Verdict verdict) {
  switch (verdict) {
    case Verdict::Supported:
      return "supported";
    case Verdict::Contradicted:
      return "contradicted";
    case Verdict::Unverifiable:
      break;
  }
  return "unverifiable";
}

}  // namespace assay::api
