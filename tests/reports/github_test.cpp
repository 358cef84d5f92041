// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/reports/golden.h"
#include "tests/reports/hostile_result.h"

namespace assay {
namespace {

using sample::kChinese;
using sample::kEnglish;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

TEST(Github, Golden) {
  sample::expect_golden("sample.github.en.txt", sample::write("github", kEnglish));
  sample::expect_golden("sample.github.zh.txt", sample::write("github", kChinese));
}

TEST(Github, IsACommandForEachFinding) {
  const std::vector<std::string> lines = lines_of(sample::write("github", kEnglish));
  ASSERT_EQ(lines.size(), 8U);
  EXPECT_THAT(lines[0], StartsWith("::error file=notes/ai-chips-2025.md,line=3,col=43,"
                                   "endColumn=46,title=value-conflict::NVIDIA"));
  EXPECT_THAT(lines[4], StartsWith("::warning "));
  EXPECT_THAT(lines[7], StartsWith("::notice "));
}

TEST(Github, NamesTheLineOfARecordAndNoFileWhereThereIsNone) {
  const std::vector<std::string> lines = lines_of(sample::write("github", kEnglish));
  EXPECT_THAT(
      lines[1],
      StartsWith("::error file=transcripts/all talks.jsonl,line=12,title=magnitude-slip::"));
  EXPECT_THAT(lines[3], StartsWith("::error title=change-arithmetic::"));
}

TEST(Github, LetsNoDocumentAddACommand) {
  const std::string report = sample::write_hostile("github");
  sample::expect_harmless(report);
  const std::vector<std::string> lines = lines_of(report);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(report.find('\r'), std::string::npos);
  // The properties end at the first "::" behind the two that the command starts with.
  const std::string properties = lines[0].substr(2, lines[0].find("::", 2) - 2);
  EXPECT_THAT(properties, StartsWith("error file="));
  EXPECT_THAT(properties, testing::EndsWith(",title=value-conflict"));
  EXPECT_EQ(std::ranges::count(properties, ','), 4);
  EXPECT_THAT(lines[0], HasSubstr("%250A::warning"));
}

TEST(Github, CutsEndlessLines) {
  const std::string report = sample::write_hostile("github", sample::endless_line());
  EXPECT_EQ(lines_of(report).size(), 1U);
  EXPECT_LT(report.size(), 50'000U);
}

TEST(Github, IsEmptyWithoutFindings) { EXPECT_EQ(sample::write("github", kEnglish, {}), ""); }

}  // namespace
}  // namespace assay
