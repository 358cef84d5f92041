// SPDX-License-Identifier: MIT
#include "cli/command.h"
#include "cli/diagnosis.h"
#include "cli/publishing.h"

namespace assay::commands {
namespace {

ExitStatus run(const Options& options) {
  const Result<std::string> format = format_among(options, {"text", "json"});
  if (!format) return fail(format.error());
  const bool json = *format == "json";
  const Diagnosis diagnosis = diagnose(options, json ? Language::English : options.language);
  const Result<Done> published =
      publish(json ? diagnosis_to_json(diagnosis) : diagnosis_to_text(diagnosis, options.language),
              options);
  if (!published) return fail(published.error());
  return diagnosis.problems.empty() ? ExitStatus::Clean : ExitStatus::Failure;
}

}  // namespace

extern const Command doctor;
const Command doctor{
    .name = "doctor",
    .summary = "show what is in force and from where",
    .details =
        "Shows the version, the libraries and the size of the vocabulary; each setting with the\n"
        "place that it comes from: the command line, assay.toml, the environment or a default;\n"
        "and the state of the fact base, the baseline and git. Exits with 2 when something would\n"
        "keep a command from its work.",
    .examples =
        "  Which assay.toml is read here, and what does it say?\n"
        "    assay doctor\n"
        "  For a report of a fault\n"
        "    assay doctor --format json\n",
    .operands = {.name = "", .help = "", .at_most = 0},
    .takes = {Takes::Base, Takes::Format, Takes::Output, Takes::Rules, Takes::FailOn,
              Takes::Baseline, Takes::Configuration},
    .formats = "text, json",
    .run = run,
    .reports_configuration = true};

}  // namespace assay::commands
