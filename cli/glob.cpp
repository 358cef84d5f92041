// SPDX-License-Identifier: MIT
#include "cli/glob.h"

#include <string>
#include <vector>

namespace assay {
namespace {

std::vector<std::string_view> names_of(std::string_view path) {
  std::vector<std::string_view> names;
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    const std::string_view name = path.substr(0, slash);
    if (!name.empty() && name != ".") names.push_back(name);
    path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
  }
  return names;
}

/// One name against one part of a pattern: only the last star is ever taken back, so the time is at
/// most the product of both lengths.
bool matches_name(std::string_view pattern, std::string_view name) {
  std::size_t at = 0, star = std::string_view::npos, resume = 0;
  for (std::size_t i = 0; i < name.size();) {
    if (at < pattern.size() && pattern[at] == '*') {
      star = at++;
      resume = i;
    } else if (at < pattern.size() && (pattern[at] == '?' || pattern[at] == name[i])) {
      ++at;
      ++i;
    } else if (star != std::string_view::npos) {
      at = star + 1;
      i = ++resume;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', at) == std::string_view::npos;
}

/// Whether the pattern's names are those of the path, or of a folder above it. reached[k]: the
/// pattern so far can stand for the first k names.
bool matches_names(const std::vector<std::string_view>& pattern,
                   const std::vector<std::string_view>& path) {
  std::vector<bool> reached(path.size() + 1, false);
  reached[0] = true;
  for (const std::string_view part : pattern) {
    std::vector<bool> next(path.size() + 1, false);
    for (std::size_t k = 0; k <= path.size(); ++k) {
      if (part == "**") {
        next[k] = reached[k] || (k > 0 && next[k - 1]);
      } else if (k > 0) {
        next[k] = reached[k - 1] && matches_name(part, path[k - 1]);
      }
    }
    reached = std::move(next);
  }
  for (std::size_t k = 1; k <= path.size(); ++k)
    if (reached[k]) return true;
  return false;
}

}  // namespace

bool matches_glob(std::string_view pattern, std::string_view path) {
  const std::size_t slash = pattern.find('/');
  const bool anywhere = slash == std::string_view::npos || slash + 1 == pattern.size();
  std::vector<std::string_view> parts = names_of(pattern);
  if (parts.empty()) return false;
  if (anywhere) parts.insert(parts.begin(), "**");
  return matches_names(parts, names_of(path));
}

}  // namespace assay
