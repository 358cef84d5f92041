// SPDX-License-Identifier: MIT
#include "cli/command.h"
#include "cli/publishing.h"

namespace assay::commands {
namespace {

ExitStatus run(const Options&) {
  return fail({ErrorCode::BadUsage, "eval is not there yet"});
}

}  // namespace

extern const Command eval;
const Command eval{.name = "eval",
                   .summary = "score extraction and checks against gold files",
                   .details = "",
                   .examples = "",
                   .operands = {.name = "GOLD", .help = "gold files or folders", .at_least = 1},
                   .takes = {Takes::Format, Takes::Documents, Takes::Floor},
                   .run = run};

}  // namespace assay::commands
