// SPDX-License-Identifier: MIT
#include "checks/growth_base.h"

#include <gtest/gtest.h>

#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

/// The base of the first growth in the text, as "from/to"; "-" when it is open.
std::string base_in(const std::string& text) {
  const ReadDocument document = read_sample(text, "note.md");
  for (const Fact& fact : document.facts) {
    if (fact.role != Role::Increase && fact.role != Role::Decrease && fact.role != Role::Multiple)
      continue;
    const auto base = growth_base(fact, sample_knowledge().plain_words());
    return base ? to_string(base->from) + "/" + to_string(base->to) : "-";
  }
  return "no growth";
}

TEST(GrowthBase, IsAYearBeforeOrThePeriodBefore) {
  EXPECT_EQ(base_in("2024年华为营收同比增长22%。"), "2023-01-01/2023-12-31");
  EXPECT_EQ(base_in("2024年华为营收增长22%。"), "2023-01-01/2023-12-31");
  EXPECT_EQ(base_in("2024年第三季度华为营收同比增长22%。"), "2023-07-01/2023-09-30");
  EXPECT_EQ(base_in("2024年第三季度华为营收环比增长22%。"), "2024-04-01/2024-06-30");
  EXPECT_EQ(base_in("2024年第一季度华为营收环比下降22%。"), "2023-10-01/2023-12-31");
  EXPECT_EQ(base_in("In 2024 NVIDIA's revenue grew 20% year on year."), "2023-01-01/2023-12-31");
}

TEST(GrowthBase, IsOpenWhereTheWordsLeaveItOpen) {
  EXPECT_EQ(base_in("2024年第三季度华为营收增长22%。"), "-") << "of a year or of a quarter";
  EXPECT_EQ(base_in("2024年华为营收较2019年增长22%。"), "-");
  EXPECT_EQ(base_in("2024年华为营收年复合增长率22%。"), "-");
  EXPECT_EQ(base_in("华为营收同比增长22%。"), "-") << "no period";
  EXPECT_EQ(base_in("2024年华为营收按固定汇率同比增长22%。"), "-");
  EXPECT_EQ(base_in("In 2024 NVIDIA's organic revenue grew 20% year on year."), "-");
  EXPECT_EQ(base_in("2024年华为营收同比增长超过22%。"), "-") << "a bound";
}

}  // namespace
}  // namespace assay
