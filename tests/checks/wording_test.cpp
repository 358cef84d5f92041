// SPDX-License-Identifier: MIT
/// How findings put facts, values and doubts into words.
#include "checks/wording.h"

#include <gtest/gtest.h>

#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

const Lexicon& lexicon() { return sample_knowledge().lexicon(); }

Slot known_slot(std::string value, SlotSource source = SlotSource::Clause) {
  return {std::move(value), source, true};
}

Fact share_fact(const std::string& text) {
  Fact fact;
  fact.text = text;
  fact.subject = known_slot("Cambricon");
  fact.metric = known_slot("market share");
  fact.scope = {"China", "AI chips"};
  fact.period = year_period(2025);
  fact.period_stated = true;
  return fact;
}

TEST(Heading, IsInTheLanguageOfItsReader) {
  const Message words = heading(share_fact("15%"), lexicon());
  EXPECT_EQ(words.zh, "寒武纪 · 市场份额 · 中国 · AI芯片：");
  EXPECT_EQ(words.en, "Cambricon · market share · China · AI chips: ");
}

TEST(Heading, KeepsNamesThatTheVocabularyDoesNotHold) {
  Fact fact = share_fact("15%");
  fact.subject = {"晴川光能", SlotSource::Clause, false};
  fact.comparand = {"Skylark", SlotSource::Clause, false};
  fact.scope = {"分布式"};
  EXPECT_EQ(heading(fact, lexicon()).zh, "晴川光能 · 市场份额 · 对比 Skylark · 分布式：");
  EXPECT_EQ(heading(fact, lexicon()).en, "晴川光能 · market share · vs Skylark · 分布式: ");
}

TEST(Heading, LeavesOutWhatIsNotKnown) {
  Fact fact = share_fact("15%");
  fact.metric = {};
  EXPECT_EQ(heading(fact, lexicon()).zh, "寒武纪 · 中国 · AI芯片：");
  fact.subject = {};
  fact.scope = {};
  EXPECT_EQ(heading(fact, lexicon()).zh, "");
  EXPECT_EQ(heading(fact, lexicon()).en, "");
}

TEST(IntervalWords, SayFromWhereToWhere) {
  MeasuredIn percent;
  percent.dimension = Dimension::Ratio;
  percent.scale = Decimal(1, -2);
  const Interval interval{0.595, 0.605, true, false};
  EXPECT_EQ(interval_words(interval, percent, Language::Chinese), "59.5% 至 60.5%");
  EXPECT_EQ(interval_words(interval, percent, Language::English), "59.5% to 60.5%");
  EXPECT_EQ(interval_words(Interval::point(0.6), percent, Language::English), "60%");
  MeasuredIn dollars;
  dollars.dimension = Dimension::Money;
  dollars.canonical = "USD";
  const Interval sum{2.815e10, 2.985e10, true, false};
  EXPECT_EQ(interval_words(sum, dollars, Language::English), "USD 28.15 billion to 29.85 billion");
  EXPECT_EQ(interval_words(sum, dollars, Language::Chinese), "281.5亿 至 298.5亿美元");
  EXPECT_EQ(interval_words({0.5, kInfinity, true, false}, percent, Language::Chinese), "≥ 50%");
  EXPECT_EQ(interval_words({-kInfinity, 0.5, false, false}, percent, Language::English), "< 50%");
}

TEST(ValueWords, NameCurrenciesInTheLanguageOfTheReader) {
  MeasuredIn money;
  money.dimension = Dimension::Money;
  money.canonical = "USD";
  EXPECT_EQ(value_words(2.5e10, money, Language::Chinese), "250亿美元");
  EXPECT_EQ(value_words(2.5e10, money, Language::English), "USD 25 billion");
  money.canonical = "CNY";
  EXPECT_EQ(value_words(2.5e10, money, Language::Chinese), "250亿元");
  money.canonical = "SEK";
  EXPECT_EQ(value_words(2.5e10, money, Language::Chinese), "250亿 SEK");
}

TEST(ValueWords, MeasureRoadsInKilometresAndChipsInNanometres) {
  MeasuredIn length;
  length.dimension = Dimension::Length;
  length.canonical = "m";
  EXPECT_EQ(value_words(519500, length, Language::Chinese), "519.5公里");
  EXPECT_EQ(value_words(519500, length, Language::English), "519.5 km");
  EXPECT_EQ(value_words(12, length, Language::English), "12 m");
  EXPECT_EQ(value_words(7e-9, length, Language::Chinese), "7纳米");
}

TEST(ValueWords, MeasureTimeInUnitsThatPeopleUse) {
  MeasuredIn duration;
  duration.dimension = Dimension::Duration;
  duration.canonical = "s";
  EXPECT_EQ(value_words(2370, duration, Language::Chinese), "39.5分钟");
  EXPECT_EQ(value_words(7200, duration, Language::English), "2 hours");
  EXPECT_EQ(value_words(0.5, duration, Language::Chinese), "0.5秒");
  EXPECT_EQ(value_words(30, duration, Language::English), "30 s");
}

TEST(DoubtWords, SayWhichSideGivesRiseToThem) {
  const Fact dated = share_fact("15%");
  Fact undated = share_fact("20%");
  undated.period = std::nullopt;
  for (const auto& [a, b] : {std::pair(dated, undated), std::pair(undated, dated)}) {
    const Message words = doubt_words({Doubt::PeriodUnknown}, a, b, lexicon());
    EXPECT_EQ(words.zh, "“20%”一处没有写明时间");
    EXPECT_EQ(words.en, "the period of \"20%\" is not given");
  }
}

TEST(DoubtWords, NameTheNumberThatIsLimitedFurther) {
  const Fact wide = share_fact("15%");
  Fact narrow = share_fact("20%");
  narrow.scope.push_back("training");
  EXPECT_EQ(doubt_words({Doubt::ScopeOneSided}, wide, narrow, lexicon()).zh,
            "“20%”一处另有限定的范围");
}

TEST(DoubtWords, SpeakOfBothOrOfOneWhereNoNumberTellsThem) {
  Fact undated = share_fact("20%");
  undated.period = std::nullopt;
  Fact other = undated;
  other.text = "15%";
  EXPECT_EQ(doubt_words({Doubt::PeriodUnknown}, undated, other, lexicon()).en,
            "the period of both is not given");
  Fact alike = share_fact("20%");
  EXPECT_EQ(doubt_words({Doubt::PeriodUnknown}, undated, alike, lexicon()).zh,
            "其中一处没有写明时间");
  EXPECT_EQ(doubt_words({Doubt::OneParagraph}, undated, other, lexicon()).en,
            "both stand in one paragraph");
  EXPECT_EQ(doubt_words({}, undated, other, lexicon()).en, "");
}

TEST(DoubtWords, NameMetricsInTheLanguageOfTheReader) {
  const Fact a = share_fact("15%");
  Fact b = share_fact("20%");
  b.metric = known_slot("revenue share");
  const Message words = doubt_words({Doubt::OtherMetric}, a, b, lexicon());
  EXPECT_TRUE(words.zh.ends_with("（市场份额 / 营收占比）")) << words.zh;
  EXPECT_TRUE(words.en.ends_with(" (market share / revenue share)")) << words.en;
}

}  // namespace
}  // namespace assay
