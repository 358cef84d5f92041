// SPDX-License-Identifier: MIT
#include "facts/fact_base.h"

#include <xxhash.h>

#include "facts/embedded.h"
#include "facts/fact_rows.h"

namespace assay {
namespace {

/// "assa": tells a fact base from other SQLite files.
constexpr std::int64_t kApplicationId = 0x61737361;
/// Goes up with every change of schema.sql that an older program would not understand.
constexpr std::int64_t kSchemaVersion = 2;

// --- opening ---

enum class Content : std::uint8_t { FactBase, OlderFactBase, Nothing };

/// What the file holds. Errors: Io for anything that is neither a fact base of ours nor empty.
Result<Content> inspect(const Database& database) {
  const Result<std::int64_t> application = database.integer("PRAGMA application_id");
  if (!application) return application.error();
  if (*application == kApplicationId) {
    const Result<std::int64_t> version = database.integer("PRAGMA user_version");
    if (!version) return version.error();
    if (*version > kSchemaVersion) {
      return database.error("was written by a newer assay: its schema is " +
                            std::to_string(*version) + ", this program knows up to " +
                            std::to_string(kSchemaVersion));
    }
    return *version == kSchemaVersion ? Content::FactBase : Content::OlderFactBase;
  }
  const Result<std::int64_t> tables = database.integer("SELECT count(*) FROM sqlite_schema");
  if (!tables) return tables.error();
  if (*tables == 0 && *application == 0) return Content::Nothing;
  return database.error("is an SQLite database, but no fact base");
}

Result<Content> inspect_at_rest(const Database& database) {
  const Result<Transaction> transaction = Transaction::read(database);
  if (!transaction) return transaction.error();
  return inspect(database);
}

/// Gives the documents of a base of schema 1 what schema 2 added.
Result<Done> add_keys(const Database& database) {
  Result<std::vector<NumberedDocument>> heads = select_heads(database, std::nullopt);
  if (!heads) return heads.error();
  Result<ContentsReader> contents = ContentsReader::prepare(database);
  if (!contents) return contents.error();
  for (NumberedDocument& head : *heads) {
    Result<Done> read = contents->read(database, {&head});
    if (!read) return read;
    Result<Done> added = insert_keys(database, head.number, head.document.facts);
    if (!added) return added;
  }
  return Done{};
}

/// Makes an empty file a fact base, and an older one a base of this schema, unless another process
/// has just done so.
Result<Done> bring_up_to_date(const Database& database) {
  Result<Transaction> transaction = Transaction::write(database);
  if (!transaction) return transaction.error();
  const Result<Content> content = inspect(database);
  if (!content) return content.error();
  if (*content == Content::FactBase) return Done{};

  std::string script(embedded_schema().front().content);
  script += "PRAGMA application_id = " + std::to_string(kApplicationId) + ";";
  script += "PRAGMA user_version = " + std::to_string(kSchemaVersion) + ";";
  const Result<Done> created = database.run(script);
  if (!created) return created.error();
  if (*content == Content::OlderFactBase) {
    Result<Done> added = add_keys(database);
    if (!added) return added;
  }
  return transaction->commit();
}

}  // namespace

std::string content_hash(std::string_view raw, std::string_view knowledge_version) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  // The knowledge goes in by its own hash, so that no byte can move from one part to the other.
  XXH128_hash_t hash = XXH3_128bits(knowledge_version.data(), knowledge_version.size());
  hash = XXH3_128bits_withSeed(raw.data(), raw.size(), hash.low64 ^ hash.high64);
  XXH128_canonical_t bytes;
  XXH128_canonicalFromHash(&bytes, hash);
  std::string text;
  for (const unsigned char byte : bytes.digest) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text;
}

std::string content_hash(const Document& document, std::string_view knowledge_version) {
  const std::string date = document.date ? to_string(*document.date) : std::string();
  return content_hash(document.raw, std::string(knowledge_version) + "\n" + date + "\n" +
                                        document.source + "\n" + document.title + "\n" +
                                        std::string(to_string(document.kind)));
}

Result<FactBase> FactBase::open(const std::string& path, Mode mode) {
  const auto how = mode == Mode::Read ? Database::Mode::Read : Database::Mode::Create;
  Result<Database> database = Database::open(path, how);
  if (!database) return database.error();
  // A kill loses nothing that was committed; NORMAL is about a loss of power only.
  const Result<Done> set = database->run("PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL;");
  if (!set) return set.error();
  const Result<Content> content = inspect_at_rest(*database);
  if (!content) return content.error();
  if (*content == Content::Nothing && mode == Mode::Read) {
    return database->error("is empty, no fact base");
  }
  if (*content != Content::FactBase && mode == Mode::Write) {
    const Result<Done> done = bring_up_to_date(*database);
    if (!done) return done.error();
  }
  return FactBase(std::move(*database), *content == Content::FactBase || mode == Mode::Write);
}

