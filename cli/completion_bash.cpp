// SPDX-License-Identifier: MIT
#include "cli/arguments.h"
#include "cli/completion.h"

namespace assay {
namespace {

/// What does not depend on the commands. Where a word ends is bash's matter: "--format=js" comes as
/// three words, which are taken for two.
constexpr std::string_view kBashHead =
    R"script(# bash completion for assay, made by: assay completion bash
_assay_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current"); }
_assay_list() {
  local done=${current%"${current##*,}"}
  mapfile -t COMPREPLY < <(compgen -P "$done" -W "$1" -- "${current##*,}")
  compopt -o nospace 2>/dev/null
}
_assay_files() {
  mapfile -t COMPREPLY < <(compgen -f -- "$current")
  compopt -o filenames 2>/dev/null
}
_assay_folders() {
  mapfile -t COMPREPLY < <(compgen -d -- "$current")
  compopt -o filenames 2>/dev/null
}
_assay_revisions() {
  _assay_words "$(git for-each-ref --format='%(refname:short)' 2>/dev/null)"
}

_assay() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} files=
  COMPREPLY=()
  if [[ $current == = ]]; then
    current=
  elif [[ $previous == = ]]; then
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  fi
)script";

constexpr std::string_view kBashTail = R"script(  esac
  if [[ $current == -* ]]; then
    _assay_words "$options"
    return
  fi
  _assay_words "$words"
  if [[ -n $files ]]; then
    local -a found=("${COMPREPLY[@]}")
    _assay_files
    COMPREPLY=("${found[@]}" "${COMPREPLY[@]}")
  fi
}
complete -F _assay assay
)script";

/// The call that completes a value.
std::string bash_call(const Completion& completion) {
  switch (completion.what) {
    case Completes::Words:
      return "_assay_words \"" + completion.joined() + "\"";
    case Completes::WordList:
      return "_assay_list \"" + completion.joined() + "\"";
    case Completes::Files:
      return "_assay_files";
    case Completes::Folders:
      return "_assay_folders";
    case Completes::Revisions:
      return "_assay_revisions";
    case Completes::Nothing:
      break;
  }
  return ":";
}

std::string joined_names(const OptionDescription& option, std::string_view separator) {
  std::string text;
  for (const std::string& name : option.names)
    text += std::string(text.empty() ? "" : separator) + name;
  return text;
}

/// The branch of one command: the values of its options, then what else it takes.
std::string bash_branch(const Command& command) {
  std::string options;
  std::string values;
  for (const OptionDescription& option : describe_options(command)) {
    options += (options.empty() ? "" : " ") + joined_names(option, " ");
    if (option.value.empty()) continue;
    values += "        " + joined_names(option, " | ") + ") " +
              bash_call(completion_of(option.value, option.choices)) + "; return ;;\n";
  }
  std::string words;
  std::string files;
  for (const Completion& operand : completions_of_operands(command.operands.name)) {
    if (operand.what == Completes::Words) words += (words.empty() ? "" : " ") + operand.joined();
    if (operand.what == Completes::Files) files = "      files=yes\n";
  }
  return "    " + std::string(command.name) + ")\n      case $previous in\n" + values +
         "      esac\n      options=\"" + options + "\"\n      words=\"" + words + "\"\n" + files +
         "      ;;\n";
}

}  // namespace

std::string bash_completion() {
  std::string script(kBashHead);
  std::string names;
  std::string branches;
  for (const Command* command : all_commands()) {
    names += std::string(command->name) + " ";
    branches += bash_branch(*command);
  }
  script += "  if ((COMP_CWORD == 1)); then\n    _assay_words \"" + names +
            "--help --version\"\n    return\n  fi\n  local options= words=\n"
            "  case ${COMP_WORDS[1]} in\n" +
            branches;
  return script + std::string(kBashTail);
}

}  // namespace assay
