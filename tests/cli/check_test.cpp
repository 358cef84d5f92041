// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace assay {
namespace {

using testing::HasSubstr;
using testing::Not;
using Json = nlohmann::json;

class Check : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    write("notes/a.md", kHalf);
    write("notes/b.md", kThird);
    write("notes/c.md", kOther);
  }
  /// The findings of a check with these arguments.
  [[nodiscard]] Json findings(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "check");
    arguments.insert(arguments.end(), {"--format", "json"});
    return Json::parse(assay(arguments).output)["findings"];
  }
};

TEST_F(Check, ContradictionFailsAndAgreementDoesNot) {
  EXPECT_EQ(assay({"check", "notes"}).status, 1);
  EXPECT_EQ(assay({"check", "notes/a.md", "notes/c.md"}).status, 0);
  EXPECT_EQ(assay({"check", "notes/a.md"}).status, 0);
}

TEST_F(Check, FailOnSetsTheLimit) {
  EXPECT_EQ(assay({"check", "notes", "--fail-on", "never"}).status, 0);
  EXPECT_EQ(assay({"check", "notes", "--fail-on", "note"}).status, 1);
  EXPECT_EQ(assay({"check", "notes/a.md", "--fail-on", "note"}).status, 0);
}

TEST_F(Check, JsonIsTheContractsObject) {
  const Json result = Json::parse(assay({"check", "notes", "--format", "json"}).output);
  EXPECT_EQ(result["documents"], 3);
  EXPECT_GE(result["facts"], 3);
  ASSERT_GE(result["findings"].size(), 1U);
  const Json& finding = result["findings"][0];
  for (const char* key : {"id", "rule", "severity", "message", "explanation", "evidence"}) {
    EXPECT_TRUE(finding.contains(key)) << key;
  }
  for (const Json& fact : finding["evidence"]) {
    const std::string raw = read(fact["document"]);
    const std::size_t start = fact["start"];
    EXPECT_EQ(raw.substr(start, fact["end"].get<std::size_t>() - start), fact["text"]);
  }
}

TEST_F(Check, RulesAreSelectedAndIgnored) {
  const Json all = findings({"notes"});
  ASSERT_GE(all.size(), 1U);
  const std::string rule = all[0]["rule"];
  EXPECT_EQ(findings({"notes", "--select", rule})[0]["rule"], rule);
  for (const Json& finding : findings({"notes", "--ignore", rule})) {
    EXPECT_NE(finding["rule"], rule);
  }
  EXPECT_EQ(findings({"notes", "--select", "impossible-value"}).size(), 0U);
}

TEST_F(Check, NoteIsHeldAgainstTheSourceThatIsNamed) {
  write("sum.md", "图纸上要改的接口有1200处，改完要18个月。\n");
  write("talk.txt", "图纸上要改的接口有1020处，全部改完要18个月。\n");
  const std::vector<std::string> rule = {"--select", "lost-in-summary"};
  EXPECT_EQ(findings({"sum.md", "talk.txt", rule[0], rule[1]}).size(), 0U);
  const Json found = findings({"sum.md", "--source", "talk.txt", rule[0], rule[1]});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0]["evidence"].size(), 2U);
  const Outcome missing = assay({"check", "sum.md", "--source", "none.txt"});
  EXPECT_EQ(missing.status, 2);
  EXPECT_THAT(missing.errors, testing::HasSubstr("none.txt"));
}

TEST_F(Check, ReadableIsReportedBesideUnreadable) {
  write("notes/broken.jsonl", "{\"id\":\"x\",\"text\":\"ok\"}\n{\"id\":\n");
  write("notes/binary.md", std::string("\0\1\2\0\xff\xfe", 6));
  const Outcome run = assay({"check", "notes", "missing.md"});
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.errors, HasSubstr("notes/broken.jsonl:2: "));
  EXPECT_THAT(run.errors, HasSubstr("notes/binary.md"));
  EXPECT_THAT(run.errors, HasSubstr("missing.md: no such file"));
  EXPECT_THAT(run.output, HasSubstr("notes/a.md"));
}

TEST_F(Check, DamagedBaseIsReportedAndThePathsAreChecked) {
  write("broken.db", "this is no database, however long it may be");
  const Outcome run = assay({"check", "notes", "--base", "broken.db"});
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.errors, HasSubstr("broken.db"));
  EXPECT_THAT(run.output, HasSubstr("notes/a.md"));
}

