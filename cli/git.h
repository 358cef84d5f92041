// SPDX-License-Identifier: MIT
#pragma once
/// Questions to git, which is run without a shell, so that nothing in an argument is a command.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/result.h"

namespace assay {

/// What `git ARGUMENTS…` prints on standard output when it succeeds.
/// Errors: BadUsage with the first line of its complaint; Io when git cannot be run.
[[nodiscard]] Result<std::string> ask_git(std::vector<std::string> arguments);

/// The parts of a text that are ended by zero bytes, as `-z` makes git print them.
[[nodiscard]] std::vector<std::string> split_at_zeros(const std::string& text);

/// The nearest folder at or above `folder` that holds `.git`: the top of a work tree. Git itself is
/// not asked.
[[nodiscard]] std::optional<std::filesystem::path> work_tree_around(
    const std::filesystem::path& folder);

}  // namespace assay
