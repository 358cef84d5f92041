// SPDX-License-Identifier: MIT
#include "cli/command.h"
#include "cli/fact_base_option.h"
#include "cli/publishing.h"
#include "cli/table.h"
#include "facts/json_text.h"
#include "reports/strings.h"

namespace assay::commands {
namespace {

std::string day_text(const std::optional<Day>& day) { return day ? to_string(*day) : ""; }

std::string as_text(const std::vector<DocumentRow>& rows, const Strings& strings) {
  Table table({strings["document"], strings["kind"], strings["date"], strings["facts"],
               strings["cli_title"]},
              {3});
  for (const DocumentRow& row : rows) {
    table.add({row.id, strings["kind_" + row.kind], day_text(row.date), std::to_string(row.facts),
               row.title});
  }
  return table.empty() ? strings["cli_empty_base"] + "\n" : table.to_text();
}

std::string as_jsonl(const std::vector<DocumentRow>& rows) {
  std::string text;
  for (const DocumentRow& row : rows) {
    {
      JsonObjectWriter object(text);
      object.text("id", row.id);
      object.text("kind", row.kind);
      object.text_or_null("date", day_text(row.date));
      object.count("facts", row.facts);
      object.text_or_null("title", row.title);
      object.text_or_null("source", row.source);
      object.text("content_hash", row.content_hash);
    }
    text += '\n';
  }
  return text;
}

ExitStatus run(const Options& options) {
  const Result<std::string> format = format_among(options, {"text", "jsonl"});
  if (!format) return fail(format.error());
  const Result<FactBase> base = open_base(options.base, FactBase::Mode::Read);
  if (!base) return fail(base.error());
  const Result<std::vector<DocumentRow>> rows = base->documents();
  if (!rows) return fail(rows.error());
  const Result<Done> published = publish(
      *format == "jsonl" ? as_jsonl(*rows) : as_text(*rows, Strings(options.language)), options);
  return published ? ExitStatus::Clean : fail(published.error());
}

}  // namespace

extern const Command list;
const Command list{.name = "list",
                   .summary = "list the documents of a fact base",
                   .details =
                       "Lists the documents of a fact base by their ids, with the number of\n"
                       "facts that were read from each.",
                   .examples =
                       "  What is in there?\n"
                       "    assay list --base facts.db\n"
                       "  For another program\n"
                       "    assay list --base facts.db --format jsonl\n",
                   .operands = {.name = "", .help = "", .at_most = 0},
                   .takes = {Takes::Base, Takes::Format, Takes::Output, Takes::Configuration},
                   .formats = "text, jsonl",
                   .run = run};

}  // namespace assay::commands
