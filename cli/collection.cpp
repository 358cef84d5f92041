// SPDX-License-Identifier: MIT
#include "cli/collection.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <system_error>
#include <utility>

#include "checks/touched.h"
#include "cli/diagnostics.h"
#include "cli/fact_base_option.h"
#include "cli/reading.h"
#include "facts/fact_base.h"
#include "facts/reader.h"

namespace assay {
namespace {

Result<Done> add_touched(const FactBase& base, Collection& collection, const Knowledge& knowledge) {
  Result<TouchedBase> touched = load_touched(base, collection.documents, knowledge);
  if (!touched) return touched.error();
  std::ranges::move(touched->documents, std::back_inserter(collection.documents));
  collection.facts_left_out = touched->facts_left_out;
  collection.word_counts = std::move(touched->word_counts);
  return Done{};
}

Result<Done> add_all(const FactBase& base, Collection& collection) {
  Result<std::vector<ReadDocument>> documents = base.load_all();
  if (!documents) return documents.error();
  for (ReadDocument& document : *documents) {
    if (collection.path_of.contains(document.id)) continue;
    collection.documents.push_back(std::move(document));
  }
  return Done{};
}

/// Adds what the base has and the paths have not.
Result<Done> add_base(const std::string& path, Collection& collection, const Knowledge& knowledge,
                      BasePart part) {
  const Result<FactBase> base = open_base(path, FactBase::Mode::Read);
  if (!base) return base.error();
  return part == BasePart::Touched && base->has_keys() ? add_touched(*base, collection, knowledge)
                                                       : add_all(*base, collection);
}

}  // namespace

Collection collect(const std::vector<std::string>& paths, const Options& options,
                   const Knowledge& knowledge, BasePart part, std::optional<StagedFiles> staged) {
  Collection collection;
  collection.staged = std::move(staged);
  const auto take = [&](Reading reading) {
    if (!collection.path_of.emplace(reading.document.id, reading.path).second) {
      say_warning(reading.path + ": the id \"" + reading.document.id +
                  "\" is taken by another document");
    }
    if (reading.line > 0) collection.record_line_of.emplace(reading.document.id, reading.line);
    collection.sources.add(reading.document.id, std::move(reading.document.raw));
    collection.documents.push_back(std::move(reading.read));
  };
  collection.complete = read_all(paths, options, knowledge, take, {}, &collection.unread,
                                 collection.staged ? &*collection.staged : nullptr);
  if (!options.base.empty()) {
    const Result<Done> added = add_base(options.base, collection, knowledge, part);
    if (!added) say_error(added.error());
    collection.complete = collection.complete && added.has_value();
  }
  std::ranges::stable_sort(collection.documents, {}, &ReadDocument::id);
  return collection;
}

void add_sources_of(const std::vector<Finding>& findings, SourceTexts& sources) {
  std::set<std::string> tried;
  for (const Finding& finding : findings) {
    for (const Fact& fact : finding.evidence) {
      std::error_code failure;
      if (sources.find(fact.document) != nullptr || !tried.insert(fact.document).second) continue;
      if (!std::filesystem::is_regular_file(fact.document, failure)) continue;
      Result<Document> document = read_document(fact.document);
      if (document) sources.add(fact.document, std::move(document->raw));
    }
  }
}

}  // namespace assay
