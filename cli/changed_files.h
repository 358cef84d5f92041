// SPDX-License-Identifier: MIT
#pragma once
/// Which files differ from a git revision.

#include <set>
#include <string>

#include "core/result.h"

namespace assay {

/// The files of the repository around the working directory that differ from `revision`, or that
/// git does not know yet and does not ignore: canonical absolute paths.
/// Errors: BadUsage with git's own words when there is no repository or no such revision; Io when
/// git cannot be run.
[[nodiscard]] Result<std::set<std::string>> changed_files(const std::string& revision);

/// The form of a path that changed_files() uses.
[[nodiscard]] std::string canonical_path(const std::string& path);

}  // namespace assay
