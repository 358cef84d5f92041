// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <utility>

#include "cli/command.h"
#include "cli/configured_options.h"
#include "cli/diagnostics.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/publishing.h"
#include "cli/reading.h"
#include "cli/table.h"
#include "core/in_order.h"
#include "facts/extract.h"
#include "facts/fact_json.h"
#include "reports/reading.h"

namespace assay::commands {
namespace {

/// The size from which on a part of a text is not added to. A text in parts is not copied as it
/// grows, however long it becomes.
constexpr std::size_t kPartBytes = std::size_t{1} << 20;

/// What has come of a piece, with its facts already written out by the thread that read them.
struct Written {
  std::string path;
  std::size_t line = 0;            ///< the first of its lines; 0: a whole file
  std::vector<std::string> parts;  ///< of its text
  std::vector<Error> errors;
  std::vector<std::string> notes;

  /// The part that is to be added to.
  std::string& open_part() {
    if (parts.empty() || parts.back().size() >= kPartBytes) parts.emplace_back();
    return parts.back();
  }
};

void write_jsonl(const Document& document, const Knowledge& knowledge, Written& written) {
  extract_each(document, knowledge, [&](const Fact& fact) {
    std::string& text = written.open_part();
    append_fact_json(fact, text);
    text += '\n';
  });
}

void write_text(const ReadDocument& read, const Strings& strings, Written& written) {
  Table table({strings["place"], strings["written"], strings["reading"], strings["subject"],
               strings["metric"], strings["comparand"], strings["period"]},
              {}, kPhraseWidth);
  const DisplayNames& names = strings.names();
  for (const Fact& fact : read.facts) {
    table.add(
        {std::to_string(fact.line) + ":" + std::to_string(fact.column), fact.text,
         show_in_role(fact, choose_display_unit(std::array{&fact.quantity}, strings), strings),
         names.entity(fact.subject.value), names.metric(fact.metric.value),
         names.entity(fact.comparand.value), fact.period ? show_period(*fact.period) : ""});
  }
  std::string& text = written.open_part();
  text += read.id + " (" + strings.count("facts", read.facts.size()) + ")\n";
  if (!table.empty()) text += table.to_text("  ");
  text += '\n';
}

Written write_piece(Piece piece, const Knowledge& knowledge, bool jsonl, const Strings& strings) {
  Written written{.path = piece.path, .line = piece.lines ? piece.lines->first_line : 0};
  written.errors = for_each_document(std::move(piece), [&](const Document& document, std::size_t) {
    if (jsonl) {
      write_jsonl(document, knowledge, written);
    } else {
      write_text(extract(document, knowledge), strings, written);
    }
    for (const std::string& note : document.notes)
      written.notes.push_back(document.id + ": " + note);
  });
  return written;
}

/// Reads, writes and forgets piece by piece. Returns whether everything could be read.
bool stream(const Options& options, const Knowledge& knowledge, bool jsonl, Output& output) {
  const Strings strings(options.language, &knowledge.lexicon());
  Inputs inputs(options.operands, options.from.empty() ? InputForm::Documents : InputForm::Records,
                exclusions_of(options));
  Progress progress(inputs.file_count(), options);
  bool complete = true;
  in_order(
      options.jobs, [&] { return inputs.next(); },
      [&](Piece piece) { return write_piece(std::move(piece), knowledge, jsonl, strings); },
      [&](const Written& written, bool idle) {
        progress.reach(written.path, written.line);
        if (!written.errors.empty()) progress.hide();
        for (const Error& error : written.errors) say_error(error);
        for (const std::string& note : written.notes) say_detail(note);
        complete = complete && written.errors.empty();
        const auto write = [&](const std::string& part) { return output.write(part); };
        // Whoever feeds us line by line waits for the answer to each.
        return std::all_of(written.parts.begin(), written.parts.end(), write) &&
               (!idle || output.flush());
      });
  return complete;
}

ExitStatus run(const Options& options) {
  const bool records = !options.from.empty();
  const Result<std::string> format =
      records ? format_among(options, {"jsonl", "text"}) : format_among(options, {"text", "jsonl"});
  if (!format) return fail(format.error());
  const std::optional<Knowledge> knowledge = load_knowledge(options);
  if (!knowledge) return ExitStatus::Failure;
  Result<Output> output = Output::open(options.output);
  if (!output) return fail(output.error());
  const bool complete = stream(options, *knowledge, *format == "jsonl", *output);
  const Result<Done> finished = output->finish();
  if (!finished) return fail(finished.error());
  return complete ? ExitStatus::Clean : ExitStatus::Failure;
}

}  // namespace

extern const Command extract;
const Command extract{
    .name = "extract",
    .summary = "print every quantity and what it is a quantity of",
    .details =
        "Prints what is read from documents and checks nothing: as a table, or with\n"
        "--format jsonl as one JSON object a line. With --from jsonl it is a filter over\n"
        "lines {\"id\",\"text\"[,\"date\",\"source\",\"kind\"]} that answers each line at once\n"
        "and whose memory does not grow with its input.",
    .examples =
        "  See how a note is read\n"
        "    assay extract notes/a.md\n"
        "  Facts for another program\n"
        "    assay extract notes/ --format jsonl > facts.jsonl\n"
        "  As a filter over records\n"
        "    assay extract --from jsonl - < articles.jsonl > facts.jsonl\n",
    .operands = {.name = "PATH",
                 .help = "files, folders to walk, or - for standard input",
                 .at_least = 1,
                 .from_configuration = true},
    .takes = {Takes::Format, Takes::Output, Takes::From, Takes::Jobs, Takes::Configuration},
    .formats = "text, jsonl",
    .run = run};

}  // namespace assay::commands
