// SPDX-License-Identifier: MIT
#pragma once
/// A result such as a check of real notes gives, built by hand: the reports are tested without the
/// reading and the rules. Places are computed from the texts, so a text may be edited freely.

#include <string>
#include <utility>
#include <vector>

#include "checks/finding.h"
#include "core/utf8.h"
#include "reports/format.h"
#include "reports/source_texts.h"

namespace assay::sample {

struct Text {
  std::string id;
  std::string title;
  std::string kind;
  std::string source;
  std::string date;
  std::string raw;
};

inline std::vector<Text> texts() {
  return {
      {"notes/ai-chips-2025.md", "中国 AI 芯片市场：一年之变", "note", "", "2025-11-24",
       "# 中国 AI 芯片市场：一年之变\n\n"
       "英伟达在中国 AI 芯片市场的份额从 2024 年的 95% 降至 2025 年的 50%。\n"
       "同期华为昇腾约占 40%，寒武纪与其他厂商合计 25%。\n\n"
       "昇腾 910C 的良率已提升到 60% 左右。\n"
       "与台积电相比，中芯国际落后大约 3 年。\n"},
      {"transcripts/roundtable.txt", "圆桌：出口管制之后", "transcript", "", "2025-11-20",
       "主持人 那我们请各位谈一谈 出口管制之后的市场到底变成什么样子了 "
       "黄仁勋 我们过去在中国有差不多九成五的份额 现在坦白讲 "
       "英伟达在中国AI芯片市场的份额只有个位数 "
       "这个是政策的结果不是产品的结果 主持人 那么资本开支呢 "
       "嘉宾 微软2025财年的资本开支是8000亿美元 这个数字还会再涨 "
       "主持人 听众可能会问 这些钱都花到哪里去了 嘉宾 大部分是数据中心 电力 还有芯片\n"},
      {"articles/market-review.md", "The year in accelerators", "article",
       "https://example.org/reviews/accelerators-2025?page=1&lang=en", "2025-12-02",
       "# The year in accelerators\n\n"
       "Microsoft spent about $80 billion on capital expenditure in fiscal 2025.\n\n"
       "Nvidia said that orders for Blackwell and Rubin exceed $500 billion through 2026; "
       "one broker counts $300 billion.\n\n"
       "Analysts expect AMD's data-center revenue to reach $16 billion in 2025.\n"},
      {"pages/ascend.html", "昇騰 910C 量產觀察", "page", "https://example.com/ascend-910c",
       "2025-10-08",
       "<p>供應鏈消息指出，昇騰 910C 的良率約為 30%—40%，　仍低於預期。</p>\n"
       "<p>中芯國際與台積電的差距至少為 2 代。</p>\n"},
      {"notes/results.md", "业绩速记 <草稿> & 待核", "note", "", "2025-08-30",
       "半年营收从 12.4 亿元降至 8.7 亿元，同比腰斩。\n"
       "AMD 2025 年数据中心收入为 166 亿美元。\n"},
  };
}

inline Slot known(std::string value, SlotSource source = SlotSource::Frame) {
  return {.value = std::move(value), .source = source, .known = true};
}

/// What a test says about a fact; the rest follows from the text.
struct Spec {
  std::string text;    ///< the mention: the first place in `clause` where it stands
  std::string clause;  ///< raw text that stands once in the document, taken as the sentence
  Quantity quantity;
  std::string subject;
  std::string metric;
  std::optional<Period> period;
  std::vector<std::string> scope = {};
};

inline Quantity ratio(double low, double high, double half_step = 0.005) {
  Quantity quantity;
  quantity.stated = Interval::closed(low, high);
  quantity.tolerance = Interval::half_open(low - half_step, high + half_step);
  quantity.unit = {.dimension = Dimension::Ratio, .canonical = "1", .scale = {1, -2}};
  quantity.written_low = low * 100;
  quantity.written_high = high * 100;
  quantity.written_unit = "%";
  return quantity;
}

inline Quantity money(double low, double high, double tolerance, const std::string& currency,
                      const std::string& unit) {
  Quantity quantity;
  quantity.stated = {low, high, true, high != kInfinity};
  quantity.tolerance = {low - tolerance, high + tolerance, true, false};
  quantity.unit = {.dimension = Dimension::Money, .canonical = currency};
  quantity.written_low = low;
  quantity.written_high = high;
  quantity.written_unit = unit;
  return quantity;
}

inline Quantity duration_or_count(double written, Dimension dimension, double factor,
                                  const std::string& unit) {
  Quantity quantity;
  quantity.stated = Interval::point(written * factor);
  quantity.tolerance = Interval::half_open((written - 0.5) * factor, (written + 0.5) * factor);
  quantity.unit.dimension = dimension;
  quantity.unit.canonical = dimension == Dimension::Duration ? "s" : "1";
  quantity.unit.scale = Decimal(static_cast<std::int64_t>(factor), 0);
  quantity.written_low = quantity.written_high = written;
  quantity.written_unit = unit;
  return quantity;
}

inline Fact make_fact(const Text& document, const Spec& spec) {
  Fact fact;
  fact.document = document.id;
  fact.text = spec.text;
  fact.quantity = spec.quantity;
  const std::size_t sentence = document.raw.find(spec.clause);
  const std::size_t in_sentence = spec.clause.find(spec.text);
  fact.sentence = spec.clause;
  fact.sentence_span = {sentence, sentence + spec.clause.size()};
  fact.in_sentence = {in_sentence, in_sentence + spec.text.size()};
  fact.mention = {sentence + in_sentence, sentence + in_sentence + spec.text.size()};
  const LineColumn place = LineIndex(document.raw).locate(fact.mention.begin);
  fact.line = place.line;
  fact.column = place.column;
  fact.subject = known(spec.subject);
  fact.metric = known(spec.metric, SlotSource::Clause);
  fact.period = spec.period;
  fact.scope = spec.scope;
  fact.confidence = 0.9;
  fact.skeleton = 0xfeedfacecafebeefULL;
  fact.terms = {"市场", "份额"};
  return fact;
}

/// The facts of the five documents, in document order.
inline std::vector<ReadDocument> documents() {
  const std::vector<Text> all = texts();
  std::vector<ReadDocument> read;
  for (const Text& text : all) {
    ReadDocument& document = read.emplace_back();
    document.id = text.id;
    document.title = text.title;
    document.source = text.source;
    document.kind = text.kind;
    document.date = parse_day(text.date);
  }
  const auto add = [&](std::size_t document, const Spec& spec) -> Fact& {
    return read[document].facts.emplace_back(make_fact(all[document], spec));
  };
  const std::vector<std::string> china = {"AI chips", "China"};
  const std::string drop = "英伟达在中国 AI 芯片市场的份额从 2024 年的 95% 降至 2025 年的 50%。";
  add(0, {"95%", drop, ratio(.95, .95), "NVIDIA", "market share", year_period(2024), china}).role =
      Role::Before;
  add(0, {"50%", drop, ratio(.5, .5), "NVIDIA", "market share", year_period(2025), china});
  const std::string others = "同期华为昇腾约占 40%，寒武纪与其他厂商合计 25%。";
  Fact& huawei = add(
      0, {"40%", others, ratio(.4, .4, .04), "Huawei", "market share", year_period(2025), china});
  huawei.quantity.approximate = true;
  huawei.quantity.hedge = Hedge::About;
  add(0, {"25%", others, ratio(.25, .25), "寒武纪与其他厂商", "market share", year_period(2025),
          china})
      .subject.known = false;
  Fact& yield = add(0, {"60%", "昇腾 910C 的良率已提升到 60% 左右。", ratio(.6, .6, .06),
                        "Ascend 910C", "yield", std::nullopt});
  yield.quantity.approximate = true;
  yield.quantity.hedge = Hedge::About;
  Fact& years = add(0, {"3 年", "与台积电相比，中芯国际落后大约 3 年。",
                        duration_or_count(3, Dimension::Duration, 31557600, "年"), "SMIC",
                        "technology gap", std::nullopt});
  years.role = Role::Difference;
  years.comparand = known("TSMC");

  Fact& digits = add(1, {"个位数", "英伟达在中国AI芯片市场的份额只有个位数", ratio(.01, .1, 0),
                         "NVIDIA", "market share", year_period(2025), china});
  digits.quantity.vague = digits.quantity.approximate = true;
  digits.quantity.stated = digits.quantity.tolerance = Interval::half_open(.01, .1);
  digits.speaker = "黄仁勋";
  digits.modality = Modality::Opinion;
  add(1, {"8000亿美元", "微软2025财年的资本开支是8000亿美元", money(8e11, 8e11, 5e9, "USD", "美元"),
          "Microsoft", "capital expenditure", year_period(2025)});

  add(2,
      {"$80 billion", "Microsoft spent about $80 billion on capital expenditure in fiscal 2025.",
       money(8e10, 8e10, 8e9, "USD", "$"), "Microsoft", "capital expenditure", year_period(2025)});
  const std::string orders =
      "Nvidia said that orders for Blackwell and Rubin exceed $500 billion through 2026; "
      "one broker counts $300 billion.";
  const Period two_years = {year_period(2025).from, year_period(2026).to};
  Fact& bound = add(2, {"$500 billion", orders, money(5e11, kInfinity, 5e9, "USD", "$"), "NVIDIA",
                        "orders", two_years});
  bound.quantity.hedge = Hedge::MoreThan;
  bound.quantity.stated = Interval::more_than(5e11);
  bound.quantity.tolerance = Interval::at_least(4.95e11);
  add(2,
      {"$300 billion", orders, money(3e11, 3e11, 5e9, "USD", "$"), "NVIDIA", "orders", two_years});
  add(2, {"$16 billion",
          "Analysts expect AMD's data-center revenue to reach $16 billion in 2025.",
          money(1.6e10, 1.6e10, 5e8, "USD", "$"),
          "AMD",
          "revenue",
          year_period(2025),
          {"data center"}})
      .modality = Modality::Forecast;

  add(3, {"30%—40%", "昇騰 910C 的良率約為 30%—40%，　仍低於預期", ratio(.3, .4), "Ascend 910C",
          "yield", std::nullopt});
  Fact& generations = add(
      3, {"2 代", "中芯國際與台積電的差距至少為 2 代",
          duration_or_count(2, Dimension::Count, 1, "代"), "SMIC", "technology gap", std::nullopt});
  generations.role = Role::Difference;
  generations.comparand = known("TSMC");
  generations.quantity.stated = Interval::at_least(2);
  generations.quantity.tolerance = Interval::at_least(1.5);

  const std::string half = "半年营收从 12.4 亿元降至 8.7 亿元，同比腰斩。";
  add(4, {"12.4 亿元", half, money(1.24e9, 1.24e9, 5e6, "CNY", "元"), "某公司", "revenue",
          half_period(2024, 1)})
      .role = Role::Before;
  add(4, {"8.7 亿元", half, money(8.7e8, 8.7e8, 5e6, "CNY", "元"), "某公司", "revenue",
          half_period(2025, 1)});
  Fact& halved =
      add(4, {"腰斩", half, ratio(.5, .5, .05), "某公司", "revenue growth", half_period(2025, 1)});
  halved.role = Role::Decrease;
  halved.quantity.vague = halved.quantity.approximate = true;
  add(4, {"166 亿美元",
          "AMD 2025 年数据中心收入为 166 亿美元。",
          money(1.66e10, 1.66e10, 5e7, "USD", "美元"),
          "AMD",
          "revenue",
          year_period(2025),
          {"data center"}});
  read[3].notes = {"unclosed tag at byte 17"};
  return read;
}

inline CheckResult result() {
  CheckResult result;
  result.documents = documents();
  const auto fact = [&](std::size_t document, std::size_t index) {
    return result.documents[document].facts[index];
  };
  const auto add = [&](std::string id, std::string rule, Severity severity, Message message,
                       Message explanation, double confidence, std::vector<Fact> evidence) {
    result.findings.push_back({std::move(id), std::move(rule), severity, std::move(message),
                               std::move(explanation), confidence, std::move(evidence)});
  };
  add("8f3a6d0c51b2e947", "value-conflict", Severity::Error,
      {"NVIDIA 的市场份额（China，2025）一处为 50%，另一处为个位数（1%–10%）",
       "NVIDIA's market share (China, 2025) is 50% in one place and in single digits in another"},
      {"两个区间 49.5%–50.5% 与 1%–10% 没有共同的值，相差至少 39.5 个百分点",
       "the intervals 49.5%–50.5% and 1%–10% have no value in common; the hole is 39.5 points "
       "wide"},
      0.92, {fact(0, 1), fact(1, 0)});
  add("1c09b7724ae3d5f8", "magnitude-slip", Severity::Error,
      {"Microsoft 的资本开支一处为 8000 亿美元，另一处约为 800 亿美元，正好差 10 倍",
       "Microsoft's capital expenditure is $800 billion in one place and about $80 billion in "
       "another: a factor of 10"},
      {"8e11 / 8e10 = 10：多半是 billion 与亿换算时多写了一个零",
       "8e11 / 8e10 = 10: most likely a zero too many when billion became 亿"},
      0.88, {fact(1, 1), fact(2, 0)});
  add("57d2f0e8831c64ab", "value-conflict", Severity::Error,
      {"Ascend 910C 的良率一处约 60%，另一处为 30%–40%",
       "the yield of Ascend 910C is about 60% in one place and 30%–40% in another"},
      {"54%–66% 与 29.5%–40.5% 没有共同的值", "54%–66% and 29.5%–40.5% have no value in common"},
      0.81, {fact(0, 4), fact(3, 0)});
  add("b6e1940d7f28ca35", "change-arithmetic", Severity::Error,
      {"某公司营收从 12.4 亿元降至 8.7 亿元是下降 29.8%，不是腰斩",
       "revenue from 1.24 to 0.87 billion CNY is a fall of 29.8%, not a halving"},
      {"1 - 8.7 / 12.4 = 29.8%；腰斩意味着 45%–55%",
       "1 - 8.7 / 12.4 = 29.8%; a halving is 45%–55%"},
      0.95, {fact(4, 1), fact(4, 0), fact(4, 2)});
  add("e04c8a1b92d7365f", "part-whole", Severity::Warning,
      {"2025 年中国 AI 芯片市场的份额相加至少为 111%",
       "the shares of the Chinese AI chip market in 2025 add up to 111% at least"},
      {"49.5% + 36% + 24.5% = 110%，下限之和已经超过 100%",
       "49.5% + 36% + 24.5% = 110%: even the lower ends exceed 100%"},
      0.7, {fact(0, 1), fact(0, 2), fact(0, 3)});
  add("27a95fe3c40d186b", "value-conflict", Severity::Warning,
      {"NVIDIA 的订单一处超过 5000 亿美元，另一处为 3000 亿美元",
       "NVIDIA's orders exceed $500 billion in one place and are $300 billion in another"},
      {"下限 4950 亿高于 3050 亿", "the lower end 495 billion is above 305 billion"}, 0.6,
      {fact(2, 2), fact(2, 1)});
  add("93f7d15b06e2c84a", "unit-mismatch", Severity::Warning,
      {"SMIC 与 TSMC 的差距一处以年计，另一处以代计",
       "SMIC's gap to TSMC is given in years in one place and in generations in another"},
      {"时间与代数不能直接比较", "a duration and a number of generations cannot be compared"}, 0.5,
      {fact(0, 5), fact(3, 1)});
  add("4d60b2c8e97f315a", "forecast-miss", Severity::Note,
      {"AMD 数据中心收入：预测 160 亿美元，实际 166 亿美元",
       "AMD's data-center revenue: forecast $16 billion, actual $16.6 billion"},
      {"实际比预测高 3.8%", "the actual figure is 3.8% above the forecast"}, 0.85,
      {fact(4, 3), fact(2, 3)});
  return result;
}

inline SourceTexts sources() {
  SourceTexts sources;
  for (Text& text : texts()) sources.add(text.id, std::move(text.raw));
  return sources;
}

/// Files of each kind: below the working directory, a line of a list, elsewhere, and none at all.
inline DocumentFiles files() {
  return {
      {"notes/ai-chips-2025.md", {.path = "notes/ai-chips-2025.md"}},
      {"transcripts/roundtable.txt", {.path = "transcripts/all talks.jsonl", .record_line = 12}},
      {"articles/market-review.md", {.path = "/srv/articles/market-review.md"}},
      {"pages/ascend.html", {.path = "pages/昇騰.html"}}};
}

}  // namespace assay::sample
