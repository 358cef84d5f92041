// SPDX-License-Identifier: MIT
#pragma once
/// From the command line to a command and its options. What CLI11 knows stays in arguments.cpp.

#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"

namespace assay {

/// A command line that has been understood, or answered already.
struct Invocation {
  const Command* command =
      nullptr;  ///< nullptr: the help, the version or an error has been printed
  Options options;
  ExitStatus status = ExitStatus::Clean;  ///< then the end of the run
};

/// Reads the arguments of main(). Help and version go to standard output, wrong usage to standard
/// error with the closest word that exists.
[[nodiscard]] Invocation read_arguments(int argc, const char* const* argv);

/// An option as a command takes it, for whoever describes the command line: completions, the manual.
struct OptionDescription {
  std::vector<std::string> names;    ///< as written: "-o", "--output"
  std::string value;                 ///< what stands behind it: "FILE", "zh|en"; empty: nothing
  std::vector<std::string> choices;  ///< the words that it can be, beside those that `value` says
  std::string help;                  ///< a phrase without a full stop
  std::string otherwise;             ///< what holds when it is not given; empty: nothing does
  bool repeatable = false;

  bool operator==(const OptionDescription&) const = default;
};

/// The options of a command, in the order of its help.
[[nodiscard]] std::vector<OptionDescription> describe_options(const Command& command);

/// The language of messages by the values of LC_ALL, LC_MESSAGES and LANG (nullptr: not set): the
/// first that is set and not empty decides; Chinese when none is.
[[nodiscard]] Language language_of_environment(const char* lc_all, const char* lc_messages,
                                               const char* lang);

}  // namespace assay
