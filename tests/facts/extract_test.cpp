// SPDX-License-Identifier: MIT
#include "facts/extract.h"

#include <string>
#include <vector>

#include "facts/fact_json.h"
#include "facts/terms.h"
#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

TEST(Extract, PointsAtTheBytesThatTheWriterTyped) {
  for (const char* raw : {"**華為**的良率為**５０％**，市場份額為30%。",
                          "# 标题\n\n- 英伟达的份额从95%降至50%\n- 估值约5600多亿元\n",
                          "NVIDIA's share &amp; revenue: 50% of $5.2 billion.",
                          "| 公司 | 份额 |\n|---|---|\n| 华为 | 30% |\n| 英伟达 | 50% |\n"}) {
    const std::string text = raw;
    const ReadDocument document = read_sample(text);
    EXPECT_FALSE(document.facts.empty()) << text;
    std::size_t end = 0;
    for (const Fact& fact : document.facts) {
      ASSERT_LE(fact.mention.end, text.size()) << text;
      EXPECT_EQ(fact.mention.of(text), fact.text) << text;
      EXPECT_LE(end, fact.mention.begin) << text;
      EXPECT_LE(fact.sentence_span.begin, fact.mention.begin) << text;
      EXPECT_GE(fact.sentence_span.end, fact.mention.end) << text;
      EXPECT_GT(fact.confidence, 0) << text;
      EXPECT_LE(fact.confidence, 1) << text;
      end = fact.mention.end;
    }
  }
}

TEST(Extract, CountsLinesAndCodePoints) {
  const Fact fact = read_sample("第一段。\n\n华为的良率为50%。\n").facts.at(0);
  EXPECT_EQ(fact.line, 3U);
  EXPECT_EQ(fact.column, 7U);
  EXPECT_EQ(fact.document, "sample.md");
}

TEST(Extract, FindsNothingWhereNothingIsStated) {
  for (const char* text : {"", "\n\n", "华为发布昇腾910B。", "```\nyield = 50%\n```\n",
                           "2025年9月26日", "# 第一章\n", "![50%](50.png)", "Nothing to see."}) {
    const ReadDocument document = read_sample(text);
    EXPECT_TRUE(document.facts.empty()) << text << ": " << document.facts.front().text;
    EXPECT_TRUE(document.links.empty()) << text;
  }
}

TEST(Extract, ReadsTheHeadsOfATable) {
  const ReadDocument document =
      read_sample("| 公司 | 市场份额 |\n|---|---|\n| 华为 | 30% |\n| 英伟达 | 50% |\n");
  ASSERT_EQ(document.facts.size(), 2U);
  EXPECT_EQ(document.facts[0].subject.value, "Huawei");
  EXPECT_EQ(document.facts[1].subject.value, "NVIDIA");
  for (const Fact& fact : document.facts) {
    EXPECT_EQ(fact.metric.value, "market share");
    EXPECT_NE(fact.table_row, 0U);
  }
}

TEST(Extract, KnowsThatAYearOrARankIsNoSubject) {
  const ReadDocument document = read_sample(
      "# 英伟达\n\n| 年度 | 营收 |\n|---|---|\n| FY2022 | $269亿 |\n| FY2024E | $500亿 |\n");
  ASSERT_EQ(document.facts.size(), 2U);
  EXPECT_EQ(document.facts[0].period, year_period(2022));
  EXPECT_EQ(document.facts[1].period, year_period(2024));
  EXPECT_EQ(document.facts[0].modality, Modality::Actual);
  EXPECT_EQ(document.facts[1].modality, Modality::Forecast);
  for (const Fact& fact : document.facts) EXPECT_EQ(fact.subject.value, "NVIDIA");
}

TEST(Extract, KeepsQuartersOfAnUnknownYearApart) {
  const ReadDocument document =
      read_sample("| 季度 | 毛利率 |\n|---|---|\n| 第一季 | 43% |\n| 第二季 | 44% |\n");
  ASSERT_EQ(document.facts.size(), 2U);
  EXPECT_TRUE(document.facts[0].subject.empty());
  EXPECT_NE(document.facts[0].scope, document.facts[1].scope);
}

