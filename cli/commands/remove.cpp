// SPDX-License-Identifier: MIT
#include "cli/command.h"
#include "cli/diagnostics.h"
#include "cli/fact_base_option.h"
#include "cli/publishing.h"
#include "core/suggestion.h"
#include "reports/strings.h"

namespace assay::commands {
namespace {

/// " (did you mean ...?)" with the closest id of the base.
std::string suggestion(const FactBase& base, const std::string& id) {
  const Result<std::vector<DocumentRow>> rows = base.documents();
  if (!rows) return {};
  std::vector<std::string> ids;
  for (const DocumentRow& row : *rows) ids.push_back(row.id);
  return did_you_mean(id, ids);
}

ExitStatus run(const Options& options) {
  Result<FactBase> base = open_base(options.base, FactBase::Mode::Read);
  if (base) base = open_base(options.base, FactBase::Mode::Write);
  if (!base) return fail(base.error());
  std::size_t removed = 0;
  bool complete = true;
  for (const std::string& id : options.operands) {
    const Result<bool> found = base->remove(id);
    if (!found) {
      say_error(found.error());
    } else if (!*found) {
      say_error("the base has no document \"" + id + "\"" + suggestion(*base, id));
    }
    removed += found && *found ? 1 : 0;
    complete = complete && found && *found;
  }
  if (!options.quiet) {
    const std::string count =
        Strings(options.language).fill("cli_removed", {{"removed", std::to_string(removed)}});
    const Result<Done> published = publish(count + "\n", options);
    if (!published) return fail(published.error());
  }
  return complete ? ExitStatus::Clean : ExitStatus::Failure;
}

}  // namespace

extern const Command remove;
const Command remove{
    .name = "remove",
    .summary = "remove documents from a fact base",
    .details = "Removes documents with their facts, by the ids that `assay list` shows.",
    .examples =
        "  Forget one document\n"
        "    assay remove --base facts.db notes/old.md\n",
    .operands = {.name = "DOCUMENT", .help = "ids of documents", .at_least = 1},
    .takes = {Takes::Base, Takes::Configuration},
    .run = run};

}  // namespace assay::commands
