// SPDX-License-Identifier: MIT
#include "checks/compare.h"

#include <algorithm>
#include <string>

#include "checks/slip.h"
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
    EXPECT_TRUE(comparison.comparable) << row.a << row.b << static_cast<int>(comparison.apart);
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
      {"2024年中芯国际月产能为3万片。", "2024年中芯国际年产能为36万片。"},
      {"H100单卡功耗为700瓦。", "H100整机功耗为10千瓦。"},
      {"2025年NAND现货价为5.5美元。", "2025年NAND合约价为4美元。"},
  };
  for (const Row& row : rows) {
    const Comparison comparison = compare(row.a, row.b);
    EXPECT_FALSE(comparison.comparable) << row.a << row.b;
    EXPECT_NE(comparison.apart, Distinction::None) << row.a << row.b;
  }
}

TEST(CompareSlots, KeepsApartTheNumbersOfOneSentence) {
  const ReadDocument document = read_sample("华为的市场份额为50%，也有说法称华为的市场份额为30%。");
  ASSERT_EQ(document.facts.size(), 2U);
  EXPECT_FALSE(compare_slots(document.facts[0], document.facts[1], sample_knowledge()).comparable);
}

TEST(CompareSlots, TellsChangesOfDifferentBasesApart) {
  EXPECT_EQ(compare("台积电2025年营收同比增长30%。", "台积电2025年营收环比增长6%。").apart,
            Distinction::Basis);
  EXPECT_TRUE(compare("台积电2025年营收同比增长30%。", "台积电2025年营收同比增长36%。").comparable);
  EXPECT_TRUE(compare("台积电2025年营收同比增长30%。", "台积电2025年营收增长36%。")
                  .doubts_that(Doubt::BasisOneSided));
}

/// The severity of a conflict between the first fact of `a` and the last one of `b`.
std::string severity_of(const std::string& a, const std::string& b, const std::string& name_of_b) {
  const Fact first = fact_of(a, "a.md");
  const ReadDocument other = read_sample(b, name_of_b);
  if (other.facts.empty()) return "nothing read";
  const Fact& second = other.facts.back();
  const auto severity = severity_after(compare_slots(first, second, sample_knowledge()),
                                       relative_gap(first.quantity, second.quantity));
  return severity ? std::string(to_string(*severity)) : "none";
}

TEST(RelativeGap, IsThatOfTheStatedEndsOfBounds) {
  const auto gap_of = [](const std::string& a, const std::string& b) {
    return relative_gap(fact_of(a, "a.md").quantity, fact_of(b, "b.md").quantity);
  };
  EXPECT_GT(gap_of("三星的良率超过65%。", "三星的良率不到50%。"), 0.2);
  EXPECT_GT(gap_of("三星的良率超过65%。", "三星的良率为50%。"), 0.2);
  EXPECT_EQ(gap_of("三星的良率超过50%。", "三星的良率不到65%。"), 0);
  EXPECT_EQ(gap_of("三星的良率超过50%。", "三星的良率超过65%。"), 0);
}

TEST(CompareSlots, IsMilderTheMoreThatIsTakenOver) {
  const struct {
    const char* a;
    const char* b;
    const char* severity;
  } rows[] = {
      {"2024年华为收入为8600亿元。", "2024年华为收入为7000亿元。", "error"},
      // The subject comes from the sentence before.
      {"2024年华为收入为8600亿元。", "华为召开发布会。2024年收入为7000亿元。", "warning"},
      // Each document speaks of its own time, and revenue is another one each year.
      {"2024年华为收入为8600亿元。", "华为收入为7000亿元。", "note"},
      {"华为收入为8600亿元。", "华为收入为7000亿元。", "note"},
      // The revenue of a segment is no revenue of the company.
      {"2024年华为收入为8600亿元。", "2024年华为智能手机收入为3000亿元。", "note"},
      // How two products compare does not change with the year.
      {"昇腾910B性能达到A100的80%。", "昇腾910B性能达到A100的60%。", "error"},
      {"昇腾910B性能达到A100的2倍。", "昇腾910B性能达到A100的60%。", "error"},
      // The fourth quarter of another document may be that of another year.
      {"2024年上半年零跑汽车的毛利率为14.1%。", "上半年零跑汽车的毛利率为11.4%。", "warning"},
      {"2024年上半年零跑汽车的毛利率为14.1%。", "零跑汽车的毛利率为11.4%。", "note"},
      {"2024年英伟达的市场份额为三分之一。", "2024年英伟达的市场份额为60%。", "error"},
      // Twice of what, and 60% of what?
      {"2024年昇腾910B性能达到2倍。", "2024年昇腾910B性能达到60%。", "note"},
  };
  for (const auto& row : rows) EXPECT_EQ(severity_of(row.a, row.b, "b.md"), row.severity) << row.b;
}