TEST(Extract, ReadsTheUnitInAHead) {
  struct Head {
    const char* text;
    const char* unit;
    double value;
  };
  for (const Head& head :
       {Head{"营收（亿元）", "CNY", 22.5e8}, Head{"营收/亿元", "CNY", 22.5e8},
        Head{"Revenue ($bn)", "USD", 22.5e9}, Head{"Revenue, $bn", "USD", 22.5e9},
        Head{"營收（NT$億）", "TWD", 22.5e8}, Head{"营收（单位：万美元）", "USD", 22.5e4},
        Head{"2024年组件进口（GW）", "W", 22.5e9}}) {
    const std::string text =
        std::string("| 公司 | ") + head.text + " |\n|---|---|\n| 华为 | 22.5 |\n";
    const ReadDocument document = read_sample(text);
    ASSERT_EQ(document.facts.size(), 1U) << text;
    EXPECT_EQ(document.facts[0].quantity.unit.canonical, head.unit) << text;
    EXPECT_DOUBLE_EQ(document.facts[0].quantity.stated.low, head.value) << text;
  }
}

TEST(Extract, ReadsTheUnitInTheLineAboveATable) {
  const auto units = [](const std::string& caption, const std::string& column) {
    std::string found;
    for (const Fact& fact :
         read_sample(caption + "\n\n| 品牌 | " + column + " |\n|---|---|\n| 华为 | 2250 |\n").facts)
      found += fact.metric.value + " " + fact.quantity.written_unit + ";";
    return found;
  };
  EXPECT_EQ(units("各品牌手机出货量（万台）：", "10月"), "shipments 台;");
  EXPECT_EQ(units("## 各公司营收（亿元）", "2024年"), "revenue 元;");
  EXPECT_EQ(units("各公司的情况（亿元）", "2024年"), "") << "no metric";
  EXPECT_EQ(units("各品牌手机出货量（万台）：", "10月同比"), "") << "a change";
  EXPECT_EQ(units("各品牌手机出货量（万台）：", "员工数"), "employees ;") << "another metric";
  EXPECT_EQ(units("各品牌手机出货量：", "10月"), "") << "no unit";
}

TEST(Extract, NamesMoneyByAColumnThatNoLexiconHas) {
  const auto amounts = [](const std::string& above, const std::string& column) {
    std::string found;
    for (const Fact& fact :
         read_sample(above + "\n\n| 模型 | " + column + " |\n|---|---|\n| 甲 | 10 |\n").facts)
      found += fact.metric.value + " " + fact.quantity.unit.canonical + ";";
    return found;
  };
  EXPECT_EQ(amounts("价目如下（美元）：", "输入"), "输入 USD;");
  EXPECT_EQ(amounts("价目如下（美元/百万token）：", "输入"), "输入 USD;");
  EXPECT_EQ(amounts("价目", "输入（元/百万token）"), "输入 CNY;");
  EXPECT_EQ(amounts("Prices by source (£m). Player sales are excluded.", "Broadcast"),
            "Broadcast GBP;");
  EXPECT_EQ(amounts("价目如下：", "输入"), "") << "no unit";
  EXPECT_EQ(amounts("价目如下（%）：", "输入"), "") << "no money";
  EXPECT_EQ(amounts("价目如下（美元）：", "排名"), "") << "a rank";
}

TEST(Extract, TakesNoYearForWhatIsMeasured) {
  const ReadDocument read =
      read_sample("| 业务 | 2023（亿元） | 2024（亿元） |\n|---|---|---|\n| 云 | 41 | 96 |\n");
  ASSERT_EQ(read.facts.size(), 2U);
  EXPECT_EQ(read.facts[0].metric.value, "");
  EXPECT_EQ(to_string(read.facts[1].period->to), "2024-12-31");
}

