// SPDX-License-Identifier: MIT
#pragma once
/// The rules and the documents that a check is limited to.

#include <set>
#include <string>
#include <vector>

#include "checks/run.h"
#include "cli/check_extent.h"
#include "cli/collection.h"
#include "cli/options.h"
#include "core/result.h"

namespace assay {

/// --select and --ignore. Errors: BadUsage for a name that no rule has, with the closest one.
[[nodiscard]] Result<CheckOptions> rule_choice(const Options& options);

/// What came of a check, and how much it has looked at.
struct Checked {
  CheckResult result;
  CheckExtent extent;
};

/// Runs the rules over the documents of the collection, which are moved out of it; then gives the
/// findings the severities that the configuration sets, and sets aside what marks in the documents
/// accept. What has changed is what is staged (Collection::staged) or --changed-since says, else the
/// documents of the paths when there is a base beside them.
/// Errors: BadUsage for an unknown rule or revision; Io when git cannot be run.
[[nodiscard]] Result<Checked> run_checks(Collection& collection, const Options& options,
                                         const Knowledge& knowledge);

/// The same for all of the documents, whichever have changed. Errors: BadUsage for an unknown rule.
[[nodiscard]] Result<Checked> run_all_checks(Collection& collection, const Options& options,
                                             const Knowledge& knowledge);

}  // namespace assay
