// SPDX-License-Identifier: MIT
#include "cli/inputs.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <string_view>
#include <system_error>

#include "cli/changed_files.h"
#include "cli/configuration.h"
#include "cli/glob.h"
#include "core/utf8.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

/// What a walk takes for documents. A file that is named is read whatever it is called.
constexpr auto kExtensions =
    std::to_array<std::string_view>({".md", ".markdown", ".txt", ".text", ".html", ".htm", ".xhtml",
                                     ".jsonl", ".ndjson", ".srt", ".vtt"});
/// Folders whose content is made by tools, not written by people.
constexpr auto kBuildFolders = std::to_array<std::string_view>(
    {"build", "_build", "dist", "node_modules", "target", "vendor", "venv", "__pycache__"});

std::string extension_of(const fs::path& path) { return to_ascii_lower(path.extension().string()); }

bool holds_records(const std::string& path) {
  const std::string extension = extension_of(path);
  return extension == ".jsonl" || extension == ".ndjson";
}

/// Finds the files of paths, each once.
class Walk {
 public:
  explicit Walk(const Exclusions& exclusions) : exclusions_(exclusions) {}

  std::vector<Piece> files;
  std::vector<std::string> left_out;

  void add(const fs::path& path) {
    std::error_code failure;
    if (path != "-" && fs::is_directory(path, failure)) {
      ignored_ = ignored_files(path.string());
      add_folder(path);
    } else {
      add_file(path);
    }
  }

 private:
  void add_file(const fs::path& path) {
    std::error_code failure;
    const fs::path real = path == "-" ? path : fs::weakly_canonical(path, failure);
    if (!seen_.insert(failure ? path : real).second) return;
    files.push_back({.path = path.string(), .lines = {}, .error = {}});
  }

  void add_folder(const fs::path& folder) {
    std::error_code failure;
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator at(folder, failure), end; !failure && at != end;
         at.increment(failure)) {
      entries.push_back(*at);
    }
    if (failure) {
      Error error{ErrorCode::Io, "cannot be read: " + failure.message(), folder.string()};
      files.push_back({.path = folder.string(), .lines = {}, .error = std::move(error)});
    }
    std::ranges::sort(entries);
    for (const fs::directory_entry& entry : entries) add_entry(entry);
  }

  void add_entry(const fs::directory_entry& entry) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with('.') || is_left_out(entry.path().string())) return;
    std::error_code failure;
    if (entry.is_directory(failure)) {
      // A linked folder may lead back up.
      const bool wanted = !entry.is_symlink(failure) && !std::ranges::count(kBuildFolders, name);
      if (wanted) return add_folder(entry.path());
    } else if (std::ranges::count(kExtensions, extension_of(entry.path())) > 0) {
      return add_file(entry.path());
    }
    left_out.push_back(entry.path().string());
  }

  [[nodiscard]] bool is_left_out(const std::string& path) const {
    if (!ignored_.empty() && ignored_.contains(canonical_path(path))) return true;
    if (exclusions_.patterns.empty()) return false;
    const std::string within = path_within(exclusions_.folder, path);
    return std::ranges::any_of(exclusions_.patterns, [&](const std::string& pattern) {
      return matches_glob(pattern, within);
    });
  }

  const Exclusions& exclusions_;
  std::set<std::string> ignored_;  ///< by git, below the folder that is walked
  std::set<fs::path> seen_;
};

}  // namespace

Inputs::Inputs(const std::vector<std::string>& paths, InputForm form, const Exclusions& exclusions)
    : form_(form) {
  Walk walk(exclusions);
  for (const std::string& path : paths) walk.add(path);
  files_ = std::move(walk.files);
  left_out_ = std::move(walk.left_out);
}

std::optional<Piece> Inputs::next() {
  for (;;) {
    if (lines_) {
      const std::string& path = files_[next_file_ - 1].path;
      Result<std::optional<Lines>> lines = lines_->next();
      if (!lines) return Piece{.path = path, .lines = {}, .error = lines.error()};
      if (*lines) return Piece{.path = path, .lines = std::move(*lines), .error = {}};
      lines_.reset();
    }
    if (next_file_ == files_.size()) return std::nullopt;
    const Piece& file = files_[next_file_++];
    const bool records = form_ == InputForm::Records || holds_records(file.path);
    if (file.error || !records) return file;
    Result<LineSource> source = LineSource::open(file.path);
    if (!source) return Piece{.path = file.path, .lines = {}, .error = source.error()};
    lines_.emplace(std::move(*source));
  }
}

}  // namespace assay
