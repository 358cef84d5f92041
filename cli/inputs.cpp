// SPDX-License-Identifier: MIT
#include "cli/inputs.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <string_view>
#include <system_error>

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

Result<LineSource> open_lines(const Piece& file) {
  if (file.name_in_index.empty()) return LineSource::open(file.path);
  Result<std::string> text = staged_text(file.name_in_index);
  if (!text) return text.error();
  return LineSource::of_text(file.path, std::move(*text));
}

/// Finds the files of paths, each once.
class Walk {
 public:
  Walk(const Exclusions& exclusions, const StagedFiles* staged)
      : exclusions_(exclusions), staged_(staged) {}

  std::vector<Piece> files;
  std::vector<std::string> left_out;

  void add(const fs::path& path) {
    std::error_code failure;
    if (path != "-" && fs::is_directory(path, failure)) {
      ignored_ = ignored_files(path.string());
      add_folder(path);
      add_gone(path);
    } else {
      add_file(path);
    }
  }

 private:
  void add_file(const fs::path& path) {
    std::error_code failure;
    const fs::path real = path == "-" ? path : fs::weakly_canonical(path, failure);
    if (!seen_.insert(failure ? path : real).second) return;
    files.push_back({.path = path.string()});
    if (staged_ == nullptr) return;
    const auto altered = staged_->altered.find(real.string());
    if (altered != staged_->altered.end()) files.back().name_in_index = altered->second;
  }

  /// What a walk would find below a folder if the work tree had all that is staged.
  void add_gone(const fs::path& folder) {
    if (staged_ == nullptr) return;
    const fs::path real = canonical_path(folder.string());
    std::error_code failure;
    for (const auto& [path, name] : staged_->altered) {
      if (fs::exists(path, failure)) continue;
      const fs::path within = fs::path(path).lexically_relative(real);
      const bool below = !within.empty() && std::ranges::none_of(within, [](const fs::path& part) {
        return is_passed_by(part.string());
      });
      if (below && is_document(within) && !is_left_out((folder / within).string()))
        add_file(folder / within);
    }
  }

  /// What is hidden, leads out of a folder, or is made by tools.
  static bool is_passed_by(const std::string& name) {
    return name.starts_with('.') || std::ranges::count(kBuildFolders, name) > 0;
  }

  static bool is_document(const fs::path& path) {
    return std::ranges::count(kExtensions, extension_of(path)) > 0;
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
      files.push_back({.path = folder.string(), .error = std::move(error)});
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
    } else if (is_document(entry.path())) {
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
  const StagedFiles* staged_;
  std::set<std::string> ignored_;  ///< by git, below the folder that is walked
  std::set<fs::path> seen_;
};

}  // namespace

Inputs::Inputs(const std::vector<std::string>& paths, InputForm form, const Exclusions& exclusions,
               const StagedFiles* staged)
    : form_(form) {
  Walk walk(exclusions, staged);
  for (const std::string& path : paths) walk.add(path);
  files_ = std::move(walk.files);
  left_out_ = std::move(walk.left_out);
}

std::optional<Piece> Inputs::next() {
  for (;;) {
    if (lines_) {
      const std::string& path = files_[next_file_ - 1].path;
      Result<std::optional<Lines>> lines = lines_->next();
      if (!lines) return Piece{.path = path, .error = lines.error()};
      if (*lines) return Piece{.path = path, .lines = std::move(*lines)};
      lines_.reset();
    }
    if (next_file_ == files_.size()) return std::nullopt;
    const Piece& file = files_[next_file_++];
    const bool records = form_ == InputForm::Records || holds_records(file.path);
    if (file.error || !records) return file;
    Result<LineSource> source = open_lines(file);
    if (!source) return Piece{.path = file.path, .error = source.error()};
    lines_.emplace(std::move(*source));
  }
}

}  // namespace assay
