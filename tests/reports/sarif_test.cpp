// SPDX-License-Identifier: MIT
// What the schema and GitHub's limits ask of a SARIF file, as far as this program writes it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "checks/rule.h"
#include "tests/reports/golden.h"
#include "tests/reports/hostile_result.h"

namespace assay {
namespace {

using sample::kEnglish;
using Json = nlohmann::json;

Json run_of(const std::string& report) { return Json::parse(report)["runs"][0]; }
Json sample_run() { return run_of(sample::write("sarif", kEnglish)); }

/// Every key of the object is among those that the schema allows.
void expect_keys(const Json& object, const std::set<std::string>& allowed) {
  for (const auto& [key, value] : object.items()) EXPECT_TRUE(allowed.contains(key)) << key;
}

/// A valid relative or absolute reference: unreserved characters, slashes, escapes, one scheme.
void expect_uri(const std::string& uri) {
  EXPECT_FALSE(uri.empty());
  const std::string path = uri.starts_with("file://") ? uri.substr(7) : uri;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (path[i] == '%') {
      ASSERT_LT(i + 2, path.size());
      EXPECT_TRUE(std::isxdigit(static_cast<unsigned char>(path[i + 1])) != 0 &&
                  std::isxdigit(static_cast<unsigned char>(path[i + 2])) != 0);
    } else {
      EXPECT_TRUE(std::isalnum(static_cast<unsigned char>(path[i])) != 0 ||
                  std::string_view("-._~/").find(path[i]) != std::string_view::npos)
          << uri;
    }
  }
}

void expect_location(const Json& location) {
  expect_keys(location, {"id", "physicalLocation", "logicalLocations", "message"});
  const Json& physical = location.at("physicalLocation");
  expect_keys(physical, {"artifactLocation", "region"});
  expect_keys(physical.at("artifactLocation"), {"uri", "uriBaseId"});
  expect_uri(physical["artifactLocation"]["uri"]);
  if (!physical.contains("region")) return;
  const Json& region = physical["region"];
  expect_keys(region, {"startLine", "startColumn", "endLine", "endColumn"});
  EXPECT_GE(region.at("startLine").get<int>(), 1);
  if (!region.contains("startColumn")) return;
  EXPECT_GE(region["startColumn"].get<int>(), 1);
  EXPECT_GE(region.at("endColumn").get<int>(), region["startColumn"].get<int>());
}

void expect_result(const Json& result, const Json& rules) {
  expect_keys(result, {"ruleId", "ruleIndex", "level", "message", "locations", "relatedLocations",
                       "partialFingerprints", "rank", "properties", "suppressions"});
  EXPECT_EQ(rules.at(result.at("ruleIndex").get<std::size_t>())["id"], result["ruleId"]);
  EXPECT_TRUE(std::set<std::string>({"error", "warning", "note"}).contains(result.at("level")));
  EXPECT_FALSE(result.at("message").at("text").get<std::string>().empty());
  ASSERT_EQ(result.at("locations").size(), 1U);
  expect_location(result["locations"][0]);
  std::size_t id = 1;
  for (const Json& related : result.value("relatedLocations", Json::array())) {
    expect_location(related);
    EXPECT_EQ(related.at("id"), id++);
    EXPECT_FALSE(related.at("message").at("text").get<std::string>().empty());
  }
  EXPECT_LE(id, 100U);
  for (const auto& [name, value] : result.at("partialFingerprints").items())
    EXPECT_TRUE(value.is_string()) << name;
  EXPECT_GE(result.at("rank").get<double>(), 0);
  EXPECT_LE(result["rank"].get<double>(), 100);
}

/// Without the rules, which come from the cards: a word in a card is no change of the format.
TEST(Sarif, Golden) {
  auto log = nlohmann::ordered_json::parse(sample::write("sarif", kEnglish));
  log["runs"][0]["tool"]["driver"].erase("rules");
  for (auto& result : log["runs"][0]["results"]) result.erase("ruleIndex");
  sample::expect_golden("sample.sarif", log.dump(2) + "\n");
}

TEST(Sarif, HasTheStructureOfTheStandard) {
  const Json log = Json::parse(sample::write("sarif", kEnglish));
  EXPECT_EQ(log["version"], "2.1.0");
  ASSERT_EQ(log["runs"].size(), 1U);
  const Json& run = log["runs"][0];
  EXPECT_EQ(run["columnKind"], "utf16CodeUnits");
  ASSERT_EQ(run["results"].size(), 8U);
  for (const Json& result : run["results"]) expect_result(result, run["tool"]["driver"]["rules"]);
}

TEST(Sarif, ListsWhatIsSetAsideOnDemandAsSuppressed) {
  CheckResult result = sample::result();
  const std::size_t findings = result.findings.size();
  for (const SetAsideBy by : {SetAsideBy::Suppression, SetAsideBy::Baseline}) {
    result.set_aside.push_back({result.findings.back(), by, "two ways\nof counting"});
    result.findings.pop_back();
  }
  const Json run = run_of(sample::write("sarif", kEnglish, result));
  ASSERT_EQ(run["results"].size(), findings - 2);
  for (const Json& each : run["results"]) EXPECT_FALSE(each.contains("suppressions"));

  ReportOptions verbose = kEnglish;
  verbose.verbose = true;
  const Json all = run_of(sample::write("sarif", verbose, result));
  ASSERT_EQ(all["results"].size(), findings);
  for (std::size_t i = 0; i + 2 < findings; ++i)
    EXPECT_EQ(all["results"][i].at("suppressions"), Json::array());
  const Json& mark = all["results"][findings - 2];
  expect_result(mark, all["tool"]["driver"]["rules"]);
  EXPECT_EQ(mark["suppressions"],
            Json::array({{{"kind", "inSource"}, {"justification", "two ways of counting"}}}));
  EXPECT_EQ(all["results"][findings - 1]["suppressions"],
            Json::array({{{"kind", "external"}, {"justification", "known in the baseline"}}}));
}

TEST(Sarif, DescribesEveryRule) {
  const Json rules = sample_run()["tool"]["driver"]["rules"];
  ASSERT_EQ(rules.size(), all_rules().size());
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const Json& rule = rules[i];
    EXPECT_EQ(rule["id"], all_rules()[i].name);
    EXPECT_LE(rule.at("shortDescription").at("text").get<std::string>().size(), 1024U);
    EXPECT_LE(rule.at("fullDescription").at("text").get<std::string>().size(), 1024U);
    EXPECT_FALSE(rule.at("help").at("text").get<std::string>().empty());
    EXPECT_NE(rule.at("help").at("markdown").get<std::string>().find("## What it finds"),
              std::string::npos);
    EXPECT_EQ(rule.at("defaultConfiguration").at("level"), to_string(all_rules()[i].rule->highest));
    EXPECT_LE(rule.at("properties").at("tags").size(), 10U);
  }
}

