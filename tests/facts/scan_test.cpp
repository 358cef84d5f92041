// SPDX-License-Identifier: MIT
#include "facts/scan.h"

#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include "core/folding.h"
#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

Scan scan_text(const std::string& text, bool speech = false) {
  return scan(text, {.knowledge = sample_knowledge(), .date = {}, .speech = speech});
}

/// The texts of all quantities, joined by " / ".
std::string quantities_of(const std::string& raw) {
  const std::string text = fold_text(raw);
  std::string all;
  for (const ScannedQuantity& quantity : scan_text(text).quantities)
    all += (all.empty() ? "" : " / ") + std::string(quantity.span.of(text));
  return all;
}

std::string number(double value) {
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "%.6g", value);
  return buffer;
}

/// The stated interval of the only quantity: "[0.15, 0.3] 1".
std::string stated(const std::string& raw) {
  const std::string text = fold_text(raw);
  const Scan scanned = scan_text(text);
  if (scanned.quantities.size() != 1)
    return std::to_string(scanned.quantities.size()) + " quantities";
  const Quantity& quantity = scanned.quantities.front().quantity;
  const Interval& interval = quantity.stated;
  return (interval.low_closed ? "[" : "(") + number(interval.low) + ", " + number(interval.high) +
         (interval.high_closed ? "] " : ") ") + quantity.unit.canonical;
}

struct Row {
  const char* text;
  const char* expected;
};

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
  };
  for (const Row& row : rows) EXPECT_EQ(quantities_of(row.text), row.expected) << row.text;
}

TEST(ScanRefuses, NamesDatesOrdinalsAndIdioms) {
  for (const char* text : {
           "华为发布昇腾910B",
           "英伟达的H20和A100",
           "RTX 6000D is on sale",
           "GPT-5.2 is out",
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

TEST(ScanUnderstands, RangesBoundsAndUnits) {
  const Row rows[] = {
      {"份额为80%", "[0.8, 0.8] 1"},
      {"占比15%-30%", "[0.15, 0.3] 1"},
      {"占比15至30%", "[0.15, 0.3] 1"},
      {"收入276-317.8亿元", "[2.76e+10, 3.178e+10] CNY"},
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
