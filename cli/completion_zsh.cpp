// SPDX-License-Identifier: MIT
#include "cli/arguments.h"
#include "cli/completion.h"

namespace assay {
namespace {

constexpr std::string_view kZshHead = R"script(#compdef assay
# zsh completion for assay, made by: assay completion zsh

_assay_revisions() {
  local -a revisions
  revisions=(${(f)"$(git for-each-ref --format='%(refname:short)' 2>/dev/null)"})
  _describe -t revisions revision revisions
}

_assay() {
  local curcontext=$curcontext state line
  typeset -A opt_args
  _arguments -C '1: :->command' '*:: :->arguments'
)script";

constexpr std::string_view kZshTail = R"script(        *) _default ;;
      esac
      ;;
  esac
}

if [[ $funcstack[1] == _assay ]]; then
  _assay "$@"
else
  compdef _assay assay
fi
)script";

/// Text within single quotes, in which brackets do not end what they stand in.
std::string zsh_escaped(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\'') {
      escaped += "'\\''";
    } else {
      if (c == '[' || c == ']') escaped += '\\';
      escaped += c;
    }
  }
  return escaped;
}

/// The action of _arguments that completes a value.
std::string zsh_action(const Completion& completion) {
  switch (completion.what) {
    case Completes::Words:
      return "(" + completion.joined() + ")";
    case Completes::WordList:
      return "_values -s , rule " + completion.joined();
    case Completes::Files:
      return "_files";
    case Completes::Folders:
      return "_files -/";
    case Completes::Revisions:
      return "_assay_revisions";
    case Completes::Nothing:
      break;
  }
  return " ";
}

/// One spec of _arguments for each name of an option.
std::string zsh_option(const OptionDescription& option) {
  std::string all;
  for (const std::string& name : option.names) all += (all.empty() ? "" : " ") + name;
  std::string specs;
  for (const std::string& name : option.names) {
    const std::string often = option.repeatable ? "*" : "(" + all + ")";
    const std::string joint = option.value.empty() ? "" : name.starts_with("--") ? "=" : "+";
    for (const std::string& part : {std::string(" \\\n          '"), often, std::string("'"), name,
                                    joint, std::string("'["), zsh_escaped(option.help)})
      specs += part;
    specs += "]";
    if (!option.value.empty()) {
      specs += ": :" + zsh_action(completion_of(option.value, option.choices));
    }
    specs += "'";
  }
  return specs;
}

std::string zsh_branch(const Command& command) {
  std::string branch = "        " + std::string(command.name) + ")\n          _arguments -s";
  for (const OptionDescription& option : describe_options(command)) branch += zsh_option(option);
  const std::vector<Completion> operands = completions_of_operands(command.operands.name);
  // The first words of several operands stand in their places, the last is repeated.
  for (std::size_t i = 0; i < operands.size(); ++i) {
    const std::string place = i + 1 < operands.size() ? std::to_string(i + 1) : "*";
    branch += " \\\n          '" + place + ": :" + zsh_action(operands[i]) + "'";
  }
  return branch + "\n          ;;\n";
}

}  // namespace

std::string zsh_completion() {
  std::string script(kZshHead);
  script += "  case $state in\n    command)\n      local -a commands=(\n";
  std::string branches;
  for (const Command* command : all_commands()) {
    script +=
        "        '" + std::string(command->name) + ":" + zsh_escaped(command->summary) + "'\n";
    branches += zsh_branch(*command);
  }
  return script +
         "      )\n      _describe -t commands command commands\n      ;;\n"
         "    arguments)\n      case $words[1] in\n" +
         branches + std::string(kZshTail);
}

}  // namespace assay
