// SPDX-License-Identifier: MIT
#include "checks/wording.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace assay {
namespace {

/// A large number with its scale word.
std::string scaled(double value, Language language) {
  struct Scale {
    double size;
    const char* zh;
    const char* en;
  };
  constexpr std::array<Scale, 4> kChinese = {
      {{1e12, "万亿", ""}, {1e8, "亿", ""}, {1e4, "万", ""}, {1, "", ""}}};
  constexpr std::array<Scale, 4> kEnglish = {
      {{1e12, "", " trillion"}, {1e9, "", " billion"}, {1e6, "", " million"}, {1, "", ""}}};
  for (const Scale& scale : language == Language::Chinese ? kChinese : kEnglish) {
    if (std::abs(value) < scale.size && scale.size > 1) continue;
    return number_words(value / scale.size) + (language == Language::Chinese ? scale.zh : scale.en);
  }
  return number_words(value);
}

std::string duration_words(double seconds, Language language) {
  struct Step {
    double size;
    const char* zh;
    const char* en;
  };
  constexpr std::array<Step, 5> kSteps = {{{31557600, "年", " years"},
                                           {2629800, "个月", " months"},
                                           {86400, "天", " days"},
                                           {3600, "小时", " hours"},
                                           {1, "秒", " s"}}};
  for (const Step& step : kSteps)
    if (std::abs(seconds) >= step.size)
      return number_words(seconds / step.size) +
             (language == Language::Chinese ? step.zh : step.en);
  return number_words(seconds) + " s";
}

/// 6e10 W -> "60 GW"
std::string prefixed(double value, const char* symbol) {
  struct Prefix {
    double size;
    const char* sign;
  };
  constexpr std::array<Prefix, 5> kPrefixes = {
      {{1e12, "T"}, {1e9, "G"}, {1e6, "M"}, {1e3, "k"}, {1, ""}}};
  for (const Prefix& prefix : kPrefixes)
    if (std::abs(value) >= prefix.size)
      return number_words(value / prefix.size) + " " + prefix.sign + symbol;
  return number_words(value) + " " + symbol;
}

struct DoubtWords {
  Doubt doubt;
  const char* zh;
  const char* en;
};

constexpr std::array<DoubtWords, 25> kDoubtWords = {{
    {Doubt::OtherMetric, "两处的指标名称不同，分母可能不同",
     "the two name different metrics, whose denominators may differ"},
    {Doubt::OpenMetric, "指标取自原文短语，可能并非同一口径",
     "the metric is taken from the wording and may not be the same"},
    {Doubt::OtherQualifier, "有一处的指标前另有限定",
     "further words narrow the metric of one of them"},
    {Doubt::ScopeOneSided, "只有一处限定了范围", "only one of them is limited in scope"},
    {Doubt::PeriodUnknown, "有一处没有写明时间", "one of them names no period"},
    {Doubt::YearUnknown, "有一处没有写明年份", "one of them names no year"},
    {Doubt::PeriodWider, "两处的时间段长短不同", "their periods differ in length"},
    {Doubt::PeriodCarried, "有一处的时间取自前文", "a period is taken from the text before"},
    {Doubt::SubjectInferred, "有一处的主语是推断的", "a subject is inferred"},
    {Doubt::SubjectCarried, "有一处的主语取自前文", "a subject is taken from the text before"},
    {Doubt::MetricCarried, "有一处的指标取自前文", "a metric is taken from the text before"},
    {Doubt::NothingNamed, "有一处既没有写明对象也没有写明指标",
     "one of them names neither subject nor metric"},
    {Doubt::OneParagraph, "两处在同一段里", "both stand in one paragraph"},
    {Doubt::BasisOneSided, "只有一处写明了同比或环比",
     "only one says what its change is measured from"},
    {Doubt::PartyOneSided, "只有一处写明了比较的双方", "only one names both sides of the gap"},
    {Doubt::Forecast, "两处都是预测或计划", "both are forecasts or plans"},
    {Doubt::OtherSpeaker, "其中一处是某人的说法", "one of them is somebody's own statement"},
    {Doubt::BareNumbers, "两张表都没有写明单位", "neither table says in what unit"},
    {Doubt::OtherSource, "两处出自两家机构各自的统计",
     "the two are figures of two sources, each its own"},
    {Doubt::OtherWords, "两句话的用词不完全相同", "the two do not use quite the same words"},
    {Doubt::FarApart, "两个数值相差悬殊", "one value is many times the other"},
    {Doubt::BaseUnsaid, "一处是倍数，一处是百分比，都没有写明相对于什么",
     "one is a multiple and one a percentage, and neither says of what"},
    {Doubt::OneOfAList, "同一文档里还有别的数值", "one document gives further values for it"},
    {Doubt::OtherCurrency, "汇率会变动", "exchange rates move"},
    {Doubt::FewWordsShared, "两句话的用词相差较大", "the two sentences share few words"},
}};

/// As the writer typed it, or as it is read where tags stand within: 4</b>成.
std::string_view without_tags(const Fact& fact) {
  const bool tags = fact.text.find('<') != std::string::npos && !fact.in_sentence.empty();
  return tags ? fact.in_sentence.of(fact.sentence) : std::string_view(fact.text);
}

}  // namespace

