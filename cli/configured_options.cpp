// SPDX-License-Identifier: MIT
#include "cli/configured_options.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace assay {
namespace {

void apply(const Configuration& configuration, Options& options) {
  if (configuration.language) options.language = *configuration.language;
  if (configuration.fail_on) options.fail_on = *configuration.fail_on;
  options.base = configuration.base;
  options.baseline = configuration.baseline;
  options.lexicon = configuration.lexicon;
  options.select = configuration.select;
  options.ignore = configuration.ignore;
}

}  // namespace

void configure(const Options& command_line, Options& options) {
  if (command_line.no_config) return;
  std::string file = command_line.config;
  if (file.empty()) {
    std::error_code failure;
    const std::filesystem::path here = std::filesystem::current_path(failure);
    const auto found = failure ? std::nullopt : find_configuration(here);
    if (!found) return;
    file = path_from_here(found->parent_path().string(), found->filename().string());
  }
  Result<Configuration> configuration = load_configuration(file);
  if (!configuration) {
    options.configuration_error = configuration.error();
    return;
  }
  options.configuration = std::move(*configuration);
  apply(options.configuration, options);
}

void complete(const Command& command, Options& options) {
  const std::vector<std::string>& paths = options.configuration.paths;
  if (command.operands.from_configuration && options.operands.empty()) options.operands = paths;
  const bool by_texts = command.takes.contains(Takes::Against);
  if (by_texts && options.against.empty() && options.base.empty()) options.against = paths;
  // What the command line selects runs, whatever the file ignores.
  if (!options.given.contains("select") || options.given.contains("ignore")) return;
  std::erase_if(options.ignore, [&](const std::string& rule) {
    return std::ranges::count(options.select, rule) > 0;
  });
}

Exclusions exclusions_of(const Options& options) {
  return {.folder = options.configuration.folder, .patterns = options.configuration.exclude};
}

}  // namespace assay
