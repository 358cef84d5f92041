// SPDX-License-Identifier: MIT
/// What a text hands on: years, names, sections; and words that change what a number is of.
#include <string>

#include "facts/attribution.h"
#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

struct Row {
  const char* text;
  const char* expected;
};

std::string joined(const std::string& text, std::string (*part)(const Fact&)) {
  std::string all;
  for (const Fact& fact : read_sample(text).facts) all += (all.empty() ? "" : "; ") + part(fact);
  return all;
}

std::string subjects(const std::string& text) {
  return joined(text, [](const Fact& fact) { return fact.subject.value; });
}

std::string periods(const std::string& text) {
  return joined(text, [](const Fact& fact) {
    return fact.period ? to_string(fact.period->from) + ".." + to_string(fact.period->to) : "-";
  });
}

std::string metrics_and_roles(const std::string& text) {
  return joined(text, [](const Fact& fact) {
    return fact.metric.value + " " + std::string(to_string(fact.role));
  });
}

std::string scopes(const std::string& text) {
  return joined(text, [](const Fact& fact) {
    std::string all;
    for (const std::string& item : fact.scope) all += (all.empty() ? "" : ", ") + item;
    return all.empty() ? std::string("-") : all;
  });
}

std::string units(const std::string& text) {
  return joined(text, [](const Fact& fact) { return fact.quantity.unit.canonical; });
}

TEST(CarriedReading, SuppliesTheYearThatTheTextToldOfLast) {
  const Row rows[] = {
      {"2025年华为收入为880亿元。\n\n上半年华为的毛利率为48%。",
       "2025-01-01..2025-12-31; 2025-01-01..2025-06-30"},
      // What is planned for a year is not told of it, and nobody has told of any.
      {"华为计划2030年收入达到2000亿元。\n\n上半年华为的毛利率为48%。",
       "2030-01-01..2030-12-31; -"},
      {"上半年华为的毛利率为48%。", "-"},
      {"2025年华为收入为880亿元。\n\n去年华为的毛利率为48%。", "2025-01-01..2025-12-31; -"},
  };
  for (const Row& row : rows) EXPECT_EQ(periods(row.text), row.expected) << row.text;
}

TEST(CarriedReading, GivesEachNumberTheTimeBehindIt) {
  EXPECT_EQ(periods("The jobless rate was 6.9% in July 2025 and 7.1% in August 2025."),
            "2025-07-01..2025-07-31; 2025-08-01..2025-08-31");
  EXPECT_EQ(periods("SEOUL, Nov 21, 2025 - Revenue was $57 billion in the third quarter of 2025."),
            "2025-07-01..2025-09-30");
  EXPECT_EQ(periods("Huawei's revenue rose 3% in the 12 months to June 2025."),
            "2024-07-01..2025-06-30; 2024-07-01..2025-06-30");
  EXPECT_EQ(periods("In the three months to June 2025 Huawei's revenue was $5 billion."),
            "2025-04-01..2025-06-30; 2025-04-01..2025-06-30");
  EXPECT_EQ(periods("Huawei's revenue rose 3% on 500 phones sold in June 2025."), "-; -");
  EXPECT_EQ(periods("2025年7到9月营收24亿元。"), "2025-07-01..2025-09-30");
  EXPECT_EQ(periods("2025年，7月营收24亿元，9月营收30亿元。"),
            "2025-07-01..2025-07-31; 2025-09-01..2025-09-30");
}

TEST(CarriedReading, HandsOnNoTimeAtWhichSomethingWasCounted) {
  const Row rows[] = {
      {"2024年华为营收8621亿元，年末员工20万人，其中研发11万人。资本开支为600亿元。",
       "2024-01-01..2024-12-31; 2024-10-01..2024-12-31; 2024-10-01..2024-12-31; "
       "2024-01-01..2024-12-31"},
      {"2024年华为营收8621亿元，6月末员工20万人。资本开支为600亿元。",
       "2024-01-01..2024-12-31; 2024-06-01..2024-06-30; 2024-01-01..2024-12-31"},
      // A quarter is none, and without an earlier time the end of the year is all that is known.
      {"2024年华为营收8621亿元，四季度营收2763亿元。资本开支为200亿元。",
       "2024-01-01..2024-12-31; 2024-10-01..2024-12-31; 2024-10-01..2024-12-31"},
      {"截至2024年末，华为员工20万人。研发人员11万人。",
       "2024-10-01..2024-12-31; 2024-10-01..2024-12-31"},
      // 当年 is the year that was spoken of last.
      {"2023年华为营收7042亿元，当年研发费用1647亿元。",
       "2023-01-01..2023-12-31; 2023-01-01..2023-12-31"},
      {"2023年末华为员工20万人，当年研发费用1647亿元。",
       "2023-10-01..2023-12-31; 2023-01-01..2023-12-31"},
      {"华为上市当年营收30亿元。", "-"},
  };
  for (const Row& row : rows) EXPECT_EQ(periods(row.text), row.expected) << row.text;
}

