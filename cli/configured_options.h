// SPDX-License-Identifier: MIT
#pragma once
/// How a configuration becomes options of a command.

#include "cli/command.h"
#include "cli/inputs.h"
#include "cli/options.h"

namespace assay {

/// Finds and reads the configuration that the command line asks for (--config, --no-config, else the
/// one around the working directory) and writes what it says to `options`, or why it cannot.
void configure(const Options& command_line, Options& options);

/// Fills in what neither the command line nor a value of its own decides: the paths that the
/// configuration names; and lets rules that --select names run although the configuration ignores
/// them.
void complete(const Command& command, Options& options);

/// What walks of folders leave out.
[[nodiscard]] Exclusions exclusions_of(const Options& options);

}  // namespace assay
