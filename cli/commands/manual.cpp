// SPDX-License-Identifier: MIT
#include "cli/manual.h"

#include "cli/command.h"
#include "cli/publishing.h"

namespace assay::commands {
namespace {

ExitStatus run(const Options& options) {
  const Result<Done> published = publish(manual_page(), options);
  return published ? ExitStatus::Clean : fail(published.error());
}

}  // namespace

extern const Command manual;
const Command manual{.name = "manual",
                     .summary = "print the manual page",
                     .details =
                         "Prints the page that `man assay` shows where assay is installed: every\n"
                         "command with its options and examples, as the source of man(1).",
                     .examples =
                         "  Read it without an installation\n"
                         "    assay manual | man -l -\n"
                         "  Keep it where man looks for it\n"
                         "    assay manual -o ~/.local/share/man/man1/assay.1\n",
                     .operands = {.name = "", .help = "", .at_most = 0},
                     .takes = {Takes::Output},
                     .run = run};

}  // namespace assay::commands
