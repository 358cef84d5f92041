// SPDX-License-Identifier: MIT
#include "cli/baseline.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace assay {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using Json = nlohmann::json;

KnownStatement said(const std::string& document) {
  return {.document = document, .text = "5%", .sentence = "It is 5%."};
}

KnownFinding conflict(std::vector<KnownStatement> a, std::vector<KnownStatement> b,
                      const std::string& rule = "value-conflict") {
  return {.rule = rule, .message = "", .sides = {std::move(a), std::move(b)}};
}

TEST(Baseline, ClaimsWhatItNamesAndPartsOfIt) {
  const auto knows = [](const KnownFinding& finding) {
    Baseline baseline({conflict({said("a"), said("b")}, {said("c")})});
    return baseline.claim(finding);
  };
  EXPECT_TRUE(knows(conflict({said("a"), said("b")}, {said("c")})));
  EXPECT_TRUE(knows(conflict({said("c")}, {said("a"), said("b")})));
  EXPECT_TRUE(knows(conflict({said("b")}, {said("c")})));
  EXPECT_TRUE(knows(conflict({said("b")}, {said("c")}, "stale-copy")));
  EXPECT_FALSE(knows(conflict({said("a")}, {said("b")})));
  EXPECT_FALSE(knows(conflict({said("a")}, {said("d")})));
  EXPECT_FALSE(knows(conflict({said("a"), said("d")}, {said("c")})));
}

TEST(Baseline, OneKnownFindingIsOneFinding) {
  Baseline baseline({conflict({said("a")}, {said("b")})});
  EXPECT_TRUE(baseline.claim(conflict({said("a")}, {said("b")})));
  EXPECT_FALSE(baseline.claim(conflict({said("a")}, {said("b")})));
}

TEST(Baseline, TwoThatContradictAThirdAreNoNews) {
  Baseline baseline({conflict({said("a")}, {said("b")}), conflict({said("a")}, {said("c")}),
                     conflict({said("d")}, {said("e")})});
  EXPECT_TRUE(baseline.claim(conflict({said("b")}, {said("c")})));
  EXPECT_FALSE(baseline.claim(conflict({said("b")}, {said("d")})));
  EXPECT_FALSE(baseline.claim(conflict({said("b")}, {said("c"), said("f")})));
  EXPECT_THAT(baseline.unclaimed(), testing::SizeIs(3));
}

TEST(Baseline, SumsAreKnownWholeOrNotAtAll) {
  const KnownFinding sum{.rule = "table-sum", .message = "", .sides = {{said("a"), said("b")}}};
  Baseline baseline({sum});
  EXPECT_FALSE(baseline.claim({.rule = "table-sum", .message = "", .sides = {{said("a")}}}));
  EXPECT_FALSE(
      baseline.claim({.rule = "part-whole", .message = "", .sides = {{said("a"), said("b")}}}));
  EXPECT_TRUE(baseline.claim(sum));
  EXPECT_THAT(baseline.unclaimed(), IsEmpty());
}

TEST(Baseline, FileIsTheSameWhateverTheOrderAndIsReadAgain) {
  const KnownFinding one = conflict({said("a")}, {said("b")});
  const KnownFinding two = conflict({said("c")}, {said("d")});
  const std::string text = Baseline({one, two}).to_json();
  EXPECT_EQ(Baseline({two, one}).to_json(), text);
  const Result<Baseline> read = Baseline::parse(text, "b.json");
  ASSERT_TRUE(read) << read.error().to_string();
  EXPECT_EQ(read->to_json(), text);
}

TEST(Baseline, WhatIsNoneIsRefused) {
  for (const char* text :
       {"", "[]", "{}", R"({"findings":[{}]})", R"({"findings":[],"more":1})",
        R"({"findings":[{"rule":"a","message":"","sides":[]}]})",
        R"({"findings":[{"rule":"a","message":"","sides":[[{"document":1}]]}]})"}) {
    EXPECT_FALSE(Baseline::parse(text, "b.json")) << text;
  }
}

class BaselineCommand : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    write("notes/a.md", kHalf);
    write("notes/b.md", kThird);
    write("notes/c.md", kOther);
  }
  [[nodiscard]] Outcome check() const {
    return assay({"check", "notes", "--baseline", "assay-baseline.json"});
  }
};

TEST_F(BaselineCommand, OnlyNewFindingsCount) {
  EXPECT_EQ(check().status, 2);
  const Outcome run = assay({"baseline", "notes"});
  EXPECT_EQ(run.status, 0) << run.errors;
  EXPECT_EQ(run.output, "assay-baseline.json: 1 finding, 1 of them new\n");
  const Outcome known = check();
  EXPECT_EQ(known.status, 0);
  EXPECT_THAT(
      known.output,
      HasSubstr("0 errors, 0 warnings, 0 notes in 3 documents, 3 facts; 1 in the baseline\n"));
  EXPECT_EQ(known.errors, "");
  // Moved text is the same text.
  write("notes/b.md", "# B\n\nA paragraph.\n\n" + std::string(kThird));
  EXPECT_EQ(check().status, 0);
  // Another number is another finding, and what was known is no longer there.
  write("notes/b.md", "英伟达2025年在中国AI芯片市场的份额为20%。\n");
  const Outcome swapped = check();
  EXPECT_EQ(swapped.status, 1);
  EXPECT_THAT(swapped.errors, HasSubstr("assay-baseline.json: 1 finding is no longer found"));
}

