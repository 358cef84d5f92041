// SPDX-License-Identifier: MIT
#pragma once
/// Putting results where they belong.

#include <string>
#include <string_view>
#include <vector>

#include "checks/finding.h"
#include "cli/collection.h"
#include "cli/options.h"
#include "core/result.h"

namespace assay {

/// Writes text to --output or standard output. Errors: Io.
[[nodiscard]] Result<Done> publish(std::string_view text, const Options& options);

/// Writes the result, which comes from this collection and was read with this knowledge, in the format
/// of this name. Errors: BadUsage when there is none, with the closest one; Io. `is_gate`: what is found
/// keeps a change out.
[[nodiscard]] Result<Done> publish(const CheckResult& result, const Collection& collection,
                                   std::string_view format, const Options& options,
                                   const Knowledge& knowledge, bool is_gate = false);

/// The name of the format to write: --format, else what the name of --output ends in (".sarif.json",
/// ".md", ".xml", or the name of a format), else `usual`. Errors: BadUsage when there is no such format.
[[nodiscard]] Result<std::string> report_format(const Options& options, std::string_view usual);

/// --format of a command that has formats of its own, the first of which is the usual one.
/// Errors: BadUsage as above.
[[nodiscard]] Result<std::string> format_among(const Options& options,
                                               const std::vector<std::string>& formats);

/// Whether results are written in colour.
[[nodiscard]] bool colors_output(const Options& options);

/// Says the error and gives the exit status that goes with it.
[[nodiscard]] ExitStatus fail(const Error& error);

}  // namespace assay
