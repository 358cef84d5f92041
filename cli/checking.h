// SPDX-License-Identifier: MIT
#pragma once
/// The rules and the documents that a check is limited to.

#include <set>
#include <string>
#include <vector>

#include "checks/run.h"
#include "cli/collection.h"
#include "cli/options.h"
#include "core/result.h"

namespace assay {

/// --select and --ignore. Errors: BadUsage for a name that no rule has, with the closest one.
[[nodiscard]] Result<CheckOptions> rule_choice(const Options& options);

/// Runs the rules over the documents of the collection, which are moved out of it. What has changed
/// is what --changed-since says, else the documents of the paths when there is a base beside them.
/// Errors: BadUsage for an unknown rule or revision; Io when git cannot be run.
[[nodiscard]] Result<CheckResult> run_checks(Collection& collection, const Options& options,
                                             const Knowledge& knowledge);

}  // namespace assay
