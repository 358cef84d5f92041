// SPDX-License-Identifier: MIT
#include <algorithm>

#include "cli/baseline_file.h"
#include "cli/checking.h"
#include "cli/collection.h"
#include "cli/command.h"
#include "cli/diagnostics.h"
#include "cli/publishing.h"
#include "cli/reading.h"
#include "reports/formats.h"

namespace assay::commands {
namespace {

bool has_failing(const CheckResult& result, const Options& options) {
  return options.fail_on && std::ranges::any_of(result.findings, [&](const Finding& finding) {
           return finding.severity >= *options.fail_on;
         });
}

/// All documents but the one of this file were made from it; nothing happens when it names none.
void take_for_source(Collection& collection, const std::string& file) {
  const auto source = std::ranges::find_if(collection.path_of,
                                           [&](const auto& entry) { return entry.second == file; });
  if (file.empty() || source == collection.path_of.end()) return;
  for (ReadDocument& document : collection.documents)
    if (document.id != source->first) document.source = source->first;
}

/// What a check of the paths reads of the base. All of it belongs to the result where it shows every
/// fact, tells what was told apart, or is limited to files that the base may have.
BasePart needed_part(const Options& options, const std::string& format) {
  const bool all = options.operands.empty() || !options.changed_since.empty() || options.staged ||
                   options.verbose || format == "html";
  return all ? BasePart::All : BasePart::Touched;
}

/// Sets aside what is known, and says what has been mended.
void compare_with_baseline(Checked& checked, Baseline& baseline, const Collection& collection,
                           const Options& options) {
  const std::vector<std::size_t> mended =
      set_aside_known(checked.result, baseline, options.baseline, collection, checked.extent);
  for (const std::size_t i : mended)
    say_detail(options.baseline + ": no longer found: " + baseline.findings()[i].message);
  if (mended.empty()) return;
  const std::string count = std::to_string(mended.size());
  say_status(
      options.baseline + ": " + count + (mended.size() == 1 ? " finding is" : " findings are") +
      " no longer found; assay baseline --prune drops " + (mended.size() == 1 ? "it" : "them"));
}

ExitStatus run(const Options& options) {
  if (options.operands.empty() && options.base.empty()) {
    return fail({ErrorCode::BadUsage,
                 "nothing to check: name files or folders, here or in assay.toml, or --base FILE"});
  }
  const Result<std::string> format = report_format(options, "text");
  if (!format) return fail(format.error());
  // Wrong usage is said before the work, not after it.
  if (const auto choice = rule_choice(options); !choice) return fail(choice.error());
  Result<Baseline> baseline = Baseline();
  if (!options.baseline.empty()) {
    baseline = load_baseline(options.baseline, options.given.contains("baseline"));
    if (!baseline) return fail(baseline.error());
  }
  std::optional<StagedFiles> staged;
  if (options.staged) {
    Result<StagedFiles> files = staged_files();
    if (!files) return fail(files.error());
    staged = std::move(*files);
  }
  const std::optional<Knowledge> knowledge = load_knowledge(options);
  if (!knowledge) return ExitStatus::Failure;

  std::vector<std::string> paths = options.operands;
  if (!options.source.empty()) paths.push_back(options.source);
  Collection collection =
      collect(paths, options, *knowledge, needed_part(options, *format), std::move(staged));
  take_for_source(collection, options.source);
  Result<Checked> checked = run_checks(collection, options, *knowledge);
  if (!checked) return fail(checked.error());
  CheckResult& result = checked->result;
  if (!options.baseline.empty()) compare_with_baseline(*checked, *baseline, collection, options);
  if (find_format(*format)->reads_sources) add_sources_of(result.findings, collection.sources);
  const bool is_gate = checked->extent.limited || !options.baseline.empty();
  const Result<Done> published = publish(result, collection, *format, options, *knowledge, is_gate);
  if (!published) return fail(published.error());
  if (!collection.complete) return ExitStatus::Failure;
  return has_failing(result, options) ? ExitStatus::Findings : ExitStatus::Clean;
}

}  // namespace

extern const Command check;
const Command check{
    .name = "check",
    .summary = "find the numbers that cannot all be true",
    .details =
        "Reads documents and checks their numbers against each other and, with --base,\n"
        "against those of a fact base. With both, only findings in which one of the\n"
        "given documents takes part are reported. What a baseline knows, or a mark in the\n"
        "text accepts (<!-- assay-ignore RULE: reason -->), does not count. Exits with 1 when\n"
        "there are findings at or above --fail-on, with 2 when something could not be read.",
    .examples =
        "  Check all notes of a folder against one another\n"
        "    assay check notes/\n"
        "  Check one new note against everything that is known\n"
        "    assay check new.md --base facts.db\n"
        "  In continuous integration: only what this branch has touched\n"
        "    assay check notes/ --changed-since origin/main --format json\n"
        "  In a hook of git: only what the next commit changes\n"
        "    assay check notes/ --staged --baseline assay-baseline.json\n"
        "  A note against the transcript that it was made from\n"
        "    assay check note.md --source talk.txt --select lost-in-summary\n"
        "  Two rules only, and never fail\n"
        "    assay check notes/ --select value-conflict,part-whole --fail-on never\n",
    .operands = {.name = "PATH",
                 .help = "files, folders to walk, or - for standard input",
                 .from_configuration = true},
    .takes = {Takes::Base, Takes::Format, Takes::Output, Takes::From, Takes::Jobs, Takes::Rules,
              Takes::FailOn, Takes::ChangedSince, Takes::Baseline, Takes::Source,
              Takes::Configuration},
    .run = run};

}  // namespace assay::commands
