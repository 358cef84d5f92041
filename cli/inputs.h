// SPDX-License-Identifier: MIT
#pragma once
/// The files that the paths of a command line stand for, handed out piece by piece: one whole file,
/// or some lines of a list of records.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/changed_files.h"
#include "cli/line_source.h"
#include "core/result.h"

namespace assay {

/// What can be read on its own.
struct Piece {
  std::string path;  ///< as given, or joined with what a walk found; "-": standard input
  std::optional<Lines> lines = {};  ///< records; absent: the file is one document
  std::optional<Error> error = {};  ///< then this place could not be read
  /// Where the file is to be read as it is staged: its name in git's index.
  std::string name_in_index = {};
};

/// What the paths hold: documents and, by their extension, records; or records only.
enum class InputForm : std::uint8_t { Documents, Records };

/// What a walk leaves out.
struct Exclusions {
  std::string folder;                 ///< to which the patterns belong
  std::vector<std::string> patterns;  ///< as matches_glob() reads them
};

class Inputs {
 public:
  /// Finds the files. A folder is walked: what is hidden, build folders, files that are no text by
  /// their extension, what git ignores and what `exclusions` name are left out there. A file is read
  /// once, however often it is named. Order: as given; within a folder by name. With `staged`, files
  /// that git's index has otherwise than the work tree are read as they are staged; those that only
  /// the index has stand behind the others of their folder.
  Inputs(const std::vector<std::string>& paths, InputForm form, const Exclusions& exclusions = {},
         const StagedFiles* staged = nullptr);

  /// The next piece; absent after the last.
  [[nodiscard]] std::optional<Piece> next();
  /// Files and folders that a walk came by and left out, but for hidden ones.
  [[nodiscard]] const std::vector<std::string>& left_out() const { return left_out_; }
  /// How many files there are.
  [[nodiscard]] std::size_t file_count() const { return files_.size(); }

 private:
  std::vector<Piece> files_;
  std::vector<std::string> left_out_;
  InputForm form_;
  std::size_t next_file_ = 0;
  std::optional<LineSource> lines_;  ///< of the file before next_file_, which holds records
};

}  // namespace assay
