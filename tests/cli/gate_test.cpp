// SPDX-License-Identifier: MIT
/// --changed-since and --staged: what of a change is let through.

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace assay {
namespace {

using testing::HasSubstr;
using testing::Not;
using Json = nlohmann::json;

class Gate : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    write("notes/a.md", kHalf);
    write("notes/c.md", kOther);
    ASSERT_EQ(shell("git init -q . && git add notes && " + kCommit + " first").status, 0);
  }
  [[nodiscard]] Json findings(const std::string& option, const std::string& value = "") const {
    std::vector<std::string> arguments = {"check", "notes", "--format", "json", option};
    if (!value.empty()) arguments.push_back(value);
    return Json::parse(assay(arguments).output)["findings"];
  }

  const std::string kCommit =
      "git -c user.name=a -c user.email=a@b.c -c commit.gpgsign=false commit -qm";
};

TEST_F(Gate, FindingStandsAtTheNewNoteAndTheOlderStatementIsRelated) {
  write("notes/0-new.md", kThird);
  const Json found = findings("--changed-since", "HEAD");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0]["evidence"][0]["document"], "notes/0-new.md");
  EXPECT_EQ(found[0]["evidence"][1]["document"], "notes/a.md");
  const Json sarif =
      Json::parse(assay({"check", "notes", "--changed-since", "HEAD", "--format", "sarif"}).output);
  const Json& result = sarif["runs"][0]["results"][0];
  const auto uri = [](const Json& location) {
    return location["physicalLocation"]["artifactLocation"]["uri"];
  };
  EXPECT_EQ(uri(result["locations"][0]), "notes/0-new.md");
  EXPECT_EQ(uri(result["relatedLocations"][0]), "notes/a.md");
}

TEST_F(Gate, WhatWasWrongBeforeDoesNotFailAChangeElsewhere) {
  write("notes/b.md", kThird);
  ASSERT_EQ(shell("git add notes && " + kCommit + " second").status, 0);
  write("notes/c.md", std::string(kOther) + "\nMore text.\n");
  EXPECT_EQ(findings("--changed-since", "HEAD").size(), 0U);
  EXPECT_EQ(assay({"check", "notes", "--changed-since", "HEAD"}).status, 0);
  EXPECT_EQ(assay({"check", "notes", "--changed-since", "HEAD~1"}).status, 1);
}

TEST_F(Gate, NewCopyOfAnOldMistakeFailsHoweverManyThereAre) {
  for (int i = 0; i < 5; ++i) write("notes/old" + std::to_string(i) + ".md", kThird);
  ASSERT_EQ(shell("git add notes && " + kCommit + " second").status, 0);
  write("notes/zz-new.md", kThird);
  const Json found = findings("--changed-since", "HEAD");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0]["evidence"][0]["document"], "notes/zz-new.md");
  EXPECT_EQ(found[0]["evidence"][1]["document"], "notes/a.md");
}

TEST_F(Gate, StagedFilesAreThoseOfTheNextCommit) {
  write("notes/b.md", kThird);
  EXPECT_EQ(findings("--staged").size(), 0U);
  ASSERT_EQ(shell("git add notes/b.md").status, 0);
  EXPECT_EQ(findings("--staged").size(), 1U);
  EXPECT_EQ(assay({"check", "notes", "--staged"}).errors, "");
  write("notes/b.md", kHalf);
  const Outcome edited = assay({"check", "notes", "--staged"});
  EXPECT_EQ(edited.status, 0);
  EXPECT_THAT(edited.errors, HasSubstr("notes/b.md: has changed since it was staged"));
  EXPECT_EQ(assay({"check", "notes", "--staged", "--changed-since", "HEAD"}).status, 2);
}

TEST_F(Gate, HookOfGitStopsTheCommit) {
  write("hook", "#!/bin/sh\nexec \"$ASSAY\" check notes --staged\n");
  ASSERT_EQ(shell("cp hook .git/hooks/pre-commit && chmod +x .git/hooks/pre-commit").status, 0);
  write("notes/b.md", kThird);
  ASSERT_EQ(shell("git add notes/b.md").status, 0);
  const Outcome refused = shell(kCommit + " second");
  EXPECT_NE(refused.status, 0);
  EXPECT_THAT(refused.output + refused.errors, HasSubstr("[stale-copy]"));
  write("notes/b.md", kHalf);
  EXPECT_EQ(shell("git add notes/b.md && " + kCommit + " second").status, 0);
}

TEST_F(Gate, CorpusMayBeAFactBase) {
  ASSERT_EQ(assay({"add", "--base", "facts.db", "notes"}).status, 0);
  write("notes/b.md", kThird);
  const Outcome run = assay({"check", "notes/b.md", "--base", "facts.db", "--format", "json"});
  const Json found = Json::parse(run.output)["findings"];
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0]["evidence"][0]["document"], "notes/b.md");
}

TEST_F(Gate, SaysTheThreeWaysOutAndTheMarkIsOne) {
  write("notes/b.md", kThird);
  const std::vector<std::string> gate = {"check", "notes", "--changed-since", "HEAD"};
  const Outcome run = assay(gate);
  EXPECT_THAT(run.output, HasSubstr("Three ways out:\n"));
  const std::string mark = "<!-- assay-ignore stale-copy: REASON -->";
  EXPECT_THAT(run.output, HasSubstr("notes/b.md:1: " + mark + "\n"));
  EXPECT_THAT(assay({"check", "notes", "--changed-since", "HEAD", "--lang", "zh"}).output,
              HasSubstr("三种处理办法"));
  write("notes/b.md", mark + "\n" + kThird);
  EXPECT_EQ(assay(gate).status, 0);
  // Who only looks around is not told what to do.
  write("notes/b.md", kThird);
  EXPECT_THAT(assay({"check", "notes"}).output, Not(HasSubstr("ways out")));
  write("notes/b.md", kHalf);
  EXPECT_THAT(assay(gate).output, Not(HasSubstr("ways out")));
}

TEST_F(Gate, PlainTextIsOfferedTheFormThatSuitsIt) {
  write("notes/b.txt", kThird);
  EXPECT_THAT(assay({"check", "notes", "--changed-since", "HEAD"}).output,
              HasSubstr("notes/b.txt:1: [assay-ignore stale-copy: REASON]\n"));
}

}  // namespace
}  // namespace assay
