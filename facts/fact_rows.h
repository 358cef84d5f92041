// SPDX-License-Identifier: MIT
#pragma once
/// Documents, facts and links as rows of the fact base (schema.sql). No function here begins or ends
/// a transaction: that is the business of FactBase.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"
#include "facts/fact.h"
#include "facts/sqlite.h"

namespace assay {

/// Writes a document with its facts and links. Errors: Io, also when its id is taken.
[[nodiscard]] Result<Done> insert_document(const Database& database, const ReadDocument& document,
                                           std::string_view content_hash);

/// Deletes a document with its facts and links. False: there is none of this id. Errors: Io.
[[nodiscard]] Result<bool> delete_document(const Database& database, std::string_view id);

/// Writes the keys of a document's facts. Precondition: it has none. Errors: Io.
[[nodiscard]] Result<Done> insert_keys(const Database& database, std::int64_t number,
                                       const std::vector<Fact>& facts);

/// A document without its facts and links, and its number, by which keys name it.
struct NumberedDocument {
  std::int64_t number = 0;
  ReadDocument document;
};

/// Reads facts and links of documents.
class ContentsReader {
 public:
  /// Errors: Io.
  [[nodiscard]] static Result<ContentsReader> prepare(const Database& database);

  /// Reads those of documents of this database into them. What rows say is understood on several
  /// threads, when there are many; the rows themselves are read by one at a time. Errors: Io, also for
  /// a row that makes no sense; then the reader is of no further use.
  [[nodiscard]] Result<Done> read(const Database& database,
                                  const std::vector<NumberedDocument*>& documents);

 private:
  ContentsReader(Statement facts, Statement links)
      : facts_(std::move(facts)), links_(std::move(links)) {}

  /// The facts of a document as they stand in the base, and its links in it.
  [[nodiscard]] Result<std::vector<std::string>> read_rows(const Database& database,
                                                           NumberedDocument& document);

  Statement facts_;
  Statement links_;
};

/// The document of this id, or all of them by id, without facts and links. Errors: Io.
[[nodiscard]] Result<std::vector<NumberedDocument>> select_heads(
    const Database& database, std::optional<std::string_view> id);

/// The document of this id, or all of them by id. Errors: Io, also for a row that makes no sense.
[[nodiscard]] Result<std::vector<ReadDocument>> select_documents(
    const Database& database, std::optional<std::string_view> id);

/// The facts of this subject and metric; an empty name stands for all. By document, then in its
/// order. Errors: Io, also for a row that makes no sense.
[[nodiscard]] Result<std::vector<Fact>> select_facts(const Database& database,
                                                     std::string_view subject,
                                                     std::string_view metric);

}  // namespace assay
