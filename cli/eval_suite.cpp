// SPDX-License-Identifier: MIT
#include "cli/eval_suite.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
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

void add_quantity(const JsonValue& record, const std::string&, GoldSuite& suite) {
  GoldQuantity quantity = to_quantity(record);
  suite.texts[quantity.document].quantities.push_back(std::move(quantity));
}

void add_trap(const JsonValue& record, const std::string&, GoldSuite& suite) {
  GoldTrap trap = to_trap(record);
  suite.texts[trap.document].traps.push_back(std::move(trap));
}

void add_sentence(const JsonValue& record, const std::string& file, GoldSuite& suite) {
  suite.sentences[file].push_back(to_sentence(record));
}

void add_relation(const JsonValue& record, const std::string& file, GoldSuite& suite) {
  if (auto relation = to_relation(record)) suite.relations[file].push_back(std::move(*relation));
}

void add_pair(const JsonValue& record, const std::string& file, GoldSuite& suite) {
  if (auto pair = to_pair(record)) suite.pairs[file].push_back(std::move(*pair));
}

/// What the files of a kind hold.
struct GoldFileKind {
  std::string_view name_start;
  void (*add)(const JsonValue& record, const std::string& file, GoldSuite& suite);
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
      const ReadDocument& document = *found->second;
      scored.push_back({&text, &document.facts, {"kind." + document.kind}});
    }
  }
  return score_quantities("quantities", scored, knowledge);
}

ReadDocument read_sentence(const GoldText& sentence, const Knowledge& knowledge) {
  Document document;
  document.id = sentence.document;
  document.kind = DocumentKind::Record;
  document.raw = sentence.raw;
  document.date = sentence.date;
  read_markdown(document);
  return extract(document, knowledge);
}

Evaluation evaluate_sentences(const std::string& file, const std::vector<GoldText>& sentences,
                              const Knowledge& knowledge) {
  std::vector<ReadDocument> read;
  read.reserve(sentences.size());
  for (const GoldText& sentence : sentences) read.push_back(read_sentence(sentence, knowledge));
  std::vector<ScoredText> scored;
  for (std::size_t i = 0; i < read.size(); ++i) {
    ScoredText text{&sentences[i], &read[i].facts};
    if (!sentences[i].language.empty()) text.groups.push_back(sentences[i].language);
    if (!sentences[i].kind.empty()) text.groups.push_back("kind." + sentences[i].kind);
    scored.push_back(std::move(text));
  }
  return score_quantities(file, scored, knowledge);
}

/// The relations whose documents are all there.
std::vector<GoldRelation> judgeable(const std::vector<GoldRelation>& all,
                                    const Collection& collection) {
  const auto documents = by_name(collection);
  std::set<std::string> absent;
  std::vector<GoldRelation> relations;
  for (const GoldRelation& relation : all) {
    bool complete = true;
    for (const GoldMember& member : relation.members) {
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

/// Which files of relations speak of a document, by its name.
using Speakers = std::map<std::string, std::set<std::string>>;

Speakers speakers_of(const ByFile<GoldRelation>& relations) {
  Speakers speakers;
  for (const auto& [file, members_of] : relations) {
    for (const GoldRelation& relation : members_of) {
      for (const GoldMember& member : relation.members) speakers[member.document].insert(file);
    }
  }
  return speakers;
}

/// The findings that this file is to judge: all but those whose documents others alone speak of.
std::vector<Finding> findings_for(const std::string& file, const Speakers& speakers,
                                  const std::vector<Finding>& all) {
  const auto is_left_to_others = [&](const Fact& fact) {
    const auto found = speakers.find(file_name(fact.document));
    return found != speakers.end() && !found->second.contains(file);
  };
  std::vector<Finding> findings;
  std::ranges::copy_if(all, std::back_inserter(findings), [&](const Finding& finding) {
    return !std::ranges::all_of(finding.evidence, is_left_to_others);
  });
  return findings;
}

Evaluation evaluate_relations(const GoldSuite& suite, const Collection& collection,
                              const Knowledge& knowledge) {
  Evaluation evaluation;
  if (suite.relations.empty()) return evaluation;
  const CheckResult result = check(collection.documents, knowledge);
  const Speakers speakers = speakers_of(suite.relations);
  for (const auto& [file, relations] : suite.relations) {
    evaluation.append(score_relations(file, judgeable(relations, collection),
                                      findings_for(file, speakers, result.findings)));
  }
  return evaluation;
}

}  // namespace

Result<GoldSuite> load_gold(const std::vector<std::string>& paths) {
  GoldSuite suite;
  for (const std::string& path : paths) {
    const Result<std::vector<std::string>> files = files_of(path);
    if (!files) return files.error();
    for (const std::string& file : *files) {
      const GoldFileKind& kind = *kind_of(file);
      const std::string stem = fs::path(file).stem().string();
      const Result<Done> read =
          read_gold_lines(file, [&](const JsonValue& record) { kind.add(record, stem, suite); });
      if (!read) return read.error();
    }
  }
  for (auto& [name, text] : suite.texts) text.document = name;
  return suite;
}

Evaluation evaluate(const GoldSuite& suite, const Collection& collection,
                    const Knowledge& knowledge) {
  Evaluation evaluation = evaluate_texts(suite, collection, knowledge);
  for (const auto& [file, sentences] : suite.sentences) {
    evaluation.append(evaluate_sentences(file, sentences, knowledge));
  }
  evaluation.append(evaluate_relations(suite, collection, knowledge));
  for (const auto& [file, pairs] : suite.pairs) {
    evaluation.append(score_pairs(file, pairs, knowledge));
  }
  return evaluation;
}

}  // namespace assay
