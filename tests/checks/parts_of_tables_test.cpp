// SPDX-License-Identifier: MIT
/// How sure rows of a table are parts of one whole.
#include <gtest/gtest.h>

#include "checks/run.h"
#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

std::vector<Finding> findings_of(const std::string& table) {
  return check({read_sample(table, "note.md")}, sample_knowledge()).findings;
}

std::string turnover(const char* total) {
  return "|指数|成交额|\n|---|---|\n|上证指数|4581亿元|\n|深证成指|6130亿元|\n|创业板指|2836亿元|"
         "\n|合计|" +
         std::string(total) + "|\n";
}

TEST(PartsOfTables, ARowThatMayBeAPartOfAnotherIsNoError) {
  const std::vector<Finding> partly = findings_of(turnover("1.07万亿元"));
  ASSERT_EQ(partly.size(), 1U);
  EXPECT_EQ(partly[0].rule, "table-sum");
  EXPECT_EQ(partly[0].severity, Severity::Note);
  EXPECT_NE(partly[0].explanation.zh.find("创业板指"), std::string::npos);

  const std::vector<Finding> wrong = findings_of(turnover("1.28万亿元"));
  ASSERT_EQ(wrong.size(), 1U);
  EXPECT_EQ(wrong[0].severity, Severity::Error);
  EXPECT_TRUE(findings_of(turnover("1.35万亿元")).empty());
}

TEST(PartsOfTables, ProportionsFarAboveTheWholeAreOfDifferentThings) {
  const auto weights = [](const char* last) {
    return "|部门|占比|\n|---|---|\n|甲部|80%|\n|乙部|20%|\n|丙部|" + std::string(last) + "|\n";
  };
  EXPECT_TRUE(findings_of(weights("60%")).empty());
  const std::vector<Finding> slipped = findings_of(weights("30%"));
  ASSERT_EQ(slipped.size(), 1U);
  EXPECT_EQ(slipped[0].rule, "part-whole");
}

TEST(PartsOfTables, MultiplesAreNoParts) {
  EXPECT_TRUE(findings_of("美国的5x token需求转移成了中国的1x token。").empty());
}

}  // namespace
}  // namespace assay
