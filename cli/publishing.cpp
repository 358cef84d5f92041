// SPDX-License-Identifier: MIT
#include "cli/publishing.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <system_error>
#include <vector>

#include "cli/diagnostics.h"
#include "cli/document_files.h"
#include "cli/output.h"
#include "core/suggestion.h"
#include "reports/formats.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

bool to_file(const Options& options) { return !options.output.empty() && options.output != "-"; }

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const ReportFormat& format : all_formats()) names.emplace_back(format.name);
  return names;
}

/// From the folder of the output to the working directory, with a slash behind it: what turns the
/// paths of documents into links. Empty when the two are the same.
std::string link_prefix(const Options& options) {
  if (!to_file(options)) return {};
  std::error_code failure;
  const fs::path folder = fs::absolute(options.output, failure).parent_path();
  const std::string path = fs::proximate(fs::current_path(failure), folder, failure).string();
  return failure || path == "." ? std::string() : path + "/";
}

}  // namespace

Result<Done> publish(std::string_view text, const Options& options) {
  Result<Output> output = Output::open(options.output);
  if (!output) return output.error();
  output->write(text);
  return output->finish();
}

Result<Done> publish(const CheckResult& result, const Collection& collection,
                     std::string_view format, const Options& options, bool is_gate) {
  const ReportOptions report{.language = options.language,
                             .color = colors_output(options),
                             .verbose = options.verbose,
                             .version = ASSAY_VERSION,
                             .link_prefix = link_prefix(options),
                             .files = document_files(result, collection),
                             .fail_on = options.fail_on,
                             .ways_out = is_gate};
  std::ostringstream text;
  find_format(format)->write(result, collection.sources, report, text);
  return publish(text.view(), options);
}

Result<std::string> report_format(const Options& options, std::string_view usual) {
  const std::string extension = fs::path(options.output).extension().string();
  const bool tells = options.format.empty() && !extension.empty() &&
                     find_format(std::string_view(extension).substr(1)) != nullptr;
  if (tells) return extension.substr(1);
  if (options.format.empty()) return std::string(usual);
  return format_among(options, format_names());
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
