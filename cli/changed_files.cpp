// SPDX-License-Identifier: MIT
#include "cli/changed_files.h"

#include <filesystem>
#include <system_error>
#include <vector>

#include "cli/git.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

Error with_option(const char* option, Error error) {
  error.message = std::string(option) + ": " + error.message;
  return error;
}

/// The names that git prints, told from the top of the work tree, as canonical paths.
Result<std::set<std::string>> files_told_by(std::vector<std::string> question,
                                            const fs::path& root) {
  const Result<std::string> names = ask_git(std::move(question));
  if (!names) return names.error();
  std::set<std::string> files;
  for (const std::string& name : split_at_zeros(*names))
    files.insert(canonical_path((root / name).string()));
  return files;
}

Result<fs::path> root_of_work_tree() {
  const Result<std::string> top = ask_git({"rev-parse", "--show-toplevel"});
  if (!top) return top.error();
  return fs::path(top->substr(0, top->find('\n')));
}

}  // namespace

std::string canonical_path(const std::string& path) {
  std::error_code failure;
  const fs::path canonical = fs::weakly_canonical(path, failure);
  return failure ? path : canonical.string();
}

Result<std::set<std::string>> changed_files(const std::string& revision) {
  constexpr const char* kOption = "--changed-since";
  if (revision.starts_with('-')) {
    return Error{ErrorCode::BadUsage,
                 std::string(kOption) + ": \"" + revision + "\" is no revision"};
  }
  const Result<fs::path> root = root_of_work_tree();
  if (!root) return with_option(kOption, root.error());
  Result<std::set<std::string>> files =
      files_told_by({"diff", "--name-only", "--no-ext-diff", "-z", revision, "--"}, *root);
  if (!files) return with_option(kOption, files.error());
  Result<std::set<std::string>> unknown = files_told_by(
      {"-C", root->string(), "ls-files", "--others", "--exclude-standard", "-z", "--full-name"},
      *root);
  if (!unknown) return with_option(kOption, unknown.error());
  files->merge(*unknown);
  return files;
}

Result<StagedFiles> staged_files() {
  constexpr const char* kOption = "--staged";
  const Result<fs::path> root = root_of_work_tree();
  if (!root) return with_option(kOption, root.error());
  // What is taken out of the index is no part of the commit, though the work tree may have it.
  Result<std::set<std::string>> files = files_told_by(
      {"diff", "--cached", "--name-only", "--diff-filter=d", "--no-ext-diff", "-z"}, *root);
  if (!files) return with_option(kOption, files.error());
  const Result<std::string> edited = ask_git({"diff", "--name-only", "--no-ext-diff", "-z"});
  if (!edited) return with_option(kOption, edited.error());
  StagedFiles staged{.files = std::move(*files), .altered = {}};
  for (std::string& name : split_at_zeros(*edited)) {
    std::string path = canonical_path((*root / name).string());
    staged.altered.emplace(std::move(path), std::move(name));
  }
  return staged;
}

Result<std::string> staged_text(const std::string& name) {
  return ask_git({"cat-file", "blob", ":0:" + name});
}

std::set<std::string> ignored_files(const std::string& folder) {
  if (!work_tree_around(folder)) return {};
  const Result<std::string> names = ask_git({"-C", folder, "ls-files", "--others", "--ignored",
                                             "--exclude-standard", "--directory", "-z"});
  if (!names) return {};
  std::set<std::string> files;
  for (const std::string& name : split_at_zeros(*names)) {
    // Who names a folder that is ignored wants it read.
    if (name == "./") return {};
    const fs::path path = fs::path(folder) / name;
    files.insert(canonical_path((path.has_filename() ? path : path.parent_path()).string()));
  }
  return files;
}

}  // namespace assay
