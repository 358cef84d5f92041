// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include <chrono>
#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace assay {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;
using Json = nlohmann::json;

/// `ask` and `verify`: quick questions to a fact base.
class SpotChecks : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    write("notes/nvidia.md", kHalf);
    write("notes/tsmc.md", kOther);
    write("notes/ascend.md", "昇腾910B的性能达到A100的80%。\n比亚迪2024年营收7771亿元。\n");
    write("notes/solar.md", "晴川光能2024年营收300亿元。\n晴川光能2025年营收340亿元。\n");
    write("notes/last.md", "宁德时代" + std::to_string(year() - 1) + "年营收4000亿元。\n" +
                               "宁德时代" + std::to_string(year() - 2) + "年营收3000亿元。\n");
    ASSERT_EQ(assay({"add", "--base", "facts.db", "notes"}).status, 0);
  }
  static int year() {
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return static_cast<int>(std::chrono::year_month_day(today).year());
  }
  [[nodiscard]] Outcome ask(const std::string& question,
                            const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments = {"ask", question, "--base", "facts.db"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return assay(arguments);
  }
  [[nodiscard]] Outcome verify(const std::string& claim, const std::string& input = "",
                               const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments = {"verify", claim, "--base", "facts.db"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return assay(arguments, input);
  }
};

TEST_F(SpotChecks, AskSaysWhatItUnderstood) {
  const struct {
    const char* question;
    const char* understood;
    const char* answer;
  } rows[] = {
      {"英伟达 中国 份额", "Understood: subject NVIDIA · scope China · metric market share", "50%"},
      {"market share China NVIDIA",
       "Understood: subject NVIDIA · scope China · metric market share", "50%"},
      {"2025年英伟达的份额是多少", "Understood: subject NVIDIA · metric market share · period 2025",
       "50%"},
      {"Q3 2025 TSMC gross margin",
       "Understood: subject TSMC · metric gross margin · period 2025 Q3", "59.5%"},
      {"台积电 毛利率 三季度", "Understood: subject TSMC · metric gross margin · period 07–09",
       "59.5%"},
      {"910B A100", "Understood: subject Ascend 910B · compared with A100", "80%"},
      {"昇腾910B 相比 A100", "Understood: subject Ascend 910B · compared with A100", "80%"},
      {"A100 vs 昇腾910B", "Understood: subject A100 · compared with Ascend 910B", "80%"},
      {"晴川光能 营收", "Understood: metric revenue · words 晴川光能", "340"},
  };
  for (const auto& row : rows) {
    const Outcome run = ask(row.question);
    EXPECT_EQ(run.status, 0) << row.question;
    EXPECT_EQ(run.lines().front(), row.understood) << row.question;
    EXPECT_THAT(run.output, HasSubstr(row.answer)) << row.question;
    EXPECT_EQ(run.errors, "") << row.question;
  }
}

TEST_F(SpotChecks, AskSpeaksTheUsersLanguage) {
  const Outcome run = ask("NVIDIA China market share", {"--lang", "zh"});
  EXPECT_EQ(run.lines().front(), "理解为：主体 英伟达 · 范围 中国 · 指标 市场份额");
}

TEST_F(SpotChecks, AskCountsLastYearFromToday) {
  const std::string output = ask("宁德时代 去年 营收").output;
  EXPECT_THAT(output, HasSubstr("period " + std::to_string(year() - 1)));
  EXPECT_THAT(output, HasSubstr("400"));
  EXPECT_THAT(output, Not(HasSubstr("300 billion")));
}

TEST_F(SpotChecks, AskListsTwoThingsThatNobodyCompares) {
  const std::string output = ask("宁德时代 比亚迪 营收").output;
  EXPECT_THAT(output, StartsWith("Understood: subject CATL, BYD · metric revenue"));
  EXPECT_THAT(output, HasSubstr("777.1 billion"));
  EXPECT_THAT(output, HasSubstr("400 billion"));
  // Who says that he compares gets no list.
  EXPECT_THAT(ask("宁德时代 对比 比亚迪 营收").output, HasSubstr("give no figure"));
}

TEST_F(SpotChecks, AskSuggestsWhenNothingIsKnown) {
  const struct {
    const char* question;
    std::vector<std::string> remarks;
  } rows[] = {
      {"英伟达 毛利率",
       {"no figure for", "Figures of NVIDIA: market share", "Subjects with gross margin: TSMC"}},
      {"晴川光能 2019年 营收", {"no figure for", "Periods with figures: 2024, 2025"}},
      {"quux", {"no figure for", "No figure speaks of \"quux\".", "Most figures are of: "}},
      {"fluxcapacitor 份额",
       {"no figure for", "speaks of \"fluxcapacitor\"", "Subjects with market share: NVIDIA"}},
      {"revenew of 比亚迪 2023", {"did you mean \"revenue\"?", "Periods with figures: 2024"}},
  };
  for (const auto& row : rows) {
    const Outcome run = ask(row.question);
    EXPECT_EQ(run.status, 0) << row.question;
    for (const std::string& remark : row.remarks)
      EXPECT_THAT(run.output, HasSubstr(remark)) << row.question;
  }
}

TEST_F(SpotChecks, AskRefusesAQuestionOfNothing) {
  for (const char* question : {"", "  ", "？？", "是多少", "what is the"}) {
    const Outcome run = ask(question);
    EXPECT_EQ(run.status, 2) << question;
    EXPECT_EQ(run.output, "") << question;
    EXPECT_THAT(run.errors, HasSubstr("names nothing to look for")) << question;
  }
}

TEST_F(SpotChecks, AskKeepsItsRemarksOutOfJsonLines) {
  const Outcome run = ask("英伟达 份额", {"--format", "jsonl"});
  ASSERT_EQ(run.lines().size(), 1U);
  EXPECT_EQ(Json::parse(run.lines().front())["subject"], "NVIDIA");
  EXPECT_THAT(run.errors, StartsWith("Understood: subject NVIDIA"));
  const Outcome nothing = ask("英伟达 毛利率", {"--format", "jsonl"});
  EXPECT_EQ(nothing.output, "");
  EXPECT_THAT(nothing.errors, HasSubstr("Figures of NVIDIA: market share"));
  EXPECT_EQ(ask("英伟达 份额", {"--format", "jsonl", "-q"}).errors, "");
}

TEST_F(SpotChecks, VerifyAnswersInOneLineAndThenTheEvidence) {
  const Outcome run = verify("昇腾910B性能达到A100的60%");
  EXPECT_EQ(run.status, 1);
  const std::vector<std::string> lines = run.lines();
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0], "contradicted: notes/ascend.md:1 says 80%, not 60%");
  EXPECT_THAT(lines[1], StartsWith("  --> notes/ascend.md:1:"));
  EXPECT_THAT(lines[2], HasSubstr("昇腾910B"));
  EXPECT_EQ(verify("昇腾910B性能达到A100的80%").status, 0);
}

