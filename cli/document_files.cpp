// SPDX-License-Identifier: MIT
#include "cli/document_files.h"

#include <filesystem>
#include <optional>
#include <system_error>

namespace assay {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> path_below(const fs::path& folder, const fs::path& path) {
  const fs::path relative = path.lexically_relative(folder);
  if (relative.empty() || *relative.begin() == "..") return std::nullopt;
  return relative.generic_string();
}

std::string portable_path(const std::string& path) {
  std::error_code failure;
  const fs::path folder = fs::current_path(failure);
  const fs::path absolute = fs::absolute(path, failure).lexically_normal();
  if (failure) return path;
  // As it was given first: a link is part of the checkout, its target may not be.
  if (const auto below = path_below(folder, absolute)) return *below;
  const fs::path canonical = fs::weakly_canonical(absolute, failure);
  if (failure) return absolute.generic_string();
  return path_below(folder, canonical).value_or(absolute.generic_string());
}

/// The file of a document, or nothing.
std::optional<DocumentFile> file_of(const std::string& id, const Collection& collection) {
  const auto given = collection.path_of.find(id);
  if (given == collection.path_of.end()) {
    std::error_code failure;
    if (!fs::is_regular_file(id, failure)) return std::nullopt;
    return DocumentFile{.path = portable_path(id)};
  }
  if (given->second == "-") return std::nullopt;
  const auto record = collection.record_line_of.find(id);
  return DocumentFile{
      .path = portable_path(given->second),
      .record_line = record == collection.record_line_of.end() ? 0 : record->second};
}

}  // namespace

DocumentFiles document_files(const CheckResult& result, const Collection& collection) {
  DocumentFiles files;
  for (const Finding& finding : result.findings) {
    for (const Fact& fact : finding.evidence) {
      if (files.contains(fact.document)) continue;
      if (auto file = file_of(fact.document, collection)) {
        files.emplace(fact.document, std::move(*file));
      }
    }
  }
  return files;
}

}  // namespace assay
