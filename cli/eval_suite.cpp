// SPDX-License-Identifier: MIT
#include "cli/eval_suite.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <utility>

#include "checks/run.h"
#include "cli/diagnostics.h"
#include "cli/eval_quantities.h"
#include "facts/extract.h"
#include "facts/reader.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

void add_quantity(const JsonValue& record, GoldSuite& suite) {
  GoldQuantity quantity = to_quantity(record);
  suite.texts[quantity.document].quantities.push_back(std::move(quantity));
}

void add_trap(const JsonValue& record, GoldSuite& suite) {
  GoldTrap trap = to_trap(record);
  suite.texts[trap.document].traps.push_back(std::move(trap));
}

void add_sentence(const JsonValue& record, GoldSuite& suite) {
  GoldText text{.document = text_field(record, "id"),
                .raw = text_field(record, "text"),
                .language = text_field(record, "lang")};
  if (const JsonValue* quantities = record.find("quantities")) {
    for (const JsonValue& item : quantities->items) {
      text.quantities.push_back(to_quantity(item, text.document));
    }
  }
  if (const JsonValue* traps = record.find("traps")) {
    for (const JsonValue& item : traps->items) text.traps.push_back(to_trap(item, text.document));
  }
  suite.sentences.push_back(std::move(text));
}

void add_relation(const JsonValue& record, GoldSuite& suite) {
  if (auto relation = to_relation(record)) suite.relations.push_back(std::move(*relation));
}

void add_pair(const JsonValue& record, GoldSuite& suite) {
  if (auto pair = to_pair(record)) suite.pairs.push_back(std::move(*pair));
}

/// What the files of a kind hold.
struct GoldFileKind {
  std::string_view name_start;
  void (*add)(const JsonValue& record, GoldSuite& suite);
};

constexpr std::array<GoldFileKind, 5> kFileKinds = {{{"gold_quantities", add_quantity},
                                                     {"gold_traps", add_trap},
                                                     {"sentences", add_sentence},
                                                     {"relations", add_relation},
                                                     {"pairs", add_pair}}};

const GoldFileKind* kind_of(const fs::path& file) {
  const std::string name = file.filename().string();
  const auto found = std::ranges::find_if(
      kFileKinds, [&](const GoldFileKind& kind) { return name.starts_with(kind.name_start); });
  return found == kFileKinds.end() || file.extension() != ".jsonl" ? nullptr : &*found;
}

/// The gold files that a path stands for, by name. Errors: BadUsage, Io.
Result<std::vector<std::string>> files_of(const std::string& path) {
  std::error_code failure;
  if (!fs::is_directory(path, failure)) {
    if (kind_of(path) != nullptr) return std::vector<std::string>{path};
    return Error{ErrorCode::BadUsage, "what it holds cannot be told by its name", path};
  }
  std::vector<std::string> files;
  for (fs::directory_iterator at(path, failure), end; !failure && at != end;
       at.increment(failure)) {
    if (kind_of(at->path()) != nullptr) files.push_back(at->path().string());
  }
  if (failure) return Error{ErrorCode::Io, "cannot be read: " + failure.message(), path};
  std::ranges::sort(files);
  return files;
}

/// The documents under the names that gold uses: their ids, and the last parts of their paths.
std::map<std::string, const ReadDocument*> by_name(const Collection& collection) {
  std::map<std::string, const ReadDocument*> documents;
  for (const ReadDocument& document : collection.documents) {
    documents.emplace(file_name(document.id), &document);
    documents.emplace(document.id, &document);
  }
  return documents;
}

Evaluation evaluate_texts(const GoldSuite& suite, const Collection& collection,
                          const Knowledge& knowledge) {
  const auto documents = by_name(collection);
  std::vector<ScoredText> scored;
  for (const auto& [name, text] : suite.texts) {
    const auto found = documents.find(name);
    if (found == documents.end()) {
      say_warning("no document " + name + ": its labels are left out");
    } else {
      scored.push_back({&text, &found->second->facts});
    }
  }
  return score_quantities("quantities", scored, knowledge);
}

Evaluation evaluate_sentences(const GoldSuite& suite, const Knowledge& knowledge) {
  std::vector<ReadDocument> read;
  for (const GoldText& sentence : suite.sentences) {
    Document document;
    document.id = sentence.document;
    document.kind = DocumentKind::Record;
    document.raw = sentence.raw;
    read_markdown(document);
    read.push_back(extract(document, knowledge));
  }
  std::vector<ScoredText> all;
  std::map<std::string, std::vector<ScoredText>> by_language;
  for (std::size_t i = 0; i < read.size(); ++i) {
    all.push_back({&suite.sentences[i], &read[i].facts});
    by_language[suite.sentences[i].language].push_back(all.back());
  }
  Evaluation evaluation = score_quantities("sentences", all, knowledge);
  for (const auto& [language, texts] : by_language) {
    for (Figure& figure : score_quantities("sentences", texts, knowledge).figures) {
      if (figure.name != "sentences.recall" && figure.name != "sentences.right") continue;
      evaluation.add(figure.name + "." + language, figure.part, figure.whole, FigureKind::Detail);
    }
  }
  return evaluation;
}

/// The relations whose documents are all there.
std::vector<GoldRelation> judgeable(const GoldSuite& suite, const Collection& collection) {
  const auto documents = by_name(collection);
  std::set<std::string> absent;
  std::vector<GoldRelation> relations;
  for (const GoldRelation& relation : suite.relations) {
    bool complete = true;
    for (const RelationMember& member : relation.members) {
      if (documents.contains(member.document)) continue;
      complete = false;
      absent.insert(member.document);
    }
    if (complete) relations.push_back(relation);
  }
  for (const std::string& name : absent) {
    say_warning("no document " + name + ": its relations are left out");
  }
  return relations;
}

}  // namespace

Result<GoldSuite> load_gold(const std::vector<std::string>& paths) {
  GoldSuite suite;
  for (const std::string& path : paths) {
    const Result<std::vector<std::string>> files = files_of(path);
    if (!files) return files.error();
    for (const std::string& file : *files) {
      const GoldFileKind& kind = *kind_of(file);
      const Result<Done> read =
          read_gold_lines(file, [&](const JsonValue& record) { kind.add(record, suite); });
      if (!read) return read.error();
    }
  }
  for (auto& [name, text] : suite.texts) text.document = name;
  return suite;
}

Evaluation evaluate(const GoldSuite& suite, const Collection& collection,
                    const Knowledge& knowledge) {
  Evaluation evaluation = evaluate_texts(suite, collection, knowledge);
  evaluation.append(evaluate_sentences(suite, knowledge));
  if (!suite.relations.empty()) {
    const CheckResult result = check(collection.documents, knowledge);
    evaluation.append(score_relations(judgeable(suite, collection), result.findings));
  }
  evaluation.append(score_pairs(suite.pairs, knowledge));
  return evaluation;
}

}  // namespace assay