TEST_F(SpotChecks, VerifyAnswersLineByLine) {
  const Outcome run = verify("-",
                             "昇腾910B性能达到A100的80%\n\n  \n昇腾910B性能达到A100的60%\n"
                             "昇腾910B的功耗是310W");
  EXPECT_EQ(run.status, 1);
  std::vector<std::string> answers;
  for (const std::string& line : run.lines())
    if (!line.starts_with(" ")) answers.push_back(line.substr(0, line.find(':', 3)));
  EXPECT_THAT(answers, ElementsAre("1: supported", "4: contradicted", "5: unverifiable"));
  EXPECT_EQ(verify("-", "昇腾910B性能达到A100的80%\n").status, 0);
  EXPECT_EQ(verify("-", "昇腾910B性能达到A100的60%\n", {"--fail-on", "never"}).status, 0);
}

TEST_F(SpotChecks, VerifyAnswersLinesAsJson) {
  const Outcome run = verify("-", "\n昇腾910B性能达到A100的80%\r\n昇腾910B性能达到A100的60%\n",
                             {"--format", "jsonl"});
  ASSERT_EQ(run.lines().size(), 2U);
  EXPECT_EQ(Json::parse(run.lines()[0])["id"], "2");
  EXPECT_EQ(Json::parse(run.lines()[0])["verdict"], "supported");
  EXPECT_EQ(Json::parse(run.lines()[1])["verdict"], "contradicted");
}

TEST_F(SpotChecks, VerifyStreamsItsAnswers) {
  // The answer to the first line is there before the second line is.
  const Outcome run = shell(
      "mkfifo lines; \"$ASSAY\" verify - --base facts.db < lines > answers & exec 3> lines; "
      "echo '昇腾910B性能达到A100的80%' >&3; for i in $(seq 100); do [ -s answers ] && break; "
      "sleep 0.1; done; cat answers; exec 3>&-; wait");
  EXPECT_THAT(run.output, StartsWith("1: supported"));
}

TEST_F(SpotChecks, VerifyOfNoLinesAnswersNothing) {
  const Outcome run = verify("-", "\n \n");
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.output, "");
}

TEST_F(SpotChecks, VerifySaysWhatItNeeds) {
  const Outcome alone = assay({"verify", "昇腾910B性能达到A100的60%"});
  EXPECT_EQ(alone.status, 2);
  EXPECT_EQ(alone.output, "");
  EXPECT_THAT(alone.errors, HasSubstr("--against PATH"));
  EXPECT_THAT(alone.errors, HasSubstr("--base FILE"));
  const Outcome empty = verify(" ");
  EXPECT_EQ(empty.status, 2);
  EXPECT_THAT(empty.errors, HasSubstr("the claim is empty"));
  const Outcome both = assay({"verify", "-", "--against", "-"}, "5%\n");
  EXPECT_EQ(both.status, 2);
  EXPECT_THAT(both.errors, HasSubstr("cannot hold both"));
}

TEST_F(SpotChecks, VerifyWithoutItsBaseAnswersNothingForSure) {
  const Outcome run = assay({"verify", "昇腾910B性能达到A100的60%", "--base", "none.db"});
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.errors, HasSubstr("none.db"));
}

}  // namespace
}  // namespace assay
