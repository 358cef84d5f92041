// SPDX-License-Identifier: MIT
/// What shells complete, by the shells themselves. zsh and fish are asked where they are installed.

#include <gmock/gmock.h>

#include "checks/rule.h"
#include "cli/arguments.h"
#include "cli/completion.h"
#include "tests/cli/program.h"

namespace assay {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::UnorderedElementsAre;

class Completing : public ProgramTest {
 protected:
  [[nodiscard]] bool has(const std::string& shell_name) const {
    return shell("command -v " + shell_name).status == 0;
  }

  /// What bash offers for the last of these words.
  [[nodiscard]] std::vector<std::string> bash(const std::vector<std::string>& words) const {
    std::string script = "source <(\"$ASSAY\" completion bash)\nCOMP_WORDS=(";
    for (const std::string& word : words) script += "'" + word + "' ";
    script += ")\nCOMP_CWORD=" + std::to_string(words.size() - 1) +
              "\n_assay\n((${#COMPREPLY[@]})) && printf '%s\\n' \"${COMPREPLY[@]}\"\n:\n";
    write(".run/script", script);
    const Outcome run = shell("bash -u .run/script");
    EXPECT_EQ(run.status, 0) << run.errors;
    EXPECT_EQ(run.errors, "");
    return run.lines();
  }

