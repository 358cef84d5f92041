// SPDX-License-Identifier: MIT
#include "checks/make_finding.h"
#include "checks/rule.h"
#include "checks/wording.h"

namespace assay::rules {
namespace {

std::vector<Finding> run(const FactIndex& index) {
  std::vector<Finding> findings;
  const Lexicon& lexicon = index.knowledge().lexicon();
  for (const Fact* fact : index.facts()) {
    if (fact->role != Role::Level && fact->role != Role::Before) continue;
    if (fact->modality == Modality::Negated || fact->modality == Modality::Hypothetical) continue;
    // A metric taken over from a heading is too weak a reason to call a number impossible.
    if (!fact->metric.known || fact->metric.source >= SlotSource::Carried) continue;
    const Metric* metric = lexicon.find_metric(fact->metric.value);
    if (metric == nullptr || !metric->fits(fact->quantity.unit.dimension)) continue;
    if (!fact->comparand.empty()) continue;  // 120% of something else is possible
    if (intersects(metric->domain, fact->quantity.tolerance)) continue;
    Finding finding = make_finding("impossible-value", Severity::Error, fact->confidence, {fact});
    finding.message = {about(*fact) + "：" + fact->text + " 超出了可能的范围",
                       about(*fact) + ": " + fact->text + " is not possible"};
    const MeasuredIn& unit = fact->quantity.unit;
    finding.explanation = {fact->metric.value + " 只能在 " +
                               interval_words(metric->domain, unit, Language::Chinese) + " 之内",
                           fact->metric.value + " lies within " +
                               interval_words(metric->domain, unit, Language::English)};
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

extern const Rule impossible_value{.summary = "a value lies outside what its metric can be",
                                   .run = run};

}  // namespace assay::rules
