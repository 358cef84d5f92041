// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "tests/reports/golden.h"
#include "tests/reports/hostile_result.h"

namespace assay {
namespace {

using sample::kEnglish;
using Json = nlohmann::json;

void expect_issue(const Json& issue) {
  const std::set<std::string> severities = {"info", "minor", "major", "critical", "blocker"};
  EXPECT_FALSE(issue.at("description").get<std::string>().empty());
  EXPECT_FALSE(issue.at("check_name").get<std::string>().empty());
  EXPECT_FALSE(issue.at("fingerprint").get<std::string>().empty());
  EXPECT_TRUE(severities.contains(issue.at("severity")));
  EXPECT_FALSE(issue.at("location").at("path").get<std::string>().empty());
  EXPECT_GE(issue.at("location").at("lines").at("begin").get<int>(), 1);
}

TEST(Gitlab, Golden) {
  sample::expect_golden("sample.gitlab.json", sample::write("gitlab", kEnglish));
}

TEST(Gitlab, HasWhatGitlabRequires) {
  const Json issues = Json::parse(sample::write("gitlab", kEnglish));
  ASSERT_EQ(issues.size(), 8U);
  std::set<std::string> fingerprints;
  for (const Json& issue : issues) {
    expect_issue(issue);
    fingerprints.insert(issue["fingerprint"]);
  }
  EXPECT_EQ(fingerprints.size(), issues.size());
  EXPECT_EQ(issues[0]["location"],
            Json({{"path", "notes/ai-chips-2025.md"}, {"lines", {{"begin", 3}}}}));
  EXPECT_EQ(issues[1]["location"],
            Json({{"path", "transcripts/all talks.jsonl"}, {"lines", {{"begin", 12}}}}));
  EXPECT_EQ(issues[0]["severity"], "critical");
  EXPECT_EQ(issues[7]["severity"], "info");
}

TEST(Gitlab, IsHarmless) {
  const std::string report = sample::write_hostile("gitlab");
  sample::expect_harmless(report);
  ASSERT_EQ(Json::parse(report).size(), 1U);
  expect_issue(Json::parse(report)[0]);
  EXPECT_LT(sample::write_hostile("gitlab", sample::endless_line()).size(), 50'000U);
}

TEST(Gitlab, IsAnEmptyListWithoutFindings) {
  EXPECT_EQ(Json::parse(sample::write("gitlab", kEnglish, {})), Json::array());
}

}  // namespace
}  // namespace assay
