// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "checks/make_finding.h"
#include "checks/period_totals.h"
#include "checks/repair.h"
#include "checks/rule.h"
#include "checks/wording.h"

namespace assay::rules {
namespace {

Finding sum_finding(const StatedTotal& total, const Interval& sum, const Lexicon& lexicon) {
  std::vector<const Fact*> evidence = {total.whole};
  std::string terms;
  for (const Fact* part : total.parts) {
    evidence.push_back(part);
    terms += (terms.empty() ? "" : " + ") + part->text;
  }
  Finding finding = make_finding("period-sum", Severity::Warning, 0.8, evidence);
  const Message of = heading(*total.whole, lexicon);
  const MeasuredIn& unit = total.whole->quantity.unit;
  finding.message = {
      of.zh + "各时段之和与全期的 " + total.whole->text + " 不符",
      of.en + "the parts of the time do not add up to " + total.whole->text + " for all of it"};
  finding.explanation = {terms + " = " + interval_words(sum, unit, Language::Chinese) +
                             "，文中写 " + total.whole->text,
                         terms + " = " + interval_words(sum, unit, Language::English) +
                             ", stated " + total.whole->text};
  return finding;
}

void check_document(const ReadDocument& document, const Lexicon& lexicon,
                    std::vector<Finding>& findings) {
  const std::vector<StatedTotal> totals = period_totals(document, lexicon);
  std::vector<FactRelation> relations;
  relations.reserve(totals.size());
  for (const StatedTotal& total : totals)
    relations.push_back(total_relation(total.parts, *total.whole));
  for (std::size_t i = 0; i < totals.size(); ++i) {
    const Quantity& whole = totals[i].whole->quantity;
    Interval sum = Interval::point(0);
    for (const Fact* part : totals[i].parts) sum = sum + part->quantity.tolerance;
    const double size = std::abs(whole.stated.midpoint());
    if (size == 0 || gap(sum, whole.tolerance) / size <= kRoundingOfSum) continue;
    Finding finding = sum_finding(totals[i], sum, lexicon);
    explain_repairs(finding, relations, i, lexicon);
    findings.push_back(std::move(finding));
  }
}

std::vector<Finding> run(const FactIndex& index) {
  std::vector<Finding> findings;
  for (const ReadDocument& document : index.documents())
    check_document(document, index.knowledge().lexicon(), findings);
  return findings;
}

}  // namespace

extern const Rule period_sum{
    .summary = "quarters or halves do not add up to the time that they make up",
    .run = run,
    .highest = Severity::Warning};

}  // namespace assay::rules
