// SPDX-License-Identifier: MIT
#include "cli/checking.h"

#include <utility>

#include "checks/rule.h"
#include "cli/changed_files.h"

namespace assay {
namespace {

/// The documents whose file is among `files`. A document of the base goes by its id, which is the
/// path it was added under.
std::set<std::string> documents_in(const Collection& collection,
                                   const std::set<std::string>& files) {
  std::set<std::string> changed;
  for (const ReadDocument& document : collection.documents) {
    const auto found = collection.path_of.find(document.id);
    const std::string& path = found == collection.path_of.end() ? document.id : found->second;
    if (files.contains(canonical_path(path))) changed.insert(document.id);
  }
  return changed;
}

std::set<std::string> documents_of_paths(const Collection& collection) {
  std::set<std::string> ids;
  for (const auto& [id, path] : collection.path_of) ids.insert(id);
  return ids;
}

}  // namespace

Result<CheckOptions> rule_choice(const Options& options) {
  Result<std::set<std::string>> select = rule_names(options.select);
  if (!select) return select.error();
  Result<std::set<std::string>> ignore = rule_names(options.ignore);
  if (!ignore) return ignore.error();
  return CheckOptions{.changed = {}, .select = std::move(*select), .ignore = std::move(*ignore)};
}

Result<CheckResult> run_checks(Collection& collection, const Options& options,
                               const Knowledge& knowledge) {
  Result<CheckOptions> choice = rule_choice(options);
  if (!choice) return choice.error();
  choice->tell_apart = options.verbose;
  const bool limited = !options.changed_since.empty();
  if (limited) {
    const Result<std::set<std::string>> files = changed_files(options.changed_since);
    if (!files) return files.error();
    choice->changed = documents_in(collection, *files);
  } else if (!options.base.empty()) {
    choice->changed = documents_of_paths(collection);
  }
  choice->facts_left_out = collection.facts_left_out;
  choice->word_counts = std::move(collection.word_counts);
  // An empty set would mean all documents.
  if (limited && choice->changed.empty()) {
    return CheckResult{.documents = std::move(collection.documents), .findings = {}};
  }
  return check(std::move(collection.documents), knowledge, *choice);
}

}  // namespace assay
