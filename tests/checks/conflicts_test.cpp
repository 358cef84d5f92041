// SPDX-License-Identifier: MIT
#include "checks/conflicts.h"

#include "checks/slip.h"

#include <string>
#include <vector>

#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

std::vector<ReadDocument> read_all(const std::vector<std::string>& texts) {
  std::vector<ReadDocument> documents;
  for (std::size_t i = 0; i < texts.size(); ++i)
    documents.push_back(read_sample(texts[i], "note" + std::to_string(i) + ".md"));
  return documents;
}

TEST(FindConflicts, SeesValuesThatCannotBothBeTrue) {
  const std::vector<std::vector<std::string>> rows = {
      {"英伟达在中国市场的份额为50%。", "英伟达在中国市场的份额为个位数。"},
      {"英伟达在中国市场的份额为50%。", "英偉達在中國市場的份額為30%。"},
      {"2024年华为收入为8600亿元。", "华为2024年收入为7000亿元。"},
      {"昇腾910B的良率为50%。\n\n昇腾910B的良率为七成。"},
      {"SMIC's gross margin was 22.5%.", "SMIC's gross margin was 12.5%."},
  };
  for (const auto& texts : rows) {
    const std::vector<ReadDocument> documents = read_all(texts);
    const FactIndex index(documents, sample_knowledge());
    const std::vector<Conflict> conflicts = find_conflicts(index);
    ASSERT_EQ(conflicts.size(), 1U) << texts.front();
    EXPECT_GT(conflicts.front().gap, 0) << texts.front();
    EXPECT_TRUE(conflicts.front().comparison.comparable) << texts.front();
  }
}

TEST(FindConflicts, IsSilentWhereBothMayBeTrue) {
  const std::vector<std::vector<std::string>> rows = {
      {},
      {""},
      {"英伟达在中国市场的份额为50%。"},
      {"英伟达在中国市场的份额为50%。", "英伟达在中国市场的份额约50%。"},
      {"英伟达在中国市场的份额为50%。", "英伟达在中国市场的份额为50%。"},
      {"2024年华为收入为8600亿元。", "2021年华为收入为6368亿元。"},
      {"英伟达的市场份额为50%。", "华为的市场份额为30%。"},
      {"SMIC's gross margin was 22.5%.", "TSMC's gross margin was 59%."},
      {"英伟达在中国市场的份额从95%降至50%。"},
  };
  for (const auto& texts : rows) {
    const std::vector<ReadDocument> documents = read_all(texts);
    const FactIndex index(documents, sample_knowledge());
    EXPECT_TRUE(find_conflicts(index).empty()) << testing::PrintToString(texts);
  }
}

TEST(FindConflicts, TakesThreeValuesUnderOneNameForAList) {
  const std::string two = "华为的毛利率为50%。\n\n华为的毛利率为30%。\n\n";
  const std::vector<ReadDocument> documents = read_all({two});
  EXPECT_EQ(find_conflicts(FactIndex(documents, sample_knowledge())).size(), 1U);
  const std::vector<ReadDocument> listed = read_all({two + "华为的毛利率为10%。"});
  EXPECT_TRUE(find_conflicts(FactIndex(listed, sample_knowledge())).empty());
}

TEST(GroupConflicts, TellsOneStoryOnce) {
  const std::vector<ReadDocument> documents =
      read_all({"英伟达在中国市场的份额为50%。", "英伟达在中国市场的份额为30%。",
                "英伟达在中国市场的份额为30%。"});
  const FactIndex index(documents, sample_knowledge());
  const std::vector<Conflict> conflicts = find_conflicts(index);
  EXPECT_EQ(conflicts.size(), 2U);
  const std::vector<ConflictGroup> groups = group_conflicts(conflicts);
  ASSERT_EQ(groups.size(), 1U);
  EXPECT_EQ(groups.front().side_a.size() + groups.front().side_b.size(), 3U);
  EXPECT_EQ(groups.front().side_a.front(), groups.front().lead.a);
  EXPECT_EQ(groups.front().side_b.front(), groups.front().lead.b);
  EXPECT_TRUE(group_conflicts({}).empty());
}

TEST(SlipOf, NamesOneSlipThatExplainsTheConflict) {
  const struct {
    const char* a;
    const char* b;
    bool slip;
  } rows[] = {
      {"2024年华为收入为8600亿元。", "2024年华为收入为8600万元。", true},
      {"Huawei's revenue was $86 million.", "Huawei's revenue was $86 billion.", true},
      {"2024年华为收入为8600亿元。", "2024年华为收入为7000亿元。", false},
      {"Huawei's revenue was $86 million.", "Huawei's revenue was $12 billion.", false},
  };
  for (const auto& row : rows) {
    const ReadDocument a = read_sample(row.a);
    const ReadDocument b = read_sample(row.b);
    ASSERT_EQ(a.facts.size(), 1U) << row.a;
    ASSERT_EQ(b.facts.size(), 1U) << row.b;
    const Message slip = slip_of(a.facts.front(), b.facts.front());
    EXPECT_EQ(!slip.zh.empty(), row.slip) << row.a << row.b << slip.zh;
    EXPECT_EQ(slip.zh.empty(), slip.en.empty()) << row.a;
  }
}

}  // namespace
}  // namespace assay
