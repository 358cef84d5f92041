// SPDX-License-Identifier: MIT
#include <utility>

#include "checks/verify.h"
#include "cli/collection.h"
#include "cli/command.h"
#include "cli/diagnostics.h"
#include "cli/in_order.h"
#include "cli/output.h"
#include "cli/publishing.h"
#include "cli/reading.h"
#include "cli/verify_record.h"
#include "reports/display_width.h"
#include "reports/reading.h"

namespace assay::commands {
namespace {

std::string as_text(const Verification& verification, const Options& options) {
  const Strings strings(options.language);
  const std::string verdict(to_string(verification.verdict));
  std::string text = strings["cli_" + verdict] + "\n";
  const std::string& explanation = verification.explanation.in(options.language);
  if (!explanation.empty()) text += "  " + printable(explanation) + "\n";
  for (const Fact& fact : verification.evidence) {
    text += "  --> " + printable(fact.document) + ":" + std::to_string(fact.line) + ":" +
            std::to_string(fact.column) + "\n      " + printable(fact.sentence) + "\n";
  }
  return text;
}

/// Judges lines of {"id","claim","against"}, in order. Returns whether all could be read.
bool verify_records(const Options& options, const Knowledge& knowledge, Output& output) {
  Inputs inputs(options.operands, InputForm::Records);
  bool complete = true;
  in_order(
      options.jobs, [&] { return inputs.next(); },
      [&](const Piece& piece) { return verify_piece(piece, knowledge, options.language); },
      [&](const VerifiedPiece& piece, bool idle) {
        for (const Error& error : piece.errors) say_error(error);
        complete = complete && piece.errors.empty();
        return output.write(piece.text) && (!idle || output.flush());
      });
  return complete;
}

ExitStatus run_records(const Options& options, const Knowledge& knowledge) {
  Result<Output> output = Output::open(options.output);
  if (!output) return fail(output.error());
  const bool complete = verify_records(options, knowledge, *output);
  const Result<Done> finished = output->finish();
  if (!finished) return fail(finished.error());
  return complete ? ExitStatus::Clean : ExitStatus::Failure;
}

ExitStatus run_claim(const Options& options, const Knowledge& knowledge) {
  if (options.operands.size() != 1) {
    return fail({ErrorCode::BadUsage, "expected one claim, found " +
                                          std::to_string(options.operands.size()) +
                                          ": put it in quotes"});
  }
  if (options.against.empty() && options.base.empty()) {
    return fail({ErrorCode::BadUsage, "nothing to verify by: give --against PATH or --base FILE"});
  }
  const Result<std::string> format = format_among(options, {"text", "json", "jsonl"});
  if (!format) return fail(format.error());
  const Collection collection = collect(options.against, options, knowledge);
  const Verification verification =
      verify(options.operands.front(), collection.documents, knowledge);
  const std::string text = *format == "text"
                               ? as_text(verification, options)
                               : verification_json("claim", verification, options.language) + "\n";
  const Result<Done> published = publish(text, options);
  if (!published) return fail(published.error());
  if (!collection.complete) return ExitStatus::Failure;
  const bool contradicted = verification.verdict == Verdict::Contradicted;
  return contradicted && options.fail_on ? ExitStatus::Findings : ExitStatus::Clean;
}

ExitStatus run(const Options& options) {
  const std::optional<Knowledge> knowledge = load_knowledge(options);
  if (!knowledge) return ExitStatus::Failure;
  return options.from.empty() ? run_claim(options, *knowledge) : run_records(options, *knowledge);
}

}  // namespace

extern const Command verify;
const Command verify{
    .name = "verify",
    .summary = "is a sentence supported, contradicted, or neither?",
    .details =
        "Holds the numbers of a claim against other texts or a fact base and says whether\n"
        "they support it, contradict it, or leave it unverifiable, and by which evidence.\n"
        "Exits with 1 when the claim is contradicted. With --from jsonl it answers lines\n"
        "{\"id\",\"claim\",\"against\"} one by one, and a contradiction is no failure.",
    .examples =
        "  Does the source say so?\n"
        "    assay verify \"Q3 gross margin was 59.5%\" --against source.md\n"
        "  Does anything that is known speak against it?\n"
        "    assay verify \"Q3 gross margin was 59.5%\" --base facts.db\n"
        "  Many claims, each with its own text\n"
        "    assay verify --from jsonl - < claims.jsonl\n",
    .operands = {.name = "CLAIM",
                 .help = "a sentence in quotes; with --from jsonl: files or -",
                 .at_least = 1},
    .takes = {Takes::Base, Takes::Format, Takes::Output, Takes::From, Takes::Jobs, Takes::FailOn,
              Takes::Against},
    .formats = "text, json, jsonl",
    .run = run};

}  // namespace assay::commands
