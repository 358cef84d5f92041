// SPDX-License-Identifier: MIT
#include "checks/conflicts.h"

#include "checks/slip.h"
#include "checks/wording.h"

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

TEST(FindConflicts, TakesUndatedNumbersForThoseOfTheTimeADocumentSpeaksOf) {
  const std::string of_2023 =
      "2023年宁德时代装车量为167GWh，2023年比亚迪装车量为106GWh，2023年国轩高科装车量为16GWh。";
  const std::string of_2024 =
      "2024年宁德时代装车量为247GWh，2024年比亚迪装车量为135GWh，2024年国轩高科装车量为25GWh。";
  const auto conflicts_of = [](const std::vector<std::string>& texts) {
    const std::vector<ReadDocument> documents = read_all(texts);
    const FactIndex index(documents, sample_knowledge());
    return find_conflicts(index).size();
  };
  const std::string more = "中创新航的市场份额为8.5%。";
  const std::string less = "中创新航的市场份额为6.7%。";
  EXPECT_EQ(conflicts_of({more, less}), 1U);
  EXPECT_EQ(conflicts_of({of_2023 + more, of_2024 + less}), 0U);
  EXPECT_EQ(conflicts_of({of_2024 + more, of_2024 + less}), 1U);
}

TEST(FindConflicts, IsLessSureOfShortCodesInTwoDocuments) {
  const auto severity_of = [](const std::vector<std::string>& texts) {
    const std::vector<ReadDocument> documents = read_all(texts);
    const FactIndex index(documents, sample_knowledge());
    const std::vector<Conflict> conflicts = find_conflicts(index);
    return conflicts.empty() ? Severity::Note : conflicts.front().severity;
  };
  EXPECT_EQ(severity_of({"NX7 capital expenditure grew 18% in 2026.",
                         "NX7 capital expenditure grew 77% in 2026."}),
            Severity::Error);
  EXPECT_EQ(severity_of({"A2 capital expenditure grew 18% in 2026.",
                         "A2 capital expenditure grew 77% in 2026."}),
            Severity::Warning);
}

TEST(FindConflicts, TakesNumbersOfAMarketForThoseOfThePlaceADocumentSpeaksOf) {
  const auto conflicts_of = [](const std::vector<std::string>& texts) {
    const std::vector<ReadDocument> documents = read_all(texts);
    const FactIndex index(documents, sample_knowledge());
    return find_conflicts(index).size();
  };
  const std::string china = "中国平板电脑出货量为880万台，中国手机出货量为6800万台。";
  const std::string world = "全球平板电脑出货量为3800万台，全球手机出货量为3.2亿台。";
  EXPECT_EQ(conflicts_of({"小米的市场份额为10%。", "小米的市场份额为7%。"}), 1U);
  EXPECT_EQ(conflicts_of({china + "小米的市场份额为10%。", world + "小米的市场份额为7%。"}), 0U);
  EXPECT_EQ(conflicts_of({china + "2024年小米营收3659亿元。", world + "2024年小米营收3000亿元。"}),
            1U);
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
      // By product and by region: two ways to cut one revenue.
      {"TSMC's smartphone revenue was $30 billion in 2025.",
       "TSMC's revenue in North America was $80 billion in 2025."},
      // Rises and falls of one list.
      {"Nike store sales rose 9%.\n\nNike store sales fell 6%.\n\nNike store sales rose 1%.\n\n"
       "Nike store sales fell 12%."},
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

TEST(StatedWords, LeaveOutTags) {
  const ReadDocument document = read_sample("华为的市场份额为<b>4</b>成。");
  EXPECT_EQ(document.facts.at(0).text, "4</b>成");
  EXPECT_EQ(stated_words(document.facts.at(0), Language::English), "4成");
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
