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
  constexpr std::array<Step, 6> kSteps = {{{31557600, "年", " years"},
                                           {2629800, "个月", " months"},
                                           {86400, "天", " days"},
                                           {3600, "小时", " hours"},
                                           {60, "分钟", " minutes"},
                                           {1, "秒", " s"}}};
  for (const Step& step : kSteps)
    if (std::abs(seconds) >= step.size)
      return number_words(seconds / step.size) +
             (language == Language::Chinese ? step.zh : step.en);
  return number_words(seconds) + (language == Language::Chinese ? "秒" : " s");
}

std::string length_words(double metres, Language language) {
  const bool zh = language == Language::Chinese;
  constexpr double kKilometre = 1000;
  if (std::abs(metres) < 1e-6) return number_words(metres * 1e9) + (zh ? "纳米" : " nm");
  if (std::abs(metres) < kKilometre) return number_words(metres) + (zh ? "米" : " m");
  return number_words(metres / kKilometre) + (zh ? "公里" : " km");
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

}  // namespace

std::string number_words(double value) {
  std::array<char, 40> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.6g", value);
  return buffer.data();
}

std::string currency_words(const std::string& code, Language language) {
  constexpr std::array<std::pair<std::string_view, const char*>, 12> kChinese = {
      {{"CNY", "元"},
       {"USD", "美元"},
       {"EUR", "欧元"},
       {"JPY", "日元"},
       {"GBP", "英镑"},
       {"HKD", "港元"},
       {"TWD", "新台币"},
       {"KRW", "韩元"},
       {"INR", "印度卢比"},
       {"AUD", "澳元"},
       {"CAD", "加元"},
       {"SGD", "新加坡元"}}};
  if (language == Language::Chinese)
    for (const auto& [known, name] : kChinese)
      if (code == known) return name;
  return code;
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
    case Dimension::Money: {
      if (language == Language::English) return unit.canonical + " " + scaled(value, language);
      const std::string currency = currency_words(unit.canonical, language);
      const bool is_code = currency == unit.canonical;
      return scaled(value, language) + (is_code ? " " : "") + currency;
    }
    case Dimension::Duration:
      return duration_words(value, language);
    case Dimension::Count:
      return scaled(value, language);
    case Dimension::Length:
      return length_words(value, language);
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
  // A currency is named once: "USD 28.2 billion to 29.8 billion", "281.8亿 至 298.3亿美元".
  const bool money = unit.dimension == Dimension::Money;
  if (language == Language::Chinese)
    return (money ? scaled(interval.low, language) : value_words(interval.low, unit, language)) +
           " 至 " + value_words(interval.high, unit, language);
  return value_words(interval.low, unit, language) + " to " +
         (money ? scaled(interval.high, language) : value_words(interval.high, unit, language));
}

std::string about(const Fact& fact, const DisplayNames& names) {
  std::vector<std::string> parts;
  if (!fact.subject.empty()) parts.push_back(names.entity(fact.subject.value));
  if (!fact.metric.empty()) parts.push_back(names.metric(fact.metric.value));
  if (!fact.comparand.empty())
    parts.push_back((names.language() == Language::Chinese ? "对比 " : "vs ") +
                    names.entity(fact.comparand.value));
  for (const std::string& item : names.entities(fact.scope)) parts.push_back(item);
  std::string words;
  for (const std::string& part : parts) words += (words.empty() ? "" : " · ") + part;
  return words;
}

Message heading(const Fact& fact, const Lexicon& lexicon) {
  Message words{about(fact, DisplayNames(Language::Chinese, &lexicon)),
                about(fact, DisplayNames(Language::English, &lexicon))};
  if (words.en.empty()) return words;
  words.zh += "：";
  words.en += ": ";
  return words;
}

Message metric_words(const Fact& fact, const Lexicon& lexicon) {
  return {DisplayNames(Language::Chinese, &lexicon).metric(fact.metric.value),
          DisplayNames(Language::English, &lexicon).metric(fact.metric.value)};
}

std::string_view written_words(const Fact& fact) {
  const bool tags = fact.text.find('<') != std::string::npos && !fact.in_sentence.empty();
  return tags ? fact.in_sentence.of(fact.sentence) : std::string_view(fact.text);
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
  return (language == Language::Chinese ? zh : en) + std::string(written_words(fact));
}

}  // namespace assay
