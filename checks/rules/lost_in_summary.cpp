// SPDX-License-Identifier: MIT
#include <cmath>

#include "checks/made_from.h"
#include "checks/make_finding.h"
#include "checks/rule.h"
#include "checks/slip.h"
#include "checks/wording.h"

namespace assay::rules {
namespace {

/// 摩尔定律(每两年翻一番): what a writer adds in brackets is his own.
bool is_gloss(const Fact& fact) {
  const std::string_view before = std::string_view(fact.sentence).substr(0, fact.in_sentence.begin);
  const std::size_t open = before.find_last_of('(');
  return open != std::string_view::npos && before.find(')', open) == std::string_view::npos;
}

/// Numbers that every text is full of: one of them more says nothing.
bool is_worth_telling(const Fact& fact) {
  constexpr double kSmallestCount = 10;
  const Quantity& quantity = fact.quantity;
  const bool small_count =
      quantity.unit.dimension == Dimension::Count && std::abs(quantity.stated.low) < kSmallestCount;
  return !quantity.vague && !small_count && !is_gloss(fact);
}

Finding altered_finding(const Counterpart& counterpart) {
  const Fact& note = *counterpart.note;
  const Fact& source = *counterpart.source;
  const Message slip = alteration_of(note, source);
  Finding finding = make_finding("lost-in-summary", Severity::Warning, 0.7, {&note, &source});
  finding.message = {"摘要写作 " + note.text + "，原文在同一处是 " + source.text,
                     "the note says " + note.text + " where its source says " + source.text};
  finding.explanation = {
      interval_words(note.quantity.tolerance, note.quantity.unit, Language::Chinese) + " 与 " +
          interval_words(source.quantity.tolerance, source.quantity.unit, Language::Chinese) +
          " 没有交集",
      interval_words(note.quantity.tolerance, note.quantity.unit, Language::English) + " and " +
          interval_words(source.quantity.tolerance, source.quantity.unit, Language::English) +
          " do not meet"};
  finding.culprit = Culprit{0,
                            {"笔记取自这份原文，而原文在同一处写的是 " + source.text,
                             "the note was made from this source, which says " + source.text}};
  if (slip.en.empty()) return finding;
  finding.explanation.zh += "；" + slip.zh;
  finding.explanation.en += "; " + slip.en;
  return finding;
}

Finding added_finding(const Fact& fact, const std::string& source) {
  Finding finding = make_finding("lost-in-summary", Severity::Note, 0.5, {&fact});
  finding.message = {"原文里没有这个数字：" + fact.text,
                     "the source has no such number: " + fact.text};
  finding.explanation = {"在 " + source + " 里找不到相同的数字，附近也没有可以对应的",
                         source + " has neither this number nor one near by that it may stand for"};
  return finding;
}

std::vector<Finding> run(const FactIndex& index) {
  std::vector<Finding> findings;
  for (const MadeFrom& pair : find_made_from(index)) {
    for (const Counterpart& counterpart : find_counterparts(pair)) {
      if (counterpart.same || !is_worth_telling(*counterpart.note)) continue;
      findings.push_back(counterpart.source != nullptr
                             ? altered_finding(counterpart)
                             : added_finding(*counterpart.note, pair.source->id));
    }
  }
  return findings;
}

}  // namespace

extern const Rule lost_in_summary{
    .summary = "a note has a number that the text it was made from has not",
    .run = run,
    .highest = Severity::Warning};

}  // namespace assay::rules
