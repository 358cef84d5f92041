// SPDX-License-Identifier: MIT
#include "cli/checking.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "checks/rule.h"
#include "cli/changed_files.h"
#include "cli/severities.h"
#include "cli/suppressing.h"
#include "cli/trust.h"

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

/// Whether the options name more than single files.
bool reads_many(const Options& options) {
  return !options.base.empty() || std::ranges::any_of(options.operands, [](const auto& path) {
    std::error_code failure;
    return std::filesystem::is_directory(path, failure);
  });
}

Result<CheckExtent> extent_of(const Collection& collection, const Options& options) {
  Result<CheckOptions> choice = rule_choice(options);
  if (!choice) return choice.error();
  CheckExtent extent{.rules = std::move(*choice)};
  extent.rules.tell_apart = options.verbose;
  extent.many_documents = reads_many(options);
  if (collection.staged) {
    extent.limited = true;
    extent.rules.changed = documents_in(collection, collection.staged->files);
  } else if (!options.changed_since.empty()) {
    const Result<std::set<std::string>> files = changed_files(options.changed_since);
    if (!files) return files.error();
    extent.limited = true;
    extent.rules.changed = documents_in(collection, *files);
  } else if (!options.base.empty() && !collection.path_of.empty()) {
    extent.limited = true;
    extent.rules.changed = documents_of_paths(collection);
  }
  return extent;
}

Checked check_extent(Collection& collection, const Options& options, const Knowledge& knowledge,
                     CheckExtent extent) {
  Checked checked{.result = {}, .extent = std::move(extent)};
  // An empty set would mean all documents.
  if (checked.extent.limited && checked.extent.rules.changed.empty()) {
    checked.result.documents = std::move(collection.documents);
    return checked;
  }
  checked.extent.rules.facts_left_out = collection.facts_left_out;
  checked.extent.rules.word_counts = std::move(collection.word_counts);
  checked.result = check(std::move(collection.documents), knowledge, checked.extent.rules);
  set_severities(checked.result, options.configuration, collection);
  weigh_trust(checked.result, options.configuration, collection, !checked.extent.limited);
  set_aside_suppressed(checked.result, collection, checked.extent);
  return checked;
}

}  // namespace

Result<CheckOptions> rule_choice(const Options& options) {
  Result<std::set<std::string>> select = rule_names(options.select);
  if (!select) return select.error();
  Result<std::set<std::string>> ignore = rule_names(options.ignore);
  if (!ignore) return ignore.error();
  return CheckOptions{.changed = {},
                      .select = std::move(*select),
                      .ignore = std::move(*ignore),
                      .jobs = options.jobs};
}

Result<Checked> run_checks(Collection& collection, const Options& options,
                           const Knowledge& knowledge) {
  Result<CheckExtent> extent = extent_of(collection, options);
  if (!extent) return extent.error();
  return check_extent(collection, options, knowledge, std::move(*extent));
}

Result<Checked> run_all_checks(Collection& collection, const Options& options,
                               const Knowledge& knowledge) {
  Result<CheckOptions> choice = rule_choice(options);
  if (!choice) return choice.error();
  return check_extent(
      collection, options, knowledge,
      {.rules = std::move(*choice), .limited = false, .many_documents = reads_many(options)});
}

}  // namespace assay
