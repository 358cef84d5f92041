// SPDX-License-Identifier: MIT
#include <algorithm>

#include "cli/baseline_file.h"
#include "cli/checking.h"
#include "cli/collection.h"
#include "cli/command.h"
#include "cli/diagnostics.h"
#include "cli/output.h"
#include "cli/publishing.h"
#include "cli/reading.h"
#include "reports/strings.h"

namespace assay::commands {
namespace {

/// What a baseline becomes.
struct Update {
  std::vector<KnownFinding> findings;
  std::size_t added = 0;
  std::size_t mended = 0;
};

/// With --prune the known findings that are still there, else those and what is new.
Update update(const Baseline& baseline, const std::vector<std::size_t>& mended,
              const CheckResult& result, const DocumentName& name, const Options& options) {
  Update update{.findings = baseline.findings(), .added = 0, .mended = mended.size()};
  if (options.prune) {
    // From behind, so that the places before stay what they are.
    for (auto i = mended.rbegin(); i != mended.rend(); ++i)
      update.findings.erase(update.findings.begin() + static_cast<std::ptrdiff_t>(*i));
    return update;
  }
  for (const Finding& finding : result.findings)
    update.findings.push_back(known_finding(finding, options.language, name));
  update.added = result.findings.size();
  return update;
}

Result<Done> write_baseline(const std::string& path, const Update& update) {
  Result<Output> output = Output::open(path);
  if (!output) return output.error();
  output->write(Baseline(update.findings).to_json());
  return output->finish();
}

std::string summary(const std::string& path, const Update& update, const Options& options) {
  const Strings strings(options.language);
  if (options.prune)
    return strings.fill("cli_baseline_pruned",
                        {{"file", path},
                         {"dropped", std::to_string(update.mended)},
                         {"findings", strings.count("findings", update.findings.size())}});
  std::string text = strings.fill("cli_baseline_written",
                                  {{"file", path},
                                   {"findings", strings.count("findings", update.findings.size())},
                                   {"added", std::to_string(update.added)}});
  if (update.mended > 0)
    text += strings.fill("cli_baseline_mended", {{"n", std::to_string(update.mended)}});
  return text;
}

ExitStatus run(const Options& options) {
  if (options.operands.empty() && options.base.empty()) {
    return fail({ErrorCode::BadUsage,
                 "nothing to check: name files or folders, here or in assay.toml, or --base FILE"});
  }
  const std::string path = baseline_path(options);
  Result<Baseline> baseline = load_baseline(path, options.prune);
  if (!baseline) return fail(baseline.error());
  const std::optional<Knowledge> knowledge = load_knowledge(options);
  if (!knowledge) return ExitStatus::Failure;

  Collection collection = collect(options.operands, options, *knowledge);
  if (!collection.complete) {
    return fail({ErrorCode::BadInput, "not everything could be read: the baseline stays as it is"});
  }
  Result<Checked> checked = run_all_checks(collection, options, *knowledge);
  if (!checked) return fail(checked.error());
  const std::vector<std::size_t> mended =
      set_aside_known(checked->result, *baseline, path, collection, checked->extent);
  for (const std::size_t i : mended)
    say_detail(path + ": no longer found: " + baseline->findings()[i].message);
  const Update updated =
      update(*baseline, mended, checked->result, baseline_names(path, collection), options);
  if (const auto written = write_baseline(path, updated); !written) return fail(written.error());
  if (options.quiet) return ExitStatus::Clean;
  const Result<Done> published = publish(summary(path, updated, options) + "\n", options);
  return published ? ExitStatus::Clean : fail(published.error());
}

}  // namespace

extern const Command baseline;
const Command baseline{
    .name = "baseline",
    .summary = "record today's findings, so that only new ones count",
    .details =
        "Checks documents and adds what is found to the baseline: the file that --baseline or\n"
        "assay.toml name, else assay-baseline.json. A check that goes by the baseline reports\n"
        "only other findings. Each is kept with its statements, not with their lines, so that\n"
        "text may move. With --prune nothing is added, and what is no longer found is dropped.",
    .examples =
        "  Accept what is there, and keep out what comes\n"
        "    assay baseline notes/\n"
        "    assay check notes/ --baseline assay-baseline.json\n"
        "  Drop what has been mended since\n"
        "    assay baseline notes/ --prune\n",
    .operands = {.name = "PATH",
                 .help = "files, folders to walk, or - for standard input",
                 .from_configuration = true},
    .takes = {Takes::Base, Takes::From, Takes::Jobs, Takes::Rules, Takes::Baseline, Takes::Prune,
              Takes::Configuration},
    .run = run};

}  // namespace assay::commands
