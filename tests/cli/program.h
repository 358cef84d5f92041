// SPDX-License-Identifier: MIT
#pragma once
/// Runs the real program in a folder of its own, as a user or a script would.

#include <sys/wait.h>

#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "tests/temporary_folder.h"

namespace assay {

/// Two sentences that cannot both be true, and one that has nothing to do with them.
inline constexpr const char* kHalf = "英伟达2025年在中国AI芯片市场的份额为50%。\n";
inline constexpr const char* kThird = "英伟达2025年在中国AI芯片市场的份额为30%。\n";
inline constexpr const char* kOther =
    "TSMC's gross margin was 59.5% in the third quarter of 2025.\n";

/// How a run ended and what it said.
struct Outcome {
  int status = -1;  ///< -1: it did not end by itself
  std::string output;
  std::string errors;

  /// The lines of the output, without line breaks.
  [[nodiscard]] std::vector<std::string> lines() const {
    std::vector<std::string> result;
    std::istringstream in(output);
    for (std::string line; std::getline(in, line);) result.push_back(line);
    return result;
  }
};

/// A folder for each test, gone when the test is over. Programs run in it, in English.
class ProgramTest : public TemporaryFolderTest {
 protected:
  /// Runs `assay` with these arguments and this standard input.
  [[nodiscard]] Outcome assay(const std::vector<std::string>& arguments,
                              const std::string& input = "") const {
    std::string command = "\"$ASSAY\"";
    for (const std::string& argument : arguments) command += " " + quoted(argument);
    return shell(command, input);
  }

  /// Runs a command line of the shell, in which "$ASSAY" is the program.
  [[nodiscard]] Outcome shell(const std::string& command, const std::string& input = "") const {
    write(".run/input", input);
    const std::string line = "cd " + quoted(folder_.string()) +
                             "; unset NO_COLOR LC_ALL LC_MESSAGES; LANG=en_US.UTF-8"
                             "; ASSAY=" +
                             quoted(ASSAY_BINARY_DIR "/assay") +
                             "; export LANG ASSAY; exec <.run/input >.run/output 2>.run/errors; " +
                             command;
    const int status = std::system(line.c_str());
    return {.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1,
            .output = read(".run/output"),
            .errors = read(".run/errors")};
  }

  [[nodiscard]] std::string read(const std::string& name) const {
    std::ifstream in(folder_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  [[nodiscard]] bool exists(const std::string& name) const {
    return std::filesystem::exists(folder_ / name);
  }

 private:
  /// The argument as one word of the shell.
  static std::string quoted(const std::string& argument) {
    std::string word = "'";
    for (const char c : argument) word += c == '\'' ? "'\\''" : std::string(1, c);
    return word + "'";
  }
};

}  // namespace assay