Result<bool> FactBase::has(std::string_view id, std::string_view content_hash) const {
  Result<Statement> query =
      database_.prepare("SELECT 1 FROM documents WHERE id = ? AND content_hash = ?");
  if (!query) return query.error();
  return query->bind(id).bind(content_hash).step();
}

Result<bool> FactBase::put(const ReadDocument& document, std::string_view content_hash) {
  const Result<bool> known = has(document.id, content_hash);
  if (!known) return known.error();
  if (*known) return false;
  Result<Transaction> transaction = Transaction::write(database_);
  if (!transaction) return transaction.error();
  const Result<bool> deleted = delete_document(database_, document.id);
  if (!deleted) return deleted.error();
  const Result<Done> inserted = insert_document(database_, document, content_hash);
  if (!inserted) return inserted.error();
  const Result<Done> committed = transaction->commit();
  if (!committed) return committed.error();
  return true;
}

Result<bool> FactBase::remove(std::string_view id) {
  Result<Transaction> transaction = Transaction::write(database_);
  if (!transaction) return transaction.error();
  Result<bool> deleted = delete_document(database_, id);
  if (!deleted) return deleted;
  const Result<Done> committed = transaction->commit();
  if (!committed) return committed.error();
  return deleted;
}

Result<std::vector<DocumentRow>> FactBase::documents() const {
  Result<Statement> query = database_.prepare(
      "SELECT id, content_hash, title, source, kind, date, "
      "(SELECT count(*) FROM facts WHERE document = number) FROM documents ORDER BY id");
  if (!query) return query.error();
  std::vector<DocumentRow> rows;
  const Result<Done> done = query->each([&](const Statement& row) -> Result<Done> {
    rows.push_back({.id = std::string(row.text(0)),
                    .content_hash = std::string(row.text(1)),
                    .title = std::string(row.text(2)),
                    .source = std::string(row.text(3)),
                    .kind = std::string(row.text(4)),
                    .date = parse_day(row.text(5)),
                    .facts = static_cast<std::size_t>(row.integer(6))});
    return Done{};
  });
  if (!done) return done.error();
  return rows;
}

Result<ReadDocument> FactBase::load(std::string_view id) const {
  const Result<Transaction> one_state = Transaction::read(database_);
  if (!one_state) return one_state.error();
  Result<std::vector<ReadDocument>> documents = select_documents(database_, id);
  if (!documents) return documents.error();
  if (documents->empty()) {
    return Error{.code = ErrorCode::BadInput,
                 .message = "holds no document \"" + std::string(id) + "\"",
                 .file = database_.path()};
  }
  return std::move(documents->front());
}

Result<std::vector<ReadDocument>> FactBase::load_all() const {
  const Result<Transaction> one_state = Transaction::read(database_);
  if (!one_state) return one_state.error();
  return select_documents(database_, std::nullopt);
}

Result<std::vector<NumberedDocument>> FactBase::heads() const {
  return select_heads(database_, std::nullopt);
}

Result<Done> FactBase::load_contents(const std::vector<NumberedDocument*>& heads) const {
  if (!contents_) {
    Result<ContentsReader> contents = ContentsReader::prepare(database_);
    if (!contents) return contents.error();
    contents_ = std::move(*contents);
  }
  Result<Done> read = contents_->read(database_, heads);
  if (!read) contents_.reset();
  return read;
}

Result<std::size_t> FactBase::count_facts(std::optional<std::int64_t> document) const {
  const Result<std::int64_t> count = database_.integer(
      "SELECT count(*) FROM facts" +
      (document ? " WHERE document = " + std::to_string(*document) : std::string()));
  if (!count) return count.error();
  return static_cast<std::size_t>(*count);
}

Result<std::vector<FactBase::KeyHit>> FactBase::find_key(FactKey key, std::size_t most) const {
  if (!by_key_) {
    Result<Statement> query =
        database_.prepare("SELECT document, facts FROM fact_keys WHERE key = ? LIMIT ?");
    if (!query) return query.error();
    by_key_ = std::move(*query);
  }
  std::vector<KeyHit> hits;
  const Result<Done> done =
      by_key_->bind(key)
          .bind(static_cast<std::int64_t>(most))
          .each([&](const Statement& row) -> Result<Done> {
            hits.push_back({row.integer(0), static_cast<std::size_t>(row.integer(1))});
            return Done{};
          });
  if (!done) return done.error();
  return hits;
}

Result<std::vector<Fact>> FactBase::find(std::string_view subject, std::string_view metric) const {
  return select_facts(database_, subject, metric);
}

}  // namespace assay