TEST(Extract, TakesWhatAnAmountIsOfFromTheHeadingAboveItsTable) {
  const auto read = [](const std::string& heading) {
    std::string found;
    for (const Fact& fact : read_sample("## " + heading +
                                        "\n\n| 年度 | 金额（亿元） | 占营收比 |\n|---|---|---|\n"
                                        "| 2022 | 18 | 12% |\n")
                                .facts) {
      found += fact.metric.value;
      for (const std::string& item : fact.scope) found += " of " + item;
      found += ";";
    }
    return found;
  };
  EXPECT_EQ(read("研发投入"), "research spending;revenue share of research spending;");
  EXPECT_EQ(read("资本支出"), "capital expenditure;revenue share of capital expenditure;");
  EXPECT_EQ(read("其他"), "revenue share;") << "nothing says of what";
}

TEST(Extract, KeepsTheWordsOfAHeadThatNarrowItsMetric) {
  const auto narrowing = [](const std::string& head) {
    return read_sample("| 公司 | " + head + " |\n|---|---|\n| 华为 | 22.5亿元 |\n")
        .facts.at(0)
        .qualifier;
  };
  EXPECT_EQ(narrowing("Aggregate revenue"), "Aggregate");
  EXPECT_EQ(narrowing("甲线营收"), "甲线");
  EXPECT_EQ(narrowing("营收（亿元）"), "");
  EXPECT_EQ(narrowing("2024年营收"), "");
  EXPECT_EQ(narrowing("总营收"), "");
  EXPECT_EQ(narrowing("Total revenue ($bn)"), "");
}

TEST(Extract, TellsColumnsApartThatSeemToSayTheSame) {
  const ReadDocument document = read_sample(
      "# 联发科\n\n| 年份 | 总营收 | 某某营收 | 毛利率 |\n|---|---|---|---|\n"
      "| 2021 | 4728亿 | 2648亿 | 47% |\n");
  ASSERT_EQ(document.facts.size(), 3U);
  EXPECT_NE(document.facts[0].scope, document.facts[1].scope);
  EXPECT_TRUE(document.facts[2].scope.empty());
}

TEST(Extract, NamesANumberedRowByItsNextCell) {
  for (const char* number : {"1", "-", "\\*\\*1\\*\\*"}) {
    const ReadDocument document =
        read_sample(std::string("| 排名 | 厂商 | 市场份额 |\n|---|---|---|\n| ") + number +
                    " | 华为 | 30% |\n");
    ASSERT_EQ(document.facts.size(), 1U) << number;
    EXPECT_EQ(document.facts[0].subject.value, "Huawei") << number;
  }
}

TEST(Extract, TellsRowsThatBeginAlikeApartByTheirOtherWords) {
  const std::string head = "| 公司 | 产品 | 毛利率 |\n|---|---|---|\n";
  const ReadDocument alike = read_sample(head + "| 华为 | 甲 | 50% |\n| 华为 | 乙 | 20% |\n");
  ASSERT_EQ(alike.facts.size(), 2U);
  EXPECT_EQ(alike.facts[0].scope, std::vector<std::string>{"甲"});
  EXPECT_EQ(alike.facts[1].scope, std::vector<std::string>{"乙"});
  const ReadDocument other = read_sample(head + "| 华为 | 甲 | 50% |\n| 小米 | 乙 | 20% |\n");
  ASSERT_EQ(other.facts.size(), 2U);
  EXPECT_TRUE(other.facts[0].scope.empty());
}

TEST(Extract, TakesTheCurrencyThatAHeadNames) {
  const ReadDocument document =
      read_sample("# 联发科\n\n| 年份 | 美元营收 |\n|---|---|\n| 2024 | 93亿 |\n");
  ASSERT_EQ(document.facts.size(), 1U);
  EXPECT_EQ(document.facts[0].quantity.unit.canonical, "USD");
  EXPECT_FALSE(document.facts[0].quantity.currency_inferred);
}

std::vector<LinkKind> links_of(const std::string& text) {
  std::vector<LinkKind> kinds;
  for (const Link& link : read_sample(text).links) kinds.push_back(link.kind);
  return kinds;
}