TEST(CompareWording, NeedsNeitherSubjectNorMetricThatIsKnown) {
  const Fact a = fact_of("玛仕度肽上市首月处方量达到3.6万张。", "a.md");
  const Fact b = fact_of("玛仕度肽上市首月处方量达到6.3万张。", "b.md");
  const Comparison same = compare_wording(a, b, 1.0, sample_knowledge());
  EXPECT_TRUE(same.comparable) << static_cast<int>(same.apart);
  EXPECT_TRUE(same.by_wording);
  EXPECT_TRUE(compare_wording(a, b, 0.75, sample_knowledge()).doubts_that(Doubt::OtherWords));
  // Other names, units and years keep two clauses apart, however alike.
  for (const char* other :
       {"玛仕度肽上市首月处方量达到63%。", "玛仕度肽上市首月处方量达到6.3万盒。"})
    EXPECT_FALSE(compare_wording(a, fact_of(other, "b.md"), 0.9, sample_knowledge()).comparable)
        << other;
  EXPECT_FALSE(compare_wording(fact_of("2023年华为门店达到300家。", "a.md"),
                               fact_of("2024年华为门店达到400家。", "b.md"), 1.0,
                               sample_knowledge())
                   .comparable);
  EXPECT_FALSE(compare_wording(fact_of("华为的门店达到300家。", "a.md"),
                               fact_of("小米的门店达到400家。", "b.md"), 0.9, sample_knowledge())
                   .comparable);
}

TEST(CompareWording, DoubtsWhatNamesNobody) {
  const auto doubts = [](const Fact& a, const Fact& b, double similarity) {
    return compare_wording(a, b, similarity, sample_knowledge())
        .doubts_that(Doubt::SubjectInferred);
  };
  // A text goes through all who have a share.
  const ReadDocument shares = read_sample("市场份额达到31.3%。\n\n市场份额达到10.4%。");
  EXPECT_TRUE(doubts(shares.facts.at(0), shares.facts.at(1), 1.0));
  const ReadDocument named =
      read_sample("英伟达的市场份额达到31.3%。\n\n英伟达的市场份额达到10.4%。");
  EXPECT_FALSE(doubts(named.facts.at(0), named.facts.at(1), 1.0));
  // So do sections of one text, whose headings say of what.
  const ReadDocument widths = read_sample("总宽度达到31.3米。\n\n总宽度达到10.4米。");
  EXPECT_TRUE(doubts(widths.facts.at(0), widths.facts.at(1), 1.0));
  const ReadDocument prices = read_sample("价格达到31.3元。\n\n价格达到10.4元。");
  EXPECT_FALSE(doubts(prices.facts.at(0), prices.facts.at(1), 1.0));
  // Two documents may speak of anybody, unless they do so in the very same words.
  const Fact sales = fact_of("销量达到3.6万张。", "a.md");
  EXPECT_TRUE(doubts(sales, fact_of("总的销量达到6.3万张。", "b.md"), 0.8));
  EXPECT_FALSE(doubts(sales, fact_of("销量达到6.3万张。", "b.md"), 1.0));
}

TEST(SettleByDigits, TakesFourEqualDigitsForOneFigure) {
  const auto weight_of = [](const std::string& text) {
    const ReadDocument document = read_sample(text);
    EXPECT_EQ(document.facts.size(), 2U) << text;
    Comparison comparison{.comparable = true};
    comparison.add(Doubt::SubjectInferred, kNoteAtMost);
    settle_by_digits(comparison, document.facts.at(0), document.facts.at(1));
    return comparison.weight;
  };
  EXPECT_LT(weight_of("华为的良率达到1.446%。\n\n华为的良率达到14.46%。"), kNoteAtMost);
  EXPECT_LT(weight_of("华为的良率达到1.446%，华为的良率达到14.46%。"), kNoteAtMost);
  // Ten of them make the other: whoever writes both in one paragraph has seen both.
  EXPECT_EQ(weight_of("It holds 1.446% of the fund on average, and 14.46% of the fund in all."),
            kNoteAtMost);
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
