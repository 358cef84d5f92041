// SPDX-License-Identifier: MIT
#include "checks/verify.h"

#include <string>

#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

std::string verdict_of(const std::string& claim, const std::string& text) {
  return std::string(to_string(verify(claim, {read_sample(text)}, sample_knowledge()).verdict));
}

struct Row {
  const char* claim;
  const char* text;
};

TEST(Verify, SupportsAValueThatIsStated) {
  const Row rows[] = {
      {"英伟达在中国市场的份额为50%。", "英伟达在中国市场的份额为50%。"},
      {"英偉達在中國市場的份額為50%。", "英伟达在中国市场的份额约50%。"},
      {"2024年华为收入为8600亿元。", "华为2024年收入为8600亿元。"},
      {"SMIC's gross margin was 22.5%.", "SMIC's gross margin was 22.5%."},
      {"昇腾910B的良率为50%。", "昇腾910B的良率为五成。"},
  };
  for (const Row& row : rows) EXPECT_EQ(verdict_of(row.claim, row.text), "supported") << row.claim;
}

TEST(Verify, ContradictsAnotherValueOfTheSameFact) {
  const Row rows[] = {
      {"英伟达在中国市场的份额为50%。", "英伟达在中国市场的份额为个位数。"},
      {"英偉達在中國市場的份額為50%。", "英伟达在中国市场的份额为30%。"},
      {"2024年华为收入为8600亿元。", "华为2024年收入为7000亿元。"},
      {"SMIC's gross margin was 22.5%.", "SMIC's gross margin was 12.5%."},
      {"昇腾910B的良率为50%。", "昇腾910B的良率为七成。"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(verdict_of(row.claim, row.text), "contradicted") << row.claim;
}

TEST(Verify, LeavesOpenWhatTheTextDoesNotSettle) {
  const Row rows[] = {
      {"英伟达在中国市场的份额为50%。", ""},
      {"英伟达在中国市场的份额为50%。", "英伟达发布了新芯片。"},
      {"英伟达在中国市场的份额为50%。", "华为的良率为30%。"},
      {"2024年华为收入为8600亿元。", "华为2021年收入为6368亿元。"},
      {"SMIC's gross margin was 22.5%.", "TSMC's gross margin was 59%."},
      {"昇腾910B的良率为50%。", "昇腾910B的价格为12万元。"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(verdict_of(row.claim, row.text), "unverifiable") << row.claim << " / " << row.text;
}

TEST(Verify, LooksForWhatTheWholeTextIsAbout) {
  // The one place that a text names is that of all of it; of two it may be the other's.
  EXPECT_EQ(
      verdict_of("广东第二产业用电占一半以上。", "广东用电量4273亿千瓦时。第二产业用电占57.3%。"),
      "supported");
  // A share of the quarter's end is one of its last month, and a quarter's sum is no month's.
  EXPECT_EQ(verdict_of("三季度末英伟达的市场份额为50%。", "截至9月末，英伟达的市场份额为30%。"),
            "contradicted");
  EXPECT_EQ(verdict_of("2025年三季度蔚来的营收为500亿元。", "2025年9月蔚来的营收为67亿元。"),
            "unverifiable");
  // So is the cash that there is at its end; two days are two, and a month's sales are no day's.
  EXPECT_EQ(verdict_of("三季度末蔚来的现金为367亿元。", "截至9月末，蔚来的现金为300亿元。"),
            "contradicted");
  EXPECT_EQ(verdict_of("7月9日英伟达收盘价为100美元。", "7月10日英伟达收盘价为90美元。"),
            "unverifiable");
  EXPECT_EQ(verdict_of("7月蔚来的销量为2万辆。", "7月9日蔚来的销量为900辆。"), "unverifiable");
  // Groups of ages are two groups.
  EXPECT_EQ(verdict_of("60岁及以上人口占15.6%。", "60岁及以上人口占22.0%；65岁及以上人口占15.6%。"),
            "contradicted");
}

TEST(Verify, FindsANameThatNoLexiconHas) {
  // A table calls by two characters what has four.
  const std::string table = "|公司|每股盈余（元）|\n|---|---|\n|丰远|8.15|\n|恒津|1.27|\n";
  EXPECT_EQ(verdict_of("恒津海运的每股盈余为1.27元。", table), "supported");
  EXPECT_EQ(verdict_of("恒津海运的每股盈余为8.15元。", table), "contradicted");
  EXPECT_EQ(verdict_of("安泰海运的每股盈余为8.15元。", table), "unverifiable");
  // In another language a Latin name is found again.
  EXPECT_EQ(verdict_of("Metsera的估值为49亿美元。", "Metsera was valued at $4.9 billion."),
            "supported");
}

TEST(Verify, AddsUpTheSharesOfOneMetric) {
  EXPECT_EQ(verdict_of("其余客户占收入的一半。",
                       "最大客户占收入38%，第二大占收入17%，第三大占收入11%，毛利率19.3%。"),
            "contradicted");
}

TEST(Verify, TakesANamedPartFromTheWhole) {
  const std::string text = "工业富联三季度营收2431.7亿元。云计算业务收入1586.3亿元。";
  EXPECT_EQ(verdict_of("工业富联三季度云计算以外的业务收入为845亿元。", text), "supported");
  EXPECT_EQ(verdict_of("工业富联三季度云计算以外的业务收入超过一千亿元。", text), "contradicted");
}

TEST(Verify, TakesSeveralNamedPartsFromTheWhole) {
  const std::string text = "华为全年收入1200亿元。广告收入512亿元，云计算收入346亿元。";
  EXPECT_EQ(verdict_of("刨去广告和云计算，华为全年收入为342亿元。", text), "supported");
  EXPECT_EQ(verdict_of("扣除广告和云计算，华为全年收入约260亿元。", text), "contradicted");
  // Of what is left the whole says nothing, nor does what nobody took out.
  EXPECT_EQ(verdict_of("扣除广告之外，华为的收入为1200亿元。", "华为全年收入1200亿元。"),
            "unverifiable");
  EXPECT_EQ(verdict_of("不含电池，这款车的整备质量超过2吨。",
                       "这款车整备质量2.1吨，其中电池包重480公斤。"),
            "contradicted");
}

TEST(Verify, AddsUpWhatTheClaimNames) {
  const std::string regions =
      "某公司收入构成：\n\n|地区|收入占比|毛利率|\n|---|---|---|\n|中国|41.7%|22.9%|\n"
      "|欧洲|22.4%|41.3%|\n|美洲|18.6%|46.0%|\n";
  EXPECT_EQ(verdict_of("中国和欧洲两地加起来，占了六成以上的收入。", regions), "supported");
  EXPECT_EQ(verdict_of("中国和欧洲两地加起来，占了七成以上的收入。", regions), "contradicted");
  const std::string quarters = "- 一季度收入24.6亿元\n- 二季度收入27.1亿元\n- 三季度收入28.8亿元\n";
  EXPECT_EQ(verdict_of("三个季度合计，收入为80.5亿元。", quarters), "supported");
  EXPECT_EQ(verdict_of("三个季度合计，收入不到70亿元。", quarters), "contradicted");
  // Two quarters of two years make nothing together, and two equal rows are no row and its total.
  EXPECT_NE(
      verdict_of("两个季度合计收入为50亿元。", "2023年一季度收入20亿元。2024年二季度收入30亿元。"),
      "supported");
  const std::string equal = "|业务|收入（亿元）|\n|---|---|\n|云|30|\n|广告|30|\n";
  EXPECT_EQ(verdict_of("各项业务合计收入为60亿元。", equal), "supported");
  EXPECT_EQ(verdict_of("各项业务合计收入为30亿元。", equal), "contradicted");
  // A total that the list states is not added once more.
  const std::string totalled = "|业务|收入（亿元）|\n|---|---|\n|云|30|\n|广告|20|\n|全部|50|\n";
  EXPECT_EQ(verdict_of("各项业务合计收入为50亿元。", totalled), "supported");
}

TEST(Verify, TakesWhatTheTextSaysItselfBeforeWhatCanBeWorkedOut) {
  const Row supported[] = {
      {"Excluding one-time items, net income was $20 million.",
       "Net income was $25 million. Excluding one-time items, net income was $20 million."},
      {"不含税价格为100元。", "该产品不含税价格为100元，含税价格为113元。"},
      {"2024年前三季度合计收入33亿元。",
       "华为2024年一季度收入10亿元，上半年收入21亿元，前三季度收入33亿元。"},
      // 其他 may be a name, and say nothing of a rest.
      {"比亚迪其他业务收入为20亿元。", "比亚迪汽车业务收入80亿元，其他业务收入20亿元。"},
      {"Tesla sold 1.8 million cars in 2023, more than any other carmaker.",
       "Tesla sold 1.8 million cars in 2023. Ford sold 1.2 million cars in 2023."},
      {"与其他公司不同，华为2024年收入为8621亿元。", "华为2024年收入为8621亿元。"},
  };
  for (const Row& row : supported)
    EXPECT_EQ(verdict_of(row.claim, row.text), "supported") << row.claim;
}

TEST(Verify, WorksNothingOutOfOtherYearsAndCompanies) {
  const std::string table =
      "|业务|2023年收入（亿元）|2024年收入（亿元）|\n|---|---|---|\n|游戏|10|12|\n|广告|20|25|\n";
  EXPECT_EQ(verdict_of("2024年游戏和广告合计收入37亿元。", table), "supported");
  EXPECT_EQ(verdict_of("2024年各业务合计收入30亿元。", table), "contradicted");
  EXPECT_EQ(verdict_of("腾讯2023年游戏以外的收入为60亿元。",
                       "腾讯2023年收入80亿元，其中游戏收入20亿元。阿里巴巴2023年收入300亿元。"),
            "supported");
  EXPECT_EQ(verdict_of("特斯拉2024年销量下降1%。",
                       "比亚迪2023年销量302万辆，2024年销量427万辆。特斯拉推出新车。"),
            "unverifiable");
  EXPECT_EQ(verdict_of("华为2024年收入增长20%。", "小米2024年收入100亿元，阿里2024年收入150亿元。"),
            "unverifiable");
}

TEST(Verify, TakesNamesThatATextUsesForOneAnother) {
  EXPECT_EQ(verdict_of("特斯拉三季度销量为49.7万辆。", "特斯拉三季度交付49.7万辆。"), "supported");
  EXPECT_EQ(verdict_of("特斯拉三季度销量为60万辆。", "特斯拉三季度交付49.7万辆。"), "contradicted");
  // Two margins, and what was ordered and what has not been delivered, say nothing of each other.
  EXPECT_EQ(verdict_of("特斯拉三季度毛利率为18%。", "特斯拉三季度净利率为6%。"), "unverifiable");
  EXPECT_EQ(verdict_of("Siemens had a backlog of 52 billion euros.",
                       "Siemens had orders of 24.7 billion euros."),
            "unverifiable");
}

TEST(Verify, IsToldByWhoDeniesTheVeryFigure) {
  EXPECT_EQ(verdict_of("特斯拉FSD在国内的买断价已经降到3.2万元。",
                       "特斯拉FSD智能辅助驾驶没有降到3.2万元。"),
            "contradicted");
  EXPECT_EQ(verdict_of("特斯拉FSD在国内的买断价已经降到2.9万元。",
                       "特斯拉FSD智能辅助驾驶没有降到3.2万元。"),
            "unverifiable");
}

TEST(Verify, TakesTheTwoLevelsThatTheClaimSpeaksOf) {
  const std::string years = "零跑2022年交付11.1万辆，2023年14.4万辆，2024年达到29.4万辆。";
  EXPECT_EQ(verdict_of("从2022年到2024年，零跑的年交付量增长了165%。", years), "supported");
  EXPECT_EQ(verdict_of("2024年零跑的交付量同比增长104%。", years), "supported");
  EXPECT_EQ(verdict_of("2024年零跑的交付量同比增长165%。", years), "contradicted");
  EXPECT_EQ(verdict_of("2025年零跑的交付量同比增长50%。", years), "unverifiable");
  // Two quarters, and the same one of the year before.
  const std::string quarters =
      "小米汽车一季度交付75,869辆，二季度升至81,302辆，去年二季度仅为27,307辆。";
  EXPECT_EQ(verdict_of("小米汽车二季度的交付量环比提升了7%左右。", quarters), "supported");
  EXPECT_EQ(verdict_of("小米汽车二季度的交付量环比提升了30%。", quarters), "contradicted");
  // Neither place has become the other.
  EXPECT_EQ(verdict_of("华为北美收入增长了三成。", "华为收入中，北美107.1亿元、欧洲43.2亿元。"),
            "unverifiable");
}

TEST(Verify, WorksOutByHowMuchSomethingRose) {
  const std::string text = "华为前年研发投入9800万元，去年研发投入12300万元。";
  EXPECT_EQ(verdict_of("华为去年的研发投入比前年多了2500万元。", text), "supported");
  EXPECT_EQ(verdict_of("华为去年的研发投入比前年多了4000万元。", text), "contradicted");
  EXPECT_EQ(verdict_of("华为去年的收入比前年多了4000万元。", text), "unverifiable");
  const std::string shares = "瑞沨的市占率2022年为12%，2024年为18%。";
  EXPECT_EQ(verdict_of("瑞沨的市占率两年里提升了6个百分点。", shares), "supported");
  EXPECT_EQ(verdict_of("瑞沨的市占率两年里提升了50个百分点。", shares), "contradicted");
}

TEST(Verify, TakesAPartOfATimeFromTheLongerOne) {
  const std::string year = "茅台2024年营收1741.4亿元，上半年为834.5亿元。";
  EXPECT_EQ(verdict_of("茅台2024年下半年的营收约907亿元。", year), "supported");
  EXPECT_EQ(verdict_of("茅台2024年下半年的营收约700亿元。", year), "contradicted");
  // A quarter is not what a year leaves beside a half, nor is a share, nor what there is at one time.
  EXPECT_EQ(verdict_of("茅台2024年四季度的营收约907亿元。", year), "unverifiable");
  EXPECT_EQ(verdict_of("茅台2024年下半年的毛利率为3%。", "茅台2024年毛利率92%，上半年毛利率89%。"),
            "unverifiable");
}

TEST(Verify, AddsUpPartsBeforeItTakesTheirShare) {
  const std::string plants =
      "蜂巢能源建成产能合计100GWh：\n\n- 常州 36GWh\n- 马鞍山 28GWh\n- 盐城 22GWh\n";
  EXPECT_EQ(verdict_of("常州和马鞍山两地加起来，占蜂巢能源建成产能的六成以上。", plants),
            "supported");
  EXPECT_EQ(verdict_of("常州和马鞍山两地加起来，占蜂巢能源建成产能的八成以上。", plants),
            "contradicted");
}

TEST(Verify, DeniesNothingThatItsBestEvidenceLeavesOpen) {
  EXPECT_EQ(verdict_of("The battery lasts more than 20 hours.",
                       "The battery lasts at least 15 hours. It charges in 30 minutes."),
            "unverifiable");
}

TEST(Verify, LeavesOpenAClaimWithoutANumber) {
  for (const char* claim : {"", "英伟达很强。", "NVIDIA leads the market."})
    EXPECT_EQ(verdict_of(claim, "英伟达在中国市场的份额为50%。"), "unverifiable") << claim;
}

TEST(Verify, JudgesAComparisonByTwoLevels) {
  const std::string text = "2025年，华为收入为8600亿元，研发支出为1800亿元。小米收入为3600亿元。";
  EXPECT_EQ(verdict_of("华为的收入高于小米。", text), "supported");
  EXPECT_EQ(verdict_of("小米的收入高于华为。", text), "contradicted");
  EXPECT_EQ(verdict_of("小米的收入低于华为。", text), "supported");
  EXPECT_EQ(verdict_of("华为的研发支出超过收入。", text), "contradicted");
  EXPECT_EQ(verdict_of("华为的收入高于台积电。", text), "unverifiable");
  EXPECT_EQ(verdict_of("小米的收入不高于华为。", text), "supported");
  EXPECT_EQ(verdict_of("小米的收入比华为高。", text), "contradicted");
  const std::string cars = "比亚迪销量为46万辆，小米销量为3万辆。";
  EXPECT_EQ(verdict_of("比亚迪的销量高于小米。", cars), "supported");
  EXPECT_EQ(verdict_of("小米的销量比比亚迪高。", cars), "contradicted");
}

TEST(Verify, ComparesTheLevelsOfTwoSidesThatHaveNoNames) {
  struct Judged {
    const char* claim;
    const char* text;
    const char* verdict;
  };
  const Judged rows[] = {
      {"新版售价比旧版低两成。", "旧版售价2500元，新版售价2000元。", "supported"},
      {"新版售价比旧版低三成。", "旧版售价2500元，新版售价2000元。", "contradicted"},
      {"高端版的价格是标准版的三倍。", "标准版售价2999元，高端版售价5999元。", "contradicted"},
      {"仿制药的价格大约只有原研药的四分之一。", "原研药标价1180元，国产仿制药每盒298元。",
       "supported"},
      {"Diesel is 20% more expensive than petrol.",
       "Petrol sells at $1.50 a litre and diesel at $1.80.", "supported"},
      {"The old plant is half the size of the new one.",
       "The old plant covers 40,000 square metres, the new plant 90,000 square metres.",
       "contradicted"},
      {"The larger battery costs twice as much as the smaller battery.",
       "The smaller battery costs $5,000, the larger battery $10,000.", "supported"},
      // One side is missing, or another thing stands there.
      {"新版售价比旧版低两成。", "新版售价2000元，三年质保300元。", "unverifiable"},
      {"新版售价比旧版低两成。", "旧版售价2500元，新版重2000克。", "unverifiable"},
      {"Wind is 40% cheaper than gas.",
       "Wind averages $48 per MWh, solar is at $52, gas came to $80.", "unverifiable"},
  };
  for (const Judged& row : rows)
    EXPECT_EQ(verdict_of(row.claim, row.text), row.verdict) << row.claim;
}

TEST(Verify, WorksOutAMargin) {
  const std::string text = "思源精工2024年营业收入402.9亿元，净利润36.8亿元。";
  EXPECT_EQ(verdict_of("思源精工2024年的净利率略高于9%。", text), "supported");
  EXPECT_EQ(verdict_of("思源精工2024年的净利率为15%。", text), "contradicted");
  EXPECT_EQ(verdict_of("思源精工2023年的净利率为15%。", text), "unverifiable");
  EXPECT_EQ(verdict_of("思源精工2024年的毛利率为9%。", text), "unverifiable");
}

TEST(Verify, TakesOtherNumbersOfTheClaimForConditions) {
  const std::string fabs = "公司8英寸厂月产能8万片，12英寸厂月产能3万片。";
  EXPECT_EQ(verdict_of("12英寸厂的月产能为8万片。", fabs), "contradicted");
  EXPECT_EQ(verdict_of("12英寸厂的月产能为3万片。", fabs), "supported");
  EXPECT_EQ(verdict_of("8英寸厂的月产能为8万片。", fabs), "supported");
}

TEST(Verify, KeepsVariantsOfAProductApart) {
  const std::string text = "iPhone 16 Pro电池容量3582毫安时，iPhone 16 Plus电池容量4674毫安时。";
  EXPECT_EQ(verdict_of("iPhone 16 Pro的电池容量为4674毫安时。", text), "contradicted");
  EXPECT_EQ(verdict_of("iPhone 16 Plus的电池容量为4674毫安时。", text), "supported");
}

TEST(Verify, LeavesOpenAPlaceThatTheTextDoesNotSpeakOf) {
  const std::string text = "集团上半年销售额增长3.0%。欧洲增长3.4%，日本下滑1.1%。";
  EXPECT_EQ(verdict_of("集团上半年在巴西的销售额增长8%。", text), "unverifiable");
  EXPECT_EQ(verdict_of("集团上半年销售额增长8%。", text), "contradicted");
}

TEST(Verify, TakesABoundAsItIsWritten) {
  EXPECT_EQ(verdict_of("华为的收入为1.5万亿元。", "华为的收入将突破2万亿元。"), "unverifiable");
  EXPECT_EQ(verdict_of("华为的收入为1.5万亿元。", "华为的收入突破2万亿元。"), "contradicted");
  EXPECT_EQ(verdict_of("华为的净亏损低于10亿元。", "华为净亏损为13.3亿元。"), "contradicted");
  EXPECT_EQ(verdict_of("华为的净亏损低于20亿元。", "华为净亏损为13.3亿元。"), "supported");
}

TEST(Verify, NamesItsEvidence) {
  const Verification verification =
      verify("英伟达在中国市场的份额为50%。", {read_sample("英伟达在中国市场的份额为30%。")},
             sample_knowledge());
  ASSERT_FALSE(verification.evidence.empty());
  EXPECT_EQ(verification.evidence.front().text, "30%");
  EXPECT_FALSE(verification.explanation.zh.empty());
  EXPECT_FALSE(verification.explanation.en.empty());
  EXPECT_TRUE(verify("英伟达的份额为50%。", {}, sample_knowledge()).evidence.empty());
}

}  // namespace
}  // namespace assay
