// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "api/conversion.h"
#include "api/store.h"
#include "checks/rule.h"
#include "checks/run.h"
#include "checks/verify.h"
#include "facts/extract.h"
#include "facts/knowledge.h"
#include "facts/reader.h"

namespace assay::api {

struct [[gnu::visibility("hidden")]] Engine::State {
  Knowledge knowledge;
  Language language;

  /// The document with its facts, or the error that its reader met.
  [[nodiscard]] Result<Document> take_in(const assay::Result<assay::Document>& document) const {
    if (!document) return to_api(document.error());
    // As `assay add` keeps it, so that the two share a fact base.
    const std::string version = knowledge.version() + "\n" ASSAY_VERSION;
    return Document(std::make_shared<const Document::Data>(Document::Data{
        .read = extract(*document, knowledge), .content_hash = content_hash(*document, version)}));
  }
};

namespace {

/// The rules that the options choose. Errors: BadUsage for one that does not exist.
assay::Result<assay::CheckOptions> rules_of(const CheckOptions& options) {
  assay::Result<std::set<std::string>> select = rule_names(options.select);
  if (!select) return select.error();
  assay::Result<std::set<std::string>> ignore = rule_names(options.ignore);
  if (!ignore) return ignore.error();
  assay::CheckOptions choice;
  choice.select = std::move(*select);
  choice.ignore = std::move(*ignore);
  return choice;
}

/// Errors: BadUsage when one of the ids is not that of a document.
assay::Result<std::set<std::string>> ids_among(const std::vector<std::string>& ids,
                                               const std::vector<ReadDocument>& documents) {
  for (const std::string& id : ids) {
    if (std::ranges::find(documents, id, &ReadDocument::id) != documents.end()) continue;
    return assay::Error{assay::ErrorCode::BadUsage,
                        "the collection has no document \"" + id + "\""};
  }
  return std::set<std::string>(ids.begin(), ids.end());
}

std::vector<Finding> findings_of(const CheckResult& result, Language language) {
  std::vector<Finding> findings;
  findings.reserve(result.findings.size());
  for (const assay::Finding& finding : result.findings)
    findings.push_back(to_api(finding, language));
  return findings;
}

Verdict verdict_of(assay::Verdict verdict) {
  switch (verdict) {
    case assay::Verdict::Supported:
      return Verdict::Supported;
    case assay::Verdict::Contradicted:
      return Verdict::Contradicted;
    case assay::Verdict::Unverifiable:
      break;
  }
  return Verdict::Unverifiable;
}

}  // namespace

Engine::Engine(std::unique_ptr<const State> state) : state_(std::move(state)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::create(const Settings& settings) {
  assay::Result<Knowledge> knowledge = Knowledge::load(settings.lexicon);
  if (!knowledge) return to_api(knowledge.error());
  return Engine(std::make_unique<const State>(
      State{.knowledge = std::move(*knowledge), .language = settings.language}));
}

Result<Document> Engine::read_file(const std::string& path) const {
  return state_->take_in(read_document(path));
}

Result<Document> Engine::read_text(const std::string& name, const std::string& text) const {
  return state_->take_in(assay::read_text(name, text));
}

Result<std::vector<Finding>> Engine::check(const Collection& collection,
                                           const CheckOptions& options) const {
  assay::Result<assay::CheckOptions> choice = rules_of(options);
  if (!choice) return to_api(choice.error());
  assay::Result<std::vector<ReadDocument>> documents = collection.store_->read_documents();
  if (!documents) return to_api(documents.error());
  if (options.changed) {
    assay::Result<std::set<std::string>> changed = ids_among(*options.changed, *documents);
    if (!changed) return to_api(changed.error());
    // Below an empty set means all documents; here it says that none has changed.
    if (changed->empty()) return std::vector<Finding>{};
    choice->changed = std::move(*changed);
  }
  return findings_of(assay::check(std::move(*documents), state_->knowledge, *choice),
                     state_->language);
}

Result<std::vector<Finding>> Engine::check(const Document& document, const Collection& collection,
                                           const CheckOptions& options) const {
  assay::Result<assay::CheckOptions> choice = rules_of(options);
  if (!choice) return to_api(choice.error());
  assay::Result<std::vector<ReadDocument>> documents = collection.store_->read_documents();
  if (!documents) return to_api(documents.error());
  std::erase_if(*documents, [&](const ReadDocument& older) { return older.id == document.id(); });
  documents->push_back(document.data_->read);
  // The order in which the program hands documents on, so that both find the same.
  std::ranges::stable_sort(*documents, {}, &ReadDocument::id);
  choice->changed = {document.id()};
  return findings_of(assay::check(std::move(*documents), state_->knowledge, *choice),
                     state_->language);
}

Result<Verification> Engine::verify(const std::string& claim, const Collection& collection) const {
  const assay::Result<std::vector<ReadDocument>> documents = collection.store_->read_documents();
  if (!documents) return to_api(documents.error());
  const assay::Verification verification = assay::verify(claim, *documents, state_->knowledge);
  return Verification{.verdict = verdict_of(verification.verdict),
                      .explanation = in_language(verification.explanation, state_->language),
                      .evidence = to_api(verification.evidence)};
}

std::string version() { return ASSAY_VERSION; }

}  // namespace assay::api
