// SPDX-License-Identifier: MIT
#pragma once
/// assay.toml: what a project says once, so that nobody has to say it on each command line. Every key
/// is described in docs/configuration.md.

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/finding.h"
#include "core/result.h"
#include "facts/exchange_rates.h"

namespace assay {

/// The gravest severity that the findings of a rule may have, by rule.
using Severities = std::map<std::string, Severity>;

/// Severities of findings in which a document takes part that one of the patterns names.
struct FolderSettings {
  std::vector<std::string> paths;  ///< patterns as matches_glob() reads them
  Severities severity;
};

/// Documents that are believed before others.
struct TrustedDocuments {
  std::vector<std::string> paths;  ///< patterns as matches_glob() reads them
  double weight = 1;               ///< above 0; a document that nobody names has 1
};

/// A failing severity, or that nothing fails.
using FailLevel = std::optional<Severity>;

struct Configuration {
  std::string file;    ///< the path of the file, for people; empty: there is none
  std::string folder;  ///< the absolute path of the folder it stands in, to which its paths belong
  std::vector<std::string> paths;
  std::vector<std::string> exclude;
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  Severities severity;
  std::vector<FolderSettings> folders;
  std::vector<TrustedDocuments> trusted;
  std::vector<ExchangeRate> rates;
  std::string base;      ///< as a path from the working directory, like all that follow
  std::string baseline;  ///< likewise
  std::string lexicon;   ///< likewise
  std::optional<Language> language;
  std::optional<FailLevel> fail_on;
  std::map<std::string, std::size_t> lines;  ///< of the keys that the file has: "fail-on" -> 12
};

inline constexpr std::string_view kConfigurationName = "assay.toml";

/// The file assay.toml in `folder`, or in the nearest one above it; not above the top of the git
/// work tree that `folder` lies in.
[[nodiscard]] std::optional<std::filesystem::path> find_configuration(
    const std::filesystem::path& folder);

/// Reads a file; its paths are then told from the working directory.
/// Errors: Io when it cannot be read; BadUsage with file:line:column for anything that is no
/// configuration: an unknown key or rule (with the closest one), a value of the wrong kind.
[[nodiscard]] Result<Configuration> load_configuration(const std::string& file);

/// The same for the text of a file; paths stay as they are written.
[[nodiscard]] Result<Configuration> read_configuration(std::string_view text,
                                                       const std::string& file);

/// A path relative to `folder` as one from the working directory; an absolute path, the address of a
/// data base and an empty text stay as they are.
[[nodiscard]] std::string path_from_here(const std::string& folder, const std::string& path);

/// The path of `path` (told from the working directory) as told from `folder`, with slashes.
[[nodiscard]] std::string path_within(const std::string& folder, const std::string& path);

}  // namespace assay
