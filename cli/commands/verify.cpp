// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iostream>
#include <string>
#include <utility>

#include "checks/verify.h"
#include "cli/collection.h"
#include "cli/command.h"
#include "cli/diagnostics.h"
#include "cli/output.h"
#include "cli/publishing.h"
#include "cli/reading.h"
#include "cli/verify_record.h"
#include "core/in_order.h"
#include "reports/display_width.h"
#include "reports/reading.h"

namespace assay::commands {
namespace {

/// The answer in one line, and below it the statements that it rests on.
std::string as_text(const Verification& verification, const Strings& strings) {
  std::string text = strings["cli_" + std::string(to_string(verification.verdict))];
  const std::string& explanation = verification.explanation.in(strings.language());
  if (!explanation.empty()) text += strings["colon"] + printable(explanation);
  text += '\n';
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

/// Judges claims by one collection and writes an answer to each.
class ClaimJudge {
 public:
  ClaimJudge(const Collection& collection, const Knowledge& knowledge, const Options& options,
             std::string_view format)
      : collection_(collection),
        knowledge_(knowledge),
        strings_(options.language, &knowledge.lexicon()),
        as_text_(format == "text") {}

  /// The answer to the claim of this id.
  std::string answer(std::string_view claim, std::string_view id) {
    const Verification verification = verify(claim, collection_.documents, knowledge_);
    contradicted_ = contradicted_ || verification.verdict == Verdict::Contradicted;
    return as_text_ ? as_text(verification, strings_)
                    : verification_json(id, verification, strings_.language()) + "\n";
  }

  /// Answers the lines of standard input one by one, each by its number; blank ones are none.
  /// False: nobody reads the answers any more.
  bool answer_lines(Output& output) {
    std::string line;
    for (std::size_t number = 1; std::getline(std::cin, line); ++number) {
      if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
      const std::string id = std::to_string(number);
      const std::string text = (as_text_ ? id + ": " : "") + answer(line, id);
      // Whoever asks line by line waits for each answer.
      if (!output.write(text) || !output.flush()) return false;
    }
    return true;
  }

  [[nodiscard]] bool contradicted() const { return contradicted_; }

 private:
  const Collection& collection_;
  const Knowledge& knowledge_;
  Strings strings_;
  bool as_text_;
  bool contradicted_ = false;
};

/// What is wrong with the command line, if anything is.
std::optional<Error> wrong_usage(const Options& options) {
  if (options.operands.size() != 1) {
    return Error{ErrorCode::BadUsage, "expected one claim, found " +
                                          std::to_string(options.operands.size()) +
                                          ": put it in quotes, or give - and one claim a line"};
  }
  if (options.against.empty() && options.base.empty()) {
    return Error{ErrorCode::BadUsage,
                 "nothing to verify by: give --against PATH for files or folders that the claim is "
                 "held against, or --base FILE for a fact base (assay add makes one)"};
  }
  const std::string& claim = options.operands.front();
  if (claim.find_first_not_of(" \t\r\n") == std::string::npos) {
    return Error{ErrorCode::BadUsage, "the claim is empty"};
  }
  if (claim == "-" && std::ranges::count(options.against, "-") > 0) {
    return Error{ErrorCode::BadUsage,
                 "standard input cannot hold both the claims and what they are held against"};
  }
  return std::nullopt;
}

ExitStatus run_claims(const Options& options, const Knowledge& knowledge) {
  if (const std::optional<Error> error = wrong_usage(options)) return fail(*error);
  const Result<std::string> format = format_among(options, {"text", "json", "jsonl"});
  if (!format) return fail(format.error());
  Result<Output> output = Output::open(options.output);
  if (!output) return fail(output.error());
  const Collection collection = collect(options.against, options, knowledge);
  ClaimJudge judge(collection, knowledge, options, *format);
  const std::string& claim = options.operands.front();
  if (claim == "-") {
    judge.answer_lines(*output);
  } else {
    output->write(judge.answer(claim, "claim"));
  }
  const Result<Done> finished = output->finish();
  if (!finished) return fail(finished.error());
  if (!collection.complete) return ExitStatus::Failure;
  return judge.contradicted() && options.fail_on ? ExitStatus::Findings : ExitStatus::Clean;
}

ExitStatus run(const Options& options) {
  const std::optional<Knowledge> knowledge = load_knowledge(options);
  if (!knowledge) return ExitStatus::Failure;
  return options.from.empty() ? run_claims(options, *knowledge) : run_records(options, *knowledge);
}

}  // namespace

extern const Command verify;
const Command verify{
    .name = "verify",
    .summary = "is a sentence supported, contradicted, or neither?",
    .details =
        "Holds the numbers of a claim against other texts or a fact base and says whether\n"
        "they support it, contradict it, or leave it unverifiable, and by which evidence.\n"
        "The first line is the answer, the statements that it rests on follow. With - it\n"
        "reads one claim a line from standard input, skips blank lines, and answers each\n"
        "by its line number at once. Exits with 1 when a claim is contradicted. With\n"
        "--from jsonl it answers lines {\"id\",\"claim\",\"against\"} one by one, and a\n"
        "contradiction is no failure.",
    .examples =
        "  Does the source say so?\n"
        "    assay verify \"Q3 gross margin was 59.5%\" --against source.md\n"
        "  Does anything that is known speak against it?\n"
        "    assay verify \"Q3 gross margin was 59.5%\" --base facts.db\n"
        "  The claims of a draft, one a line\n"
        "    assay verify - --base facts.db < claims.txt\n"
        "  Many claims, each with its own text\n"
        "    assay verify --from jsonl - < claims.jsonl\n",
    .operands = {.name = "CLAIM",
                 .help = "a sentence in quotes, or - for one a line; with --from jsonl: files or -",
                 .at_least = 1},
    .takes = {Takes::Base, Takes::Format, Takes::Output, Takes::From, Takes::Jobs, Takes::FailOn,
              Takes::Against, Takes::Configuration},
    .formats = "text, json, jsonl",
    .run = run};

}  // namespace assay::commands
