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
  EXPECT_EQ(assay({"check", "notes", "--staged", "--changed-since", "HEAD"}).status, 2);
}

TEST_F(Gate, StagedFilesAreReadAsTheyAreStaged) {
  write("notes/b.md", "\n\n" + std::string(kThird));
  ASSERT_EQ(shell("git add notes/b.md").status, 0);
  // Mended since, but the commit would not have that.
  write("notes/b.md", kHalf);
  const Json wrong = findings("--staged");
  ASSERT_EQ(wrong.size(), 1U);
  EXPECT_EQ(wrong[0]["evidence"][0]["document"], "notes/b.md");
  EXPECT_EQ(wrong[0]["evidence"][0]["line"], 3);
  const Outcome text = assay({"check", "notes", "--staged"});
  EXPECT_THAT(text.output, HasSubstr("3 | " + std::string(kThird)));
  EXPECT_EQ(text.errors, "");
  EXPECT_EQ(assay({"check", "notes", "--changed-since", "HEAD"}).status, 0);
  // The other way round: what is wrong is not staged.
  ASSERT_EQ(shell("git add notes/b.md").status, 0);
  write("notes/b.md", kThird);
  EXPECT_EQ(findings("--staged").size(), 0U);
  EXPECT_EQ(assay({"check", "notes", "--changed-since", "HEAD"}).status, 1);
}

TEST_F(Gate, PartOfAFileCanBeStaged) {
  write("notes/a.md", std::string(kHalf) + "\nMore text.\n\nAnd more.\n");
  ASSERT_EQ(shell("git add notes && " + kCommit + " second").status, 0);
  write("notes/b.md", "One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n");
  ASSERT_EQ(shell("git add notes && " + kCommit + " third").status, 0);
  write("notes/b.md", std::string(kThird) + "\nTwo.\n\nThree.\n\nFour.\n\nSix.\n");
  // The second of the two changes only.
  ASSERT_EQ(shell("printf 'n\\ny\\n' | git add -p notes/b.md").status, 0);
  ASSERT_EQ(shell("git diff --cached | grep -q '^+Six'").status, 0);
  EXPECT_EQ(findings("--staged").size(), 0U);
  ASSERT_EQ(shell("git add notes/b.md").status, 0);
  EXPECT_EQ(findings("--staged").size(), 1U);
}

TEST_F(Gate, StagedFilesAreHeldAgainstWhatTheCommitHolds) {
  // The older statement is another one, or gone, in the work tree only.
  write("notes/b.md", kThird);
  ASSERT_EQ(shell("git add notes/b.md").status, 0);
  write("notes/a.md", kThird);
  ASSERT_EQ(findings("--staged").size(), 1U);
  EXPECT_EQ(findings("--staged")[0]["evidence"][1]["text"], "50%");
  ASSERT_EQ(shell("rm notes/a.md").status, 0);
  ASSERT_EQ(findings("--staged").size(), 1U);
  EXPECT_EQ(findings("--staged")[0]["evidence"][1]["document"], "notes/a.md");
  // So is a staged file that is not there any more.
  ASSERT_EQ(shell("rm notes/b.md").status, 0);
  EXPECT_EQ(findings("--staged").size(), 1U);
  EXPECT_EQ(assay({"check", "notes/b.md", "notes/a.md", "--staged"}).status, 1);
  // What is hidden or excluded stays so.
  write("assay.toml", "exclude = [\"a.md\"]\n");
  EXPECT_EQ(findings("--staged").size(), 0U);
  // What is taken out of the index is no part of the commit.
  ASSERT_EQ(
      shell("rm assay.toml; git checkout -q -- notes/b.md && git rm -q --cached notes/a.md && "
            "git show HEAD:notes/a.md > notes/a.md && git reset -q notes/b.md && "
            "git add notes/c.md")
          .status,
      0);
  EXPECT_EQ(findings("--staged").size(), 0U);
}

TEST_F(Gate, StagedRecordsAreReadAsTheyAreStaged) {
  const auto record = [](const char* text) {
    return Json{{"id", "r1"}, {"text", text}}.dump() + "\n";
  };
  write("notes/talks.jsonl", "\n" + record(kThird));
  ASSERT_EQ(shell("git add notes/talks.jsonl").status, 0);
  write("notes/talks.jsonl", record(kHalf));
  const Json found = findings("--staged");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0]["evidence"][0]["document"], "r1");
  EXPECT_THAT(assay({"check", "notes", "--staged", "--format", "github"}).output,
              HasSubstr("file=notes/talks.jsonl,line=2"));
}

TEST_F(Gate, StagedNamesMayBeAnything) {
  write("notes/中 文 'x'.md", kThird);
  ASSERT_EQ(shell("git add notes").status, 0);
  write("notes/中 文 'x'.md", kHalf);
  EXPECT_EQ(findings("--staged").size(), 1U);
  const Outcome below = shell("cd notes && \"$ASSAY\" check . --staged --format json");
  EXPECT_EQ(Json::parse(below.output)["findings"].size(), 1U);
  ASSERT_EQ(shell("rm -r .git").status, 0);
  const Outcome outside = assay({"check", "notes", "--staged"});
  EXPECT_EQ(outside.status, 2);
  EXPECT_THAT(outside.errors, HasSubstr("--staged: git says: "));
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
