// SPDX-License-Identifier: MIT
#include "cli/arguments.h"
#include "cli/completion.h"

namespace assay {
namespace {

constexpr std::string_view kFishHead =
    R"script(# fish completion for assay, made by: assay completion fish
function __assay_command
    set --local words (commandline --tokenize --cut-at-cursor --current-process)
    test (count $words) -gt 1; and test $words[2] = $argv[1]
end
function __assay_no_command
    test (count (commandline --tokenize --cut-at-cursor --current-process)) -eq 1
end
function __assay_revisions
    git for-each-ref --format='%(refname:short)' 2>/dev/null
end
)script";

std::string fish_quoted(std::string_view text) {
  std::string word = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') word += '\\';
    word += c;
  }
  return word + "'";
}

/// The options of `complete` that say which values there are.
std::string fish_values(const Completion& completion) {
  switch (completion.what) {
    case Completes::Words:
      return " -x -a " + fish_quoted(completion.joined());
    case Completes::WordList:
      return " -x -a '(__fish_complete_list , __assay_rules)'";
    case Completes::Files:
      return " -r -F";
    case Completes::Folders:
      return " -x -a '(__fish_complete_directories)'";
    case Completes::Revisions:
      return " -x -a '(__assay_revisions)'";
    case Completes::Nothing:
      break;
  }
  return " -x";
}

std::string fish_option(const std::string& condition, const OptionDescription& option) {
  std::string line = "complete -c assay -n " + condition;
  for (const std::string& name : option.names) {
    line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  }
  if (!option.value.empty()) line += fish_values(completion_of(option.value, option.choices));
  return line + " -d " + fish_quoted(option.help) + "\n";
}

std::string fish_command(const Command& command) {
  const std::string name(command.name);
  const std::string condition = "'__assay_command " + name + "'";
  std::string lines = "\ncomplete -c assay -n __assay_no_command -a " + name + " -d " +
                      fish_quoted(command.summary) + "\n";
  for (const OptionDescription& option : describe_options(command)) {
    lines += fish_option(condition, option);
  }
  for (const Completion& operand : completions_of_operands(command.operands.name)) {
    const std::string start = "complete -c assay -n " + condition;
    if (operand.what == Completes::Words) {
      lines += start + " -a " + fish_quoted(operand.joined()) + "\n";
    } else if (operand.what == Completes::Files) {
      lines += start + " -F\n";
    }
  }
  return lines;
}

}  // namespace

std::string fish_completion() {
  const std::vector<std::string>& rules = completion_of("RULE", {}).words;
  std::string script(kFishHead);
  script += "function __assay_rules\n    string split ' ' '";
  script += Completion{.what = Completes::Words, .words = rules}.joined() + "'\nend\n\n";
  // Files only where a command takes them.
  script += "complete -c assay -f\n";
  for (const Command* command : all_commands()) script += fish_command(*command);
  return script;
}

}  // namespace assay