  /// What fish offers at the end of this line, without the descriptions.
  [[nodiscard]] std::vector<std::string> fish(const std::string& line) const {
    write(".run/script",
          "\"$ASSAY\" completion fish >assay.fish; exec fish --no-config -c "
          "\"source assay.fish; complete -C '" +
              line + "'\"\n");
    const Outcome run = shell("export HOME=\"$PWD\"; sh .run/script");
    EXPECT_EQ(run.status, 0) << run.errors;
    std::vector<std::string> words;
    for (const std::string& offered : run.lines()) {
      words.push_back(offered.substr(0, offered.find('\t')));
    }
    return words;
  }
};

TEST_F(Completing, BashKnowsCommands) {
  EXPECT_THAT(bash({"assay", "ver"}), ElementsAre("verify"));
  EXPECT_THAT(bash({"assay", "--v"}), ElementsAre("--version"));
  EXPECT_THAT(bash({"assay", "frobnicate"}), IsEmpty());
  EXPECT_THAT(bash({"assay", "frobnicate", ""}), IsEmpty());
}

/// One place for an option: whatever the help shows, bash offers.
TEST_F(Completing, BashKnowsEveryOptionOfEveryCommand) {
  const std::vector<std::string> commands = bash({"assay", ""});
  for (const Command* command : all_commands()) {
    const std::string name(command->name);
    EXPECT_THAT(commands, Contains(name));
    std::vector<std::string> options;
    for (const OptionDescription& option : describe_options(*command)) {
      options.insert(options.end(), option.names.begin(), option.names.end());
    }
    EXPECT_THAT(bash({"assay", name, "-"}), testing::UnorderedElementsAreArray(options)) << name;
  }
}

TEST_F(Completing, BashKnowsValues) {
  write("notes/a.md");
  write("words.json");
  EXPECT_THAT(bash({"assay", "check", "--format", "j"}), ElementsAre("json", "jsonl", "junit"));
  EXPECT_THAT(bash({"assay", "verify", "--format", "ju"}), IsEmpty());
  EXPECT_THAT(bash({"assay", "check", "--format", "=", "sa"}), ElementsAre("sarif"));
  EXPECT_THAT(bash({"assay", "check", "--fail-on", "="}),
              ElementsAre("error", "warning", "note", "never"));
  EXPECT_THAT(bash({"assay", "check", "--lang", ""}), ElementsAre("zh", "en"));
  EXPECT_THAT(bash({"assay", "check", "--base", "wo"}), ElementsAre("words.json"));
  EXPECT_THAT(bash({"assay", "check", "--lexicon", ""}), Contains("notes"));
  EXPECT_THAT(bash({"assay", "check", "--lexicon", "wo"}), IsEmpty());
  EXPECT_THAT(bash({"assay", "check", "--jobs", ""}), IsEmpty());
  EXPECT_THAT(bash({"assay", "check", "--select", "value-conflict,table"}),
              ElementsAre("value-conflict,table-sum"));
}

TEST_F(Completing, BashKnowsOperands) {
  write("notes/a.md");
  EXPECT_THAT(bash({"assay", "check", "no"}), ElementsAre("notes"));
  EXPECT_THAT(bash({"assay", "explain", "val"}), ElementsAre("value-conflict"));
  EXPECT_THAT(bash({"assay", "ask", "no"}), IsEmpty());
  EXPECT_THAT(bash({"assay", "lexicon", "su"}), ElementsAre("suggest"));
  EXPECT_THAT(bash({"assay", "completion", "f"}), ElementsAre("fish"));
}

TEST_F(Completing, BashKnowsRevisions) {
  ASSERT_EQ(shell("git init -q -b trunk && git -c user.name=n -c user.email=n@example.org commit "
                  "-q --allow-empty -m first && git tag topmost")
                .status,
            0);
  EXPECT_THAT(bash({"assay", "check", "--changed-since", "t"}),
              UnorderedElementsAre("trunk", "topmost"));
}

TEST_F(Completing, FishKnowsCommandsOptionsAndValues) {
  if (!has("fish")) GTEST_SKIP() << "fish is not installed";
  write("notes/a.md");
  EXPECT_THAT(fish("assay ver"), ElementsAre("verify"));
  EXPECT_THAT(fish("assay check --fo"), ElementsAre("--format"));
  EXPECT_THAT(fish("assay list --fail"), IsEmpty());
  EXPECT_THAT(fish("assay check --format sa"), ElementsAre("sarif"));
  EXPECT_THAT(fish("assay check --select value-conflict,table"),
              ElementsAre("value-conflict,table-sum"));
  EXPECT_THAT(fish("assay explain val"), ElementsAre("value-conflict"));
  EXPECT_THAT(fish("assay check no"), ElementsAre("notes/"));
  EXPECT_THAT(fish("assay ask no"), IsEmpty());
  for (const Command* command : all_commands()) {
    for (const OptionDescription& option : describe_options(*command)) {
      const std::string& name = option.names.back();
      EXPECT_THAT(fish("assay " + std::string(command->name) + " " + name), Contains(name));
    }
  }
}

TEST_F(Completing, ZshTakesTheScript) {
  if (!has("zsh")) GTEST_SKIP() << "zsh is not installed";
  ASSERT_EQ(shell("\"$ASSAY\" completion zsh >_assay").status, 0);
  EXPECT_EQ(read("_assay").substr(0, 15), "#compdef assay\n");
  const Outcome syntax = shell("zsh -n _assay");
  EXPECT_EQ(syntax.status, 0) << syntax.errors;
  // compinit finds it by its name and its first line.
  const Outcome loaded = shell(
      "zsh -f -c 'fpath=($PWD $fpath); autoload -U compinit; compinit -u -D; "
      "print $_comps[assay]; autoload +X _assay; print $+functions[_assay]'");
  EXPECT_THAT(loaded.lines(), ElementsAre("_assay", "1")) << loaded.errors;
}

TEST_F(Completing, AnUnknownShellIsRefused) {
  const Outcome run = assay({"completion", "bsh"});
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.output, "");
  EXPECT_THAT(run.errors, testing::HasSubstr("did you mean \"bash\"?"));
}

TEST(CompletionOf, FollowsTheWordsOfTheHelp) {
  EXPECT_EQ(completion_of("FILE", {}).what, Completes::Files);
  EXPECT_EQ(completion_of("DIR", {}).what, Completes::Folders);
  EXPECT_EQ(completion_of("zh|en", {}).joined(), "zh en");
  EXPECT_EQ(completion_of("jsonl", {}).joined(), "jsonl");
  EXPECT_EQ(completion_of("FORMAT", {"text", "json"}).joined(), "text json");
  EXPECT_EQ(completion_of("RULE", {}).words.size(), all_rules().size());
  EXPECT_EQ(completion_of("FILE|postgresql://HOST", {}).what, Completes::Nothing);
  EXPECT_EQ(completion_of("N", {}).what, Completes::Nothing);
  EXPECT_EQ(completion_of("", {}).what, Completes::Nothing);
  EXPECT_THAT(completions_of_operands("CLAIM"), IsEmpty());
  EXPECT_EQ(completions_of_operands("suggest PATH").size(), 2U);
}

}  // namespace
}  // namespace assay
