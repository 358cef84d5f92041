// SPDX-License-Identifier: MIT
#pragma once
/// Severities as the configuration wants them.

#include "checks/finding.h"
#include "cli/collection.h"
#include "cli/configuration.h"

namespace assay {

/// Gives the findings of each rule the severity that is set for it, the one for a folder before the
/// one for all: the gravest findings of the rule get it, and milder ones move by as many steps, so
/// that a doubt goes on making a finding milder. The order of the findings is then that of
/// CheckResult again.
void set_severities(CheckResult& result, const Configuration& configuration,
                    const Collection& collection);

/// The path of a document as patterns of the configuration name it; its id when it has no file.
[[nodiscard]] std::string configured_path(const std::string& document,
                                          const Configuration& configuration,
                                          const Collection& collection);

}  // namespace assay