TEST(Sarif, TellsFilesOfTheCheckoutFromOthers) {
  const Json results = sample_run()["results"];
  const auto artifact = [](const Json& location) {
    return location["physicalLocation"]["artifactLocation"];
  };
  EXPECT_EQ(artifact(results[0]["locations"][0]),
            Json({{"uri", "notes/ai-chips-2025.md"}, {"uriBaseId", "%SRCROOT%"}}));
  EXPECT_EQ(artifact(results[0]["relatedLocations"][0]),
            Json({{"uri", "transcripts/all%20talks.jsonl"}, {"uriBaseId", "%SRCROOT%"}}));
  EXPECT_EQ(artifact(results[1]["relatedLocations"][0]),
            Json({{"uri", "file:///srv/articles/market-review.md"}}));
  EXPECT_EQ(artifact(results[2]["relatedLocations"][0])["uri"], "pages/%E6%98%87%E9%A8%B0.html");
  EXPECT_EQ(artifact(results[3]["locations"][0]), Json({{"uri", "notes/results.md"}}));
}

TEST(Sarif, KnowsOfARecordOnlyItsLine) {
  const Json location = sample_run()["results"][0]["relatedLocations"][0];
  EXPECT_EQ(location["physicalLocation"]["region"], Json({{"startLine", 12}}));
  EXPECT_EQ(location["logicalLocations"][0]["fullyQualifiedName"], "transcripts/roundtable.txt");
}

