// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "cli/command.h"

namespace assay {

namespace commands {
extern const Command check, add, list, remove, report, extract, verify, ask, explain, baseline,
    init, doctor, lexicon, eval, completion, manual;
}  // namespace commands

std::span<const Command* const> all_commands() {
  static constexpr std::array<const Command*, 16> kCommands = {
      &commands::check,   &commands::add,      &commands::list,       &commands::remove,
      &commands::report,  &commands::extract,  &commands::verify,     &commands::ask,
      &commands::explain, &commands::baseline, &commands::init,       &commands::doctor,
      &commands::lexicon, &commands::eval,     &commands::completion, &commands::manual};
  return kCommands;
}

const Command* find_command(std::string_view name) {
  const auto commands = all_commands();
  const auto found =
      std::ranges::find_if(commands, [&](const Command* command) { return command->name == name; });
  return found == commands.end() ? nullptr : *found;
}

}  // namespace assay
