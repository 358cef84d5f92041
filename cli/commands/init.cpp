// SPDX-License-Identifier: MIT
#include <filesystem>
#include <system_error>

#include "cli/command.h"
#include "cli/configuration.h"
#include "cli/embedded.h"
#include "cli/output.h"
#include "cli/publishing.h"
#include "reports/strings.h"

namespace assay::commands {
namespace {

/// A text as TOML writes it.
std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + "\"";
}

std::string list_of(const std::vector<std::string>& paths) {
  std::string list;
  for (const std::string& path : paths) list += (list.empty() ? "" : ", ") + quoted(path);
  return list;
}

/// The file for these paths, with comments in the language of messages.
std::string configuration_text(const std::vector<std::string>& paths, Language language) {
  const std::string name =
      std::string("cli/data/assay.") + (language == Language::Chinese ? "zh" : "en") + ".toml";
  std::string text(find_embedded(embedded_cli_files(), name)->content);
  constexpr std::string_view kPaths = "{paths}";
  return text.replace(text.find(kPaths), kPaths.size(), list_of(paths));
}

ExitStatus run(const Options& options) {
  const std::string file(kConfigurationName);
  std::vector<std::string> paths = options.operands;
  if (paths.empty()) paths.emplace_back(".");
  std::error_code failure;
  for (const std::string& path : paths)
    if (!std::filesystem::exists(path, failure))
      return fail({ErrorCode::BadUsage, "no such file or folder", path});
  if (std::filesystem::exists(file, failure))
    return fail({ErrorCode::BadUsage, "is there already, and is left as it is", file});
  const std::string text = configuration_text(paths, options.language);
  // What is written has to be what is read.
  if (const auto read = read_configuration(text, file); !read) return fail(read.error());
  Result<Output> output = Output::open(file);
  if (!output) return fail(output.error());
  output->write(text);
  if (const Result<Done> done = output->finish(); !done) return fail(done.error());
  if (options.quiet) return ExitStatus::Clean;
  const Result<Done> published =
      publish(Strings(options.language).fill("cli_wrote", {{"file", file}}) + "\n", options);
  return published ? ExitStatus::Clean : fail(published.error());
}

}  // namespace

extern const Command init;
const Command init{
    .name = "init",
    .summary = "write a commented assay.toml",
    .details =
        "Writes the file assay.toml with every key and what it does. The paths that are given\n"
        "(the working directory, when there are none) are what commands read that name no PATH.\n"
        "A file that is there already is left as it is.",
    .examples =
        "  Start with the notes of this folder\n"
        "    assay init notes/\n",
    .operands = {.name = "PATH", .help = "what is to be checked: files or folders"},
    .takes = {},
    .run = run};

}  // namespace assay::commands
