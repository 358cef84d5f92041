// SPDX-License-Identifier: MIT
#include "checks/compare.h"

#include <algorithm>
#include <string>

#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

/// The first fact of `text`; a failure and an empty fact when there is none.
Fact fact_of(const std::string& text, const std::string& name = "sample.md") {
  const ReadDocument document = read_sample(text, name);
  EXPECT_FALSE(document.facts.empty()) << text;
  return document.facts.empty() ? Fact{} : document.facts.front();
}

Comparison compare(const std::string& a, const std::string& b) {
  return compare_slots(fact_of(a, "a.md"), fact_of(b, "b.md"), sample_knowledge());
}

struct Row {
  const char* a;
  const char* b;
};

TEST(CompareSlots, HoldsFactsOfOneThingAgainstEachOther) {
  const Row rows[] = {
      {"英伟达在中国市场的份额为50%。", "英伟达在中国市场的份额为个位数。"},
      {"英伟达在中国市场的份额为50%。", "英偉達在中國市場的份額為30%。"},
      {"2024年华为收入为8600亿元。", "华为2024年收入为7000亿元。"},
      {"NVIDIA's market share was 50%.", "英伟达的市场份额为30%。"},
      {"昇腾910B的良率为50%。", "昇腾910B的良率为七成。"},
      {"昇腾910B性能达到A100的80%。", "昇腾910B性能达到A100的60%。"},
  };
  for (const Row& row : rows) {
    const Comparison comparison = compare(row.a, row.b);
    EXPECT_TRUE(comparison.comparable) << row.a << row.b << comparison.apart;
    EXPECT_GT(comparison.confidence, 0) << row.a;
    EXPECT_LE(comparison.confidence, 1) << row.a;
    EXPECT_TRUE(std::ranges::is_sorted(comparison.doubts)) << row.a;
  }
}

TEST(CompareSlots, KeepsApartWhatDiffersInASlot) {
  const Row rows[] = {
      {"英伟达的市场份额为50%。", "华为的市场份额为30%。"},
      {"英伟达的市场份额为50%。", "英伟达的毛利率为73%。"},
      {"2024年华为收入为8600亿元。", "2021年华为收入为6368亿元。"},
      {"英伟达在中国市场的份额为50%。", "英伟达在美国市场的份额为90%。"},
      {"昇腾910B性能达到A100的80%。", "昇腾910B性能达到H100的60%。"},
      {"华为2024年收入增长22%。", "华为2024年收入为8600亿元。"},
  };
  for (const Row& row : rows) {
    const Comparison comparison = compare(row.a, row.b);
    EXPECT_FALSE(comparison.comparable) << row.a << row.b;
    EXPECT_FALSE(comparison.apart.empty()) << row.a << row.b;
  }
}

TEST(CompareSlots, KeepsApartTheNumbersOfOneSentence) {
  const ReadDocument document = read_sample("华为的市场份额为50%，也有说法称华为的市场份额为30%。");
  ASSERT_EQ(document.facts.size(), 2U);
  EXPECT_FALSE(compare_slots(document.facts[0], document.facts[1], sample_knowledge()).comparable);
}

TEST(CompareSlots, DoesNotDependOnTheOrder) {
  const Row rows[] = {
      {"英伟达在中国市场的份额为50%。", "英伟达的市场份额为30%。"},
      {"2024年华为收入为8600亿元。", "华为收入为7000亿元。"},
      {"英伟达的市场份额为50%。", "华为的市场份额为30%。"},
  };
  for (const Row& row : rows) {
    const Comparison there = compare(row.a, row.b);
    const Comparison back = compare(row.b, row.a);
    EXPECT_EQ(there.comparable, back.comparable) << row.a;
    EXPECT_EQ(there.doubts, back.doubts) << row.a;
    EXPECT_DOUBLE_EQ(there.confidence, back.confidence) << row.a;
  }
}

TEST(CompareSlots, DoubtsWhatOneSideLeavesOpen) {
  EXPECT_TRUE(compare("2024年华为收入为8600亿元。", "华为收入为7000亿元。")
                  .doubts_that(Doubt::PeriodUnknown));
  EXPECT_FALSE(compare("2024年华为收入为8600亿元。", "2024年华为收入为7000亿元。")
                   .doubts_that(Doubt::PeriodUnknown));
}

TEST(ValuesAgree, WhenTheirTolerancesMeet) {
  const struct {
    const char* a;
    const char* b;
    bool agree;
  } rows[] = {
      {"份额为80%。", "份额为80.2%。", true},        {"份额为80%。", "份额约78%。", true},
      {"份额超过50%。", "份额为70%。", true},        {"份额为5%。", "份额为个位数。", true},
      {"估值5600多亿元。", "估值5650亿元。", true},  {"份额为80%。", "份额为60%。", false},
      {"份额超过50%。", "份额为30%。", false},       {"份额为50%。", "份额为个位数。", false},
      {"估值5600多亿元。", "估值7000亿元。", false}, {"份额不到50%。", "份额为80%。", false},
  };
  for (const auto& row : rows) {
    const Quantity a = fact_of(row.a).quantity;
    const Quantity b = fact_of(row.b).quantity;
    EXPECT_EQ(values_agree(a, b), row.agree) << row.a << row.b;
    EXPECT_EQ(values_agree(b, a), row.agree) << row.b << row.a;
    EXPECT_EQ(relative_gap(a, b) == 0, row.agree) << row.a << row.b;
    EXPECT_DOUBLE_EQ(relative_gap(a, b), relative_gap(b, a)) << row.a << row.b;
  }
}

}  // namespace
}  // namespace assay
