// SPDX-License-Identifier: MIT
#include <algorithm>

#include "checks/make_finding.h"
#include "checks/rule.h"
#include "checks/wording.h"

namespace assay::rules {
namespace {

/// The clause, or the heads of the cell, say it; nothing is taken over from other text.
bool is_said(const Slot& slot) { return !slot.empty() && slot.source <= SlotSource::TableHead; }

/// A cost as a share of revenue is no part of it, and may be more than all of it.
bool relates_two_amounts(const Fact& fact, const Metric& share, const Lexicon& lexicon) {
  const auto is_other_amount = [&](const std::string& name) {
    const Metric* metric = lexicon.find_metric(name);
    return metric != nullptr && metric->fits(Dimension::Money) &&
           lexicon.share_of(name) != share.name;
  };
  return share.share && (std::any_of(fact.scope.begin(), fact.scope.end(), is_other_amount) ||
                         std::any_of(fact.terms.begin(), fact.terms.end(), is_other_amount));
}

/// A plain level of a metric that the statement itself names. What is below zero is a change or a
/// balance that was read as a level, and "21 times" is of something else.
bool states_a_level(const Fact& fact) {
  if (fact.role != Role::Level && fact.role != Role::Before) return false;
  if (fact.modality == Modality::Negated || fact.modality == Modality::Hypothetical) return false;
  if (!fact.metric.known || !is_said(fact.metric)) return false;
  if (!fact.comparand.empty()) return false;  // 120% of something else is possible
  const bool times =
      fact.quantity.unit.dimension == Dimension::Ratio && fact.quantity.unit.scale.to_double() >= 1;
  return !times && fact.quantity.stated.low >= 0;
}

/// Sales that fell by 112%: of what cannot be below nothing no more than all of it can go.
bool falls_below_nothing(const Fact& fact, const Metric& metric) {
  constexpr std::string_view kPercent = "%";
  return fact.role == Role::Decrease && fact.quantity.unit.dimension == Dimension::Ratio &&
         fact.quantity.written_unit == kPercent && fact.modality == Modality::Actual &&
         fact.metric.known && is_said(fact.metric) && fact.comparand.empty() &&
         metric.domain.has_low() && metric.domain.low >= 0 && fact.quantity.tolerance.low > 1;
}

Finding fall_finding(const Fact& fact, const Lexicon& lexicon) {
  Finding finding = make_finding("impossible-value", Severity::Error, fact.confidence, {&fact});
  const Message of = heading(fact, lexicon);
  const Message metric = metric_words(fact, lexicon);
  finding.message = {of.zh + fact.text + " 的降幅不可能",
                     of.en + "a fall of " + fact.text + " is not possible"};
  finding.explanation = {metric.zh + "不会小于零，降幅最多 100%",
                         metric.en + " is never below nothing, so it falls by 100% at most"};
  finding.culprit = Culprit{0, finding.explanation};
  return finding;
}

std::vector<Finding> run(const FactIndex& index) {
  std::vector<Finding> findings;
  const Lexicon& lexicon = index.knowledge().lexicon();
  for (const Fact* fact : index.facts()) {
    const Metric* metric = lexicon.find_metric(fact->metric.value);
    if (metric != nullptr && falls_below_nothing(*fact, *metric))
      findings.push_back(fall_finding(*fact, lexicon));
    if (!states_a_level(*fact)) continue;
    if (metric == nullptr || !metric->fits(fact->quantity.unit.dimension)) continue;
    if (intersects(metric->domain, fact->quantity.tolerance)) continue;
    if (relates_two_amounts(*fact, *metric, lexicon)) continue;
    // 汇率归零 is a figure of speech.
    if (fact->quantity.stated == Interval::point(0)) continue;
    // Whose metric it is makes no difference, but who is not named may be misread with it.
    const Severity severity = is_said(fact->subject) ? Severity::Error : Severity::Warning;
    Finding finding = make_finding("impossible-value", severity, fact->confidence, {fact});
    const Message of = heading(*fact, lexicon);
    const Message what = metric_words(*fact, lexicon);
    finding.message = {of.zh + fact->text + " 超出了可能的范围",
                       of.en + fact->text + " is not possible"};
    const MeasuredIn& unit = fact->quantity.unit;
    finding.explanation = {
        what.zh + "只能在 " + interval_words(metric->domain, unit, Language::Chinese) + " 之内",
        what.en + " lies within " + interval_words(metric->domain, unit, Language::English)};
    finding.culprit = Culprit{0, finding.explanation};
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

extern const Rule impossible_value{.summary = "a value lies outside what its metric can be",
                                   .run = run};

}  // namespace assay::rules
