// SPDX-License-Identifier: MIT
#pragma once
/// What a shell needs to complete a command line of assay. All of it comes from the descriptors of
/// the commands and from their options: a new one needs nothing here.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

/// A shell and its script.
struct CompletionShell {
  std::string_view name;
  std::string (*script)() = nullptr;
};

/// Every shell that there is a script for.
[[nodiscard]] std::span<const CompletionShell> completion_shells();

/// A script for bash that needs no other package.
[[nodiscard]] std::string bash_completion();
/// A file for a folder of zsh's fpath.
[[nodiscard]] std::string zsh_completion();
/// A script for fish.
[[nodiscard]] std::string fish_completion();

/// What can stand in one place of a command line.
enum class Completes : std::uint8_t {
  Nothing,   ///< nothing that a shell could know: a claim, a number
  Words,     ///< one of some words
  WordList,  ///< several of them, with commas between
  Files,
  Folders,
  Revisions,  ///< of the git repository of the working directory
};

struct Completion {
  Completes what = Completes::Nothing;
  std::vector<std::string> words;

  /// The words in one line.
  [[nodiscard]] std::string joined() const;
};

/// What completes something that the help calls `name`: "FILE", "PATH", "zh|en". Words that `choices`
/// names go before that.
[[nodiscard]] Completion completion_of(std::string_view name,
                                       const std::vector<std::string>& choices);
/// What completes the operands of a command: "PATH", "RULE", "suggest PATH".
[[nodiscard]] std::vector<Completion> completions_of_operands(std::string_view names);

}  // namespace assay
