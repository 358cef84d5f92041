// SPDX-License-Identifier: MIT
/// Years that the text leaves out, and periods of which nothing can be told yet.
#include "facts/missing_years.h"

#include <string>

#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

struct Row {
  const char* text;
  const char* expected;
};

/// The periods of all facts of a text of that date; of one without a date when it is empty.
std::string periods_of(const std::string& text, const std::string& date) {
  const std::string dated = date.empty() ? text : "---\ndate: " + date + "\n---\n\n" + text;
  std::string all;
  for (const Fact& fact : read_sample(dated).facts) {
    if (!all.empty()) all += "; ";
    all += fact.period ? to_string(fact.period->from) + ".." + to_string(fact.period->to) : "-";
  }
  return all;
}

TEST(MissingYears, AreThoseOfTheLastMonthOrQuarterBeforeTheDocument) {
  const Row rows[] = {
      {"华为12月销量为50万台。", "2025-12-01..2025-12-31"},
      {"2026年1月华为销量为60万台。12月销量为50万台。",
       "2026-01-01..2026-01-31; 2025-12-01..2025-12-31"},
      {"华为2月销量为50万台。", "2025-02-01..2025-02-28"},
      {"华为二季度营收为50亿元。", "2025-04-01..2025-06-30"},
      {"Huawei's revenue was $5 billion in March.", "2025-03-01..2025-03-31"},
      {"华为2月销量为50万台，去年同期为40万台。", "2025-02-01..2025-02-28; 2024-02-01..2024-02-29"},
      // What is still to come lies ahead, what runs is not over; and a year that is named stays.
      {"华为预计2月销量为50万台。", "2026-02-01..2026-02-28"},
      {"Huawei expects revenue of $5 billion in March.", "2026-03-01..2026-03-31"},
      {"华为计划二季度营收达到50亿元。", "2026-04-01..2026-06-30"},
      {"华为一季度营收为50亿元。", "2026-01-01..2026-03-31"},
      {"华为1月销量为50万台。", "2026-01-01..2026-01-31"},
      {"华为2026年2月销量为50万台。", "2026-02-01..2026-02-28"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(periods_of(row.text, "2026-01-20"), row.expected) << row.text;
}

TEST(MissingYears, AreNotThoseOfAForecast) {
  const Row undated[] = {
      {"美光说到2028年市场要到一千亿美元。二季度美光的份额为20%。", "2028-01-01..2028-12-31; -"},
      {"预计2027年市场规模为100亿美元。二季度美光的份额为20%。", "2027-01-01..2027-12-31; -"},
      {"By 2030 the market will reach $100 billion. Micron's share was 20% in the second quarter.",
       "2030-01-01..2030-12-31; -"},
      {"2024年美光营收为251亿美元。到2028年市场要到一千亿美元。二季度美光的份额为20%。",
       "2024-01-01..2024-12-31; 2028-01-01..2028-12-31; 2024-04-01..2024-06-30"},
      // The sentence goes on about the year, or the year was told of.
      {"预计2027年营收为100亿美元，其中二季度为20亿美元。",
       "2027-01-01..2027-12-31; 2027-04-01..2027-06-30"},
      {"预计2027年营收为100亿美元。预计二季度营收为20亿美元。",
       "2027-01-01..2027-12-31; 2027-04-01..2027-06-30"},
      {"2024年美光营收为251亿美元。二季度美光的份额为20%。",
       "2024-01-01..2024-12-31; 2024-04-01..2024-06-30"},
      {"到2024年，美光的员工为5万人。二季度美光的份额为20%。",
       "2024-01-01..2024-12-31; 2024-04-01..2024-06-30"},
  };
  for (const Row& row : undated) EXPECT_EQ(periods_of(row.text, ""), row.expected) << row.text;
  EXPECT_EQ(periods_of("到2028年市场要到一千亿美元。二季度美光的份额为20%。", "2025-11-20"),
            "2028-01-01..2028-12-31; 2025-04-01..2025-06-30");
}

TEST(MissingYears, HandOnNoPeriodThatLiesAhead) {
  const Row rows[] = {
      {"到2028年市场规模要到一千亿美元。美光的份额为20%。", "2028-01-01..2028-12-31; -"},
      {"预计2027年市场规模为100亿美元。美光的份额为20%。", "2027-01-01..2027-12-31; -"},
      // What is expected as well, what stands in the same sentence, and what the year has begun.
      {"预计2027年市场规模为100亿美元。预计美光的份额为20%。",
       "2027-01-01..2027-12-31; 2027-01-01..2027-12-31"},
      {"预计2027年市场规模为100亿美元，美光的份额为20%。",
       "2027-01-01..2027-12-31; 2027-01-01..2027-12-31"},
      {"预计2025年市场规模为100亿美元。美光的份额为20%。",
       "2025-01-01..2025-12-31; 2025-01-01..2025-12-31"},
      {"2024年市场规模为100亿美元。美光的份额为20%。",
       "2024-01-01..2024-12-31; 2024-01-01..2024-12-31"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(periods_of(row.text, "2025-11-20"), row.expected) << row.text;
}

TEST(MissingYears, AreWrittenInChineseDigits) {
  const Row rows[] = {
      {"二零二五前三个季度华为的营收是六百亿元", "2025-01-01..2025-09-30"},
      {"二零二五华为的营收是六百亿元", "2025-01-01..2025-12-31"},
      {"二零二四年华为的营收是六百亿元", "2024-01-01..2024-12-31"},
  };
  for (const Row& row : rows) EXPECT_EQ(periods_of(row.text, ""), row.expected) << row.text;
  const ReadDocument read = read_sample("二零二五营收是六百亿元，毛利率是百分之三十。");
  ASSERT_EQ(read.facts.size(), 2u);
  for (const Fact& fact : read.facts) EXPECT_EQ(fact.subject.value, "") << fact.text;
}

TEST(MissingYears, AreThoseOfAWholeYearThatIsNotNamed) {
  const Row rows[] = {
      {"美光2024年营收174亿元，上半年83亿元。全年净利润86亿元。",
       "2024-01-01..2024-12-31; 2024-01-01..2024-06-30; 2024-01-01..2024-12-31"},
      {"美光2025年一季度营收50亿元，预计全年营收200亿元。",
       "2025-01-01..2025-03-31; 2025-01-01..2025-12-31"},
      {"Micron had revenue of $8 billion in Q1 2025. Full-year revenue will be $35 billion.",
       "2025-01-01..2025-03-31; 2025-01-01..2025-12-31"},
      {"截至2024年3月31日止年度，美光净利润18亿元，全年股息2亿元。",
       "2023-04-01..2024-03-31; 2023-04-01..2024-03-31"},
      // Of the year of a report nobody speaks.
      {"2025年3月12日，美光公布：全年营收3620亿元。", "-"},
      {"全年营收3620亿元。", "-"},
  };
  for (const Row& row : rows) EXPECT_EQ(periods_of(row.text, ""), row.expected) << row.text;
}

TEST(MissingYears, AreTheOnesBeforeAYearThatWasNamed) {
  const Row rows[] = {
      {"截至2024年3月31日止年度，美光净利润18亿元，上一年度为13.5亿元。",
       "2023-04-01..2024-03-31; 2022-04-01..2023-03-31"},
      {"Micron sold 41,300 cars in 2024, against 33,000 the year before.",
       "2024-01-01..2024-12-31; 2023-01-01..2023-12-31"},
      {"Micron had revenue of $8 billion in Q1 2025, up from $6 billion a year earlier.",
       "2025-01-01..2025-03-31; 2024-01-01..2024-03-31"},
      {"Micron sold 41,300 cars, against 33,000 the year before.", "-; -"},
      {"Micron sold 41,300 cars in 2019, 22,000 in the worst year and 43,000 in the latest one.",
       "2019-01-01..2019-12-31; -; -"},
      {"Micron sold 41,300 cars in 2019 and 43,000 in the past twelve months.",
       "2019-01-01..2019-12-31; -; -"},  // the last is the length
      {"In 2019 Micron sold 41,300 cars, up 3% in the year.",
       "2019-01-01..2019-12-31; 2019-01-01..2019-12-31"},
  };
  for (const Row& row : rows) EXPECT_EQ(periods_of(row.text, ""), row.expected) << row.text;
}

TEST(MissingYears, CountBackFromTheLevelThatIsCompared) {
  const Row rows[] = {
      {"Nvidia's revenue was $57.0 billion in Q3 2025, up from $46.7 billion a quarter earlier.",
       "2025-07-01..2025-09-30; 2025-04-01..2025-06-30"},
      {"Nvidia's revenue was $57.0 billion in Q3 2025, up from $46.7 billion in the previous "
       "quarter.",
       "2025-07-01..2025-09-30; 2025-04-01..2025-06-30"},
      {"Nvidia's revenue was $57.0 billion in Q1 2025, up from $46.7 billion in the prior quarter.",
       "2025-01-01..2025-03-31; 2024-10-01..2024-12-31"},
      // Of a year there is no quarter before, and without a time there is nothing to count from.
      {"Nvidia's revenue was $57.0 billion in 2025, up from $46.7 billion a quarter earlier.",
       "2025-01-01..2025-12-31; -"},
      {"Nvidia's revenue was $57.0 billion, up from $46.7 billion a quarter earlier.", "-; -"},
  };
  for (const Row& row : rows) EXPECT_EQ(periods_of(row.text, ""), row.expected) << row.text;
  EXPECT_EQ(periods_of("2025年一季度英伟达营收440亿美元，高于上一季度的393亿美元。", "2025-11-20"),
            "2025-01-01..2025-03-31; 2024-10-01..2024-12-31");
  EXPECT_EQ(periods_of("上一季度英伟达营收570亿美元。", "2025-11-20"), "2025-07-01..2025-09-30");
  const auto start_of = [](const std::string& text) {
    for (const Fact& fact : read_sample(text).facts)
      if (fact.role == Role::Before && fact.quantity.unit.dimension == Dimension::Money)
        return fact.period ? to_string(fact.period->from) + ".." + to_string(fact.period->to)
                           : std::string("-");
    return std::string("none");
  };
  EXPECT_EQ(start_of("Nvidia's revenue was $57.0 billion in Q3 2025, up from $46.7 billion three "
                     "months before."),
            "2025-04-01..2025-06-30");
  EXPECT_EQ(start_of("2025年三季度英伟达营收从三个月前的467亿美元升至570亿美元。"),
            "2025-04-01..2025-06-30");
  EXPECT_EQ(start_of("2025年三季度英伟达营收从一年前的351亿美元升至570亿美元。"),
            "2024-07-01..2024-09-30");
  EXPECT_EQ(start_of("2025年英伟达营收从三个月前的467亿美元升至570亿美元。"), "-");
  EXPECT_EQ(start_of("2025年三季度英伟达营收从467亿美元升至570亿美元。"), "-");
}

}  // namespace
}  // namespace assay
