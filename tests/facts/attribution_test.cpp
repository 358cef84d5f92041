// SPDX-License-Identifier: MIT
/// What a number is of: one line of text, and the slots that are read from it.
#include "facts/attribution.h"

#include <string>

#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

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

/// The scope of the first fact, joined by ", ", and what narrows its metric behind a "/".
std::string limits_of(const std::string& text) {
  const Fact fact = read_sample(text).facts.at(0);
  std::string all;
  for (const std::string& item : fact.scope) all += (all.empty() ? "" : ", ") + item;
  return all + "/" + fact.qualifier;
}

TEST(Attribution, TakesADirectionForAPartOfTheCountryBeforeIt) {
  const Row rows[] = {
      {"华为在尼日利亚东北地区的销量为3万台。", "Nigeria/"},
      {"华为在美国西北地区的销量为3万台。", "United States/"},
      {"华为在东北地区的销量为3万台。", "Northeast China/"},
      {"华为在中国西北地区的销量为3万台。", "China, Northwest China/"},
  };
  for (const Row& row : rows) EXPECT_EQ(limits_of(row.text), row.expected) << row.text;
}

TEST(Attribution, TellsChangesFromLevels) {
  const Row rows[] = {
      {"与后者相比，前者的失败率高出20%。", " | 失败率 |  | difference"},
      {"营收862亿元(−15.4%)。", " | revenue |  | level;  | revenue |  | increase"},
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

TEST(Attribution, TakesTheTopicOfAClauseForItsSubject) {
  const Row rows[] = {
      {"磷酸铁锂电池的价格为300元。", "LFP battery | price |  | level"},
      {"深圳的房价为7万元。", "Shenzhen | house price |  | level"},
      {"药物组的入住率为80%。", "药物组 | occupancy rate |  | level"},
      // Whoever reported before owns what is spoken of, and a place only says where.
      {"英伟达公布了财报。数据中心收入为300亿美元。", "NVIDIA | revenue |  | level"},
      {"在HBM市场，份额为62%。", " | market share |  | level"},
      {"全球的份额为62%。", " | market share |  | level"},
  };
  for (const Row& row : rows) EXPECT_EQ(slots_of(row.text), row.expected) << row.text;
}

TEST(Attribution, LetsAnAnnouncingCompanySpeakOfItself) {
  EXPECT_EQ(slots_of("摩尔线程昨晚公告，营收为8亿元。"), "Moore Threads | revenue |  | level");
  EXPECT_EQ(slots_of("据IDC数据，华为的市场份额为18%。"), "Huawei | market share |  | level");
  EXPECT_EQ(slots_of("高盛表示，营收为8亿元。"), " | revenue |  | level");
}

TEST(Attribution, FindsNoNameInWhatBelongsToANumber) {
  const Row rows[] = {
      {"每天运动2小时及以上的报告率为33%。", " | duration |  | level;  | 报告率 |  | level"},
      {"女性《王者荣耀》玩家的市场份额为60%。", "Honor of Kings | market share |  | level"},
      {"荣耀的市场份额为60%。", "Honor | market share |  | level"},
  };
  for (const Row& row : rows) EXPECT_EQ(slots_of(row.text), row.expected) << row.text;
}

TEST(Attribution, PresumesTheSubjectWhereAnUnknownNameMayStand) {
  const struct {
    const char* text;
    SlotSource source;
  } rows[] = {
      {"英伟达的股价上涨6%。另一只股票上涨4%。", SlotSource::Presumed},
      {"英伟达的股价上涨6%。SoFi上涨4%。", SlotSource::Clause},
      {"英伟达的股价上涨6%。天虹股份上涨4%。", SlotSource::Clause},
      {"英伟达的股价上涨6%。成交额上涨4%。", SlotSource::Earlier},
      {"英伟达的股价上涨6%，成交额上涨4%。", SlotSource::Carried},
  };
  for (const auto& row : rows) {
    const ReadDocument document = read_sample(row.text);
    ASSERT_EQ(document.facts.size(), 2U) << row.text;
    EXPECT_EQ(to_string(document.facts[1].subject.source), to_string(row.source)) << row.text;
  }
}

TEST(Attribution, GivesEachOfAnEnumerationItsNumberThoughNotAllAreKnown) {
  EXPECT_EQ(slots_of("三星、晴川光能、铠侠的毛利率分别为33%、21%和13%。"),
            "Samsung | gross margin |  | level; 晴川光能 | gross margin |  | level; "
            "Kioxia | gross margin |  | level");
  EXPECT_EQ(slots_of("Huawei and Xiaomi held market shares of 18% and 17%, respectively."),
            "Huawei | market share |  | level; Xiaomi | market share |  | level");
}

TEST(Attribution, GivesListsTheirNumbersInTurn) {
  EXPECT_EQ(slots_of("甲厂和乙厂的收入分别为13亿元和2亿元。"),
            "甲厂 | revenue |  | level; 乙厂 | revenue |  | level");
  EXPECT_EQ(slots_of("华为、小米的收入依次为13亿元、2亿元，净利润依次为3亿元、1亿元。"),
            "Huawei | revenue |  | level; Xiaomi | revenue |  | level; "
            "Huawei | net profit |  | level; Xiaomi | net profit |  | level");
  EXPECT_EQ(slots_of("华为营收和净利润分别为10亿元和2亿元。"),
            "Huawei | revenue |  | level; Huawei | net profit |  | level");
  EXPECT_EQ(slots_of("A、B 分别为 10亿元、20亿元。"), "A |  |  | level; B |  |  | level");
  // Neither as many names nor as many metrics as numbers.
  EXPECT_EQ(slots_of("华为的收入分别为13亿元和2亿元。"),
            "Huawei | revenue |  | level;  | revenue |  | level");
}

TEST(Attribution, GivesAListOfNamesItsNumbersWithoutBeingTold) {
  const Row rows[] = {
      {"北京、上海和深圳的月租为98元、105元和91元。",
       "Beijing | rent |  | level; Shanghai | rent |  | level; Shenzhen | rent |  | level"},
      {"Intel, AMD and NVIDIA had a market share of 62%, 20% and 13%, respectively.",
       "Intel | market share |  | level; AMD | market share |  | level; NVIDIA | market share |  | "
       "level"},
      {"华为、苹果和小米位列前三，市场份额分别为25%、24%和14%。",
       "Huawei | market share |  | level; Apple | market share |  | level; Xiaomi | market share | "
       " "
       "| level"},
      // Two of each may be all of both; a comma may end a clause.
      {"华为和小米的市场份额为25%。", "华为和小米 | market share |  | level"},
      {"In Seoul, Samsung had a market share of 20%.", "Samsung | market share |  | level"},
  };
  for (const Row& row : rows) EXPECT_EQ(slots_of(row.text), row.expected) << row.text;
}

TEST(Attribution, LimitsNoneOfAListByTheOthers) {
  for (const Fact& fact : read_sample("北京、上海和深圳的月租为98元、105元和91元。").facts)
    EXPECT_TRUE(fact.scope.empty()) << fact.subject.value << ": " << fact.scope.front();
}

/// "2022-2022; 2023-2024; -; ": the years of each number of a text.
std::string years_of(const std::string& text) {
  std::string years;
  for (const Fact& fact : read_sample(text).facts)
    years += (fact.period ? std::to_string(year_of(fact.period->from)) + "-" +
                                std::to_string(year_of(fact.period->to))
                          : "-") +
             "; ";
  return years;
}

std::string subjects_of(const std::string& text) {
  std::string subjects;
  for (const Fact& fact : read_sample(text).facts) subjects += fact.subject.value + "; ";
  return subjects;
}

TEST(Attribution, TakesTheNextNameThatNobodyKnows) {
  EXPECT_EQ(subjects_of("甲厂投资30亿元，乙厂投资45亿元。"), "甲厂; 乙厂; ");
  EXPECT_EQ(subjects_of("华为投资30亿元，全年研发投入45亿元。"), "Huawei; Huawei; ");
}

TEST(Attribution, GivesListsOfPeriodsTheirNumbersInTurn) {
  EXPECT_EQ(years_of("华为2022-2024年营收分别为6423、7042和8621亿元。"),
            "2022-2022; 2023-2023; 2024-2024; ");
  EXPECT_EQ(years_of("华为2023年和2024年营收分别为7042亿元和8621亿元。"), "2023-2023; 2024-2024; ");
  EXPECT_EQ(subjects_of("华为2023年和2024年营收分别为7042亿元和8621亿元。"), "Huawei; Huawei; ");
  EXPECT_EQ(years_of("华为2022-2024年累计营收22086亿元。"), "2022-2024; ");
  EXPECT_EQ(years_of("华为2022-2024年营收为6423亿元，利润为356亿元。"), "2022-2024; 2022-2024; ");
}

TEST(Attribution, KeepsAYearThatIsListedBesideItsQuarter) {
  const ReadDocument read = read_sample("小米2024年和2024年一季度营收分别为100亿元和20亿元。");
  ASSERT_EQ(read.facts.size(), 2U);
  EXPECT_EQ(read.facts[0].period, year_period(2024));
  EXPECT_EQ(read.facts[1].period, quarter_period(2024, 1));
}

TEST(Attribution, ReadsTheTimeInBracketsBehindANumber) {
  EXPECT_EQ(years_of("营收130亿元（2024年），净利润20亿元（2023年）。"), "2024-2024; 2023-2023; ");
  EXPECT_EQ(years_of("Revenue was $130.5B (FY2025), up from $60.9B (FY2024)."),
            "2025-2025; 2024-2024; ");
  EXPECT_EQ(years_of("A CAGR of 7.6% (2024-2030)."), "2024-2030; ");
  EXPECT_EQ(years_of("营收130亿元（2024年为120亿元）。"), "-; 2024-2024; ");
  EXPECT_EQ(years_of("市占率12%（IDC，2024年）。"), "-; ");
  EXPECT_EQ(years_of("市占率12%（IDC 2024年）。"), "-; ");
  EXPECT_EQ(years_of("营收130亿元，净利润（2023年）20亿元。"), "-; 2023-2023; ");
}

TEST(Attribution, ReadsStretchesOfYearsInWords) {
  EXPECT_EQ(years_of("Revenue grew 30% from 2020 to 2023."), "2020-2023; ");
  EXPECT_EQ(years_of("Revenue grew 30% between 2020 and 2023."), "2020-2023; ");
  EXPECT_EQ(years_of("Revenue grew 30% from 2020."), "-; ");
  EXPECT_EQ(years_of("Sales were 25 units between Micron in 2020 and SK hynix in 2023."),
            "2020-2020; ");
}

TEST(Attribution, KeepsNamesApartThatANumberDoesNotBelongTo) {
  const struct {
    const char* text;
    const char* subject;
  } rows[] = {
      {"三星、美光合计市场份额为95%。", "三星、美光"},
      {"三星的市场份额为95%。", "Samsung"},
      {"Chips of Samsung as well as those of Micron collectively earned $9 billion.",
       "Samsung as well as those of Micron"},
      {"Samsung said that chips and modules of Micron together earned $9 billion.", "Samsung"},
      {"Chips of Samsung together with software earned $9 billion.", "Samsung"},
      {"2024年中国向印度出口的芯片合计9亿元。", "China"},
      {"英伟达的H20售价为1.2万美元。", "H20"},
      {"Nvidia's H20 costs $12,000.", "H20"},
      {"英伟达的中国收入为1.2万美元。", "NVIDIA"},
      {"Nvidia's revenue is $12,000.", "NVIDIA"},
      {"国际能源署预计印度煤炭产量为13亿吨。", "India"},
      {"H1E收入为516亿元。", ""},
      {"甲源股份：收入17亿元。", "甲源股份"},
      {"剔除华为，收入为17亿元。", ""},
  };
  for (const auto& row : rows)
    EXPECT_EQ(read_sample(row.text).facts.at(0).subject.value, row.subject) << row.text;
}

TEST(Attribution, ReadsWhatAChangeIsMeasuredFrom) {
  const struct {
    const char* text;
    Basis basis;
  } rows[] = {
      {"台积电营收同比增长30%。", Basis::YearOnYear},
      {"台积电营收环比增长6%。", Basis::PeriodOnPeriod},
      {"台积电營收季增6%。", Basis::PeriodOnPeriod},
      {"TSMC's revenue rose 30% year over year.", Basis::YearOnYear},
      {"TSMC's revenue rose 6% quarter-over-quarter.", Basis::PeriodOnPeriod},
      {"TSMC's revenue rose at a CAGR of 15%.", Basis::Annualised},
      {"台积电营收增长30%。", Basis::Unsaid},
      {"同比来看，台积电的毛利率为59%。", Basis::Unsaid},
  };
  for (const auto& row : rows) {
    const ReadDocument document = read_sample(row.text);
    ASSERT_FALSE(document.facts.empty()) << row.text;
    EXPECT_EQ(to_string(document.facts.back().basis), to_string(row.basis)) << row.text;
  }
  const Fact noun = read_sample(
                        "TSMC reported a quarter-over-quarter increase of 6% and a year-over-year "
                        "increase of 30% in revenue.")
                        .facts.at(0);
  EXPECT_EQ(to_string(noun.basis), to_string(Basis::PeriodOnPeriod));
  const ReadDocument two =
      read_sample("TSMC's revenue rose 30% year over year and 6% quarter over quarter.");
  ASSERT_EQ(two.facts.size(), 2U);
  EXPECT_EQ(to_string(two.facts[0].basis), to_string(Basis::YearOnYear));
  EXPECT_EQ(to_string(two.facts[1].basis), to_string(Basis::PeriodOnPeriod));
}

TEST(Attribution, TellsALevelThatIsComparedWithFromAChange) {
  const struct {
    const char* text;
    const char* role;
  } rows[] = {
      {"市场规模较2025年的178亿美元增长30%。", "before"},
      {"市场规模较上年的178亿美元下降3成。", "before"},
      {"产能比2024年的3万片增加2万片。", "before"},
      {"产能比2024年增加2万片。", "increase"},
      {"利润同比增长20亿元，增幅为5%。", "increase"},
      {"毛利率较30%的行业均值上升。", "level"},
      {"较2025年，178亿美元的市场规模不算大。", "level"},
  };
  for (const auto& row : rows)
    EXPECT_EQ(to_string(read_sample(row.text).facts.at(0).role), row.role) << row.text;
  EXPECT_EQ(read_sample("市场规模较2025年的178亿美元增长30%。").facts.at(0).period,
            year_period(2025));
}

TEST(Attribution, TakesNoPeriodFromAComparison) {
  for (const char* text :
       {"华为出货量较2024年下降5%。", "Huawei's shipments rose 5% from the same period in 2024."}) {
    const ReadDocument document = read_sample(text);
    ASSERT_FALSE(document.facts.empty()) << text;
    EXPECT_FALSE(document.facts.back().period) << text;
  }
  EXPECT_EQ(read_sample("华为2024年出货量下降5%。").facts.at(0).period, year_period(2024));
}

TEST(Attribution, ReadsChangesThatNounsAndBracketsSay) {
  const Row rows[] = {
      {"中国GDP的增速维持在5%。", "China | GDP |  | increase"},
      {"茅台净利润862亿元（+15%）。",
       "Moutai | net profit |  | level; Moutai | net profit |  | increase"},
      {"TSMC's revenue exceeded expectations by $2 billion.", "TSMC | revenue |  | difference"},
      {"茅台净利润862亿元（15%）。", "Moutai | net profit |  | level; Moutai |  |  | level"},
      {"茅台净利润同比 - 15%，环比+3%。",
       "Moutai | net profit |  | increase; Moutai | net profit |  | increase"},
      {"茅台的净利率为-15%。", "Moutai | net margin |  | level"},
      // Of an amount a share with a sign is a rise; a ratio may have one.
      {"茅台营收+28%。", "Moutai | revenue |  | increase"},
      {"茅台净利率+15%。", "Moutai | net margin |  | level"},
  };
  for (const Row& row : rows) EXPECT_EQ(slots_of(row.text), row.expected) << row.text;
}

TEST(Attribution, KnowsTheValueThatAnotherIsComparedWith) {
  const Row rows[] = {
      {"茅台净利润为862亿元，高于上一季度的600亿元。",
       "Moutai | net profit |  | level; Moutai | net profit |  | before"},
      {"茅台净利润为862亿元，比去年同期的747亿元多。",
       "Moutai | net profit |  | level; Moutai | net profit |  | before"},
      {"Ford's profit was $104m, compared with a profit of $793m a year ago.",
       "Ford | profit |  | level; Ford | profit |  | before"},
      {"Ford's profit was $104m, and its revenue was $793m.",
       "Ford | profit |  | level; Ford | revenue |  | level"},
  };
  for (const Row& row : rows) EXPECT_EQ(slots_of(row.text), row.expected) << row.text;
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
