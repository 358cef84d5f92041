// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "checks/compare.h"
#include "checks/make_finding.h"
#include "checks/rule.h"
#include "checks/wording.h"

namespace assay::rules {
namespace {

bool is_future(const Fact& fact) {
  return fact.modality == Modality::Forecast || fact.modality == Modality::Plan;
}

/// A figure of one subject, metric and written period, which alone can be held against another.
bool is_definite(const Fact& fact) {
  return fact.period && fact.period_stated && fact.subject.known && fact.metric.known &&
         fact.role != Role::Before && fact.subject.source <= SlotSource::Carried;
}

using Bucket = std::map<std::pair<std::string, std::string>, std::vector<const Fact*>>;

Bucket by_metric_and_subject(const FactIndex& index) {
  Bucket buckets;
  for (const Fact* fact : index.facts())
    if (is_definite(*fact)) buckets[{fact->metric.value, fact->subject.value}].push_back(fact);
  return buckets;
}

/// Whether the two differ in nothing but that one looks ahead.
bool are_of_one_thing(const Fact& forecast, const Fact& actual, const Knowledge& knowledge) {
  if (forecast.period != actual.period) return false;
  Fact settled = forecast;
  settled.modality = actual.modality;
  const Comparison comparison = compare_slots(settled, actual, knowledge);
  return comparison.comparable && comparison.weight < kNoteAtMost;
}

Finding miss(const Fact& forecast, const Fact& actual, const Lexicon& lexicon) {
  Finding finding = make_finding("forecast-miss", Severity::Note, 0.7, {&actual, &forecast});
  const Message of = heading(actual, lexicon);
  finding.message = {of.zh + "此前的预测或计划是 " + stated_words(forecast, Language::Chinese) +
                         "，实际为 " + stated_words(actual, Language::Chinese),
                     of.en + stated_words(forecast, Language::English) +
                         " was expected or planned, " + stated_words(actual, Language::English) +
                         " is stated"};
  const auto words = [&](Language language) {
    const auto interval = [&](const Fact& fact) {
      return interval_words(fact.quantity.tolerance, fact.quantity.unit, language);
    };
    return language == Language::Chinese
               ? interval(forecast) + " 与 " + interval(actual) + " 没有交集"
               : interval(forecast) + " and " + interval(actual) + " do not meet";
  };
  finding.explanation = {words(Language::Chinese), words(Language::English)};
  return finding;
}

/// Whether one of them was the same forecast: told again, or copied.
bool is_told(const Fact& forecast, const std::vector<const Fact*>& told) {
  return std::any_of(told.begin(), told.end(), [&](const Fact* before) {
    return before->period == forecast.period && same_measure(*before, forecast) &&
           values_agree(before->quantity, forecast.quantity);
  });
}

std::vector<Finding> run(const FactIndex& index) {
  constexpr std::size_t kMostOfOneThing = 60;
  std::vector<Finding> findings;
  for (const auto& [name, facts] : by_metric_and_subject(index)) {
    if (facts.size() > kMostOfOneThing) continue;
    std::vector<const Fact*> told;
    for (const Fact* forecast : facts) {
      if (!is_future(*forecast) || is_told(*forecast, told)) continue;
      const auto missed = std::find_if(facts.begin(), facts.end(), [&](const Fact* actual) {
        return actual->modality == Modality::Actual && same_measure(*forecast, *actual) &&
               !values_agree(forecast->quantity, actual->quantity) &&
               are_of_one_thing(*forecast, *actual, index.knowledge());
      });
      if (missed == facts.end()) continue;
      findings.push_back(miss(*forecast, **missed, index.knowledge().lexicon()));
      told.push_back(forecast);
    }
  }
  return findings;
}

}  // namespace

extern const Rule forecast_miss{
    .summary = "what was forecast or planned for a period is not what is stated of it",
    .run = run,
    .highest = Severity::Note};

}  // namespace assay::rules
