// SPDX-License-Identifier: MIT
#pragma once
/// The fact base: one SQLite file that holds what was read from documents.
///
/// A document is put or removed in one transaction, so that after a kill at any moment each document
/// is there in full or not at all. Several processes may use one base: writers wait for each other,
/// and readers see whole documents only. An object is for one thread at a time.
///
///     Result<FactBase> base = FactBase::open("facts.db", FactBase::Mode::Write);
///     if (!base) return base.error();
///     Result<bool> changed = base->put(read, content_hash(document.raw, knowledge_version));

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "facts/document.h"
#include "facts/fact.h"
#include "facts/fact_keys.h"
#include "facts/fact_rows.h"
#include "facts/sqlite.h"

namespace assay {

/// One document of the base, without its facts.
struct DocumentRow {
  std::string id;
  std::string content_hash;
  std::string title;
  std::string source;
  std::string kind;
  std::optional<Day> date;
  std::size_t facts = 0;  ///< how many were read from it
};

/// Says whether a document has to be read again: 32 hexadecimal digits that change with a byte of
/// `raw` or with what the program knows (`knowledge_version`: version, units and lexicon).
[[nodiscard]] std::string content_hash(std::string_view raw, std::string_view knowledge_version);
/// The same for all that the facts of a document depend on: its text, and what its reader made of
/// what stands around the text, such as the date of a record.
[[nodiscard]] std::string content_hash(const Document& document,
                                       std::string_view knowledge_version);

class FactBase {
 public:
  enum class Mode : std::uint8_t {
    Read,   ///< the file must exist; it is never changed
    Write,  ///< a missing or empty file becomes a new base, one of an older schema gets the newest
  };

  /// Opens the base in the file `path`.
  /// Errors: Io, with the file, when it cannot be opened in this mode, is no fact base, is damaged,
  /// or was written by a newer version of the program.
  [[nodiscard]] static Result<FactBase> open(const std::string& path, Mode mode);

  /// Is this document there with this content? Then it need not be read again. Errors: Io.
  [[nodiscard]] Result<bool> has(std::string_view id, std::string_view content_hash) const;
  /// Stores a document in place of what the base had under its id. False: it is there with the same
  /// hash, and nothing has been written. Errors: Io.
  [[nodiscard]] Result<bool> put(const ReadDocument& document, std::string_view content_hash);
  /// Removes a document with its facts. False: the base has none of this id. Errors: Io.
  [[nodiscard]] Result<bool> remove(std::string_view id);

  /// All documents, by id. Errors: Io.
  [[nodiscard]] Result<std::vector<DocumentRow>> documents() const;
  /// The document as it was put. Errors: Io; BadInput when the base has none of this id.
  [[nodiscard]] Result<ReadDocument> load(std::string_view id) const;
  /// Every document as it was put, by id. Errors: Io.
  [[nodiscard]] Result<std::vector<ReadDocument>> load_all() const;
  /// The facts of this subject and metric; an empty name stands for all. By document, then in its
  /// order. Errors: Io.
  [[nodiscard]] Result<std::vector<Fact>> find(std::string_view subject,
                                               std::string_view metric) const;

  /// Keeps all that is read until it ends in one state of the base. Errors: Io.
  [[nodiscard]] Result<Transaction> one_state() const { return Transaction::read(database_); }
  /// Whether documents can be found by key. A base of an older schema gets its keys when something is
  /// next written to it.
  [[nodiscard]] bool has_keys() const { return has_keys_; }
  /// All documents without facts and links, by id. Errors: Io.
  [[nodiscard]] Result<std::vector<NumberedDocument>> heads() const;
  /// Reads facts and links of some of them, on several threads. Errors: Io.
  [[nodiscard]] Result<Done> load_contents(const std::vector<NumberedDocument*>& heads) const;
  /// How many facts there are, in all or in the document of this number. Errors: Io.
  [[nodiscard]] Result<std::size_t> count_facts(std::optional<std::int64_t> document = {}) const;

  /// A document, by its number, and how many of its facts have a key.
  struct KeyHit {
    std::int64_t document = 0;
    std::size_t facts = 0;
  };
  /// The documents that have the key, `most` of them at most. Precondition: has_keys(). Errors: Io.
  [[nodiscard]] Result<std::vector<KeyHit>> find_key(FactKey key, std::size_t most) const;

 private:
  FactBase(Database database, bool has_keys)
      : database_(std::move(database)), has_keys_(has_keys) {}

  Database database_;
  bool has_keys_ = false;
  mutable std::optional<Statement> by_key_;         ///< is used for one document after the other
  mutable std::optional<ContentsReader> contents_;  ///< likewise
};

}  // namespace assay