TEST_F(BaselineCommand, AnotherCopyOfAKnownMistakeIsNew) {
  ASSERT_EQ(assay({"baseline", "notes"}).status, 0);
  for (int copies = 1; copies <= 6; ++copies) {
    write("notes/copy" + std::to_string(copies) + ".md", kThird);
    const Outcome run = check();
    EXPECT_EQ(run.status, 1) << copies;
    EXPECT_THAT(run.errors, Not(HasSubstr("no longer found"))) << copies;
    ASSERT_EQ(assay({"baseline", "notes"}).status, 0);
    EXPECT_EQ(check().status, 0) << copies;
  }
}

TEST_F(BaselineCommand, GateKnowsWhatTheWholeCheckKnew) {
  write("notes/d.md", kThird);
  ASSERT_EQ(shell("git init -q . && git add notes && git -c user.name=a -c user.email=a@b.c "
                  "-c commit.gpgsign=false commit -qm first")
                .status,
            0);
  ASSERT_EQ(assay({"baseline", "notes"}).status, 0);
  for (const std::string note : {"notes/a.md", "notes/b.md", "notes/d.md"}) {
    const std::string before = read(note);
    write(note, "# Title\n\n" + before);
    const Outcome run =
        assay({"check", "notes", "--baseline", "assay-baseline.json", "--changed-since", "HEAD"});
    EXPECT_EQ(run.status, 0) << note << run.output;
    EXPECT_THAT(run.output, HasSubstr("1 in the baseline"));
    EXPECT_EQ(run.errors, "");
    write(note, before);
  }
}

TEST_F(BaselineCommand, GateKnowsAContradictionOfThree) {
  write("notes/d.md", "英伟达2025年在中国AI芯片市场的份额为10%。\n");
  ASSERT_EQ(shell("git init -q . && git add notes && git -c user.name=a -c user.email=a@b.c "
                  "-c commit.gpgsign=false commit -qm first")
                .status,
            0);
  ASSERT_EQ(assay({"baseline", "notes"}).status, 0);
  EXPECT_EQ(check().status, 0);
  for (const std::string note : {"notes/a.md", "notes/b.md", "notes/d.md"}) {
    const std::string before = read(note);
    write(note, before + "\nMore.\n");
    const Outcome run = assay({"check", "notes", "--baseline", "assay-baseline.json",
                               "--changed-since", "HEAD", "--fail-on", "note"});
    EXPECT_EQ(run.status, 0) << note << run.output;
    write(note, before);
  }
}

TEST_F(BaselineCommand, PruneDropsWhatIsMendedAndAddsNothing) {
  ASSERT_EQ(assay({"baseline", "notes"}).status, 0);
  write("notes/b.md", kHalf);
  write("notes/c.md", std::string(kOther) + "英伟达2025年在中国AI芯片市场的份额为10%。\n");
  EXPECT_EQ(assay({"baseline", "notes", "--prune"}).output,
            "assay-baseline.json: 0 findings, 1 dropped\n");
  EXPECT_EQ(Json::parse(read("assay-baseline.json"))["findings"].size(), 0U);
  EXPECT_EQ(check().status, 1);
}

TEST_F(BaselineCommand, WhatWasNotReadIsNotMended) {
  ASSERT_EQ(assay({"baseline", "notes"}).status, 0);
  const std::string before = read("assay-baseline.json");
  ASSERT_EQ(assay({"baseline", "notes/a.md", "notes/c.md", "--prune"}).status, 0);
  ASSERT_EQ(assay({"baseline", "notes", "--prune", "--ignore", "value-conflict"}).status, 0);
  EXPECT_EQ(read("assay-baseline.json"), before);
  std::filesystem::remove(path("notes/b.md"));
  ASSERT_EQ(assay({"baseline", "notes/a.md", "notes/c.md", "--prune"}).status, 0);
  EXPECT_NE(read("assay-baseline.json"), before);
}

TEST_F(BaselineCommand, EntriesArePlainAndHoldWhereverTheProgramRuns) {
  write("assay.toml", "paths = [\"notes\"]\nbaseline = \"known.json\"\n");
  EXPECT_EQ(assay({"check"}).status, 1);
  ASSERT_EQ(shell("cd notes && \"$ASSAY\" baseline").status, 0);
  const Json entry = Json::parse(read("known.json"))["findings"][0];
  EXPECT_EQ(entry["rule"], "stale-copy");
  EXPECT_THAT(entry["message"], HasSubstr("50%"));
  EXPECT_EQ(entry["sides"][0][0]["document"], "notes/a.md");
  EXPECT_EQ(entry["sides"][1][0]["text"], "30%");
  EXPECT_EQ(assay({"check"}).status, 0);
  EXPECT_EQ(shell("cd notes && \"$ASSAY\" check").status, 0);
}

TEST_F(BaselineCommand, WrongFileIsNamedWithItsLine) {
  write("assay-baseline.json", "{\n\"findings\": 1}\n");
  const Outcome run = check();
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.errors, HasSubstr("assay-baseline.json:2:"));
  EXPECT_EQ(assay({"baseline", "notes"}).status, 2);
  EXPECT_EQ(read("assay-baseline.json"), "{\n\"findings\": 1}\n");
}

}  // namespace
}  // namespace assay
