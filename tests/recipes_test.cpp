// SPDX-License-Identifier: MIT
/// The recipes of docs/recipes, run as their services would: in a git repository with two notes, by a
/// shell that stops at the first failure. What is not ours (apt-get, curl, gh) is played by a script
/// that keeps its arguments.

#include <gmock/gmock.h>
#include <yaml-cpp/yaml.h>

#include "tests/cli/program.h"

namespace assay {
namespace {

using testing::AnyOf;
using testing::HasSubstr;
using testing::StartsWith;

constexpr const char* kRoot = ASSAY_SOURCE_DIR;

YAML::Node load(const std::string& file) { return YAML::LoadFile(std::string(kRoot) + "/" + file); }

class Recipes : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    write("notes/old.md", kHalf);
    for (const char* tool : {"apt-get", "curl", "gh"}) play(tool, "");
    const Outcome made = shell(
        "git init -q -b main && git config user.name n && git config user.email n@example.org && "
        "git add notes && git commit -q -m old && git update-ref refs/remotes/origin/main HEAD && "
        "git checkout -q -b topic");
    ASSERT_EQ(made.status, 0) << made.errors;
  }

  /// A tool that notes how it was called, and prints `answer`.
  void play(const std::string& tool, const std::string& answer) const {
    const std::string script =
        write(".tools/" + tool, "#!/bin/sh\necho \"" + tool +
                                    " $*\" >>\"$TOOL_CALLS\"\nprintf '%s' '" + answer + "'\n");
    std::filesystem::permissions(script, std::filesystem::perms::owner_all);
  }

  /// Puts a note into the branch.
  void commit_note(const std::string& text) const {
    write("notes/new.md", text);
    const Outcome made = shell("git add notes && git commit -q -m new");
    ASSERT_EQ(made.status, 0) << made.errors;
  }

  /// Runs the lines of one step; `environment` is what the service would set.
  [[nodiscard]] Outcome step(const std::string& lines, const std::string& environment = "") const {
    const std::string file = write(".run/step", lines);
    return shell("export HOME=\"$PWD/.home\" TOOL_CALLS=\"$PWD/.run/calls\" PATH=\"" +
                 path(".tools") + ":" + ASSAY_BINARY_DIR + ":$PATH\" " + environment +
                 "; mkdir -p \"$HOME\"; exec bash -e '" + file + "'");
  }

  /// The `run:` steps of the workflow but for the last, which is the gate: none may fail.
  void run_steps_before_gate(const YAML::Node& steps) const {
    for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
      if (!steps[i]["run"]) continue;
      const Outcome run = step(steps[i]["run"].as<std::string>(), kGitHub);
      EXPECT_EQ(run.status, 0) << steps[i]["name"].as<std::string>() << ": " << run.errors;
    }
  }

  static constexpr const char* kGitHub =
      "GITHUB_BASE_REF=main GITHUB_WORKSPACE=\"$PWD\" GITHUB_REPOSITORY=owner/notes NUMBER=7 "
      "ASSAY_PACKAGE=https://example.org/assay.deb";
};

TEST_F(Recipes, GitHubAnnotatesCommentsAndFails) {
  commit_note(kThird);
  const YAML::Node steps = load("docs/recipes/github.yml")["jobs"]["numbers"]["steps"];
  run_steps_before_gate(steps);
  EXPECT_THAT(read("findings.sarif"), HasSubstr("\"version\": \"2.1.0\""));
  EXPECT_THAT(read("comment.md"), StartsWith("<!-- assay -->\n### assay: 1 error"));
  EXPECT_THAT(read(".run/calls"), HasSubstr("gh api --method POST repos/owner/notes/issues/7/"
                                            "comments --field body=@comment.md\n"));
  EXPECT_THAT(read(".home/.gitconfig"), HasSubstr(folder_.string()));
  const YAML::Node gate = steps[steps.size() - 1];
  const Outcome run = step(gate["run"].as<std::string>(), kGitHub);
  EXPECT_EQ(run.status, 1) << run.errors;
  EXPECT_THAT(run.output, StartsWith("::error file=notes/new.md,line=1,"));
}

