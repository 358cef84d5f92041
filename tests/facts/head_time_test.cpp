// SPDX-License-Identifier: MIT
#include "facts/head_time.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

std::string period_of(const char* head, std::optional<int> year_above = std::nullopt) {
  const auto time = read_head_time(head, sample_knowledge());
  if (!time) return "no time";
  const auto period = time->period(year_above);
  return period ? to_string(period->from) + " " + to_string(period->to) : "no period";
}

TEST(HeadTime, ReadsTheYearsThatReportsWrite) {
  for (const char* head : {"2024", "FY2024", "FY 2024", "fiscal 2024", "2024A", "2024E", "FY2024E",
                           "FY24", "2024年", "2024年度", "2024年(预计)"})
    EXPECT_EQ(period_of(head), "2024-01-01 2024-12-31") << head;
}

TEST(HeadTime, ReadsPartsOfAYear) {
  for (const char* head : {"2025Q3", "Q3 2025", "3Q25", "Q3'25", "2025年第三季度", "2025年三季度"})
    EXPECT_EQ(period_of(head), "2025-07-01 2025-09-30") << head;
  EXPECT_EQ(period_of("1H25"), "2025-01-01 2025-06-30");
  EXPECT_EQ(period_of("2025年6月"), "2025-06-01 2025-06-30");
}

TEST(HeadTime, TakesTheYearOfAHeadingAbove) {
  for (const char* head : {"Q2", "第二季", "第二季度", "2Q"}) {
    EXPECT_EQ(period_of(head), "no period") << head;
    EXPECT_EQ(period_of(head, 2024), "2024-04-01 2024-06-30") << head;
  }
}

TEST(HeadTime, KnowsEstimates) {
  for (const char* head : {"2026E", "FY2026E", "2026F", "2026年预测"})
    EXPECT_TRUE(read_head_time(head, sample_knowledge())->forecast) << head;
  for (const char* head : {"2023A", "2023", "FY2023"})
    EXPECT_FALSE(read_head_time(head, sample_knowledge())->forecast) << head;
}

TEST(HeadTime, ReadsRanksAsLabels) {
  for (const char* head : {"1", "12", "#3", "No. 2", "第1", "2019-2024"})
    EXPECT_EQ(period_of(head), "no period") << head;
}

TEST(HeadTime, LeavesNamesAlone) {
  for (const char* head :
       {"", "华为", "70B", "A100", "3nm", "Intel", "Mayo", "营收", "年度", "7纳米", "第三方",
        "2024年营收", "FY2024 revenue", "中国", "末端", "Model 3", "50%"})
    EXPECT_FALSE(read_head_time(head, sample_knowledge())) << head;
}

}  // namespace
}  // namespace assay
