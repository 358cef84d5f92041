// SPDX-License-Identifier: MIT
// Which of the two gives rise to a doubt stands in its words: the period of "15%" is not given.
#include <algorithm>
#include <array>

#include "checks/wording.h"

namespace assay {
namespace {

bool never(const Fact& /*fact*/, const Fact& /*other*/) { return false; }
bool narrows_metric(const Fact& fact, const Fact& /*other*/) { return !fact.qualifier.empty(); }
bool has_own_scope(const Fact& fact, const Fact& other) {
  return !std::includes(other.scope.begin(), other.scope.end(), fact.scope.begin(),
                        fact.scope.end());
}
bool has_no_period(const Fact& fact, const Fact& /*other*/) { return !fact.period; }
bool carries_period(const Fact& fact, const Fact& /*other*/) {
  return fact.period && !fact.period_stated;
}
bool infers_subject(const Fact& fact, const Fact& /*other*/) {
  return fact.subject.empty() || fact.subject.source >= SlotSource::Presumed;
}
bool carries_subject(const Fact& fact, const Fact& /*other*/) {
  return fact.subject.source == SlotSource::Carried || fact.subject.source == SlotSource::Earlier;
}
bool carries_metric(const Fact& fact, const Fact& /*other*/) {
  return fact.metric.source >= SlotSource::Carried;
}
bool names_nothing(const Fact& fact, const Fact& other) {
  return carries_subject(fact, other) && carries_metric(fact, other);
}
bool says_basis(const Fact& fact, const Fact& /*other*/) { return fact.basis != Basis::Unsaid; }
bool has_speaker(const Fact& fact, const Fact& /*other*/) { return !fact.speaker.empty(); }

struct DoubtWords {
  Doubt doubt;
  /// Whether a fact gives rise to it; what rests on both, or on neither alone, has no {}.
  bool (*comes_from)(const Fact& fact, const Fact& other);
  const char* zh;
  const char* en;
};

constexpr std::array<DoubtWords, 26> kDoubtWords = {{
    {Doubt::OtherMetric, never, "两处的指标名称不同，分母可能不同",
     "the two name different metrics, whose denominators may differ"},
    {Doubt::OpenMetric, never, "指标取自原文短语，可能并非同一口径",
     "the metric is taken from the wording and may not be the same"},
    {Doubt::OtherQualifier, narrows_metric, "{}的指标前另有限定",
     "further words narrow the metric of {}"},
    {Doubt::ScopeOneSided, has_own_scope, "{}另有限定的范围", "a scope limits {}"},
    {Doubt::PeriodUnknown, has_no_period, "{}没有写明时间", "the period of {} is not given"},
    {Doubt::YearUnknown, has_no_period, "{}没有写明年份", "the year of {} is not given"},
    {Doubt::PeriodWider, never, "两处的时间段长短不同", "their periods differ in length"},
    {Doubt::PeriodCarried, carries_period, "{}的时间取自前文",
     "the period of {} is taken from the text before"},
    {Doubt::SubjectInferred, infers_subject, "{}的主语是推断的", "the subject of {} is inferred"},
    {Doubt::SubjectCarried, carries_subject, "{}的主语取自前文",
     "the subject of {} is taken from the text before"},
    {Doubt::MetricCarried, carries_metric, "{}的指标取自前文",
     "the metric of {} is taken from the text before"},
    {Doubt::NothingNamed, names_nothing, "{}既没有写明对象也没有写明指标",
     "subject and metric of {} are not named"},
    {Doubt::OneParagraph, never, "两处在同一段里", "both stand in one paragraph"},
    {Doubt::BasisOneSided, says_basis, "只有{}写明了同比或环比",
     "what a change is measured from is said only of {}"},
    {Doubt::PartyOneSided, never, "只有一处写明了比较的双方",
     "only one names both sides of the gap"},
    {Doubt::Forecast, never, "两处都是预测或计划", "both are forecasts or plans"},
    {Doubt::OtherSpeaker, has_speaker, "{}是某人的说法", "somebody's own statement gives {}"},
    {Doubt::BareNumbers, never, "两张表都没有写明单位", "neither table says in what unit"},
    {Doubt::OtherSource, never, "两处出自两家机构各自的统计",
     "the two are figures of two sources, each its own"},
    {Doubt::OtherWords, never, "两句话的用词不完全相同", "the two do not use quite the same words"},
    {Doubt::FarApart, never, "两个数值相差悬殊", "one value is many times the other"},
    {Doubt::BaseUnsaid, never, "一处是倍数，一处是百分比，都没有写明相对于什么",
     "one is a multiple and one a percentage, and neither says of what"},
    {Doubt::WholeUnsaid, never, "没有写明是什么的占比，或者是谁的",
     "of what or of whose it is a share is not written"},
    {Doubt::OneOfAList, never, "同一文档里还有别的数值",
     "one document gives further values for it"},
    {Doubt::OtherCurrency, never, "汇率会变动", "exchange rates move"},
    {Doubt::FewWordsShared, never, "两句话的用词相差较大", "the two sentences share few words"},
}};

/// What stands for {}: the side by its number, where that tells which it is.
Message side_words(const DoubtWords& words, const Fact& a, const Fact& b) {
  const bool ours = words.comes_from(a, b);
  const bool theirs = words.comes_from(b, a);
  if (ours && theirs) return {"两处", "both"};
  if (ours == theirs || written_words(a) == written_words(b)) return {"其中一处", "one of them"};
  const std::string written(written_words(ours ? a : b));
  return {"“" + written + "”一处", "\"" + written + "\""};
}

std::string filled(std::string text, const std::string& side) {
  constexpr std::string_view kSide = "{}";
  if (const std::size_t at = text.find(kSide); at != std::string::npos)
    text.replace(at, kSide.size(), side);
  return text;
}

}  // namespace

Message doubt_words(const std::vector<Doubt>& doubts, const Fact& a, const Fact& b,
                    const Lexicon& lexicon) {
  Message message;
  for (const DoubtWords& words : kDoubtWords) {
    if (std::find(doubts.begin(), doubts.end(), words.doubt) == doubts.end()) continue;
    const Message side = side_words(words, a, b);
    message.zh += (message.zh.empty() ? "" : "；") + filled(words.zh, side.zh);
    message.en += (message.en.empty() ? "" : "; ") + filled(words.en, side.en);
    if (words.doubt == Doubt::OtherMetric) {
      const Message ours = metric_words(a, lexicon);
      const Message theirs = metric_words(b, lexicon);
      message.zh += "（" + ours.zh + " / " + theirs.zh + "）";
      message.en += " (" + ours.en + " / " + theirs.en + ")";
    }
  }
  return message;
}

}  // namespace assay
