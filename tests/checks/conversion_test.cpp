// SPDX-License-Identifier: MIT
// Amounts in two currencies, with and without rates.
#include "checks/conversion.h"

#include <gmock/gmock.h>

#include <utility>

#include "checks/run.h"
#include "checks/verify.h"
#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

using testing::HasSubstr;

const Knowledge& with_rates() {
  static const Knowledge knowledge = std::move(
      *Knowledge::load({}, ExchangeRates({{*parse_day("2025-12-31"), "USD", 7.0, "CNY"},
                                          {*parse_day("2026-06-30"), "USD", 7.1, "CNY"}})));
  return knowledge;
}

CheckResult checked(const std::vector<std::string>& texts, const Knowledge& knowledge) {
  std::vector<ReadDocument> documents;
  for (std::size_t i = 0; i < texts.size(); ++i)
    documents.push_back(read_sample(texts[i], "note" + std::to_string(i) + ".md"));
  return check(std::move(documents), knowledge);
}

using Texts = std::vector<std::string>;
const std::string kDated = "---\ndate: 2026-06-30\n---\n\n";

TEST(Conversion, AmountsThatNoRateReconcilesAreAWarning) {
  const Texts rows[] = {
      {"NVIDIA's revenue in the second quarter of 2026 was $28.8 billion.",
       "英伟达2026年第二季度营收为2545亿元。"},
      {"英伟达2026年第二季度营收为2545亿元。",
       "NVIDIA's revenue in the second quarter of 2026 was $28.8 billion."},
      // Without a period it is the date of the documents that counts.
      {kDated + "华为的注册资本为57亿美元。\n\n华为的注册资本为300亿元。"},
  };
  for (const Texts& texts : rows) {
    EXPECT_TRUE(checked(texts, sample_knowledge()).findings.empty()) << texts[0];
    const CheckResult result = checked(texts, with_rates());
    ASSERT_EQ(result.findings.size(), 1U) << texts[0];
    EXPECT_EQ(result.findings[0].rule, "value-conflict") << texts[0];
    EXPECT_LE(result.findings[0].severity, Severity::Warning) << texts[0];
    EXPECT_THAT(result.findings[0].explanation.en, HasSubstr("exchange rates move")) << texts[0];
  }
}

TEST(Conversion, TheExplanationShowsTheArithmetic) {
  const CheckResult result =
      checked({kDated + "华为的注册资本为57亿美元。\n\n华为的注册资本为300亿元。"}, with_rates());
  ASSERT_EQ(result.findings.size(), 1U);
  const Message& words = result.findings[0].explanation;
  EXPECT_THAT(words.en, HasSubstr("57亿美元 × 7.1 (2026-06-30) ± 3% = CNY 40.47 billion, "
                                  "CNY 38.9115 billion to 42.0498 billion, "
                                  "which does not meet CNY 29.5 billion to 30.5 billion"));
  EXPECT_THAT(words.zh, HasSubstr("57亿美元 × 7.1（2026-06-30）± 3% = 404.7亿元，"
                                  "389.115亿 至 420.498亿元，与 295亿 至 305亿元 没有交集"));
  const CheckResult range =
      checked({"英伟达2026年上半年营收为2545亿元。",
               "NVIDIA's revenue in the first half of 2026 was $28.8 billion."},
              with_rates());
  ASSERT_EQ(range.findings.size(), 1U);
  EXPECT_THAT(range.findings[0].explanation.en,
              HasSubstr("2545亿元 ÷ 7.1 (2026-06-30) to 7 (2025-12-31) ± 6"));
}

TEST(Conversion, EachRateIsShownAsItWasGiven) {
  const ReadDocument document =
      read_sample("NVIDIA's revenue in the second quarter of 2026 was $28.8 billion.");
  const ReadDocument other = read_sample("英伟达2026年第二季度营收为2545亿元。");
  const ExchangeRates rates({{*parse_day("2026-03-31"), "CNY", 0.125, "USD"},
                             {*parse_day("2026-06-30"), "USD", 7.1, "CNY"}});
  const Fact& fact = document.facts.at(0);
  const auto conversion =
      convert(fact, fact.period, other.facts.at(0), other.facts.at(0).period, rates);
  ASSERT_TRUE(conversion);
  EXPECT_THAT(conversion_words(fact, *conversion, Language::English),
              HasSubstr("$28.8 billion × 7.1 (2026-06-30) to ÷ 0.125 (2026-03-31) ± "));
}

