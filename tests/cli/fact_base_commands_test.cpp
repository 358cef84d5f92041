// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace assay {
namespace {

using testing::HasSubstr;
using testing::Not;
using Json = nlohmann::json;

/// add, list, remove, ask and report.
class FactBaseCommands : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    write("notes/a.md", kHalf);
    write("notes/c.md", kOther);
  }
  [[nodiscard]] Outcome add(const std::string& path) const {
    return assay({"add", "--base", "facts.db", path});
  }
  [[nodiscard]] std::vector<std::string> ids() const {
    std::vector<std::string> result;
    for (const std::string& line :
         assay({"list", "--base", "facts.db", "--format", "jsonl"}).lines()) {
      result.push_back(Json::parse(line)["id"]);
    }
    return result;
  }
};

TEST_F(FactBaseCommands, AddCountsWhatIsNewAndWhatIsNot) {
  EXPECT_EQ(add("notes").output, "2 added, 0 updated, 0 unchanged\n");
  EXPECT_EQ(add("notes").output, "0 added, 0 updated, 2 unchanged\n");
  write("notes/a.md", kThird);
  write("notes/d.md", kOther);
  EXPECT_EQ(add("notes").output, "1 added, 1 updated, 1 unchanged\n");
  EXPECT_THAT(ids(), testing::ElementsAre("notes/a.md", "notes/c.md", "notes/d.md"));
}

TEST_F(FactBaseCommands, DateOfARecordCountsAsContent) {
  write("r.jsonl", R"({"id":"r","text":"营收5亿元","date":"2025-01-01"})");
  EXPECT_EQ(add("r.jsonl").output, "1 added, 0 updated, 0 unchanged\n");
  write("r.jsonl", R"({"id":"r","text":"营收5亿元","date":"2024-01-01"})");
  EXPECT_EQ(add("r.jsonl").output, "0 added, 1 updated, 0 unchanged\n");
}

TEST_F(FactBaseCommands, UnreadableDocumentDoesNotStopTheOthers) {
  write("notes/b.md", std::string("\0\0", 2));
  const Outcome run = add("notes");
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.output, "2 added, 0 updated, 0 unchanged\n");
  EXPECT_THAT(run.errors, HasSubstr("notes/b.md"));
}

TEST_F(FactBaseCommands, RemoveTakesOutWhatItKnows) {
  ASSERT_EQ(add("notes").status, 0);
  const Outcome run = assay({"remove", "--base", "facts.db", "notes/a.md", "notes/x.md"});
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.output, "1 removed\n");
  EXPECT_THAT(run.errors, HasSubstr("no document \"notes/x.md\""));
  EXPECT_THAT(ids(), testing::ElementsAre("notes/c.md"));
}

TEST_F(FactBaseCommands, MissingBaseIsMadeOnlyByAdd) {
  for (const char* command : {"list", "remove", "ask"}) {
    const Outcome run = assay({command, "--base", "none.db", "x"});
    EXPECT_EQ(run.status, 2) << command;
    EXPECT_FALSE(exists("none.db")) << command;
  }
  EXPECT_EQ(assay({"check", "--base", "none.db"}).status, 2);
  EXPECT_FALSE(exists("none.db"));
}

TEST_F(FactBaseCommands, AskFindsByEitherLanguage) {
  ASSERT_EQ(add("notes").status, 0);
  for (const char* query : {"英伟达 份额", "NVIDIA market share", "英伟达的市场份额是多少"}) {
    const Outcome run = assay({"ask", query, "--base", "facts.db"});
    EXPECT_EQ(run.status, 0);
    EXPECT_THAT(run.output, HasSubstr("50%")) << query;
    EXPECT_THAT(run.output, Not(HasSubstr("59.5%"))) << query;
  }
}

TEST_F(FactBaseCommands, AskSaysWhenNothingIsKnown) {
  const Outcome run = assay({"ask", "Intel", "gross", "margin", "--against", "notes"});
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(run.output, HasSubstr("no figure for \"Intel gross margin\""));
  EXPECT_EQ(assay({"ask", "Intel", "--against", "notes", "--format", "jsonl"}).output, "");
}

TEST_F(FactBaseCommands, AskShowsTheNewestFirst) {
  write("notes/d.md", "英伟达2023年在中国AI芯片市场的份额为90%。\n");
  const std::string output = assay({"ask", "英伟达", "份额", "--against", "notes"}).output;
  const std::size_t newer = output.find("50%");
  const std::size_t older = output.find("90%");
  ASSERT_NE(newer, std::string::npos);
  ASSERT_NE(older, std::string::npos);
  EXPECT_LT(newer, older);
  const std::string one_year = assay({"ask", "英伟达份额2023年", "--against", "notes"}).output;
  EXPECT_THAT(one_year, HasSubstr("90%"));
  EXPECT_THAT(one_year, Not(HasSubstr("50%")));
}

TEST_F(FactBaseCommands, ReportIsOneCompletePage) {
  ASSERT_EQ(add("notes").status, 0);
  const Outcome run = assay({"report", "--base", "facts.db", "-o", "report.html"});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.output, "");
  const std::string page = read("report.html");
  EXPECT_THAT(page, HasSubstr("notes/a.md"));
  EXPECT_THAT(page, HasSubstr("</html>"));
  for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
    EXPECT_THAT(entry.path().filename().string(), Not(HasSubstr("report.html.")));
  }
}

TEST_F(FactBaseCommands, ReportNeedsAFolderToStandIn) {
  const Outcome run = assay({"report", "notes", "-o", "nowhere/report.html"});
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.errors, HasSubstr("nowhere/report.html: cannot be written"));
}

}  // namespace
}  // namespace assay