std::string number_words(double value) {
  std::array<char, 40> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.6g", value);
  return buffer.data();
}

std::string value_words(double value, const MeasuredIn& unit, Language language) {
  switch (unit.dimension) {
    case Dimension::Ratio:
      if (unit.scale.exponent() >= 0 && std::abs(value) >= 1)
        return number_words(value) + (language == Language::Chinese ? "倍" : "x");
      return number_words(value * 100) + "%";
    case Dimension::PercentagePoint:
      return number_words(value * 100) +
             (language == Language::Chinese ? "个百分点" : " percentage points");
    case Dimension::Money:
      if (language == Language::English) return unit.canonical + " " + scaled(value, language);
      return scaled(value, language) + (unit.canonical == "CNY" ? "元" : " " + unit.canonical);
    case Dimension::Duration:
      return duration_words(value, language);
    case Dimension::Count:
      return scaled(value, language);
    case Dimension::Length:
      if (std::abs(value) < 1e-6) return number_words(value * 1e9) + " nm";
      return number_words(value) + " m";
    case Dimension::Power:
      return prefixed(value, "W");
    case Dimension::Energy: {
      // Nobody who writes of batteries and grids counts in joules.
      constexpr double kJoulesOfWattHour = 3600;
      return prefixed(value / kJoulesOfWattHour, "Wh");
    }
    default:
      return scaled(value, language) + " " + unit.canonical;
  }
}

std::string interval_words(const Interval& interval, const MeasuredIn& unit, Language language) {
  if (interval.is_point()) return value_words(interval.low, unit, language);
  if (!interval.has_high())
    return (interval.low_closed ? "≥ " : "> ") + value_words(interval.low, unit, language);
  if (!interval.has_low())
    return (interval.high_closed ? "≤ " : "< ") + value_words(interval.high, unit, language);
  return (interval.low_closed ? "[" : "(") + value_words(interval.low, unit, language) + ", " +
         value_words(interval.high, unit, language) + (interval.high_closed ? "]" : ")");
}

std::string about(const Fact& fact) {
  std::string words = fact.subject.value.empty() ? "?" : fact.subject.value;
  words += " · " + (fact.metric.value.empty() ? "?" : fact.metric.value);
  if (!fact.comparand.empty()) words += " · vs " + fact.comparand.value;
  for (const std::string& item : fact.scope) words += " · " + item;
  return words;
}

std::string place_words(const Fact& fact) {
  return fact.document + ":" + std::to_string(fact.line);
}

std::string stated_words(const Fact& fact, Language language) {
  constexpr std::array<std::pair<const char*, const char*>, 8> kHedges = {
      {{"", ""},
       {"约 ", "about "},
       {"近 ", "nearly "},
       {"", ""},
       {"至少 ", "at least "},
       {"超过 ", "more than "},
       {"至多 ", "at most "},
       {"不到 ", "less than "}}};
  const auto& [zh, en] = kHedges[static_cast<std::size_t>(fact.quantity.hedge)];
  return (language == Language::Chinese ? zh : en) + std::string(without_tags(fact));
}

Message doubt_words(const std::vector<Doubt>& doubts, const Fact& a, const Fact& b) {
  Message message;
  for (const DoubtWords& words : kDoubtWords) {
    if (std::find(doubts.begin(), doubts.end(), words.doubt) == doubts.end()) continue;
    message.zh += (message.zh.empty() ? "" : "；") + std::string(words.zh);
    message.en += (message.en.empty() ? "" : "; ") + std::string(words.en);
    if (words.doubt == Doubt::OtherMetric) {
      message.zh += "（" + a.metric.value + " / " + b.metric.value + "）";
      message.en += " (" + a.metric.value + " / " + b.metric.value + ")";
    }
  }
  return message;
}

}  // namespace assay
