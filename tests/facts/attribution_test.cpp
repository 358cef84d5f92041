// SPDX-License-Identifier: MIT
/// What a number is of: one line of text, and the slots that are read from it.
#include "facts/attribution.h"

#include <string>

#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

/// "subject | metric | comparand | role" of each fact, joined by "; ".
std::string slots_of(const std::string& text) {
  std::string all;
  for (const Fact& fact : read_sample(text).facts) {
    all += (all.empty() ? "" : "; ") + fact.subject.value + " | " + fact.metric.value + " | " +
           fact.comparand.value + " | " + std::string(to_string(fact.role));
  }
  return all;
}

struct Row {
  const char* text;
  const char* expected;
};

TEST(Attribution, FillsTheSlotsOfAClause) {
  const Row rows[] = {
      {"英伟达的市场份额为50%。", "NVIDIA | market share |  | level"},
      {"英偉達的市場份額為50%。", "NVIDIA | market share |  | level"},
      {"NVIDIA's market share was 50%.", "NVIDIA | market share |  | level"},
      {"SMIC's gross margin was 22.5%.", "SMIC | gross margin |  | level"},
      {"华为2024年收入为8600亿元。", "Huawei | revenue |  | level"},
      {"台积电的毛利率达到59%。", "TSMC | gross margin |  | level"},
  };
  for (const Row& row : rows) EXPECT_EQ(slots_of(row.text), row.expected) << row.text;
}

TEST(Attribution, TellsChangesFromLevels) {
  const Row rows[] = {
      {"英伟达的市场份额从95%降至50%。",
       "NVIDIA | market share |  | before; NVIDIA | market share |  | level"},
      {"华为收入增长22%。", "Huawei | revenue |  | increase"},
      {"华为收入下降22%。", "Huawei | revenue |  | decrease"},
      {"台积电的毛利率为59%。", "TSMC | gross margin |  | level"},
  };
  for (const Row& row : rows) EXPECT_EQ(slots_of(row.text), row.expected) << row.text;
}

TEST(Attribution, CarriesTheSubjectIntoTheNextClause) {
  EXPECT_EQ(slots_of("华为的良率为50%，市场份额为30%。"),
            "Huawei | yield |  | level; Huawei | market share |  | level");
  EXPECT_EQ(slots_of("华为的良率为50%，台积电的良率为90%。"),
            "Huawei | yield |  | level; TSMC | yield |  | level");
}

TEST(Attribution, GivesEachOfSeveralItsOwnNumber) {
  EXPECT_EQ(slots_of("英伟达、华为的市场份额分别为50%、30%。"),
            "NVIDIA | market share |  | level; Huawei | market share |  | level");
}

TEST(Attribution, LeavesEmptyWhatNobodySays) {
  for (const char* text : {"50%。", "大约是50%。", "It is 50%."}) {
    const ReadDocument document = read_sample(text);
    ASSERT_EQ(document.facts.size(), 1U) << text;
    EXPECT_TRUE(document.facts.front().subject.empty()) << text;
    EXPECT_TRUE(document.facts.front().comparand.empty()) << text;
    EXPECT_EQ(document.facts.front().subject.source, SlotSource::Empty) << text;
    EXPECT_FALSE(document.facts.front().period) << text;
  }
}

TEST(Attribution, ReadsTheModality) {
  const struct {
    const char* text;
    Modality modality;
  } rows[] = {
      {"华为的良率为50%。", Modality::Actual},
      {"预计华为的良率将达到50%。", Modality::Forecast},
      {"預計華為的良率將達到50%。", Modality::Forecast},
      {"华为计划把良率提高到50%。", Modality::Plan},
      {"如果华为的良率达到50%，就能盈利。", Modality::Hypothetical},
      {"华为的良率不是50%。", Modality::Negated},
      {"Huawei's yield was 50%.", Modality::Actual},
      {"Huawei's yield is expected to reach 50%.", Modality::Forecast},
      {"Huawei's yield is not 50%.", Modality::Negated},
      {"华为不仅良率达到50%。", Modality::Actual},
  };
  for (const auto& row : rows) {
    const ReadDocument document = read_sample(row.text);
    ASSERT_EQ(document.facts.size(), 1U) << row.text;
    EXPECT_EQ(to_string(document.facts.front().modality), to_string(row.modality)) << row.text;
  }
}

TEST(Attribution, ReadsScopeAndPeriod) {
  const Fact fact = read_sample("2024年英伟达在中国市场的份额为50%。").facts.at(0);
  EXPECT_EQ(fact.scope, std::vector<std::string>{"China"});
  EXPECT_EQ(fact.period, year_period(2024));
  EXPECT_TRUE(fact.period_stated);
  const Fact bare = read_sample("英伟达的市场份额为50%。").facts.at(0);
  EXPECT_TRUE(bare.scope.empty());
  EXPECT_FALSE(bare.period_stated);
}

TEST(Attribution, TakesTheSubjectOfTheHeadingAndSaysSo) {
  const Fact fact = read_sample("# 华为\n\n良率为50%。\n").facts.at(0);
  EXPECT_EQ(fact.subject.value, "Huawei");
  EXPECT_EQ(fact.subject.source, SlotSource::Heading);
  const Fact own = read_sample("# 华为\n\n台积电的良率为90%。\n").facts.at(0);
  EXPECT_EQ(own.subject.value, "TSMC");
  EXPECT_NE(own.subject.source, SlotSource::Heading);
}

}  // namespace
}  // namespace assay
