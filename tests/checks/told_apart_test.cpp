// SPDX-License-Identifier: MIT
#include "checks/told_apart.h"

#include <algorithm>
#include <string>
#include <vector>

#include "checks/run.h"
#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

/// What keeps the statements of two documents apart, in the order in which it is told.
std::vector<std::string> reasons(const std::string& a, const std::string& b) {
  CheckOptions options;
  options.tell_apart = true;
  std::vector<ReadDocument> documents = {read_sample(a), read_sample(b)};
  documents[0].id = "a.md";
  documents[1].id = "b.md";
  for (ReadDocument& document : documents)
    for (Fact& fact : document.facts) fact.document = document.id;
  std::vector<std::string> told;
  for (const ToldApart& pair : check(std::move(documents), sample_knowledge(), options).told_apart)
    told.push_back(pair.reason.en);
  return told;
}

using Reasons = std::vector<std::string>;

TEST(ToldApart, SaysWhatKeepsTwoStatementsApart) {
  EXPECT_EQ(reasons("2024年英伟达在中国市场的份额为95%。", "2025年英伟达在中国市场的份额为50%。"),
            Reasons{"the periods differ"});
  EXPECT_EQ(reasons("2025年英伟达在中国市场的份额为50%。", "2025年英伟达在美国市场的份额为90%。"),
            Reasons{"the places differ"});
  EXPECT_EQ(reasons("英伟达2025年营收为1305亿美元。", "预计英伟达2025年营收为1200亿美元。"),
            Reasons{"one is a forecast, a plan or a condition"});
}

TEST(ToldApart, IsSilentWhereTheTwoAgreeOrContradictOrSpeakOfTwoThings) {
  EXPECT_EQ(reasons("2025年英伟达在中国市场的份额为50%。", "2025年英伟达在中国市场的份额为五成。"),
            Reasons{});
  EXPECT_EQ(reasons("2025年英伟达在中国市场的份额为50%。", "2025年英伟达在中国市场的份额为30%。"),
            Reasons{});
  EXPECT_EQ(reasons("2025年英伟达在中国市场的份额为50%。", "2025年AMD在中国市场的份额为5%。"),
            Reasons{});
  EXPECT_EQ(reasons("英伟达的份额从95%降至50%。", "英伟达的良率为60%。"), Reasons{});
}

TEST(ToldApart, IsLookedForOnDemandOnly) {
  std::vector<ReadDocument> documents = {read_sample("2024年英伟达在中国市场的份额为95%。"),
                                         read_sample("2025年英伟达在中国市场的份额为50%。")};
  EXPECT_TRUE(check(std::move(documents), sample_knowledge()).told_apart.empty());
}

}  // namespace
}  // namespace assay
