// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace assay {
namespace {

using testing::HasSubstr;
using testing::Not;
using Json = nlohmann::json;

const std::string kMark = "<!-- assay-ignore stale-copy: two ways of counting -->";

class Suppressing : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    write("notes/a.md", kHalf);
    write("notes/b.md", kThird);
  }
  [[nodiscard]] Json check() const {
    return Json::parse(assay({"check", "notes", "--format", "json"}).output);
  }
};

TEST_F(Suppressing, MarkOnEitherSideAcceptsTheFinding) {
  ASSERT_EQ(check()["findings"].size(), 1U);
  ASSERT_EQ(check()["findings"][0]["rule"], "stale-copy");
  for (const std::string note : {"notes/a.md", "notes/b.md"}) {
    const std::string before = read(note);
    write(note, kMark + "\n" + before);
    const Json result = check();
    EXPECT_EQ(result["findings"].size(), 0U) << note;
    ASSERT_EQ(result["set_aside"].size(), 1U) << note;
    EXPECT_EQ(result["set_aside"][0]["by"], "suppression");
    EXPECT_EQ(result["set_aside"][0]["reason"], "two ways of counting");
    write(note, before);
  }
}

TEST_F(Suppressing, SummaryCountsWhatIsAccepted) {
  write("notes/b.md", kMark + "\n" + kThird);
  const Outcome run = assay({"check", "notes"});
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(run.output, HasSubstr("; 1 suppressed\n"));
  EXPECT_EQ(run.errors, "");
  EXPECT_THAT(assay({"check", "notes", "--lang", "zh"}).output, HasSubstr("；已注明忽略 1 处"));
}

TEST_F(Suppressing, OtherRuleOrOtherLineAcceptsNothingAndIsReported) {
  write("notes/b.md", "<!-- assay-ignore value-conflict: why -->\n" + std::string(kThird));
  Outcome run = assay({"check", "notes"});
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.errors, HasSubstr("notes/b.md:1: assay-ignore accepts nothing"));
  write("notes/b.md", "A title " + kMark + "\n\n" + kThird);
  run = assay({"check", "notes"});
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.errors, HasSubstr("notes/b.md:1: assay-ignore accepts nothing"));
}

TEST_F(Suppressing, MistakesAreNamedAndAcceptNothing) {
  write("notes/b.md", "<!-- assay-ignore stale-copy -->\n" + std::string(kThird));
  Outcome run = assay({"check", "notes"});
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.errors, HasSubstr("notes/b.md:1: assay-ignore gives no reason"));
  write("notes/b.md", "<!-- assay-ignore stale-cpy: why -->\n" + std::string(kThird));
  run = assay({"check", "notes"});
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.errors, HasSubstr("(did you mean \"stale-copy\"?)"));
}

TEST_F(Suppressing, UnusedMarksAreJudgedOnlyWhereTheirFindingCouldBe) {
  write("notes/b.md", kMark + "\n" + kThird);
  // One file alone: what it contradicts is elsewhere.
  EXPECT_EQ(assay({"check", "notes/b.md"}).errors, "");
  EXPECT_EQ(assay({"check", "notes", "--ignore", "stale-copy"}).errors, "");
  write("notes/a.md", kThird);
  EXPECT_THAT(assay({"check", "notes"}).errors, HasSubstr("accepts nothing"));
}

TEST_F(Suppressing, AcceptedStatementDoesNotHideAnotherThatSaysTheSame) {
  write("notes/b.md", kMark + "\n" + kThird);
  write("notes/c.md", kThird);
  const Outcome run = assay({"check", "notes"});
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.errors, Not(HasSubstr("accepts nothing")));
  // The other side is one statement, and stands against both.
  write("notes/b.md", kThird);
  write("notes/a.md", kMark + "\n" + kHalf);
  EXPECT_EQ(assay({"check", "notes"}).status, 0);
}

TEST_F(Suppressing, WorksInTextPagesTranscriptsAndRecords) {
  const std::string bracket = "[assay-ignore stale-copy: two ways of counting]";
  const std::string third(kThird);
  write("notes/a.md", kHalf);
  for (const auto& [name, text] : std::vector<std::pair<std::string, std::string>>{
           {"b.txt", bracket + "\n" + third},
           {"b.txt", third.substr(0, third.size() - 1) + " " + bracket + "\n"},
           {"b.html",
            "<html><body><p>" + third.substr(0, third.size() - 1) + kMark + "</p></body></html>\n"},
           {"b.jsonl", Json({{"id", "r1"}, {"text", kMark + "\n" + third}}).dump() + "\n"}}) {
    std::filesystem::remove(path("notes/b.md"));
    write("notes/" + name, text);
    const Json result = check();
    EXPECT_EQ(result["findings"].size(), 0U) << name << text;
    EXPECT_EQ(result["set_aside"].size(), 1U) << name << text;
    std::filesystem::remove(path("notes/" + name));
  }
}

TEST_F(Suppressing, SarifListsItOnDemand) {
  write("notes/a.md", kHalf);
  write("notes/b.md", kMark + "\n" + kThird);
  const auto results = [&](const std::vector<std::string>& more) {
    std::vector<std::string> arguments = {"check", "notes", "--format", "sarif"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Outcome run = assay(arguments);
    EXPECT_EQ(run.status, 0) << run.errors;
    return Json::parse(run.output)["runs"][0]["results"];
  };
  EXPECT_EQ(results({}).size(), 0U);
  const Json marked = results({"-v"});
  ASSERT_EQ(marked.size(), 1U);
  EXPECT_EQ(marked[0]["suppressions"][0]["kind"], "inSource");
  EXPECT_EQ(marked[0]["suppressions"][0]["justification"], "two ways of counting");
  write("notes/b.md", kThird);
  ASSERT_EQ(assay({"baseline", "notes"}).status, 0);
  const Json known = results({"-v", "--baseline", "assay-baseline.json"});
  ASSERT_EQ(known.size(), 1U);
  EXPECT_EQ(known[0]["suppressions"][0]["kind"], "external");
}

TEST_F(Suppressing, RangeAndFile) {
  write("notes/b.md", "<!-- assay-ignore-begin stale-copy: why -->\n\n" + std::string(kThird) +
                          "\n<!-- assay-ignore-end -->\n");
  EXPECT_EQ(assay({"check", "notes"}).status, 0);
  write("notes/b.md",
        std::string(kThird) + "\n<!-- assay-ignore-file stale-copy: a translation -->\n");
  EXPECT_EQ(assay({"check", "notes"}).status, 0);
  write("notes/b.md", "<!-- assay-ignore-begin stale-copy: why -->\n\n" + std::string(kThird));
  EXPECT_EQ(assay({"check", "notes"}).status, 1);
}

TEST_F(Suppressing, BaseDocumentsKeepTheirMarks) {
  write("notes/b.md", kMark + "\n" + kThird);
  ASSERT_EQ(assay({"add", "--base", "b.db", "notes"}).status, 0);
  EXPECT_EQ(assay({"check", "--base", "b.db"}).status, 0);
  EXPECT_EQ(assay({"check", "notes/a.md", "--base", "b.db"}).status, 0);
  // Once the file says something else, its marks are those of another text.
  write("notes/b.md", kMark + "\nNothing.\n");
  EXPECT_EQ(assay({"check", "--base", "b.db"}).status, 1);
}

}  // namespace
}  // namespace assay
