// SPDX-License-Identifier: MIT
#pragma once
/// Which files git counts as changed, as staged or as ignored.

#include <map>
#include <set>
#include <string>

#include "core/result.h"

namespace assay {

/// The files of the repository around the working directory that differ from `revision`, or that
/// git does not know yet and does not ignore: canonical absolute paths.
/// Errors: BadUsage with git's own words when there is no repository or no such revision; Io when
/// git cannot be run.
[[nodiscard]] Result<std::set<std::string>> changed_files(const std::string& revision);

/// What the next commit would change, and how the files of git's index are to be read.
struct StagedFiles {
  std::set<std::string> files;  ///< that are added or changed: canonical absolute paths
  /// The files of the index that the work tree has otherwise, or not at all: canonical absolute path
  /// -> name in the index.
  std::map<std::string, std::string> altered;
};

/// The files that are staged in the repository around the working directory. Errors: as above.
[[nodiscard]] Result<StagedFiles> staged_files();

/// The bytes of a file as it is in the index, by its name there. Errors: as above.
[[nodiscard]] Result<std::string> staged_text(const std::string& name);

/// The files and folders below `folder` that git ignores: canonical absolute paths. Empty where the
/// folder is in no work tree, is ignored itself, or git cannot be run.
[[nodiscard]] std::set<std::string> ignored_files(const std::string& folder);

/// The form of a path that these functions use.
[[nodiscard]] std::string canonical_path(const std::string& path);

}  // namespace assay
