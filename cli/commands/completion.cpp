// SPDX-License-Identifier: MIT
#include "cli/completion.h"

#include <algorithm>

#include "cli/command.h"
#include "cli/publishing.h"
#include "core/suggestion.h"

namespace assay::commands {
namespace {

ExitStatus run(const Options& options) {
  const std::string& name = options.operands.front();
  const auto shell = std::ranges::find(completion_shells(), name, &CompletionShell::name);
  if (shell == completion_shells().end()) {
    std::vector<std::string> known;
    for (const CompletionShell& other : completion_shells()) known.emplace_back(other.name);
    return fail({ErrorCode::BadUsage, "no completion for \"" + name + "\"" +
                                          did_you_mean(name, known) +
                                          ": there is bash, zsh and fish"});
  }
  const Result<Done> published = publish(shell->script(), options);
  return published ? ExitStatus::Clean : fail(published.error());
}

}  // namespace

extern const Command completion;
const Command completion{
    .name = "completion",
    .summary = "print what lets a shell complete command lines",
    .details =
        "Prints a script that completes commands, options and their values.\n"
        "The Debian package brings the three of them; from a build, load or\n"
        "install them as below.",
    .examples =
        "  In this bash\n"
        "    source <(assay completion bash)\n"
        "  In every zsh: a folder of $fpath\n"
        "    assay completion zsh > ~/.zfunc/_assay\n"
        "  In every fish\n"
        "    assay completion fish > ~/.config/fish/completions/assay.fish\n",
    .operands = {.name = "bash|zsh|fish", .help = "the shell", .at_least = 1, .at_most = 1},
    .takes = {Takes::Output},
    .run = run};

}  // namespace assay::commands