TEST(CarriedReading, TellsAChangeFromTheValueThatItIsMeasuredFrom) {
  const Row rows[] = {
      {"毛利率26.4%，较一季度的23.2%提升3.2个百分点。",
       "gross margin level; gross margin before; gross margin increase"},
      {"毛利率为84.6%，较第一季的79.8%回升。", "gross margin level; gross margin before"},
      {"毛利率较一季度提升3.2%。", "gross margin increase"},
      {"营收做到了298亿元同比涨了26%", "revenue level; revenue increase"},
      {"收入做到了两百九十八亿同比涨了百分之二十六啊利润率这块呢百分之八点八",
       "revenue level; revenue increase; profit margin level"},
      {"营收同比暴涨约445%、份额从8%升到13%。",
       "revenue increase; market share before; market share level"},
      {"Profit was 5% lower than a year earlier.", "profit decrease"},
      {"Prices are 20% higher than in 2023.", "price increase"},
      {"It uses 30% less power than the A100.", "power difference"},
      {"销量比2023年低了约一成。", "sales volume decrease"},
      {"销量比华为低了约一成。", "sales volume difference"},
  };
  for (const Row& row : rows) EXPECT_EQ(metrics_and_roles(row.text), row.expected) << row.text;
  EXPECT_EQ(periods("Prices are 20% higher than in 2023."), "-");
}

TEST(CarriedReading, KnowsAPlanThatIsNamedBehindItsNumber) {
  const auto modality = [](const std::string& text) {
    return joined(text, [](const Fact& fact) { return std::string(to_string(fact.modality)); });
  };
  EXPECT_EQ(modality("启岳汽车立下全年交付10万辆的目标。"), "plan");
  EXPECT_EQ(modality("市场有营收增长5%的预期。"), "forecast");
  EXPECT_EQ(modality("交付10万辆的目标没有完成。"), "plan");
  EXPECT_EQ(modality("交付10万辆的目标已提前完成。"), "actual");
  EXPECT_EQ(modality("交付10万辆的公司只有一家。"), "actual; actual");
}

TEST(CarriedReading, AsksNothingBehindAClauseThatOnlyMentionsAQuestion) {
  const auto modality = [](const std::string& text) {
    return joined(text, [](const Fact& fact) { return std::string(to_string(fact.modality)); });
  };
  EXPECT_EQ(modality("华为能否盈利仍是未知数，2024年亏损了5亿元。"), "actual");
  EXPECT_EQ(modality("Asked whether demand is slowing, Huawei said revenue was $5 billion."),
            "actual");
  EXPECT_EQ(modality("华为能否扭亏，2024年盈利5亿元？"), "hypothetical");
}

