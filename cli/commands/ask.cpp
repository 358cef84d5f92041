// SPDX-License-Identifier: MIT
#include <array>
#include <chrono>
#include <iostream>

#include "checks/wording.h"
#include "cli/collection.h"
#include "cli/command.h"
#include "cli/publishing.h"
#include "cli/query.h"
#include "cli/query_reply.h"
#include "cli/reading.h"
#include "cli/sparkline.h"
#include "cli/table.h"
#include "facts/fact_json.h"
#include "reports/display_width.h"
#include "reports/reading.h"

namespace assay::commands {
namespace {

/// "NVIDIA · market share · China"
std::string heading(const Fact& fact, const Strings& strings) {
  const std::string words = about(fact, strings.names());
  return printable(words.empty() ? strings["unknown"] : words);
}

std::vector<std::string> row(const Answer& answer, const Strings& strings) {
  const Fact& fact = *answer.fact;
  const DisplayUnit unit = choose_display_unit(std::array{&fact.quantity}, strings);
  const std::string modality = fact.modality == Modality::Actual
                                   ? std::string()
                                   : strings["modality_" + std::string(to_string(fact.modality))];
  return {fact.period ? show_period(*fact.period) : strings["unknown"],
          show_in_role(fact, unit, strings), modality,
          fact.document + ":" + std::to_string(fact.line), fact.sentence};
}

std::string as_text(const std::vector<Answer>& answers, const Strings& strings) {
  std::string text;
  for (std::size_t i = 0; i < answers.size();) {
    const Fact& first = *answers[i].fact;
    Table table({strings["period"], strings["reading"], strings["modality"], strings["place"], ""},
                {}, kPhraseWidth);
    std::vector<const Fact*> facts;
    for (; i < answers.size() && same_question(first, *answers[i].fact); ++i) {
      table.add(row(answers[i], strings));
      facts.push_back(answers[i].fact);
    }
    text += (text.empty() ? "" : "\n") + heading(first, strings) + "\n" + table.body_to_text("  ");
    const std::string bars = values_over_time(facts);
    if (!bars.empty()) text += "  " + bars + "\n";
  }
  return text;
}

std::string as_jsonl(const std::vector<Answer>& answers) {
  std::string text;
  for (const Answer& answer : answers) {
    append_fact_json(*answer.fact, text);
    text += '\n';
  }
  return text;
}

/// The day that 去年 counts from: only the program itself may look at the clock.
Day today() { return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()); }

/// The answers to the question; where nothing compares two things that it names, to that about either.
std::vector<Answer> find_or_list(Query& query, const std::vector<ReadDocument>& documents) {
  std::vector<Answer> answers = find_answers(query, documents);
  const std::optional<Query> list = as_list(query);
  if (!answers.empty() || !list) return answers;
  std::vector<Answer> listed = find_answers(*list, documents);
  if (!listed.empty()) query = *list;
  return listed;
}

/// How the question was understood, which of its words nothing speaks of, and what else there is to
/// ask for when there is no answer; each on a line of its own.
std::string remarks_on(const Query& query, const std::string& question,
                       const std::vector<Answer>& answers, const Collection& collection,
                       const Strings& strings) {
  std::string text = understood(query, strings) + "\n";
  if (answers.empty() && collection.complete) {
    text += printable(strings.fill("cli_nothing_known", {{"query", question}})) + "\n";
  }
  text += unknown_words(query, collection.documents, strings);
  if (answers.empty()) text += suggestions(query, collection.documents, strings);
  return text;
}

ExitStatus run(const Options& options) {
  if (options.base.empty() && options.against.empty()) {
    return fail({ErrorCode::BadUsage, "nothing to ask: give --base FILE or --against PATH"});
  }
  const Result<std::string> format = format_among(options, {"text", "jsonl"});
  if (!format) return fail(format.error());
  const std::optional<Knowledge> knowledge = load_knowledge(options);
  if (!knowledge) return ExitStatus::Failure;

  const Strings strings(options.language, &knowledge->lexicon());
  const std::string question = join(options.operands, " ");
  Query query = parse_query(question, *knowledge, today());
  if (query.empty()) {
    return fail({ErrorCode::BadUsage,
                 "the question names nothing to look for: give a subject, a metric or a period"});
  }
  const Collection collection = collect(options.against, options, *knowledge);
  const std::vector<Answer> answers = find_or_list(query, collection.documents);
  const std::string remarks = remarks_on(query, question, answers, collection, strings);
  std::string text;
  if (*format == "jsonl") {
    text = as_jsonl(answers);
    if (!options.quiet) std::cerr << remarks;
  } else {
    text = remarks + (answers.empty() ? "" : "\n" + as_text(answers, strings));
  }
  const Result<Done> published = publish(text, options);
  if (!published) return fail(published.error());
  return collection.complete ? ExitStatus::Clean : ExitStatus::Failure;
}

}  // namespace

extern const Command ask;
const Command ask{
    .name = "ask",
    .summary = "what do the documents say about a subject and a metric?",
    .details =
        "Prints every value that a fact base or texts give for what is asked, newest first,\n"
        "with its period and its source, below a line that tells how the question was\n"
        "understood: subject, what it is compared with, scope, metric, period, in any order,\n"
        "in English or Chinese, under any name that the vocabulary knows; other words are\n"
        "looked for in the documents. Without an answer it tells what there is to ask for.\n"
        "Exits with 0 also when nothing is known, with 2 when the question names nothing or\n"
        "something could not be read. With --format jsonl the remarks go to standard error.",
    .examples =
        "  Every value of a metric\n"
        "    assay ask NVIDIA China market share --base facts.db\n"
        "  Only those of one year, from a folder\n"
        "    assay ask \"TSMC gross margin 2025\" --against notes/\n"
        "  Two things compared\n"
        "    assay ask \"昇腾910C 相比 H100 性能\" --base facts.db\n",
    .operands = {.name = "QUERY", .help = "the names to look for", .at_least = 1},
    .takes = {Takes::Base, Takes::Format, Takes::Output, Takes::Jobs, Takes::Against,
              Takes::Configuration},
    .formats = "text, jsonl",
    .run = run};

}  // namespace assay::commands
