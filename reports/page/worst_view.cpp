// SPDX-License-Identifier: MIT
// The few findings that a reader should see first: who says what, and who is most likely wrong.
#include <algorithm>
#include <numeric>
#include <tuple>

#include "checks/wording.h"
#include "reports/page/view.h"
#include "reports/reading.h"

namespace assay::page {
namespace {

constexpr std::size_t kMostWorst = 5;
/// A reader of the summary wants both sides, not each of a long table.
constexpr std::size_t kMostStatements = 4;
/// Code points on either side of a number.
constexpr std::size_t kContextOfWorst = 30;

std::string subject_of(const Finding& finding, const Strings& strings) {
  const Fact* named = nullptr;
  for (const Fact& fact : finding.evidence)
    if (named == nullptr && !fact.subject.empty()) named = &fact;
  if (named == nullptr) return strings["no_subject"];
  return about(*named, strings.names());
}

bool same_but_for_spaces(std::string a, std::string b) {
  std::erase(a, ' ');
  std::erase(b, ' ');
  return a == b;
}

Data saying_view(const Context& context, const Finding& finding, const Passage& passage,
                 std::size_t index) {
  const Fact& fact = finding.evidence[index];
  Data data;
  const std::string reading = show_in_role(fact, context.strings());
  data["written"] = fact.text;
  data["reading"] = same_but_for_spaces(reading, fact.text) ? Data(false) : Data(reading);
  data["wrong"] = finding.culprit && finding.culprit->evidence == index;
  set_own_limits(context, finding, passage, index, data);
  set_modality(context, fact, data);
  return data;
}

Data sayings_view(const Context& context, const Finding& finding, const Passage& passage) {
  Data statements(Data::type::list);
  for (const std::size_t index : passage)
    statements.push_back(saying_view(context, finding, passage, index));
  Data data;
  data["statements"] = std::move(statements);
  set_sentence(finding, passage, kContextOfWorst, data);
  set_passage(context, finding, passage, data);
  return data;
}

/// The statements to show: the first few, and the culprit among them.
std::vector<std::size_t> shown_statements(const Finding& finding) {
  std::vector<std::size_t> shown(std::min(finding.evidence.size(), kMostStatements));
  std::iota(shown.begin(), shown.end(), std::size_t{0});
  if (finding.culprit && finding.culprit->evidence >= shown.size())
    shown.back() = finding.culprit->evidence;
  return shown;
}

Data worst_view(const Context& context, std::size_t index) {
  const Finding& finding = context.result().findings[index];
  const Strings& strings = context.strings();
  const std::string severity(to_string(finding.severity));
  const std::vector<std::size_t> shown = shown_statements(finding);
  Data passages(Data::type::list);
  for (const Passage& passage : passages_of(finding, shown))
    passages.push_back(sayings_view(context, finding, passage));
  const std::size_t rest = finding.evidence.size() - shown.size();
  Data data;
  data["anchor"] = finding_anchor(index);
  data["severity"] = severity;
  data["severity_name"] = strings["severity_" + severity];
  data["about"] = subject_of(finding, strings);
  data["defect"] = defect_of(finding, strings);
  data["explanation"] =
      finding.culprit ? Data(false) : optional_text(finding.explanation.in(strings.language()));
  data["passages"] = std::move(passages);
  data["more"] = rest == 0 ? Data(false) : Data(strings.count("statement_rest", rest));
  set_culprit(context, finding, data);
  return data;
}

}  // namespace

void set_culprit(const Context& context, const Finding& finding, Data& data) {
  const Strings& strings = context.strings();
  data["has_culprit"] = finding.culprit.has_value();
  data["open"] = !finding.culprit && finding.severity != Severity::Note;
  if (!finding.culprit) return;
  const Fact& fact = finding.evidence[finding.culprit->evidence];
  data["culprit_letter"] = evidence_letter(finding.culprit->evidence);
  data["culprit_value"] = fact.text;
  data["culprit_place"] = fact.document + ":" + std::to_string(fact.line);
  data["culprit_reason"] = finding.culprit->reason.in(strings.language());
}

std::vector<std::size_t> worst_first(const std::vector<Finding>& findings) {
  std::vector<std::size_t> order(findings.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    const auto key = [](const Finding& finding) {
      return std::tuple(finding.severity, finding.culprit.has_value(), finding.confidence);
    };
    return key(findings[a]) > key(findings[b]);
  });
  return order;
}

std::string defect_of(const Finding& finding, const Strings& strings) {
  const std::string rule = "rule_" + finding.rule;
  return strings.contains(rule) ? strings[rule] : finding.rule;
}

void set_worst(const Context& context, Data& page) {
  Data list(Data::type::list);
  const std::vector<std::size_t> order = worst_first(context.result().findings);
  for (std::size_t i = 0; i < std::min(order.size(), kMostWorst); ++i)
    list.push_back(worst_view(context, order[i]));
  page["has_worst"] = !context.result().findings.empty();
  page["worst_title"] = context.strings().count("worst", list.list_value().size());
  page["worst"] = std::move(list);
}

}  // namespace assay::page
