// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "cli/arguments.h"
#include "tests/cli/program.h"

namespace assay {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class Usage : public ProgramTest {};

TEST_F(Usage, ProgramAloneShowsEveryCommand) {
  const Outcome run = assay({});
  EXPECT_EQ(run.status, 0);
  for (const Command* command : all_commands()) {
    EXPECT_THAT(run.output, HasSubstr("\n  " + std::string(command->name) + " "));
  }
  EXPECT_EQ(run.errors, "");
}

TEST_F(Usage, EveryCommandTeachesByExample) {
  for (const Command* command : all_commands()) {
    const std::string name(command->name);
    const Outcome run = assay({name, "--help"});
    EXPECT_EQ(run.status, 0) << name;
    EXPECT_THAT(run.output, HasSubstr("Usage: assay " + name + " [OPTIONS]"));
    EXPECT_THAT(run.output, HasSubstr("\nExamples:\n")) << name;
    EXPECT_THAT(run.output, HasSubstr("\n    assay " + name)) << name;
  }
}

TEST_F(Usage, VersionIsOneLine) {
  const Outcome run = assay({"--version"});
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(run.output, StartsWith("assay "));
  EXPECT_EQ(run.lines().size(), 1U);
}

TEST_F(Usage, WrongUsageNamesTheMistakeAndTheRemedy) {
  write("a.md", kHalf);
  struct Case {
    std::vector<std::string> arguments;
    std::string complaint;
  };
  const std::vector<Case> cases = {
      {{"chekc"}, R"(unknown command "chekc" (did you mean "check"?))"},
      {{"-v", "check"}, "expected a command"},
      {{"check"}, "nothing to check"},
      {{"check", "a.md", "--formt", "json"}, R"((did you mean "--format"?))"},
      {{"check", "a.md", "--format", "jsn"}, R"(unknown format "jsn" (did you mean "json"?))"},
      {{"check", "a.md", "--select", "value-conflct"}, R"((did you mean "value-conflict"?))"},
      {{"check", "a.md", "--ignore", "stale-copy,nothing-like-it"}, "nothing-like-it"},
      {{"check", "a.md", "--fail-on", "sometimes"}, "--fail-on"},
      {{"check", "a.md", "--lang", "fr"}, "--lang"},
      {{"check", "a.md", "--jobs", "0"}, "--jobs"},
      {{"check", "a.md", "--jobs", "many"}, "--jobs"},
      {{"explain", "value-conflct"}, R"((did you mean "value-conflict"?))"},
      {{"list"}, "--base"},
      {{"list", "--base", "b.db", "surplus"}, R"(unexpected argument "surplus")"},
      {{"add", "--base", "b.db"}, "PATH is missing"},
      {{"add", "a.md"}, "--base"},
      {{"verify", "a claim"}, "--against"},
      {{"verify", "two", "claims", "--base", "b.db"}, "put it in quotes"},
      {{"report", "a.md"}, "-o"},
      {{"add", "a.md", "--base", "postgresql://host/base"}, "PostgreSQL"},
      {{"check", "a.md", "--changed-since", "--output=x"}, "no revision"},
  };
  for (const Case& wrong : cases) {
    const Outcome run = assay(wrong.arguments);
    EXPECT_EQ(run.status, 2) << wrong.complaint;
    EXPECT_EQ(run.output, "") << wrong.complaint;
    EXPECT_THAT(run.errors, HasSubstr(wrong.complaint));
  }
}

TEST(LanguageOfEnvironment, FirstThatIsSetDecides) {
  struct Case {
    const char* lc_all;
    const char* lc_messages;
    const char* lang;
    Language language;
  };
  const Case cases[] = {
      {nullptr, nullptr, nullptr, Language::Chinese},
      {nullptr, nullptr, "", Language::Chinese},
      {nullptr, nullptr, "zh_CN.UTF-8", Language::Chinese},
      {nullptr, nullptr, "en_US.UTF-8", Language::English},
      {nullptr, nullptr, "C.UTF-8", Language::English},
      {nullptr, "zh_TW.UTF-8", "en_US.UTF-8", Language::Chinese},
      {"C", "zh_TW.UTF-8", "zh_CN.UTF-8", Language::English},
      {"zh_CN", nullptr, "en_US.UTF-8", Language::Chinese},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(language_of_environment(c.lc_all, c.lc_messages, c.lang), c.language);
  }
}

}  // namespace
}  // namespace assay