TEST_F(Recipes, GitHubWritesItsCommentAnew) {
  commit_note(kThird);
  play("gh", "41\n42");
  run_steps_before_gate(load("docs/recipes/github.yml")["jobs"]["numbers"]["steps"]);
  EXPECT_THAT(read(".run/calls"), HasSubstr("gh api --method PATCH repos/owner/notes/issues/"
                                            "comments/41 --field body=@comment.md\n"));
  EXPECT_THAT(read(".run/calls"), Not(HasSubstr("POST")));
}

TEST_F(Recipes, GitHubLetsPassWhatContradictsNothing) {
  commit_note(kOther);
  const YAML::Node steps = load("docs/recipes/github.yml")["jobs"]["numbers"]["steps"];
  run_steps_before_gate(steps);
  EXPECT_THAT(read("comment.md"), HasSubstr("0 errors"));
  const Outcome run = step(steps[steps.size() - 1]["run"].as<std::string>(), kGitHub);
  EXPECT_EQ(run.status, 0) << run.errors;
  EXPECT_EQ(run.output, "");
}

/// All lines of a list of GitLab as one script.
std::string script_of(const YAML::Node& lines) {
  std::string script;
  for (const YAML::Node& line : lines) script += line.as<std::string>() + "\n";
  return script;
}

TEST_F(Recipes, GitLabReportsAndFailsOnlyOnAContradiction) {
  const YAML::Node job = load("docs/recipes/gitlab.yml")["numbers"];
  const std::string environment =
      "CI_MERGE_REQUEST_DIFF_BASE_SHA=\"$(git rev-parse main)\" "
      "ASSAY_PACKAGE=https://example.org/assay.deb";
  const std::string script = script_of(job["before_script"]) + script_of(job["script"]);
  commit_note(kOther);
  const Outcome good = step(script, environment);
  EXPECT_EQ(good.status, 0) << good.errors;
  commit_note(kThird);
  const Outcome bad = step(script, environment);
  EXPECT_EQ(bad.status, 1) << bad.errors;
  const YAML::Node reports = job["artifacts"]["reports"];
  EXPECT_THAT(read(reports["codequality"].as<std::string>()), HasSubstr("notes/new.md"));
  EXPECT_THAT(read(reports["junit"].as<std::string>()), HasSubstr("failures=\"1\""));
}

TEST_F(Recipes, PreCommitLooksAtWhatIsStaged) {
  const YAML::Node hooks = load(".pre-commit-hooks.yaml");
  ASSERT_EQ(hooks.size(), 1U);
  const YAML::Node repository = load("docs/recipes/pre-commit-config.yaml")["repos"][0];
  const YAML::Node used = repository["hooks"][0];
  EXPECT_EQ(used["id"].as<std::string>(), hooks[0]["id"].as<std::string>());
  EXPECT_FALSE(hooks[0]["pass_filenames"].as<bool>());
  for (const YAML::Node& arguments : {hooks[0]["args"], used["args"]}) {
    std::string command = hooks[0]["entry"].as<std::string>();
    for (const YAML::Node& argument : arguments) command += " " + argument.as<std::string>();
    write("notes/new.md", kThird);
    ASSERT_EQ(shell("git add notes").status, 0);
    const Outcome bad = step(command);
    EXPECT_EQ(bad.status, 1) << command << bad.errors;
    EXPECT_THAT(bad.output, AnyOf(HasSubstr("notes/new.md:1:"), HasSubstr("notes/old.md:1:")));
    write("notes/new.md", kOther);
    ASSERT_EQ(shell("git add notes").status, 0);
    EXPECT_EQ(step(command).status, 0) << command;
  }
}

TEST_F(Recipes, ShellGateComparesWithTheRevision) {
  const std::string gate = "'" + std::string(kRoot) + "/docs/recipes/gate.sh'";
  commit_note(kOther);
  EXPECT_EQ(step(gate).status, 0);
  commit_note(kThird);
  // As a script of a service, and as git calls a hook.
  for (const std::string arguments : {"", " main", " origin git@example.org:notes.git"}) {
    const Outcome bad = step(gate + arguments);
    EXPECT_EQ(bad.status, 1) << arguments << bad.errors;
    EXPECT_THAT(bad.output, HasSubstr("notes/new.md:1:"));
    EXPECT_THAT(read("findings.html"), HasSubstr("<html"));
  }
  // What the revision has already is let pass.
  EXPECT_EQ(step(gate + " topic").status, 0);
  EXPECT_EQ(step(gate + " nonsense").status, 2);
}

}  // namespace
}  // namespace assay
