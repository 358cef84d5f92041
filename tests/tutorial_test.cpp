// SPDX-License-Identifier: MIT
/// docs/tutorial.md is run, command by command, and has to say what is printed.

#include <gmock/gmock.h>

#include "tests/cli/program.h"

namespace assay {
namespace {

/// A command as it is typed, and what the document says it prints.
struct TypedCommand {
  std::size_t line = 0;  ///< of the document, 1-based
  std::string command;
  std::string output;
};

/// The commands of the console blocks: "$ " starts one, "> " goes on with it, the rest is printed.
std::vector<TypedCommand> commands_of(std::istream& document) {
  std::vector<TypedCommand> commands;
  bool inside = false;
  std::size_t number = 0;
  for (std::string line; std::getline(document, line);) {
    ++number;
    if (line.starts_with("```")) {
      inside = line == "```console";
    } else if (inside && line.starts_with("$ ")) {
      commands.push_back({.line = number, .command = line.substr(2), .output = ""});
    } else if (inside && (line == ">" || line.starts_with("> ")) &&
               commands.back().output.empty()) {
      commands.back().command += "\n" + line.substr(std::min<std::size_t>(2, line.size()));
    } else if (inside) {
      commands.back().output += line + "\n";
    }
  }
  return commands;
}

class Tutorial : public ProgramTest {
 protected:
  /// What each command prints, run one after the other in one shell.
  [[nodiscard]] std::vector<std::string> run(const std::vector<TypedCommand>& commands) const {
    const std::string end = "== end of command ==\n";
    std::string script =
        "PATH=\"$(dirname \"$ASSAY\"):$PATH\"; export PATH HOME=\"$PWD\" GIT_CONFIG_NOSYSTEM=1\n"
        "export GIT_AUTHOR_NAME=Writer GIT_AUTHOR_EMAIL=writer@example.org\n"
        "export GIT_COMMITTER_NAME=Writer GIT_COMMITTER_EMAIL=writer@example.org\n"
        "exec 2>&1; status=0\n";
    for (const TypedCommand& each : commands) {
      script += "(exit $status)\n" + each.command + "\nstatus=$?; printf '" +
                end.substr(0, end.size() - 1) + "\\n'\n";
    }
    write("script", script);
    const std::string printed = shell(". ./script").output;
    std::vector<std::string> outputs;
    for (std::size_t begin = 0; begin < printed.size();) {
      const std::size_t at = std::min(printed.find(end, begin), printed.size());
      outputs.push_back(printed.substr(begin, at - begin));
      begin = at + end.size();
    }
    return outputs;
  }
};

TEST_F(Tutorial, EveryCommandPrintsWhatTheDocumentSays) {
  std::ifstream document(ASSAY_SOURCE_DIR "/docs/tutorial.md");
  const std::vector<TypedCommand> commands = commands_of(document);
  ASSERT_GE(commands.size(), 20U);
  const std::vector<std::string> outputs = run(commands);
  ASSERT_EQ(outputs.size(), commands.size());
  for (std::size_t i = 0; i < commands.size(); ++i) {
    EXPECT_EQ(outputs[i], commands[i].output)
        << "docs/tutorial.md:" << commands[i].line << ": " << commands[i].command;
  }
}

}  // namespace
}  // namespace assay