TEST(CarriedReading, KnowsTheFormerAndTheLatter) {
  const Row rows[] = {
      {"小米和华为都在涨价。前者收入468亿元，后者收入104亿元。", "Xiaomi; Huawei"},
      {"Xiaomi and Huawei both grew. Revenue of the former was $46 billion.", "Xiaomi"},
      {"Xiaomi and Huawei both grew. Revenue of the latter was $46 billion.", "Huawei"},
      // Nobody was named before.
      {"市场都在涨价。前者收入468亿元，后者收入104亿元。", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(subjects(row.text), row.expected) << row.text;
}

TEST(CarriedReading, TellsASubsidiaryFromItsParent) {
  EXPECT_EQ(subjects("比亚迪电子上半年收入806亿元。比亚迪上半年收入3712亿元。"), "比亚迪电子; BYD");
  EXPECT_EQ(subjects("比亚迪上半年收入3712亿元。"), "BYD");
  EXPECT_EQ(subjects("比亚迪汽车交付40万辆。"), "BYD");
}

TEST(CarriedReading, EndsASectionWithItsHeading) {
  const std::string text =
      "## 英伟达\n\n- 英伟达收入为570亿美元\n\n## 美光\n\n- 收入为373亿美元\n- 毛利率为44%\n";
  EXPECT_EQ(subjects(text), "NVIDIA; Micron; Micron");
  EXPECT_EQ(subjects("## 英伟达\n\n- 英伟达收入为570亿美元\n- 毛利率为73%\n"), "NVIDIA; NVIDIA");
}

TEST(CarriedReading, TakesAQuestionForAHeading) {
  EXPECT_EQ(subjects("问：OpenAI赚钱了吗？\n\n答：上半年收入超过43亿美元。"), "OpenAI");
  EXPECT_EQ(subjects("问：谁赚钱了？\n\n答：上半年收入超过43亿美元。"), "");
}

TEST(CarriedReading, ReadsLossesFallsAndMultiples) {
  const Row rows[] = {
      {"LONGi lost 8.6 billion yuan in 2024.", "loss level"},
      {"Intel lost $3 billion in market value.", "market capitalisation decrease"},
      {"寒武纪上半年的营收是上年同期的四十多倍。", "revenue multiple"},
      {"华为2025年的营收比2023年多30%。", "revenue increase"},
      {"新款电机的体积比上一代小三成。", "volume difference"},
      {"华为的体积小三成。", " level"},
  };
  for (const Row& row : rows) EXPECT_EQ(metrics_and_roles(row.text), row.expected) << row.text;
}

TEST(CarriedReading, LimitsAShareByAGroupOfAges) {
  const auto scope = [](const std::string& text) {
    return joined(text, [](const Fact& fact) {
      return fact.scope.empty() ? std::string("-") : fact.scope.front();
    });
  };
  EXPECT_EQ(scope("60岁及以上人口占22.0%。"), "-; 60岁及以上");
  EXPECT_EQ(scope("创始人60岁，持股22.0%。"), "-; -");
}

TEST(CarriedReading, GivesNoNumberToWhatIsOnlyUsed) {
  const Row rows[] = {
      {"华为昇腾910C的算力为800TFLOPS，采用台积电7nm工艺，功耗310W。",
       "Ascend 910C; Ascend 910C; Ascend 910C"},
      {"The H20, made by TSMC, has a TDP of 400W.", "H20"},
      // The sentence goes on about whom it began with.
      {"华为周五发布新品，会上点名了台积电，营收增长10%。", "Huawei"},
      // Whoever opens a clause is what it is about.
      {"华为周五发布新品，台积电同日公布业绩，营收增长10%。", "TSMC"},
      {"采用台积电7nm工艺。", "TSMC"},
  };
  for (const Row& row : rows) EXPECT_EQ(subjects(row.text), row.expected) << row.text;
}

TEST(CarriedReading, CountsWhatStandsBehindAClassifierOfAnything) {
  EXPECT_EQ(metrics_and_roles("华为的员工为5万人。华为的设计分三个阶段。"),
            "employees level; 阶段 level");
  EXPECT_EQ(metrics_and_roles("华为的门店为5万家。其中新店3000家。"), "stores level; stores level");
}

TEST(CarriedReading, LimitsAShareToThoseWhoHaveIt) {
  const auto scope = [](const std::string& text) {
    return joined(text, [](const Fact& fact) {
      return fact.scope.empty() ? std::string("-") : fact.scope.front();
    });
  };
  EXPECT_EQ(scope("Marvell前十大客户占收入82%。"), "前十大客户");
  EXPECT_EQ(scope("Marvell最大的客户占其收入的15%。"), "最大的客户");
  EXPECT_EQ(scope("Intel's largest customer accounted for 15% of revenue."), "largest customer");
  // A market of its own, and a number of customers that is no share.
  EXPECT_EQ(scope("Marvell数据中心业务占收入74%。苹果最大的客户占其收入的5%。"),
            "data center; 最大的客户");
  EXPECT_EQ(scope("Marvell的客户增长了20%，营收增长10%。"), "-; -");
}

TEST(CarriedReading, ReadsSignsThatCompare) {
  const auto bounds = [](const std::string& text) {
    return joined(text, [](const Fact& fact) {
      const Interval& stated = fact.quantity.stated;
      return std::string(stated.has_low() ? "[" : "(") + (stated.has_high() ? "]" : ")");
    });
  };
  EXPECT_EQ(bounds("良率 > 90%，成本<30元，占比 >= 80%。"), "[); (]; [)");
  EXPECT_EQ(bounds("份额 95% -> 50%。"), "[]; []");
  EXPECT_EQ(bounds("|内存|\n|---|\n|<15 MB|\n|>15 MB|\n|15 MB|"), "(]; [); []");
}

TEST(CarriedReading, TakesTheChangeThatAClauseBeforeAColonAnnounces) {
  const auto read = [](const std::string& text) {
    const Fact fact = read_sample(text).facts.at(0);
    return fact.metric.value + " " + std::string(to_string(fact.role));
  };
  EXPECT_EQ(read("2025年零售总额同比增速逐月放缓：6月4.8%，7月3.7%。"), "retail sales increase");
  EXPECT_EQ(read("手机出货量降幅：华为4.8%，小米3.7%。"), "shipments decrease");
  EXPECT_EQ(read("Revenue growth by quarter: Q1 4%, Q2 5%."), "revenue increase");
  // A verb says how a rate moves; another metric speaks for itself.
  EXPECT_EQ(read("毛利率先降后升：一季度22.5%，二季度20.4%。"), "gross margin level");
  EXPECT_EQ(read("营收增长的原因：毛利率为22.5%。"), "gross margin level");
  EXPECT_EQ(read("营收增长的贡献：华为35%，小米20%。"), " level");
  EXPECT_EQ(read("市场份额：三星35%，SK海力士30%。"), "market share level");
}

TEST(CarriedReading, GivesTheValueComparedWithTheTimeBehindIt) {
  const Row rows[] = {
      {"Revenue was $4 billion in 2024, down from $5 billion in 2023.",
       "2024-01-01..2024-12-31; 2023-01-01..2023-12-31"},
      {"Revenue in the third quarter of 2025 was $57 billion, up from $35 billion a year earlier.",
       "2025-07-01..2025-09-30; 2024-07-01..2024-09-30"},
      {"Revenue fell from $5 billion to $4 billion in 2024.", "-; 2024-01-01..2024-12-31"},
      {"Revenue fell from $5 billion in 2023 to $4 billion in 2024.",
       "2023-01-01..2023-12-31; 2024-01-01..2024-12-31"},
      {"营收从50亿元降至2024年的40亿元。", "-; 2024-01-01..2024-12-31"},
      {"营收从2023年的50亿元降至40亿元。", "2023-01-01..2023-12-31; -"},
  };
  for (const Row& row : rows) EXPECT_EQ(periods(row.text), row.expected) << row.text;
}

TEST(CarriedReading, GivesNothingTheYearSinceWhenSomethingHolds) {
  const std::string date = "---\ndate: 2026-01-20\n---\n";
  EXPECT_EQ(periods(date + "Nvidia, listed since 1999, had third-quarter revenue of $57 billion."),
            "2025-07-01..2025-09-30");
  EXPECT_EQ(periods(date + "In 2024, Nvidia had third-quarter revenue of $35 billion."),
            "2024-07-01..2024-09-30");
  EXPECT_EQ(scopes("Hesai, listed in Hong Kong, had revenue of $79 million."), "-");
  EXPECT_EQ(scopes("In Hong Kong, Hesai had revenue of $79 million."), "Hong Kong");
}

TEST(CarriedReading, GivesACompanyWhatItHasInAPlace) {
  const Row rows[] = {
      {"英伟达营收570亿美元，中国收入43亿美元。", "NVIDIA; NVIDIA"},
      {"阿斯麦的毛利率为51%。中国大陆占系统销售的42%。", "ASML; ASML"},
      // Nobody is spoken of, or nothing that a company alone has.
      {"中国收入43亿美元。", ""},
      {"英伟达营收570亿美元，中国GDP为18万亿美元。", "NVIDIA; China"},
      {"英伟达营收570亿美元，华为收入43亿美元。", "NVIDIA; Huawei"},
  };
  for (const Row& row : rows) EXPECT_EQ(subjects(row.text), row.expected) << row.text;
  EXPECT_EQ(scopes("英伟达营收570亿美元，中国收入43亿美元。"), "-; China");
}

TEST(CarriedReading, TakesTheCurrencyOfTheAmountBefore) {
  EXPECT_EQ(units("海力士收入24.4万亿韩元，营业利润11.4万亿。"), "KRW; KRW");
  EXPECT_EQ(units("海力士收入24.4万亿韩元。营业利润11.4万亿。"), "KRW; CNY");
  EXPECT_EQ(units("海力士收入24.4万亿，营业利润11.4万亿韩元。"), "CNY; KRW");
  EXPECT_EQ(units("海力士收入24.4万亿韩元，员工3万人。"), "KRW; 1");
  EXPECT_EQ(units("特斯拉营收977亿美元，比亚迪营收7771亿。"), "USD; CNY");
}

TEST(CarriedReading, TakesNoScopeFromWhereAReportWasWritten) {
  EXPECT_EQ(scopes("SEOUL, Nov 21, 2025 - Nvidia's revenue was $57 billion."), "-");
  EXPECT_EQ(scopes("新华社北京11月20日电，华为营收8621亿元。"), "-");
  EXPECT_EQ(scopes("In Seoul, Nvidia's market share was 57%."), "Seoul");
  EXPECT_EQ(scopes("北京11月20日发布的数据显示，华为的市场份额为30%。"), "Beijing");
}

TEST(CarriedReading, LimitsWhoIsNamedBelowItByNoTitle) {
  EXPECT_EQ(scopes("# 大模型公司怎么赚钱\n\n## OpenAI的账\n\n上半年收入43亿美元。"), "-");
  EXPECT_EQ(scopes("# 大模型公司怎么赚钱\n\nOpenAI上半年收入43亿美元。"), "-");
  EXPECT_EQ(scopes("# 年报\n\n## HBM\n\n### 美光\n\n市场份额为21%。\n\n## 其他"), "HBM");
}

TEST(CarriedReading, TakesTwoNamesThatAreJoinedForNoComparison) {
  const Row rows[] = {
      {"华为与小米前三季净利润分别为35亿元和58亿元。", "net profit level; net profit level"},
      {"华为净利润9亿元，与去年同期的8亿元相比增长。", "net profit level; net profit before"},
      {"华为净利润9亿元，将降至预期的一半。", "net profit level; net profit multiple"},
      {"华为利润率是去年的三分之一，占比一半。", "profit margin multiple; profit margin level"},
      {"华为净利润9亿元，较小米去年同期的8亿元高。", "net profit level; net profit before"},
  };
  for (const Row& row : rows) EXPECT_EQ(metrics_and_roles(row.text), row.expected) << row.text;
}

TEST(CarriedReading, TakesAPrefixForNoDenial) {
  const auto modalities = [](const std::string& text) {
    return joined(text, [](const Fact& fact) { return std::string(to_string(fact.modality)); });
  };
  EXPECT_EQ(modalities("非税收入5.47万亿元，非农就业5万人。"), "actual; actual");
  EXPECT_EQ(modalities("利润并非3亿元，员工非3万人。"), "negated; negated");
}

TEST(CarriedReading, LimitsEachNumberOfAListByItsOwnPlace) {
  const Row rows[] = {
      {"华为北美收入107.1亿元、欧洲收入43.2亿元。", "North America; Europe"},
      {"Huawei sold 107 million phones in North America and 43 million in Europe.",
       "North America; Europe"},
      // One limit of both, and two of one.
      {"华为北美收入107.1亿元、利润43.2亿元。", "North America; North America"},
      {"Sales of five models in Europe reached 43 million units.", "Europe; Europe"},
      {"华为在北美和欧洲的收入为107.1亿元。", "Europe, North America"},
  };
  for (const Row& row : rows) EXPECT_EQ(scopes(row.text), row.expected) << row.text;
}

TEST(CarriedReading, KnowsPricesAndSharesOnlyWhereTheyAreMeant) {
  const Row rows[] = {
      {"机器一台约3.5亿欧元。", "price level"},
      {"原因是294%的头条里一大笔是Anthropic持股的账面浮盈。", "share level"},
      {"谷歌持有14%的Anthropic股权。", "stake level"},
      {"ASML derived 42% of its third-quarter revenue from China.", "revenue share level"},
      {"62% of companies expect revenue to grow.", "companies share level"},
      {"小米手机出货4330万台，毛利率11%。华为2000万台。",
       "shipments level; gross margin level; shipments level"},
      {"小米手机出货4330万台，毛利率11%。小米还采购了2000台服务器。",
       "shipments level; gross margin level; servers level"},
  };
  for (const Row& row : rows) EXPECT_EQ(metrics_and_roles(row.text), row.expected) << row.text;
}

}  // namespace
}  // namespace assay
