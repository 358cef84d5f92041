// SPDX-License-Identifier: MIT
/// The formats for machines, written by the program itself.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "reports/formats.h"
#include "tests/cli/program.h"

namespace assay {
namespace {

using testing::HasSubstr;
using testing::StartsWith;
using Json = nlohmann::json;

class Formats : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    write("notes/a b.md", std::string("# 笔记\n\n") + kHalf);
    write("notes/b.jsonl", "\n" + Json({{"id", "wire-7"}, {"text", kThird}}).dump() + "\n");
    write("notes/c.md", kOther);
  }
  /// The locations of the only finding, as SARIF gives them, by their URI.
  [[nodiscard]] std::map<std::string, Json> locations(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "check");
    arguments.insert(arguments.end(), {"--format", "sarif"});
    const Json results = Json::parse(assay(arguments).output)["runs"][0]["results"];
    EXPECT_EQ(results.size(), 1U);
    std::map<std::string, Json> places;
    for (const char* kind : {"locations", "relatedLocations"})
      for (const Json& location : results.at(0).value(kind, Json::array()))
        places.emplace(location["physicalLocation"]["artifactLocation"]["uri"], location);
    return places;
  }
};

TEST_F(Formats, ChangeNoExitStatus) {
  for (const ReportFormat& format : all_formats()) {
    const std::vector<std::string> choice = {"--format", std::string(format.name)};
    const auto status = [&](std::vector<std::string> arguments) {
      arguments.insert(arguments.end(), choice.begin(), choice.end());
      return assay(arguments).status;
    };
    EXPECT_EQ(status({"check", "notes"}), 1) << format.name;
    EXPECT_EQ(status({"check", "notes", "-o", "report"}), 1) << format.name;
    EXPECT_EQ(status({"check", "notes", "--fail-on", "never"}), 0) << format.name;
    EXPECT_EQ(status({"check", "notes/c.md"}), 0) << format.name;
    EXPECT_EQ(status({"check", "notes", "missing.md"}), 2) << format.name;
    EXPECT_EQ(status({"report", "notes", "-o", "report"}), 0) << format.name;
  }
}

TEST_F(Formats, NameFilesFromTheWorkingDirectory) {
  for (const std::string& path : {std::string("notes"), (folder_ / "notes/../notes").string()}) {
    const std::map<std::string, Json> places = locations({path});
    ASSERT_TRUE(places.contains("notes/a%20b.md")) << path;
    EXPECT_EQ(places.at("notes/a%20b.md")["physicalLocation"]["region"]["startLine"], 3);
    EXPECT_TRUE(
        places.at("notes/a%20b.md")["physicalLocation"]["artifactLocation"].contains("uriBaseId"));
    ASSERT_TRUE(places.contains("notes/b.jsonl"));
    EXPECT_EQ(places.at("notes/b.jsonl")["physicalLocation"]["region"], Json({{"startLine", 2}}));
  }
}

TEST_F(Formats, NameFilesElsewhereInFull) {
  const Outcome outcome = shell("cd notes && \"$ASSAY\" check . ../notes/c.md --format github");
  EXPECT_THAT(outcome.output, StartsWith("::error file=b.jsonl,line=2,title="));
  write("there/a.md", kHalf);
  write("here/b.md", kThird);
  const Outcome elsewhere = shell("cd here && \"$ASSAY\" check b.md ../there/a.md --format sarif");
  EXPECT_THAT(elsewhere.output, HasSubstr("\"uri\": \"file:///"));
  EXPECT_THAT(elsewhere.output, HasSubstr("/there/a.md\""));
}

TEST_F(Formats, NameNoFileForStandardInput) {
  const Outcome outcome = assay({"check", "-", "notes/a b.md", "--format", "github"}, kThird);
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.output, testing::Not(HasSubstr("file=-")));
}

TEST_F(Formats, FindTheFilesOfAFactBase) {
  ASSERT_EQ(assay({"add", "--base", "facts.db", "notes/a b.md"}).status, 0);
  write("new.md", kThird);
  const std::map<std::string, Json> places = locations({"new.md", "--base", "facts.db"});
  ASSERT_TRUE(places.contains("notes/a%20b.md"));
  EXPECT_TRUE(places.at("notes/a%20b.md")["physicalLocation"]["region"].contains("startColumn"));
}

TEST_F(Formats, FailuresOfJunitFollowFailOn) {
  const auto failures = [&](const std::string& level) {
    return assay({"check", "notes", "--format", "junit", "--fail-on", level}).output;
  };
  EXPECT_THAT(failures("error"), HasSubstr("failures=\"1\""));
  EXPECT_THAT(failures("never"), HasSubstr("failures=\"0\""));
}

TEST_F(Formats, AreToldByTheNameOfTheFile) {
  EXPECT_EQ(assay({"check", "notes", "-o", "findings.sarif"}).status, 1);
  EXPECT_EQ(Json::parse(read("findings.sarif"))["version"], "2.1.0");
  EXPECT_EQ(assay({"check", "notes", "-o", "findings.csv"}).status, 1);
  EXPECT_THAT(read("findings.csv"), StartsWith("finding,rule,"));
}

}  // namespace
}  // namespace assay
