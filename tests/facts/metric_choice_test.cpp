// SPDX-License-Identifier: MIT
/// What a number measures: the word of its clause, a verb, what is counted, the unit; and what narrows it.
#include "facts/metric_choice.h"

#include <string>

#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

struct Row {
  const char* text;
  const char* expected;
};

TEST(MetricChoice, SaysWhatAnAmountIsOfEachOf) {
  const Row rows[] = {
      {"小米的每个团队由3名工程师组成。", "/每个团队"},
      {"Each team of Xiaomi has 3 engineers.", "/Each team"},
      {"小米共有3名工程师。", "/"},
      {"小米每天售出300辆。", "/"},
      {"小米每个季度增长3%。", "/"},
  };
  for (const Row& row : rows) EXPECT_EQ(limits_of(row.text), row.expected) << row.text;
}

TEST(MetricChoice, ReadsMetricsThatVerbsSay) {
  const Row rows[] = {
      {"SMIC employs 19,000 people.", "SMIC | employees |  | level"},
      {"SMIC raised $2 billion.", "SMIC | financing raised |  | increase"},
      {"宁德时代募了356亿港元。", "CATL | financing raised |  | level"},
      // A verb further off says nothing of the number, nor does one of another dimension.
      {"SMIC raised the price to $20.", "SMIC | price |  | level"},
      {"SMIC raised 12%.", "SMIC |  |  | increase"},
      {"OpenAI has 80 million weekly users.", "OpenAI | weekly active users |  | level"},
      {"硅料每公斤35元。", "polysilicon | price |  | level"},
      {"硅料每公斤补贴35元。", "polysilicon | subsidy |  | level"},
      {"宁德时代一季度赚6.6亿、市值622亿。",
       "CATL | net profit |  | level; CATL | market capitalisation |  | level"},
      // What is made is not the length.
      {"中芯国际已能生产7纳米芯片。", "SMIC | process node |  | level"},
      {"中国中车生产了7千米电缆。", "CRRC | output |  | level"},
  };
  for (const Row& row : rows) EXPECT_EQ(slots_of(row.text), row.expected) << row.text;
}

TEST(MetricChoice, MakesNoMetricOfTalk) {
  const Row rows[] = {
      {"你去华强北问问一万八。", " |  |  | level"},
      {"我跟你讲三百块。", " |  |  | level"},
      {"网站日均访问量为3000万次。", " | 访问量 |  | level"},
  };
  for (const Row& row : rows) EXPECT_EQ(slots_of(row.text), row.expected) << row.text;
}

TEST(MetricChoice, TakesForAPartWhatTheWholeMeasures) {
  const Row rows[] = {
      {"Amazon's operating income was $19 billion, of which AWS generated $10 billion.",
       "Amazon | operating profit |  | level; AWS | operating profit |  | level"},
      {"Amazon's operating income was $19 billion. AWS generated $30 billion.",
       "Amazon | operating profit |  | level; AWS | revenue |  | level"},
      {"中芯国际营收579亿元，其中海外贡献了52亿元。",
       "SMIC | revenue |  | level; SMIC | revenue |  | level"},
  };
  for (const Row& row : rows) EXPECT_EQ(slots_of(row.text), row.expected) << row.text;
}

TEST(MetricChoice, TakesAStretchOfTimeForTheLengthOfNothingElse) {
  const Row rows[] = {
      {"在过去三个月，交付周期为12周。", " | duration |  | before;  | lead time |  | level"},
      {"Over the last 3 months lead times were 12 weeks.",
       " | duration |  | level;  | lead time |  | level"},
      {"交付周期为三个月。", " | lead time |  | level"},
      {"Lead times were three months.", " | lead time |  | level"},
  };
  for (const Row& row : rows) EXPECT_EQ(slots_of(row.text), row.expected) << row.text;
}

TEST(MetricChoice, ReadsALossOfRevenueAsAFall) {
  const Row rows[] = {
      {"NVIDIA expects an $8 billion revenue hole.", "NVIDIA |  |  | decrease"},
      {"NVIDIA expects $8 billion revenue.", "NVIDIA | revenue |  | level"},
  };
  for (const Row& row : rows) EXPECT_EQ(slots_of(row.text), row.expected) << row.text;
}

TEST(MetricChoice, PresumesWhatAUnitMeasures) {
  const Row rows[] = {
      {"The oven reaches 450 °C.", " | temperature |  | level"},
      {"The lab covers 1.1 million square feet.", " | area |  | level"},
      {"额定电压为48V。", " | voltage |  | level"},
      {"A third of the staff works abroad.", " | staff share |  | level"},
      {"Nine-tenths of the ore is refined abroad.", " | share |  | level"},
      // Money, lengths and counts may be those of anything.
      {"It reached $450.", " |  |  | level"},
      {"It reached 450 m.", " |  |  | level"},
  };
  for (const Row& row : rows) EXPECT_EQ(slots_of(row.text), row.expected) << row.text;
}

TEST(MetricChoice, KeepsWhatTheNameOfAMetricSaysBesideIt) {
  const auto qualifier = [](const std::string& text) {
    return read_sample(text).facts.at(0).qualifier;
  };
  EXPECT_EQ(qualifier("中芯国际月产能3万片。"), "monthly");
  EXPECT_EQ(qualifier("SMIC's monthly capacity is 30,000 wafers."), "monthly");
  EXPECT_EQ(qualifier("H100单卡功耗700瓦。"), "per card");
  EXPECT_EQ(qualifier("中芯国际产能3万片。"), "");
  EXPECT_EQ(qualifier("H100功耗700瓦。"), "");
}

TEST(MetricChoice, TakesWhatIsCountedForTheMetric) {
  EXPECT_EQ(slots_of("Legislatures in 38 states met."), " | states |  | level");
  EXPECT_EQ(slots_of("机柜里装着36颗Grace CPU。"), " | Grace CPU |  | level");
  // What stands further on is not counted.
  EXPECT_EQ(slots_of("Six countries signed the accord on compute."), " | countries |  | level");
}

}  // namespace
}  // namespace assay
