// SPDX-License-Identifier: MIT
#include "checks/time_relation.h"

#include <string>

#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

TimeRelation relate(const std::string& a, const std::string& b, bool one_document = false) {
  const ReadDocument first = read_sample(a, "a.md");
  const ReadDocument second = read_sample(b, one_document ? "a.md" : "b.md");
  EXPECT_EQ(first.facts.size(), 1U) << a;
  EXPECT_EQ(second.facts.size(), 1U) << b;
  if (first.facts.empty() || second.facts.empty()) return TimeRelation::Unknown;
  const TimeRelation there = relate_times(first.facts[0], second.facts[0]);
  EXPECT_EQ(there, relate_times(second.facts[0], first.facts[0])) << a << b;
  return there;
}

TEST(TimeRelation, ComparesWhatIsKnown) {
  const struct {
    const char* a;
    const char* b;
    TimeRelation relation;
  } rows[] = {
      {"2024年营收8亿元。", "2024年营收9亿元。", TimeRelation::Same},
      {"2024年营收8亿元。", "2023年营收9亿元。", TimeRelation::Apart},
      {"2024年第三季度营收8亿元。", "2024年营收9亿元。", TimeRelation::Nested},
      {"2024年前10个月营收8亿元。", "2024年前11个月营收9亿元。", TimeRelation::Nested},
      {"2024年前11个月营收8亿元。", "2024年营收9亿元。", TimeRelation::Nested},
      {"2024年2月1日至12月31日营收8亿元。", "2024年营收9亿元。", TimeRelation::Overlapping},
      {"第三季度营收8亿元。", "2024年第三季度营收9亿元。", TimeRelation::SamePart},
      {"第三季度营收8亿元。", "第三季度营收9亿元。", TimeRelation::SamePart},
      {"第三季度营收8亿元。", "第四季度营收9亿元。", TimeRelation::Apart},
      {"第三季度营收8亿元。", "前三季度营收9亿元。", TimeRelation::Apart},
      {"第三季度营收8亿元。", "2024年营收9亿元。", TimeRelation::Apart},
      {"Q3 revenue was $8 billion.", "Third-quarter revenue was $9 billion.",
       TimeRelation::SamePart},
      {"第三季度营收8亿元。", "营收9亿元。", TimeRelation::Unknown},
      {"营收8亿元。", "营收9亿元。", TimeRelation::Unknown},
      {"去年营收8亿元。", "今年营收9亿元。", TimeRelation::Unknown},
  };
  for (const auto& row : rows)
    EXPECT_EQ(static_cast<int>(relate(row.a, row.b)), static_cast<int>(row.relation))
        << row.a << row.b;
}

TEST(TimeRelation, CountsYearsFromTheYearOfWritingInOneDocument) {
  EXPECT_EQ(relate("去年营收8亿元。", "今年营收9亿元。", true), TimeRelation::Apart);
  EXPECT_EQ(relate("去年营收8亿元。", "去年营收9亿元。", true), TimeRelation::SamePart);
}

}  // namespace
}  // namespace assay
