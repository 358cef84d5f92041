// SPDX-License-Identifier: MIT
#include "cli/completion.h"

#include <algorithm>
#include <array>
#include <sstream>

#include "checks/rule.h"

namespace assay {
namespace {

/// What values are called in the help, and what they are.
struct NamedValue {
  std::string_view name;
  Completes what;
};
constexpr NamedValue kNamedValues[] = {
    {"FILE", Completes::Files},     {"PATH", Completes::Files},  {"GOLD", Completes::Files},
    {"DOCUMENT", Completes::Files}, {"DIR", Completes::Folders}, {"REV", Completes::Revisions},
    {"RULE", Completes::WordList},
};

bool is_plain_word(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

/// The words of "zh|en"; none when it is something else.
std::vector<std::string> alternatives(std::string_view name) {
  std::vector<std::string> words;
  std::istringstream in{std::string(name)};
  for (std::string word; std::getline(in, word, '|');) {
    if (!is_plain_word(word)) return {};
    words.push_back(word);
  }
  return words;
}

std::vector<std::string> all_rule_names() {
  std::vector<std::string> names;
  for (const RegisteredRule& rule : all_rules()) names.emplace_back(rule.name);
  return names;
}

}  // namespace

std::string Completion::joined() const {
  std::string line;
  for (const std::string& word : words) line += (line.empty() ? "" : " ") + word;
  return line;
}

std::span<const CompletionShell> completion_shells() {
  static constexpr std::array<CompletionShell, 3> kShells{
      {{"bash", bash_completion}, {"zsh", zsh_completion}, {"fish", fish_completion}}};
  return kShells;
}

Completion completion_of(std::string_view name, const std::vector<std::string>& choices) {
  if (!choices.empty()) return {.what = Completes::Words, .words = choices};
  const auto known = std::ranges::find(kNamedValues, name, &NamedValue::name);
  if (known != std::end(kNamedValues)) {
    if (known->what == Completes::WordList) return {Completes::WordList, all_rule_names()};
    return {.what = known->what, .words = {}};
  }
  std::vector<std::string> words = alternatives(name);
  if (words.empty()) return {};
  return {.what = Completes::Words, .words = std::move(words)};
}

std::vector<Completion> completions_of_operands(std::string_view names) {
  std::vector<Completion> completions;
  std::istringstream in{std::string(names)};
  for (std::string name; in >> name;) {
    Completion completion = completion_of(name, {});
    // Operands stand one by one; only the values of an option are joined by commas.
    if (completion.what == Completes::WordList) completion.what = Completes::Words;
    if (completion.what != Completes::Nothing) completions.push_back(std::move(completion));
  }
  return completions;
}

}  // namespace assay
