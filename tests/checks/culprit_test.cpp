// SPDX-License-Identifier: MIT
// Which statement is most likely wrong: named with a reason, or not at all.
#include "checks/culprit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "checks/run.h"
#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

using testing::HasSubstr;

/// The findings of texts, each a document.
std::vector<Finding> findings_of(const std::vector<std::string>& texts) {
  std::vector<ReadDocument> documents;
  for (std::size_t i = 0; i < texts.size(); ++i)
    documents.push_back(read_sample(texts[i], "note" + std::to_string(i) + ".md"));
  return check(std::move(documents), sample_knowledge()).findings;
}

/// The text of the culprit of the first finding; "none" when it has none.
std::string culprit_of(const std::vector<std::string>& texts) {
  const std::vector<Finding> findings = findings_of(texts);
  if (findings.empty()) return "no finding";
  const Finding& first = findings.front();
  return first.culprit ? first.evidence.at(first.culprit->evidence).text : "none";
}

TEST(Culprit, IsWhatNobodyElseSays) {
  const std::string right = "比亚迪2024年营收为7771亿元。";
  EXPECT_EQ(culprit_of({right, "2024年，比亚迪的营收达到7771亿元，再创新高。",
                        "比亚迪2024年营收为6071亿元。"}),
            "6071亿元");
  EXPECT_EQ(culprit_of({right, "比亚迪2024年营收为6071亿元。"}), "none") << "one against one";
  EXPECT_EQ(culprit_of({right, "2024年，比亚迪的营收达到7771亿元，再创新高。",
                        "比亚迪2024年营收为6071亿元。", "据报道，比亚迪2024年营收共6071亿元。"}),
            "none")
      << "two against two";
}

TEST(Culprit, IsNotOutvotedByCopies) {
  const std::string sentence = "比亚迪2024年营收为7771亿元。";
  EXPECT_EQ(culprit_of({sentence, sentence, "比亚迪2024年的营收是6071亿元。"}), "none");
}

TEST(Culprit, IsWhatNoArithmeticSupports) {
  const std::string with_growth =
      "寒武纪2025年上半年营收28.81亿元，去年同期为0.65亿元，同比增长43倍。";
  EXPECT_EQ(culprit_of({with_growth, "寒武纪2025年上半年营收28.81万元。"}), "28.81万元");
  EXPECT_EQ(culprit_of({"寒武纪2025年上半年营收28.81亿元。", "寒武纪2025年上半年营收28.81万元。"}),
            "none");
}

TEST(Culprit, IsWhatTheSentenceOfTheOtherBearsOut) {
  const std::string other = "比亚迪2024年出货38.4GW。";
  EXPECT_EQ(culprit_of({"比亚迪2024年出货41.8GW，其中海外占56%，即23.4GW。", other}), "38.4GW");
  EXPECT_EQ(culprit_of({"比亚迪2024年出货41.8GW，其中海外占56%，即25.4GW。", other}), "none")
      << "its own sentence does not bear it out";
  EXPECT_EQ(culprit_of({"比亚迪2024年出货41.8GW，其中海外占约五成，即23GW。", other}), "none")
      << "so rough a share fits nearly anything";
}

TEST(Culprit, IsAValueThatCannotBe) {
  EXPECT_EQ(culprit_of({"宁德时代2024年在中国市场的份额为120%。"}), "120%");
}

TEST(Culprit, StaysTheSameWhenEvidenceIsReordered) {
  // The changed document comes first, whoever is wrong.
  std::vector<ReadDocument> documents = {
      read_sample("比亚迪2024年营收为6071亿元。", "a.md"),
      read_sample("比亚迪2024年营收为7771亿元。", "b.md"),
      read_sample("2024年，比亚迪的营收达到7771亿元，再创新高。", "c.md")};
  CheckOptions options;
  for (const char* changed : {"a.md", "b.md", "c.md"}) {
    options.changed = {changed};
    for (const Finding& finding : check(documents, sample_knowledge(), options).findings) {
      ASSERT_TRUE(finding.culprit) << changed;
      EXPECT_EQ(finding.evidence.at(finding.culprit->evidence).text, "6071亿元") << changed;
      EXPECT_THAT(finding.culprit->reason.en, HasSubstr("7771亿元 stands in 2 sentences"));
      EXPECT_THAT(finding.culprit->reason.zh, HasSubstr("2 句话"));
    }
  }
}

}  // namespace
}  // namespace assay
