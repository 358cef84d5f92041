// SPDX-License-Identifier: MIT
#include "checks/make_finding.h"

#include <algorithm>

#include "checks/wording.h"

namespace assay {
namespace {

/// How often the value of the first fact of a side is stated; its others come close.
std::string count_words(const std::vector<const Fact*>& side, Language language) {
  const Interval& value = side.front()->quantity.tolerance;
  const auto count = std::count_if(side.begin(), side.end(), [&](const Fact* fact) {
    return intersects(fact->quantity.tolerance, value);
  });
  if (count < 2) return {};
  return language == Language::Chinese ? "（" + std::to_string(count) + " 处）"
                                       : " (" + std::to_string(count) + " times)";
}

std::string message_in(const ConflictGroup& group, const Lexicon& lexicon, Language language) {
  const Fact& a = *group.lead.a;
  const Fact& b = *group.lead.b;
  const bool zh = language == Language::Chinese;
  std::string text = heading(a, lexicon).in(language);
  text += (zh ? "一处为 " : "") + stated_words(a, language) + count_words(group.side_a, language);
  text += zh ? "，另一处为 " : " in one place, ";
  text += stated_words(b, language) + count_words(group.side_b, language);
  if (!zh) text += " in another";
  if (a.metric.value == b.metric.value) return text;
  const std::string other = about(b, DisplayNames(language, &lexicon));
  return other.empty() ? text : text + (zh ? "（" : " (") + other + (zh ? "）" : ")");
}

std::string arithmetic_in(const ConflictGroup& group, Language language) {
  const Fact& a = *group.lead.a;
  const Fact& b = *group.lead.b;
  const std::string right = interval_words(b.quantity.tolerance, b.quantity.unit, language);
  if (group.lead.conversion) {
    const std::string converted = conversion_words(a, *group.lead.conversion, language);
    return language == Language::Chinese ? converted + "，与 " + right + " 没有交集"
                                         : converted + ", which does not meet " + right;
  }
  const std::string left = interval_words(a.quantity.tolerance, a.quantity.unit, language);
  if (a.quantity.unit.canonical != b.quantity.unit.canonical) return left + " / " + right;
  return language == Language::Chinese
             ? "计入舍入后，" + left + " 与 " + right + " 没有交集"
             : "with rounding, " + left + " and " + right + " do not meet";
}

}  // namespace

Finding make_finding(std::string rule, Severity severity, double confidence,
                     const std::vector<const Fact*>& evidence) {
  Finding finding;
  finding.rule = std::move(rule);
  finding.severity = severity;
  finding.confidence = confidence;
  for (const Fact* fact : evidence) finding.evidence.push_back(*fact);
  return finding;
}

Finding conflict_finding(std::string rule, const ConflictGroup& group, const Message& lead_in,
                         const Lexicon& lexicon) {
  std::vector<const Fact*> evidence = {group.lead.a, group.lead.b};
  for (const auto* side : {&group.side_a, &group.side_b})
    evidence.insert(evidence.end(), side->begin() + 1, side->end());
  Finding finding = make_finding(std::move(rule), group.lead.severity,
                                 group.lead.comparison.confidence, evidence);
  for (const Fact* fact : group.repeats) finding.repeats.push_back(*fact);
  const Message doubts =
      doubt_words(group.lead.comparison.doubts, *group.lead.a, *group.lead.b, lexicon);
  for (const Language language : {Language::Chinese, Language::English}) {
    const bool zh = language == Language::Chinese;
    std::string& message = zh ? finding.message.zh : finding.message.en;
    std::string& explanation = zh ? finding.explanation.zh : finding.explanation.en;
    message = message_in(group, lexicon, language);
    explanation = lead_in.in(language);
    if (!explanation.empty()) explanation += zh ? "；" : "; ";
    explanation += arithmetic_in(group, language);
    if (!doubts.in(language).empty()) explanation += (zh ? "。但" : ". But ") + doubts.in(language);
  }
  return finding;
}

}  // namespace assay
