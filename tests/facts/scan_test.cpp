// SPDX-License-Identifier: MIT
#include "facts/scan.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include "core/folding.h"
#include "facts/fact.h"
#include "tests/facts/scanned_samples.h"

namespace assay {
namespace {

TEST(ScanFinds, QuantitiesInBothScriptsAndEnglish) {
  const Row rows[] = {
      {"市场份额为50%", "50%"},
      {"市場佔有率為５０％", "50%"},
      {"采用7纳米工艺", "7纳米"},
      {"採用7奈米製程", "7奈米"},
      {"出货量达到120万台", "120万台"},
      {"估值约5600多亿元", "5600多亿元"},
      {"份额从15%降至8%", "15% / 8%"},
      {"占比15%-30%", "15%-30%"},
      {"需要6到8个月", "6到8个月"},
      {"良率超过六成", "六成"},
      {"Revenue was $5.2 billion", "$5.2 billion"},
      {"a third of the market", "a third"},
      {"between 5 and 7 percent", "5 and 7 percent"},
      {"份额跌到个位数", "个位数"},
      {"股价腰斩", "腰斩"},
      {"Its share fell to single digits", "single digits"},
      {"带宽为900GB/s", "900GB/s"},
      {"Yield rose from 50% to 70%", "50% / 70%"},
      {"零下20℃", "20℃"},
      {"零下四十度还能放电", "四十度"},
      {"转了四十度", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(quantities_of(row.text), row.expected) << row.text;
}

TEST(ScanReads, TenthsAndRanges) {
  expect_stated({
      {"税率是一成半", "一成半 [0.15] 1"},
      {"三成半导体企业亏损", "三成 [0.3] 1"},
      {"良率在70%到55%之间", "70%到55% [0.55, 0.7] 1"},
      {"良率从70%到55%", "70% [0.7] 1 / 55% [0.55] 1"},
      {"风险比在0.38～0.69", "0.38~0.69 [0.38, 0.69] 1"},
      {"voltage varies from 3.0 to 4.2 V", "3.0 to 4.2 V [3, 4.2] V"},
      {"rose from 3.0 V to 4.2 V", "3.0 V [3] V / 4.2 V [4.2] V"},
      {"可堆叠32层/64层", "32层 [32] 1 / 64层 [64] 1"},
      {"规模为100MW/200MWh", "100MW [1e+08] W / 200MWh [7.2e+11] J"},
      {"电耗12.8kWh/100km", "12.8kWh/100km [460.8] J/m"},
  });
}

TEST(ScanReads, SharesByWhichSomethingMoved) {
  expect_stated({
      {"Shipments rose by a quarter from last year", "a quarter [0.25] 1"},
      {"Shipments fell sharply by a quarter", "a quarter [0.25] 1"},
      {"It was followed by a fifth round of funding", "-"},
      {"Costs fell by about a third from last year", "a third [0.333333] 1"},
      {"It lasted for a quarter of an hour", "a quarter [0.25] 1"},
      {"Sales slipped in a quarter that was weak", "-"},
      {"猪肉降了五个点", "五个点 [0.05] 1"},
      {"毛利率掉了两三个点", "两三个点 [0.02, 0.03] 1"},
      {"我讲五个点", "五个 [5] 1"},
  });
}

TEST(ScanReads, ListsWhoseLastNumberSaysInWhat) {
  const struct {
    const char* text;
    std::vector<double> values;
  } rows[] = {
      {"营收分别为12.3、15.4和18.9亿元", {12.3e8, 15.4e8, 18.9e8}},
      {"资本开支分别为60、45亿元", {60e8, 45e8}},
      {"每股收益为1.2/1.5/1.9元", {1.2, 1.5, 1.9}},
      {"16/14nm工艺", {16e-9, 14e-9}},
      {"市盈率为20/16/13倍", {20, 16, 13}},
      {"shipments of 5, 6 and 7 million units", {5e6, 6e6, 7e6}},
      {"门店有5000、1.2万家", {5000, 12000}},
      // One vague amount, a fraction, dates, the numbers of lines.
      {"拥有5、6家门店", {6}},
      {"占2/3的市场", {}},
      {"5/6月", {}},
      {"1、2、3号线共120公里", {120e3}},
      {"fell 9% to 8.8 million", {0.09, 8.8e6}},
  };
  for (const auto& row : rows) {
    const Scan scanned = scan(row.text, {sample_knowledge()});
    ASSERT_EQ(scanned.quantities.size(), row.values.size()) << row.text;
    for (std::size_t i = 0; i < row.values.size(); ++i)
      EXPECT_DOUBLE_EQ(scanned.quantities[i].quantity.stated.low, row.values[i]) << row.text;
  }
}

TEST(ScanReads, UnitsThatAreWordsAsWell) {
  const struct {
    const char* text;
    std::vector<double> values;
  } rows[] = {
      {"走了三百里路", {150e3}},
      {"收了三千三里面有五百台", {3300, 500}},
      {"装了三百一十五个吉瓦", {315e9}},
      {"一共200个GW", {200e9}},
      {"换了五个瓦片", {5}},
      {"投了三个B轮", {3}},
      {"占了8成", {0.8}},
      {"2025 成为主要引擎", {}},
  };
  for (const auto& row : rows) {
    const Scan scanned = scan(row.text, {sample_knowledge()});
    ASSERT_EQ(scanned.quantities.size(), row.values.size()) << row.text;
    for (std::size_t i = 0; i < row.values.size(); ++i)
      EXPECT_DOUBLE_EQ(scanned.quantities[i].quantity.stated.low, row.values[i]) << row.text;
  }
}

TEST(ScanRefuses, NamesDatesOrdinalsAndIdioms) {
  for (const char* text : {
           "华为发布昇腾910B",
           "英伟达的H20和A100",
           "RTX 6000D is on sale",
           "GPT-5.2 is out",
           "$$ E = 2m c^2 + 0.62 D $$",
           "视频BV1H2yAB9Ej5",
           "Atlas 900 A3",
           "骁龙888芯片",
           "5G网络建设",
           "2025年9月26日发布",
           "位居第一",
           "排名第三",
           "统一市场",
           "三星电子宣布",
           "万一失败",
           "百度发布",
           "一方面如此",
           "On June 4, 2025 it was announced",
           "in fiscal 2026",
           "Python 3.11.2",
           "Windows 11",
           "see https://example.org/2025/50",
           "四川成都",
           "這是統一企業",
           "十分重要",
       }) {
    EXPECT_EQ(quantities_of(text), "") << text;
  }
}

TEST(ScanReads, ChineseNumbersWithSpacesAndMeasureWords) {
  expect_stated({
      {"營收1 兆 460.9 億元", "1 兆 460.9 亿元 [1.04609e+12] CNY"},
      {"2 萬 3 千人", "2 万 3 千人 [23000] 1"},
      {"投了100个亿", "100个亿 [1e+10] 1"},
      {"带宽为每秒16GB", "16GB [1.6e+10] B/s"},
      {"显存为每台80GB", "80GB [8e+10] B"},
      {"赔了三个亿", "三个亿 [3e+08] 1"},
      {"两百个亿", "两百个亿 [2e+10] 1"},
      {"三四百亿元", "三四百亿元 [3e+10, 4e+10] CNY"},
      {"五六百万辆", "五六百万辆 [5e+06, 6e+06] 1"},
      {"日赚近两亿", "两亿 [2e+08] 1"},
      {"每个亿万富翁", "-"},
      {"占比3 万 5", "3 万 [30000] 1"},
      {"预计在 1940 亿至 1990 亿美元", "1940 亿至 1990 亿美元 [1.94e+11, 1.99e+11] USD"},
  });
}

TEST(ScanReads, SignsOfNumbers) {
  expect_stated({
      {"净利率为负的122%", "122% [-1.22] 1"},
      {"录得负2.3万人", "2.3万人 [-23000] 1"},
      {"跌了负的0.8%", "0.8% [-0.008] 1"},
      {"增速为-2.3%", "-2.3% [-0.023] 1"},
      {"增速为\u22122.3%", "\u22122.3% [-0.023] 1"},
      {"it was minus 3%", "3% [-0.03] 1"},
      {"企业减负2000亿元", "2000亿元 [2e+11] CNY"},
      {"胜负3%", "3% [0.03] 1"},
  });
}

TEST(ScanReads, EnglishFractionsRangesAndScales) {
  expect_stated({
      {"three quarters of the market", "three quarters [0.75] 1"},
      {"three-quarters of users", "three-quarters [0.75] 1"},
      {"for the first three quarters it grew", "-"},
      {"eight quarters in a row", "eight quarters [6.31152e+07] s"},
      {"for three straight quarters", "three straight quarters [2.36682e+07] s"},
      {"five to six million units", "five to six million units [5e+06, 6e+06] 1"},
      {"3 to 4 billion dollars", "3 to 4 billion dollars [3e+09, 4e+09] USD"},
      {"$3 to 4 billion", "$3 to 4 billion [3e+09, 4e+09] USD"},
      {"costs ~$2,000", "$2,000 [2000] USD"},
      {"ARR of $10-12B", "$10-12B [1e+10, 1.2e+10] USD"},
      {"$300-400M", "$300-400M [3e+08, 4e+08] USD"},
      {"an $8 4B model", "$8 [8] USD"},
      {"two to three hundred people", "two to three hundred people [200, 300] 1"},
      {"两到三百万台", "两到三百万台 [2e+06, 3e+06] 1"},
      {"half a billion dollars", "half a billion dollars [5e+08] USD"},
      {"more than half a billion dollars", "half a billion dollars (5e+08, inf) USD"},
      {"more than half of them", "more than half (0.5, inf) 1"},
      {"$159 million a year earlier", "$159 million [1.59e+08] USD"},
      {"in the 1630s", "-"},
      {"64x8 H800", "-"},
  });
}

TEST(ScanReads, ZeroWhereItIsAnAmount) {
  expect_stated({
      {"份额压至零。", "零 [0] 1"},
      {"份额从95%降至零", "95% [0.95] 1 / 零 [0] 1"},
      {"份额几乎为零", "零 [0] 1"},
      {"Its share fell to zero", "zero [0] 1"},
      {"It fell to zero percent", "zero percent [0] 1"},
      {"份额归零", "归零 [0] 1"},
      {"新零售", "-"},
      {"零部件", "-"},
      {"改为零售", "-"},
      {"零和博弈", "-"},
      {"从零开始", "-"},
      {"from zero to one", "-"},
      {"ground zero", "-"},
      {"a zero-sum game", "-"},
      {"a move to zero-emission cars", "-"},
      {"a zero-day exploit", "-"},
  });
  const Scan change = scan_text("份额从95%降至零");
  EXPECT_EQ(change.quantities.at(1).quantity.unit.dimension, Dimension::Ratio);
}

TEST(ScanReads, DoublingAndHalving) {
  const auto read = [](const std::string& text) {
    const Scan scanned = scan_text(text);
    if (scanned.quantities.size() != 1) return std::string("none");
    const ScannedQuantity& only = scanned.quantities.front();
    return all_stated(text) + (only.role ? " " + std::string(to_string(*only.role)) : "");
  };
  const Row rows[] = {
      {"sales doubled", "doubled [2] 1 multiple"},
      {"a doubling of sales", "doubling [2] 1 multiple"},
      {"more than doubled", "doubled (2, inf) 1 multiple"},
      {"nearly doubling", "doubling [2] 1 multiple"},
      {"翻倍", "翻倍 [2] 1 multiple"},
      {"翻了两番", "两番 [4] 1"},
      {"腰斩", "腰斩 [0.5] 1 decrease"},
      {"砍半", "砍半 [0.5] 1 decrease"},
      {"twice as many", "twice as many [2] 1 multiple"},
      {"half as much", "half as much [0.5] 1 multiple"},
      {"they doubled down on it", "none"},
  };
  for (const Row& row : rows) EXPECT_EQ(read(row.text), row.expected) << row.text;
  EXPECT_TRUE(scan_text("nearly doubling").quantities.at(0).quantity.approximate);
  for (const char* rough : {"costs ~$2,000", "成本~3万元", "~40%", "(~ 12 kW)"})
    EXPECT_TRUE(scan_text(rough).quantities.at(0).quantity.approximate) << rough;
  for (const char* range : {"10~20元", "3%~5%", "3亿~5亿元", "costs $2,000"})
    EXPECT_FALSE(scan_text(range).quantities.at(0).quantity.approximate) << range;
  EXPECT_TRUE(scan_text("nearly doubling").quantities.at(0).quantity.tolerance.contains(1.85));
  EXPECT_FALSE(scan_text("doubled").quantities.at(0).quantity.tolerance.contains(1.85));
}

TEST(ScanLeaves, ShortYearsNearAYearThatIsNamed) {
  EXPECT_EQ(quantities_of("2025年增长,26年和27年分别是42%和32%"), "42% / 32%");
  EXPECT_EQ(quantities_of("2025年增长,过去25年如此"), "25年");
  EXPECT_EQ(quantities_of("2025年增长,25年来如此"), "25年");
  EXPECT_EQ(quantities_of("2025年增长,10年期利率"), "10年");
  EXPECT_EQ(quantities_of("26年过去了"), "26年");
}

TEST(ScanUnderstands, RangesBoundsAndUnits) {
  const Row rows[] = {
      {"份额为80%", "[0.8, 0.8] 1"},
      {"占比15%-30%", "[0.15, 0.3] 1"},
      {"占比15至30%", "[0.15, 0.3] 1"},
      {"收入276-317.8亿元", "[2.76e+10, 3.178e+10] CNY"},
      {"良率为25±3%", "[0.22, 0.28] 1"},
      {"收入为3.2±0.1亿元", "[3.1e+08, 3.3e+08] CNY"},
      {"电压为5V±10%", "[4.5, 5.5] V"},
      {"revenue of $9.8 billion +/- $0.2 billion", "[9.6e+09, 1e+10] USD"},
      {"收入650亿美元±2%", "[6.37e+10, 6.63e+10] USD"},
      {"a gap of 2.5 ± 0.3 nm", "[2.2e-09, 2.8e-09] m"},
      {"a gain of 10--16%", "[0.1, 0.16] 1"},
      {"debt of ₹20,369 crores", "[2.0369e+11, 2.0369e+11] INR"},
      {"Rs 41,691 cr", "[4.1691e+11, 4.1691e+11] INR"},
      {"误差为±0.1nm", "[1e-10, 1e-10] m"},
      {"偏压为-5±2V", "[-7, -3] V"},
      {"电压为5V±3A", "[5, 5] V"},
      {"份额超过50%", "(0.5, inf) 1"},
      {"份额不到50%", "(-inf, 0.5) 1"},
      {"份额至少50%", "[0.5, inf) 1"},
      {"份额50%以上", "[0.5, inf) 1"},
      {"份额至多50%", "(-inf, 0.5] 1"},
      {"估值5600多亿元", "(5.6e+11, 5.7e+11) CNY"},
      {"良率六成", "[0.6, 0.6] 1"},
      {"a share of at least 50%", "[0.5, inf) 1"},
      {"a share of less than 50%", "(-inf, 0.5) 1"},
      {"a share of more than 50%", "(0.5, inf) 1"},
      {"份额跌到个位数", "[0.01, 0.1) 1"},
      {"采用7纳米工艺", "[7e-09, 7e-09] m"},
      {"Revenue was $5.2 billion", "[5.2e+09, 5.2e+09] USD"},
      {"零下20℃", "[253.15, 253.15] K"},
  };
  for (const Row& row : rows) EXPECT_EQ(stated(row.text), row.expected) << row.text;
}

TEST(ScanUnderstands, PercentagePointsApartFromPercent) {
  const auto dimension = [](const std::string& text) {
    const Scan scanned = scan_text(text);
    return scanned.quantities.empty() ? Dimension::Count
                                      : scanned.quantities.front().quantity.unit.dimension;
  };
  EXPECT_EQ(dimension("提升3个百分点"), Dimension::PercentagePoint);
  EXPECT_EQ(dimension("up 3 percentage points"), Dimension::PercentagePoint);
  EXPECT_EQ(dimension("提升3%"), Dimension::Ratio);
  EXPECT_EQ(dimension("提升3倍"), Dimension::Ratio);
}

TEST(ScanTolerates, WhatRoundingAndHedgesAllow) {
  const auto tolerance = [](const char* text) {
    return scan_text(text).quantities.at(0).quantity.tolerance;
  };
  const struct {
    const char* text;
    double value;
    bool covered;
  } rows[] = {
      {"份额为80%", 0.796, true},        {"份额为80%", 0.79, false},
      {"份额约80%", 0.75, true},         {"份额约80%", 0.7, false},
      {"份额近80%", 0.76, true},         {"份额近80%", 0.82, false},
      {"估值5600多亿元", 5.65e11, true}, {"估值5600多亿元", 5.75e11, false},
      {"份额不到50%", 0.4, true},        {"份额不到50%", 0.6, false},
  };
  for (const auto& row : rows)
    EXPECT_EQ(tolerance(row.text).contains(row.value), row.covered) << row.text << row.value;
}

std::size_t count_of(const Scan& scanned, TokenKind kind) {
  std::size_t count = 0;
  for (const Token& token : scanned.tokens) count += token.kind == kind ? 1 : 0;
  return count;
}

TEST(ScanTokens, StandInOrderAndDoNotOverlap) {
  for (const char* text :
       {"华为昇腾910B性能达到英伟达A100的80%，2025年出货约20万颗（同比增长30%）。",
        "In 2025, NVIDIA's share fell from 95% to 50%; AMD's rose to 20%.", "", "，，，。。",
        "((((50%))))"}) {
    const std::string folded = fold_text(text);
    std::size_t end = 0;
    for (const Token& token : scan_text(folded).tokens) {
      EXPECT_LE(end, token.span.begin) << text;
      EXPECT_LT(token.span.begin, token.span.end) << text;
      end = token.span.end;
    }
    EXPECT_LE(end, folded.size()) << text;
  }
}

TEST(ScanTokens, BreakClausesAndSentencesButNotNumbers) {
  const Scan breaks = scan_text("甲涨1%,乙跌2%。丙持平");
  EXPECT_EQ(count_of(breaks, TokenKind::Clause), 1U);
  EXPECT_EQ(count_of(breaks, TokenKind::Sentence), 1U);
  const Scan none = scan_text("It was 1,100.9 in all");
  EXPECT_EQ(count_of(none, TokenKind::Clause), 0U);
  EXPECT_EQ(count_of(none, TokenKind::Sentence), 0U);
}

TEST(ScanTokens, PauseAtSpacesInSpeechOnly) {
  const std::string text = "份额是百分之五十 然后良率是百分之六十";
  EXPECT_EQ(count_of(scan_text(text, true), TokenKind::Clause), 1U);
  EXPECT_EQ(count_of(scan_text(text, false), TokenKind::Clause), 0U);
}

TEST(ScanMarks, WhereAChangeStarts) {
  const Scan change = scan_text("份额从15%降至8%");
  ASSERT_EQ(change.quantities.size(), 2U);
  EXPECT_TRUE(change.quantities[0].from);
  EXPECT_FALSE(change.quantities[1].from);
}

TEST(ScanTableCell, TakesABareNumberForAValue) {
  const auto count = [](const char* text, bool cell) {
    return scan(text, {.knowledge = sample_knowledge(), .date = {}, .table_cell = cell})
        .quantities.size();
  };
  EXPECT_EQ(count("1250", true), 1U);
  EXPECT_EQ(count("1250", false), 0U);
  EXPECT_EQ(count("H20", true), 0U);
  EXPECT_EQ(count("", true), 0U);
}

}  // namespace
}  // namespace assay