TEST(Conversion, IsSilentWhereBothMayBeTrue) {
  const Texts rows[] = {
      // What it comes to, and what it may come to.
      {"NVIDIA's revenue in the second quarter of 2026 was $28.8 billion.",
       "英伟达2026年第二季度营收为2045亿元。"},
      {"NVIDIA's revenue in the second quarter of 2026 was $28.8 billion.",
       "英伟达2026年第二季度营收为2130亿元。"},
      // Of other times.
      {"NVIDIA's revenue in the second quarter of 2026 was $28.8 billion.",
       "英伟达2026年第一季度营收为2545亿元。"},
      // No rate is near.
      {"NVIDIA's revenue in the second quarter of 2024 was $28.8 billion.",
       "英伟达2024年第二季度营收为2545亿元。"},
      {"华为的注册资本为57亿美元。\n\n华为的注册资本为300亿元。"},
      {"---\ndate: 2024-06-30\n---\n\n华为的注册资本为57亿美元。\n\n华为的注册资本为300亿元。"},
      // No rate of the two currencies.
      {"NVIDIA's revenue in the second quarter of 2026 was $28.8 billion.",
       "NVIDIA's revenue in the second quarter of 2026 was €12 billion."},
      // A currency that nobody has written.
      {"NVIDIA's revenue in the second quarter of 2026 was $28.8 billion.",
       "英伟达2026年第二季度营收2545亿。"},
      // The sentence says both.
      {"NVIDIA's revenue in the second quarter of 2026 was $28.8 billion (2445亿元).",
       "英伟达2026年第二季度营收为2445亿元。"},
      // Other things.
      {"NVIDIA's revenue in the second quarter of 2026 was $28.8 billion.",
       "华为2026年第二季度营收为2545亿元。"},
      {"NVIDIA's revenue in the second quarter of 2026 was $28.8 billion.",
       "英伟达2026年第二季度净利润为1200亿元。"},
      {"If controls end, NVIDIA's revenue in the second quarter of 2026 will be $28.8 billion.",
       "英伟达2026年第二季度营收为2545亿元。"},
  };
  for (const Texts& texts : rows) {
    const CheckResult result = checked(texts, with_rates());
    EXPECT_TRUE(result.findings.empty())
        << texts[0] << texts.back() << result.findings.front().explanation.en;
  }
}

TEST(Conversion, OneCurrencyIsEnoughToTellAStory) {
  const Texts texts = {"NVIDIA's revenue in the second quarter of 2026 was $28.8 billion.",
                       "英伟达2026年第二季度营收为2045亿元。",
                       "第二季度财报：英伟达2026年第二季度营收达到2545亿元。"};
  const CheckResult result = checked(texts, with_rates());
  ASSERT_EQ(result.findings.size(), 1U);
  EXPECT_EQ(result.findings[0].severity, Severity::Error);
  EXPECT_EQ(result.findings[0].evidence.size(), 2U);
}

TEST(Conversion, TheSameFigureStaysASlip) {
  const Texts texts = {"NVIDIA's revenue in the second quarter of 2026 was $28.85 billion.",
                       "英伟达2026年第二季度营收为288.5亿元。"};
  const CheckResult without = checked(texts, sample_knowledge());
  const CheckResult with = checked(texts, with_rates());
  ASSERT_EQ(without.findings.size(), 1U);
  ASSERT_EQ(with.findings.size(), 1U);
  EXPECT_EQ(with.findings[0].rule, "magnitude-slip");
  EXPECT_EQ(with.findings[0].id, without.findings[0].id);
  EXPECT_EQ(with.findings[0].severity, without.findings[0].severity);
}

TEST(Conversion, ClaimsAreHeldAgainstAmountsInOtherCurrencies) {
  const std::vector<ReadDocument> evidence = {
      read_sample("NVIDIA's revenue in the second quarter of 2026 was $28.8 billion.")};
  const auto verdict = [&](const char* claim) { return verify(claim, evidence, with_rates()); };
  const Verification right = verdict("英伟达2026年第二季度营收为2045亿元。");
  EXPECT_EQ(right.verdict, Verdict::Supported);
  EXPECT_THAT(right.explanation.en,
              HasSubstr("$28.8 billion × 7 (2025-12-31) to 7.1 (2026-06-30)"));
  EXPECT_EQ(verdict("英伟达2026年第二季度营收为2545亿元。").verdict, Verdict::Contradicted);
  EXPECT_EQ(verdict("英伟达2026年第二季度营收超过1500亿元。").verdict, Verdict::Supported);
  EXPECT_EQ(verdict("英伟达2026年第二季度营收超过2500亿元。").verdict, Verdict::Contradicted);
  EXPECT_EQ(verdict("英伟达2026年第一季度营收为2045亿元。").verdict, Verdict::Unverifiable);
  // Without rates a claim in another currency is what it has been.
  EXPECT_EQ(verify("英伟达2026年第二季度营收为2045亿元。", evidence, sample_knowledge()).verdict,
            Verdict::Contradicted);
}

}  // namespace
}  // namespace assay
