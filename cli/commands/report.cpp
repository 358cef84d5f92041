// SPDX-License-Identifier: MIT
#include "cli/checking.h"
#include "cli/collection.h"
#include "cli/command.h"
#include "cli/diagnostics.h"
#include "cli/publishing.h"
#include "cli/reading.h"

namespace assay::commands {
namespace {

ExitStatus run(const Options& options) {
  if (options.output.empty()) {
    return fail({ErrorCode::BadUsage, "name the file to write: -o report.html"});
  }
  if (options.operands.empty() && options.base.empty()) {
    return fail({ErrorCode::BadUsage, "nothing to report: name files or folders, or --base FILE"});
  }
  const Result<std::string> format = report_format(options, "html");
  if (!format) return fail(format.error());
  if (!options.assets.empty() && *format != "html") {
    return fail({ErrorCode::BadUsage, "--assets belongs to a page in HTML, not to " + *format});
  }
  if (const auto choice = rule_choice(options); !choice) return fail(choice.error());
  const std::optional<Knowledge> knowledge = load_knowledge(options);
  if (!knowledge) return ExitStatus::Failure;

  Collection collection = collect(options.operands, options, *knowledge);
  // A report shows everything, whichever of the documents are new.
  const Result<Checked> checked = run_all_checks(collection, options, *knowledge);
  if (!checked) return fail(checked.error());
  const CheckResult& result = checked->result;
  add_sources_of(result.findings, collection.sources);
  const Result<Done> published = publish(result, collection, *format, options, *knowledge);
  if (!published) return fail(published.error());
  say_status(options.output + ": " + std::to_string(result.findings.size()) + " findings in " +
             std::to_string(result.documents.size()) + " documents");
  return collection.complete ? ExitStatus::Clean : ExitStatus::Failure;
}

}  // namespace

extern const Command report;
const Command report{
    .name = "report",
    .summary = "write the analyst's report as one HTML page",
    .details =
        "Writes one self-contained page with every finding, its evidence and every fact,\n"
        "for a fact base, for files and folders, or for both together. The file appears\n"
        "when it is complete.",
    .examples =
        "  The report of a fact base\n"
        "    assay report --base facts.db -o report.html\n"
        "  Of a folder of notes, in English\n"
        "    assay report notes/ -o report.html --lang en\n"
        "  For a viewer that forbids inline style and script, as those of many CI servers do\n"
        "    assay report notes/ -o site/report.html --assets site/report-assets\n",
    .operands = {.name = "PATH",
                 .help = "files, folders to walk, or - for standard input",
                 .from_configuration = true},
    .takes = {Takes::Base, Takes::Format, Takes::Output, Takes::Assets, Takes::From, Takes::Jobs,
              Takes::Rules, Takes::Configuration},
    .run = run};

}  // namespace assay::commands
