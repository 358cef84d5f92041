// SPDX-License-Identifier: MIT
#include "cli/command.h"
#include "cli/publishing.h"
#include "cli/reading.h"
#include "cli/table.h"
#include "cli/unknown_phrases.h"
#include "core/suggestion.h"
#include "facts/json_text.h"
#include "reports/strings.h"

namespace assay::commands {
namespace {

constexpr std::string_view kSuggest = "suggest";
/// A kind has to stand in a record of a name, and only a person can tell which.
constexpr std::string_view kUsualKind = "product";

std::string place_of(const UnknownPhrase& phrase) {
  return phrase.document + ":" + std::to_string(phrase.line);
}

std::vector<std::string> dimension_names(const UnknownPhrase& phrase) {
  std::vector<std::string> names;
  for (const Dimension dimension : phrase.dimensions) names.emplace_back(to_string(dimension));
  return names;
}

std::string as_text(const std::vector<UnknownPhrase>& phrases, const Strings& strings) {
  if (phrases.empty()) return strings["cli_no_unknown_phrases"] + "\n";
  Table table({strings["cli_count"], strings["documents"], strings["cli_slot"],
               strings["cli_phrase"], strings["cli_dimensions"], strings["place"]},
              {0, 1}, kPhraseWidth);
  for (const UnknownPhrase& phrase : phrases) {
    std::string dimensions;
    for (const std::string& name : dimension_names(phrase)) {
      dimensions += (dimensions.empty() ? "" : ", ") + name;
    }
    table.add({std::to_string(phrase.count), std::to_string(phrase.documents),
               strings[to_string(phrase.slot)], phrase.text, dimensions, place_of(phrase)});
  }
  return table.to_text();
}

std::string as_jsonl(const std::vector<UnknownPhrase>& phrases) {
  std::string text;
  for (const UnknownPhrase& phrase : phrases) {
    {
      JsonObjectWriter object(text);
      object.text("slot", to_string(phrase.slot));
      object.text("phrase", phrase.text);
      object.count("count", phrase.count);
      object.count("documents", phrase.documents);
      object.text("document", phrase.document);
      object.count("line", phrase.line);
      object.texts("dimensions", dimension_names(phrase));
    }
    text += '\n';
  }
  return text;
}

/// The record that would make the phrase known.
void append_record(const UnknownPhrase& phrase, std::string& text) {
  JsonObjectWriter record(text);
  record.text("name", phrase.text);
  if (phrase.slot == PhraseSlot::Subject) {
    record.text("kind", kUsualKind);
  } else {
    record.texts("dimensions", dimension_names(phrase));
  }
  record.texts("aliases", std::vector<std::string>());
  record.text("note", "facts: " + std::to_string(phrase.count) + ", documents: " +
                          std::to_string(phrase.documents) + ", first: " + place_of(phrase));
}

/// A list of the records of one slot, a line each.
void append_records(PhraseSlot slot, const std::vector<UnknownPhrase>& phrases, std::string& text) {
  text += '[';
  bool first = true;
  for (const UnknownPhrase& phrase : phrases) {
    if (phrase.slot != slot) continue;
    text += first ? "\n" : ",\n";
    first = false;
    append_record(phrase, text);
  }
  text += "\n]";
}

std::string as_json(const std::vector<UnknownPhrase>& phrases) {
  std::string text;
  {
    JsonObjectWriter object(text);
    object.key("entities");
    append_records(PhraseSlot::Subject, phrases, text);
    object.key("metrics");
    append_records(PhraseSlot::Metric, phrases, text);
  }
  return text + "\n";
}

std::string written(const std::vector<UnknownPhrase>& phrases, const std::string& format,
                    const Options& options) {
  if (format == "json") return as_json(phrases);
  if (format == "jsonl") return as_jsonl(phrases);
  return as_text(phrases, Strings(options.language));
}

ExitStatus run(const Options& options) {
  const std::string& action = options.operands.front();
  if (action != kSuggest) {
    const std::vector<std::string> actions = {std::string(kSuggest)};
    return fail(
        {ErrorCode::BadUsage, "unknown action \"" + action + "\"" + did_you_mean(action, actions)});
  }
  const Result<std::string> format = format_among(options, {"text", "json", "jsonl"});
  if (!format) return fail(format.error());
  const std::optional<Knowledge> knowledge = load_knowledge(options);
  if (!knowledge) return ExitStatus::Failure;

  UnknownPhrases phrases;
  const bool complete =
      read_all({options.operands.begin() + 1, options.operands.end()}, options, *knowledge,
               [&](const Reading& reading) { phrases.add(reading.read); });
  const Result<Done> published =
      publish(written(phrases.by_frequency(), *format, options), options);
  if (!published) return fail(published.error());
  return complete ? ExitStatus::Clean : ExitStatus::Failure;
}

}  // namespace

extern const Command lexicon;
const Command lexicon{
    .name = "lexicon",
    .summary = "list the words of your notes that the vocabulary lacks",
    .details =
        "Lists the subjects and metrics of documents that the vocabulary does not know, the\n"
        "most frequent first: how often and in how many documents they are met, what their\n"
        "numbers measure, and where one stands. Once they are in a folder that --lexicon\n"
        "names, facts about them are compared under any of their names. --format json\n"
        "prints records for entities.json and metrics.json, to be edited: every kind says\n"
        "\"product\", and the other names of a thing are for you to add.",
    .examples =
        "  Which words are worth adding?\n"
        "    assay lexicon suggest notes/\n"
        "  Beside those that have been added already\n"
        "    assay lexicon suggest notes/ --lexicon words/\n"
        "  Records to start from\n"
        "    assay lexicon suggest notes/ --format json -o suggested.json\n",
    .operands = {.name = "suggest PATH",
                 .help = "files, folders to walk, or - for standard input",
                 .at_least = 2},
    .takes = {Takes::Format, Takes::Output, Takes::From, Takes::Jobs, Takes::Configuration},
    .formats = "text, json, jsonl",
    .run = run};

}  // namespace assay::commands
