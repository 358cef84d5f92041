// SPDX-License-Identifier: MIT
#pragma once
/// The baseline of a check: where it stands, and what of a result it knows.

#include <string>
#include <vector>

#include "cli/baseline.h"
#include "cli/check_extent.h"
#include "cli/collection.h"
#include "cli/options.h"

namespace assay {

/// The file of the baseline: as the options say, else assay-baseline.json in the folder of the
/// configuration or, without one, in the working directory.
[[nodiscard]] std::string baseline_path(const Options& options);

/// Reads a baseline; a file that is not there is an empty one unless it `must_exist`.
/// Errors: BadUsage as Baseline::parse(), and for a missing file; Io when it cannot be read.
[[nodiscard]] Result<Baseline> load_baseline(const std::string& path, bool must_exist);

/// Documents are known by their path from the folder of the baseline, records by their id.
[[nodiscard]] DocumentName baseline_names(const std::string& path, const Collection& collection);

/// Sets aside the findings that the baseline of this path knows. Returns the indexes of what it knows and a check
/// of this extent should have found, but has not: it has been mended.
[[nodiscard]] std::vector<std::size_t> set_aside_known(CheckResult& result, Baseline& baseline,
                                                       const std::string& path,
                                                       const Collection& collection,
                                                       const CheckExtent& extent);

}  // namespace assay
