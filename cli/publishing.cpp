// SPDX-License-Identifier: MIT
#include "cli/publishing.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <sstream>
#include <system_error>
#include <vector>

#include "cli/diagnostics.h"
#include "cli/document_files.h"
#include "cli/output.h"
#include "core/suggestion.h"
#include "core/utf8.h"
#include "reports/formats.h"
#include "reports/page/links.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

bool to_file(const Options& options) { return !options.output.empty() && options.output != "-"; }

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const ReportFormat& format : all_formats()) names.emplace_back(format.name);
  return names;
}

/// From the folder of the output to `folder`, with a slash behind it. Empty when the two are the same.
std::string path_from_output(const Options& options, const fs::path& folder) {
  std::error_code failure;
  const fs::path from =
      to_file(options) ? fs::absolute(options.output, failure).parent_path() : fs::current_path();
  const std::string path =
      fs::proximate(fs::absolute(folder, failure), from, failure).lexically_normal().string();
  if (failure || path == ".") return {};
  return path.ends_with('/') ? path : path + "/";
}

/// What turns the paths of documents into links.
std::string link_prefix(const Options& options) {
  return to_file(options) ? path_from_output(options, fs::current_path()) : std::string();
}

/// The address of the working directory, if the results go to a terminal that has links.
std::string terminal_links(const Options& options) {
  if (to_file(options) || !colors_output(options) || !has_links(STDOUT_FILENO)) return {};
  std::error_code failure;
  const fs::path folder = fs::current_path(failure);
  return failure ? std::string() : "file://" + path_link(folder.string() + "/", "");
}

/// Writes the files that the page refers to.
Result<Done> write_assets(const fs::path& folder) {
  std::error_code failure;
  fs::create_directories(folder, failure);
  if (failure) {
    return Error{ErrorCode::Io, "cannot be created: " + failure.message(), folder.string()};
  }
  for (const PageAsset& asset : html_assets()) {
    Result<Output> output = Output::open((folder / asset.name).string());
    if (!output) return output.error();
    output->write(asset.content);
    if (Result<Done> written = output->finish(); !written) return written;
  }
  return Done{};
}

/// What is written under this name by custom: "report.sarif.json", "assay.gitlab.json", "junit.xml".
std::string_view format_of_name(const std::string& output) {
  struct Ending {
    std::string_view text;
    std::string_view format;
  };
  constexpr auto kEndings = std::to_array<Ending>({{".sarif.json", "sarif"},
                                                   {".gitlab.json", "gitlab"},
                                                   {"codequality.json", "gitlab"},
                                                   {".ndjson", "jsonl"},
                                                   {".md", "markdown"},
                                                   {".htm", "html"},
                                                   {".xml", "junit"},
                                                   {".txt", "text"}});
  const std::string name = to_ascii_lower(fs::path(output).filename().string());
  for (const auto& [text, format] : kEndings)
    if (name.ends_with(text)) return format;
  const std::size_t dot = name.rfind('.');
  if (dot == std::string::npos) return {};
  const ReportFormat* format = find_format(std::string_view(name).substr(dot + 1));
  return format == nullptr ? std::string_view() : format->name;
}

}  // namespace

Result<Done> publish(std::string_view text, const Options& options) {
  Result<Output> output = Output::open(options.output);
  if (!output) return output.error();
  output->write(text);
  return output->finish();
}

Result<Done> publish(const CheckResult& result, const Collection& collection,
                     std::string_view format, const Options& options, const Knowledge& knowledge,
                     bool is_gate) {
  std::string assets;
  if (!options.assets.empty()) {
    if (Result<Done> written = write_assets(options.assets); !written) return written;
    assets = path_link(path_from_output(options, options.assets), "");
    if (assets.empty()) assets = "./";
  }
  const ReportOptions report{.language = options.language,
                             .lexicon = &knowledge.lexicon(),
                             .color = colors_output(options),
                             .terminal_links = terminal_links(options),
                             .verbose = options.verbose,
                             .version = ASSAY_VERSION,
                             .link_prefix = link_prefix(options),
                             .assets = assets,
                             .unread = collection.unread,
                             .files = document_files(result, collection),
                             .fail_on = options.fail_on,
                             .ways_out = is_gate};
  std::ostringstream text;
  find_format(format)->write(result, collection.sources, report, text);
  return publish(text.view(), options);
}

Result<std::string> report_format(const Options& options, std::string_view usual) {
  if (!options.format.empty()) return format_among(options, format_names());
  const std::string_view told = format_of_name(options.output);
  return std::string(told.empty() ? usual : told);
}

Result<std::string> format_among(const Options& options, const std::vector<std::string>& formats) {
  if (options.format.empty()) return formats.front();
  if (std::ranges::count(formats, options.format) > 0) return options.format;
  std::string known;
  for (const std::string& format : formats) known += (known.empty() ? "" : ", ") + format;
  return Error{ErrorCode::BadUsage, "unknown format \"" + options.format + "\"" +
                                        did_you_mean(options.format, formats) + "; there are " +
                                        known};
}

bool colors_output(const Options& options) {
  if (to_file(options) && options.color == ColorChoice::Auto) return false;
  return wants_color(options.color, STDOUT_FILENO);
}

ExitStatus fail(const Error& error) {
  say_error(error);
  return ExitStatus::Failure;
}

}  // namespace assay