TEST(Links, TieTheNumbersOfOneSentence) {
  using Kinds = std::vector<LinkKind>;
  EXPECT_EQ(links_of("英伟达的市场份额从95%降至50%。"), Kinds{LinkKind::Change});
  EXPECT_EQ(links_of("NVIDIA's share fell from 95% to 50%."), Kinds{LinkKind::Change});
  EXPECT_EQ(links_of("华为收入为8600亿元，同比增长22%。"), Kinds{LinkKind::GrowthOf});
}

TEST(Links, AreAbsentBetweenTheGrowthOfOneThingAndTheChangeOfAnother) {
  const ReadDocument document = read_sample("营收同比暴涨约445%、份额从8%升到13%。");
  ASSERT_EQ(document.links.size(), 1U);
  EXPECT_EQ(document.links[0].kind, LinkKind::Change);
  EXPECT_EQ(document.links[0].third, kNoFact);
}

TEST(Links, AreAbsentBetweenUnrelatedNumbers) {
  for (const char* text : {"英伟达的市场份额为50%。", "英伟达的市场份额为50%。华为的良率为30%。",
                           "华为收入为8600亿元，良率为50%。"})
    EXPECT_TRUE(links_of(text).empty()) << text;
}

TEST(Links, ReferToFactsOfTheDocument) {
  const ReadDocument document = read_sample("英伟达的市场份额从95%降至50%。");
  for (const Link& link : document.links) {
    ASSERT_LT(link.first, document.facts.size());
    ASSERT_LT(link.second, document.facts.size());
    EXPECT_EQ(document.facts[link.first].text, "95%");
    EXPECT_EQ(document.facts[link.second].text, "50%");
  }
  EXPECT_FALSE(document.links.empty());
}

TEST(Extract, HandsOnOneByOneWhatItWouldReturn) {
  const Result<Document> document =
      read_text("sample.md",
                "# 英伟达\n\n份额从95%降至50%。\n\n| 公司 | 份额 |\n|---|---|\n| 华为 | 30% |\n");
  ASSERT_TRUE(document);
  std::vector<std::string> one_by_one;
  extract_each(*document, sample_knowledge(),
               [&](const Fact& fact) { append_fact_json(fact, one_by_one.emplace_back()); });
  std::vector<std::string> at_once;
  for (const Fact& fact : extract(*document, sample_knowledge()).facts)
    append_fact_json(fact, at_once.emplace_back());
  EXPECT_EQ(one_by_one.size(), 3U);
  EXPECT_EQ(one_by_one, at_once);
}

std::uint64_t skeleton_of(const std::string& text) {
  return read_sample(text).facts.at(0).skeleton;
}

TEST(Skeleton, IsTheSentenceWithoutItsNumbers) {
  const std::string text = "英伟达在中国市场的份额为50%。";
  EXPECT_NE(skeleton_of(text), 0U);
  EXPECT_EQ(skeleton_of(text), skeleton_of("英伟达在中国市场的份额为30%。"));
  EXPECT_EQ(skeleton_of(text), skeleton_of("英偉達在中國市場的份額為30%。"));
  EXPECT_NE(skeleton_of(text), skeleton_of("英伟达在美国市场的份额为50%。"));
  EXPECT_EQ(skeleton_of("为50%。"), 0U);
}

TEST(Terms, AreSharedByTheSmallerList) {
  const std::vector<std::string> a = {"a", "b", "c", "d"};
  const std::vector<std::string> b = {"b", "d"};
  EXPECT_DOUBLE_EQ(overlap(a, b), 1);
  EXPECT_DOUBLE_EQ(similarity(a, b), 0.5);
  EXPECT_DOUBLE_EQ(overlap(a, {"x"}), 0);
  EXPECT_DOUBLE_EQ(overlap(a, {}), 0);
  EXPECT_DOUBLE_EQ(similarity(a, a), 1);
}

}  // namespace
}  // namespace assay
