// SPDX-License-Identifier: MIT
#include "facts/partition_links.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

struct Row {
  const char* text;
  const char* expected;
};

/// The numbers that are linked as parts of one whole: "40%+35% 35%+25%".
std::string parts_of(const std::string& text) {
  const auto document = read_sample(text);
  std::string all;
  for (const Link& link : document.links)
    if (link.kind == LinkKind::Partition)
      all += (all.empty() ? "" : " ") + document.facts[link.first].text + "+" +
             document.facts[link.second].text;
  return all;
}

TEST(PartitionLinks, JoinTheSharesOfWhatIsDivided) {
  const Row rows[] = {
      {"分地区看，华东占40%，华南占35%，华北占25%。", "40%+35% 35%+25%"},
      {"分动力看：纯电占40%、混动占60%。", "40%+60%"},
      {"公司收入结构上，订阅占73%，其他来源（授权等）占27%。", "73%+27%"},
      {"员工按学历分，硕士以上占40%，本科占50%，专科及以下占10%。", "40%+50% 50%+10%"},
      {"By region, China was 45% of revenue, the Americas 35% and Europe 20%.", "45%+35% 35%+20%"},
      // What else is said of a part.
      {"分地区看，华东占40%（去年38%），同比增长5%，华南占60%。", "40%+60%"},
  };
  for (const Row& row : rows) EXPECT_EQ(parts_of(row.text), row.expected) << row.text;
}

TEST(PartitionLinks, EndWhereSomethingMayCountTwice) {
  const Row rows[] = {
      {"分地区看，海外占60%，其中欧洲占35%，北美占25%。", ""},
      {"按客户分，前三大客户占40%，前五大占55%。", ""},
      {"用户按年龄分，30岁以上占70%，40岁以上占50%。", ""},
      {"分地区看，华东占40%，华南占35%，两地合计占75%。", "40%+35%"},
  };
  for (const Row& row : rows) EXPECT_EQ(parts_of(row.text), row.expected) << row.text;
}

TEST(PartitionLinks, AreOfSharesThatASentenceSaysToDivide) {
  const Row rows[] = {
      {"华东占40%，华南占35%。", ""},
      {"分地区看，华东增长40%，华南增长35%。", ""},
      {"分产品看，手机毛利率40%，电视毛利率30%。", ""},
      {"分析师看，华东占40%，华南占35%。", ""},
      {"从部分数据来看，华东占40%，华南占35%。", ""},
      {"分地区看，各有不同。华东占40%，华南占35%。", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(parts_of(row.text), row.expected) << row.text;
}

}  // namespace
}  // namespace assay