TEST(Sarif, CountsColumnsInUtf16AndWithoutAByteOrderMark) {
  CheckResult result;
  Finding& finding = result.findings.emplace_back();
  finding.rule = "impossible-value";
  Fact& fact = finding.evidence.emplace_back();
  fact.document = "a.md";
  fact.text = "𝟓0%";
  fact.line = 1;
  fact.quantity = sample::ratio(.5, .5);
  const std::string raw = "\xEF\xBB\xBF份额𠮷😀" + fact.text + "\n";
  fact.mention = {raw.find(fact.text), raw.find(fact.text) + fact.text.size()};
  SourceTexts sources;
  sources.add("a.md", raw);
  ReportOptions options = kEnglish;
  options.files = {{"a.md", {.path = "a.md"}}};
  std::ostringstream out;
  write_sarif(result, sources, options, out);
  EXPECT_EQ(run_of(out.str())["results"][0]["locations"][0]["physicalLocation"]["region"],
            Json({{"startLine", 1}, {"startColumn", 7}, {"endLine", 1}, {"endColumn", 11}}));
}

TEST(Sarif, FingerprintsRestOnContent) {
  CheckResult moved = sample::result();
  for (Finding& finding : moved.findings)
    for (Fact& fact : finding.evidence) fact.line += 10;
  const Json before = sample_run()["results"];
  const Json after = run_of(sample::write("sarif", kEnglish, moved))["results"];
  std::set<std::string> all;
  for (std::size_t i = 0; i < before.size(); ++i) {
    EXPECT_EQ(before[i]["partialFingerprints"], after[i]["partialFingerprints"]);
    all.insert(before[i]["partialFingerprints"]["primaryLocationLineHash"]);
  }
  EXPECT_EQ(all.size(), before.size());
}

TEST(Sarif, KeepsTheLimitsOfGithub) {
  CheckResult result = sample::result();
  Finding many = result.findings[0];
  while (many.evidence.size() < 150) many.evidence.push_back(many.evidence.back());
  result.findings.assign(5001, result.findings[1]);
  result.findings[0] = many;
  const Json run = run_of(sample::write("sarif", kEnglish, result));
  EXPECT_EQ(run["results"].size(), 5000U);
  EXPECT_EQ(run["results"][0]["relatedLocations"].size(), 99U);
  EXPECT_EQ(run["invocations"][0]["toolExecutionNotifications"].size(), 1U);
  EXPECT_FALSE(sample_run()["invocations"][0].contains("toolExecutionNotifications"));
}

TEST(Sarif, LetsNoDocumentAddLinksOrPlaceholders) {
  const std::string report = sample::write_hostile("sarif");
  sample::expect_harmless(report);
  const Json run = run_of(report);
  ASSERT_EQ(run["results"].size(), 1U);
  expect_result(run["results"][0], run["tool"]["driver"]["rules"]);
  const std::string message = run["results"][0]["message"]["text"];
  EXPECT_EQ(message.find("](http"), std::string::npos);
  EXPECT_NE(message.find("{{0}}"), std::string::npos);
  // One link to the other statement, and it is the last thing in the message.
  EXPECT_EQ(message.find("](1)"), message.size() - 4);
}

TEST(Sarif, CutsEndlessLines) {
  const std::string report = sample::write_hostile("sarif", sample::endless_line());
  const Json result = run_of(report)["results"][0];
  EXPECT_LT(result["message"].dump().size(), 20'000U);
  EXPECT_LT(result["locations"][0]["message"].dump().size(), 20'000U);
}

TEST(Sarif, IsWholeWithoutFindings) {
  const Json run = run_of(sample::write("sarif", kEnglish, {}));
  EXPECT_EQ(run["results"], Json::array());
}

}  // namespace
}  // namespace assay
