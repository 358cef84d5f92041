// SPDX-License-Identifier: MIT
#pragma once
/// A command of the program: one file in commands/, which ends with its descriptor, and one row in
/// commands.cpp. The descriptor says what can be given to it and how its help reads; the rest is
/// one function.

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include "cli/options.h"

namespace assay {

/// An option that a command may take; what each is called and does stands in arguments.cpp.
/// Language, colour, loudness and lexicon are taken by all.
enum class Takes : std::uint8_t {
  Base,
  Format,
  Output,
  Assets,
  From,
  Jobs,
  Rules,
  FailOn,
  ChangedSince,
  Baseline,
  Prune,
  Source,
  Against,
  Documents,
  Floor,
  Configuration  ///< which it takes its other options from where they are not given
};

/// A set of options.
class TakesSet {
 public:
  constexpr TakesSet(std::initializer_list<Takes> options) {
    for (const Takes option : options) bits_ |= bit(option);
  }
  [[nodiscard]] constexpr bool contains(Takes option) const { return (bits_ & bit(option)) != 0; }

 private:
  static constexpr std::uint32_t bit(Takes option) { return 1U << static_cast<unsigned>(option); }
  std::uint32_t bits_ = 0;
};

/// What stands on the command line beside the options.
struct Operands {
  std::string_view name;  ///< as the help shows it: "PATH"
  std::string_view help;
  std::size_t at_least = 0;
  std::size_t at_most = SIZE_MAX;
  bool from_configuration = false;  ///< none are given: the paths of the configuration
};

struct Command {
  std::string_view name;
  std::string_view summary;   ///< one line for the list of commands
  std::string_view details;   ///< a paragraph for its own help
  std::string_view examples;  ///< two to four, each a command line under a line that says why
  Operands operands;
  TakesSet takes;
  std::string_view formats;  ///< of its own, for the help; empty: those of reports
  ExitStatus (*run)(const Options& options) = nullptr;
  /// Whether it runs even though the configuration is wrong, and says so itself.
  bool reports_configuration = false;
};

/// Every command, in the order of the help.
[[nodiscard]] std::span<const Command* const> all_commands();
/// The command of this name, or nullptr.
[[nodiscard]] const Command* find_command(std::string_view name);

}  // namespace assay
