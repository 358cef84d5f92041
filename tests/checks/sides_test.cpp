// SPDX-License-Identifier: MIT
#include "checks/sides.h"

#include <gmock/gmock.h>

#include "checks/run.h"
#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

using testing::ElementsAre;
using testing::SizeIs;
using testing::UnorderedElementsAre;

const std::string kFifty = "英伟达2025年在中国AI芯片市场的份额为50%。\n";
const std::string kThirty = "英伟达2025年在中国AI芯片市场的份额为30%。\n";

/// Checks texts whose ids are "0.md", "1.md", …; only findings of `changed` when there are any.
std::vector<Finding> findings_of(const std::vector<std::string>& texts,
                                 std::set<std::string> changed = {}) {
  std::vector<ReadDocument> documents;
  for (std::size_t i = 0; i < texts.size(); ++i)
    documents.push_back(read_sample(texts[i], std::to_string(i) + ".md"));
  return check(std::move(documents), sample_knowledge(), {.changed = std::move(changed)}).findings;
}

std::vector<std::string> documents_of(const std::vector<const Fact*>& side) {
  std::vector<std::string> documents;
  for (const Fact* fact : side) documents.push_back(fact->document);
  return documents;
}

TEST(Sides, StatementsOfOneValueStandTogether) {
  const std::vector<Finding> findings = findings_of({kFifty, kThirty, kFifty});
  ASSERT_THAT(findings, SizeIs(1));
  ASSERT_TRUE(is_two_sided(findings[0]));
  const Sides sides = sides_of(findings[0]);
  EXPECT_THAT(documents_of(sides.first), UnorderedElementsAre("0.md", "2.md"));
  EXPECT_THAT(documents_of(sides.second), ElementsAre("1.md"));
}

TEST(Sides, HoldWhatReportsLeaveOut) {
  std::vector<std::string> texts(9, kThirty);
  texts[0] = kFifty;
  const std::vector<Finding> findings = findings_of(texts);
  ASSERT_THAT(findings, SizeIs(1));
  const Sides sides = sides_of(findings[0]);
  EXPECT_EQ(sides.first.size() + sides.second.size(), 9U);
  EXPECT_LT(findings[0].evidence.size(), 9U);
}

TEST(Sides, FindingThatRestsOnAllItsStatementsHasOne) {
  const Finding sum{.rule = "table-sum", .evidence = std::vector<Fact>(3)};
  const Sides sides = sides_of(sum);
  EXPECT_THAT(sides.first, SizeIs(3));
  EXPECT_THAT(sides.second, SizeIs(0));
}

TEST(ChangedDocuments, AreHeldAgainstWhatTheyContradict) {
  // Eight others say what is new, and one the contrary.
  std::vector<std::string> texts(9, kThirty);
  texts[3] = kFifty;
  const std::vector<Finding> findings = findings_of(texts, {"6.md"});
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_EQ(findings[0].evidence[0].document, "6.md");
  EXPECT_EQ(findings[0].evidence[1].document, "3.md");
  EXPECT_THAT(findings_of({kFifty, kThirty, "今天下雨。\n"}, {"2.md"}), SizeIs(0));
}

}  // namespace
}  // namespace assay