TEST_F(Check, BaseAndPathsAreCheckedTogether) {
  ASSERT_EQ(assay({"add", "--base", "facts.db", "notes/a.md"}).status, 0);
  EXPECT_EQ(assay({"check", "--base", "facts.db"}).status, 0);
  EXPECT_EQ(assay({"check", "--base", "facts.db", "notes/b.md"}).status, 1);
  EXPECT_EQ(assay({"check", "--base", "facts.db", "notes/c.md"}).status, 0);
}

TEST_F(Check, PathTakesThePlaceOfItsOlderSelfInTheBase) {
  ASSERT_EQ(assay({"add", "--base", "facts.db", "notes/a.md", "notes/b.md"}).status, 0);
  EXPECT_EQ(assay({"check", "--base", "facts.db"}).status, 1);
  write("notes/b.md", kHalf);
  EXPECT_EQ(assay({"check", "--base", "facts.db", "notes/b.md"}).status, 0);
}

TEST_F(Check, OnlyFindingsOfThePathsAreReportedBesideABase) {
  ASSERT_EQ(assay({"add", "--base", "facts.db", "notes/a.md", "notes/b.md"}).status, 0);
  EXPECT_EQ(findings({"--base", "facts.db", "notes/c.md"}).size(), 0U);
}

TEST_F(Check, ChangedSinceLimitsFindingsToChangedFiles) {
  ASSERT_EQ(shell("git init -q . && git add notes && git -c user.name=a -c user.email=a@b.c "
                  "-c commit.gpgsign=false commit -qm first")
                .status,
            0);
  EXPECT_EQ(assay({"check", "notes", "--changed-since", "HEAD"}).status, 0);
  write("notes/c.md", std::string(kOther) + "\n");
  EXPECT_EQ(assay({"check", "notes", "--changed-since", "HEAD"}).status, 0);
  write("notes/b.md", std::string("# B\n\n") + kThird);
  EXPECT_EQ(assay({"check", "notes", "--changed-since", "HEAD"}).status, 1);
  EXPECT_EQ(assay({"check", "notes", "--changed-since", "nothing"}).status, 2);
}

TEST_F(Check, FileThatGitDoesNotKnowYetHasChanged) {
  ASSERT_EQ(shell("git init -q . && git add notes/a.md && git -c user.name=a -c user.email=a@b.c "
                  "-c commit.gpgsign=false commit -qm first")
                .status,
            0);
  EXPECT_EQ(assay({"check", "notes", "--changed-since", "HEAD"}).status, 1);
}

TEST_F(Check, ColorIsUsedOnlyWhereItIsWanted) {
  const std::string escape = "\033[";
  EXPECT_THAT(assay({"check", "notes"}).output, Not(HasSubstr(escape)));
  EXPECT_THAT(assay({"check", "notes", "--color", "always"}).output, HasSubstr(escape));
  EXPECT_THAT(assay({"check", "notes", "--color", "never"}).output, Not(HasSubstr(escape)));
}

TEST_F(Check, StandardInputIsADocument) {
  EXPECT_EQ(shell("\"$ASSAY\" check - notes/a.md", kThird).status, 1);
  EXPECT_EQ(shell("\"$ASSAY\" check - notes/a.md", kOther).status, 0);
}

TEST_F(Check, SameResultWhateverTheNumberOfThreads) {
  for (int i = 0; i < 20; ++i) write("notes/more" + std::to_string(i) + ".md", kOther);
  const std::string one = assay({"check", "notes", "--jobs", "1"}).output;
  EXPECT_EQ(assay({"check", "notes", "--jobs", "8"}).output, one);
}

TEST_F(Check, OutputFileAppearsWholeOrNotAtAll) {
  EXPECT_EQ(assay({"check", "notes", "-o", "result.json"}).status, 1);
  EXPECT_EQ(Json::parse(read("result.json"))["documents"], 3);
  const Outcome run = assay({"check", "notes", "-o", "nowhere/result.json"});
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.errors, HasSubstr("nowhere/result.json"));
  EXPECT_FALSE(exists("nowhere"));
}

TEST_F(Check, FullDiskIsAFailure) {
  const Outcome run = shell("\"$ASSAY\" check notes >/dev/full");
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.errors, HasSubstr("standard output: cannot be written"));
}

TEST_F(Check, MessagesComeInTheLanguageAskedFor) {
  EXPECT_THAT(assay({"check", "notes/c.md", "--lang", "en"}).output, HasSubstr("0 errors"));
  EXPECT_THAT(assay({"check", "notes/c.md", "--lang", "zh"}).output, HasSubstr("0 个错误"));
}

}  // namespace
}  // namespace assay
