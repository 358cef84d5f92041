// SPDX-License-Identifier: MIT
#include "cli/manual.h"

#include <algorithm>
#include <sstream>

#include "cli/arguments.h"

namespace assay {
namespace {

constexpr std::string_view kManualHead = R"(.SH NAME
assay \- find the numbers in a set of documents that cannot all be true
.SH SYNOPSIS
.B assay
.I COMMAND
.RI [ OPTIONS ]
.RI [ ARGUMENTS ]
.SH DESCRIPTION
Reads notes, articles and transcripts in Chinese and English, pulls every quantity out of them, and
says what each one is a quantity of.
It then tells which of these numbers cannot all be true, shows the sentences side by side, and gives
the arithmetic.
Results go to standard output, everything else to standard error.
.SH COMMANDS
)";

constexpr std::string_view kManualTail = R"(.SH EXIT STATUS
.TP
.B 0
Nothing at or above
.BR \-\-fail\-on .
.TP
.B 1
Findings, a contradicted claim, a figure below its floor.
.TP
.B 2
Wrong usage, or something that could not be read or written; what could be read is still reported.
.SH ENVIRONMENT
.TP
.BR LC_ALL ", " LC_MESSAGES ", " LANG
The language of messages where
.B \-\-lang
does not say it: the first of them that is set; Chinese when none is.
.TP
.B NO_COLOR
When it is set and not empty, nothing is coloured unless
.B \-\-color
asks for it.
.SH SEE ALSO
.BR git (1)
)";

/// Text of a line as it stands: nothing in it is a request or an escape.
std::string roff_escaped(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\\') {
      escaped += "\\e";
    } else if (c == '-') {
      escaped += "\\-";
    } else {
      escaped += c;
    }
  }
  const bool starts_request = escaped.starts_with('.') || escaped.starts_with('\'');
  return (starts_request ? "\\&" : "") + escaped;
}

std::string bold(std::string_view text) { return "\\fB" + roff_escaped(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + roff_escaped(text) + "\\fR"; }

/// A phrase as a sentence.
std::string as_sentence(std::string_view phrase) {
  const bool ended = phrase.ends_with('.') || phrase.ends_with('?');
  return roff_escaped(phrase) + (ended ? "\n" : ".\n");
}

std::string option_entry(const OptionDescription& option) {
  std::string names;
  for (const std::string& name : option.names) names += (names.empty() ? "" : ", ") + bold(name);
  if (!option.value.empty()) names += " " + italic(option.value);
  std::string entry = ".TP\n" + names + "\n" + as_sentence(option.help);
  if (!option.otherwise.empty()) entry += "Default: " + as_sentence(option.otherwise);
  return entry;
}

/// Each line of examples is a comment or, further to the right, a command line.
std::string example_lines(std::string_view examples) {
  std::string text = ".PP\nExamples:\n";
  std::istringstream in{std::string(examples)};
  for (std::string line; std::getline(in, line);) {
    const std::size_t indent = line.find_first_not_of(' ');
    if (indent == std::string::npos) continue;
    const std::string rest = roff_escaped(std::string_view(line).substr(indent));
    text += indent >= 4 ? ".RS 4\n.EX\n" + rest + "\n.EE\n.RE\n" : ".PP\n" + rest + "\n";
  }
  return text;
}

std::string usage_line(const Command& command) {
  const Operands& operands = command.operands;
  std::string line = bold("assay " + std::string(command.name)) + " [" + italic("OPTIONS") + "]";
  if (operands.at_most == 0) return line + "\n";
  const std::string names = italic(operands.name) + (operands.at_most > 1 ? " ..." : "");
  return line + (operands.at_least > 0 ? " " + names : " [" + names + "]") + "\n";
}

using OptionDescriptions = std::vector<OptionDescription>;

bool is_among(const OptionDescription& option, const OptionDescriptions& options) {
  return std::ranges::find(options, option) != options.end();
}

/// What every command takes.
OptionDescriptions common_options() {
  OptionDescriptions common = describe_options(*all_commands().front());
  for (const Command* command : all_commands()) {
    const OptionDescriptions own = describe_options(*command);
    std::erase_if(common, [&](const OptionDescription& option) { return !is_among(option, own); });
  }
  return common;
}

std::string command_section(const Command& command, const OptionDescriptions& common) {
  std::string section = ".SS " + std::string(command.name) + "\n" + usage_line(command) + ".PP\n";
  std::istringstream details{std::string(command.details)};
  for (std::string line; std::getline(details, line);) {
    if (!line.empty()) section += roff_escaped(line) + "\n";
  }
  if (command.operands.at_most > 0) {
    section += ".TP\n" + italic(command.operands.name) + "\n" + as_sentence(command.operands.help);
  }
  for (const OptionDescription& option : describe_options(command)) {
    if (!is_among(option, common)) section += option_entry(option);
  }
  return section + example_lines(command.examples);
}

}  // namespace

std::string manual_page() {
  std::string page = ".TH ASSAY 1 \"\" \"assay " ASSAY_VERSION "\" \"User Commands\"\n";
  page += kManualHead;
  const OptionDescriptions common = common_options();
  for (const Command* command : all_commands()) {
    page += ".TP\n" + bold(command->name) + "\n" + as_sentence(command->summary);
  }
  page += ".SH OPTIONS\nEvery command takes these:\n";
  for (const OptionDescription& option : common) page += option_entry(option);
  page += ".SH USAGE\n";
  for (const Command* command : all_commands()) page += command_section(*command, common);
  return page + std::string(kManualTail);
}

}  // namespace assay
