// SPDX-License-Identifier: MIT
#include <filesystem>
#include <fstream>
#include <iterator>

#include "cli/command.h"
#include "cli/diagnostics.h"
#include "cli/eval_suite.h"
#include "cli/output.h"
#include "cli/publishing.h"
#include "cli/reading.h"
#include "reports/display_width.h"

namespace assay::commands {
namespace {

namespace fs = std::filesystem;

/// The folder of the labelled documents: the one that is named, else `documents` or `notes` beside
/// the folder of the gold files; empty when there is none.
std::string documents_folder(const Options& options) {
  if (!options.documents.empty()) return options.documents;
  std::error_code failure;
  fs::path folder = options.operands.front();
  if (!fs::is_directory(folder, failure)) folder = folder.parent_path();
  for (const char* name : {"documents", "notes"}) {
    const fs::path beside = fs::weakly_canonical(folder / ".." / name, failure);
    if (!failure && fs::is_directory(beside, failure)) return beside.string();
  }
  return {};
}

std::string as_text(const Evaluation& evaluation, const Options& options) {
  std::string text = figures_to_text(evaluation.figures);
  if (!options.verbose) return text;
  for (const std::string& miss : evaluation.misses) text += printable(miss) + "\n";
  return text;
}

Result<Done> write_floor(const Evaluation& evaluation, const std::string& path) {
  Result<Output> output = Output::open(path);
  if (!output) return output.error();
  output->write(floors_of(evaluation.figures));
  return output->finish();
}

Result<std::vector<std::string>> breaches(const Evaluation& evaluation, const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{ErrorCode::Io, "cannot be opened", path};
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return breached_floors(evaluation.figures, text, path);
}

/// Holds the figures against --floor and records them in --write-floor.
ExitStatus judge(const Evaluation& evaluation, const Options& options) {
  ExitStatus status = ExitStatus::Clean;
  if (!options.floor.empty()) {
    const Result<std::vector<std::string>> sentences = breaches(evaluation, options.floor);
    if (!sentences) return fail(sentences.error());
    for (const std::string& sentence : *sentences) say_error(sentence);
    if (!sentences->empty()) status = ExitStatus::Findings;
  }
  if (!options.write_floor.empty()) {
    const Result<Done> written = write_floor(evaluation, options.write_floor);
    if (!written) return fail(written.error());
  }
  return status;
}

ExitStatus run(const Options& options) {
  const Result<std::string> format = format_among(options, {"text", "json"});
  if (!format) return fail(format.error());
  const std::optional<Knowledge> knowledge = load_knowledge(options);
  if (!knowledge) return ExitStatus::Failure;
  const Result<GoldSuite> suite = load_gold(options.operands);
  if (!suite) return fail(suite.error());

  const std::string folder = documents_folder(options);
  std::vector<std::string> paths;
  if (!folder.empty()) paths.push_back(folder);
  const Collection collection = collect(paths, options, *knowledge);
  const Evaluation evaluation = evaluate(*suite, collection, *knowledge);
  const Result<Done> published = publish(
      *format == "json" ? figures_to_json(evaluation.figures) : as_text(evaluation, options),
      options);
  if (!published) return fail(published.error());
  const ExitStatus status = judge(evaluation, options);
  return collection.complete ? status : ExitStatus::Failure;
}

}  // namespace

extern const Command eval;
const Command eval{
    .name = "eval",
    .summary = "score reading and checking against gold files",
    .details =
        "Scores what is read from documents, the findings and the verdicts against labels\n"
        "that people have set: gold_quantities*, gold_traps*, sentences*, relations* and\n"
        "pairs*.jsonl. Figures of the first two begin with \"quantities\", those of the\n"
        "others with the name of their file. With --floor it exits with 1 when a figure\n"
        "has fallen below what was recorded. --verbose names every single miss.",
    .examples =
        "  How good is it?\n"
        "    assay eval fixtures/gold\n"
        "  As a gate: no figure may fall\n"
        "    assay eval fixtures/gold --floor fixtures/gold/floor.json\n"
        "  Record today's figures as the floor\n"
        "    assay eval fixtures/gold --write-floor fixtures/gold/floor.json\n",
    .operands = {.name = "GOLD", .help = "gold files, or folders of them", .at_least = 1},
    .takes = {Takes::Format, Takes::Output, Takes::Jobs, Takes::Documents, Takes::Floor},
    .formats = "text, json",
    .run = run};

}  // namespace assay::commands
