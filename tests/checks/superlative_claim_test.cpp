// SPDX-License-Identifier: MIT
#include "checks/superlative_claim.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

std::string verdict_of(const std::string& claim, const std::string& text) {
  return std::string(to_string(verify(claim, {read_sample(text)}, sample_knowledge()).verdict));
}

const char* const kBanks =
    "| 银行 | 总资产（万亿元） | 净息差 |\n|---|---|---|\n| 工商银行 | 48.82 | 1.42% |\n"
    "| 邮储银行 | 17.08 | 1.87% |\n| 招商银行 | 12.15 | 1.98% |\n| 合计 | 78.05 | 1.70% |\n";
const char* const kExports =
    "| 国家 | 2023年咖啡出口（万吨） | 2024年咖啡出口（万吨） |\n|---|---|---|\n"
    "| 哥伦比亚 | 161 | 71 |\n| 越南 | 152 | 134 |\n| 印度尼西亚 | 28 | 33 |\n";

TEST(SuperlativeClaim, IsJudgedByAColumn) {
  EXPECT_EQ(verdict_of("表中三家银行，净息差最高的是招商银行。", kBanks), "supported");
  EXPECT_EQ(verdict_of("表中三家银行，净息差最高的是邮储银行。", kBanks), "contradicted");
  EXPECT_EQ(verdict_of("净息差最低的是工商银行。", kBanks), "supported");
  EXPECT_EQ(verdict_of("总资产最大的是工商银行。", kBanks), "supported");
  EXPECT_EQ(verdict_of("2024年，三国中越南的咖啡出口量最大。", kExports), "supported");
  EXPECT_EQ(verdict_of("2023年，三国中越南的咖啡出口量最大。", kExports), "contradicted");
}

TEST(SuperlativeClaim, IsLeftOpen) {
  EXPECT_EQ(verdict_of("净息差最高的是建设银行。", kBanks), "unverifiable") << "no such row";
  EXPECT_EQ(verdict_of("净息差最高的是招商银行。", "招商银行净息差1.98%。邮储银行净息差1.87%。"),
            "unverifiable")
      << "no table, which lists all";
  EXPECT_EQ(verdict_of("招商银行值得关注。", kBanks), "unverifiable") << "no superlative";
}

}  // namespace
}  // namespace assay
