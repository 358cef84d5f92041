// SPDX-License-Identifier: MIT
#include "facts/fact_rows.h"

#include <array>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "core/in_order.h"
#include "facts/fact_json.h"
#include "facts/fact_keys.h"

namespace assay {
namespace {

/// So few documents are read before a second thread has begun.
constexpr std::size_t kFewDocuments = 8;

std::optional<double> finite(double end) {
  return std::isfinite(end) ? std::optional<double>(end) : std::nullopt;
}

std::optional<std::string> day_text(const std::optional<Day>& day) {
  return day ? std::optional<std::string>(to_string(*day)) : std::nullopt;
}

std::optional<std::int64_t> member(std::uint32_t fact) {
  return fact == kNoFact ? std::nullopt : std::optional<std::int64_t>(fact);
}

std::uint32_t read_member(const Statement& row, int column) {
  return row.is_null(column) ? kNoFact : static_cast<std::uint32_t>(row.integer(column));
}

/// What is to be told of how a document was read: its notes, and behind them what was skipped.
std::string remarks_text(const ReadDocument& document) {
  nlohmann::json remarks = document.notes;
  nlohmann::json skipped = nlohmann::json::object();
  for (const SkipReason reason : all_skip_reasons())
    if (const std::size_t parts = document.skipped.of(reason); parts > 0)
      skipped[std::string(to_string(reason))] = parts;
  if (!skipped.empty()) remarks.push_back(std::move(skipped));
  // Notes may quote bytes of a document that are no UTF-8.
  return remarks.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void read_remarks(std::string_view text, ReadDocument& document) {
  const auto remarks = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
  for (const auto& remark : remarks) {
    if (remark.is_string()) document.notes.push_back(remark.get<std::string>());
    if (!remark.is_object()) continue;
    for (const auto& [name, parts] : remark.items())
      if (const auto reason = parse_skip_reason(name); reason && parts.is_number_unsigned())
        document.skipped.add(*reason, parts.get<std::size_t>());
  }
}

std::optional<LinkKind> parse_link_kind(std::string_view name) {
  constexpr std::array kKinds = {
      LinkKind::Change,         LinkKind::GrowthOf,    LinkKind::Complement,
      LinkKind::ParallelPart,   LinkKind::PartOfTotal, LinkKind::IncludedIn,
      LinkKind::ShareOfTotal,   LinkKind::ComposedOf,  LinkKind::Product,
      LinkKind::Margin,         LinkKind::Identity,    LinkKind::Equivalent,
      LinkKind::CompoundGrowth, LinkKind::Partition};
  for (const LinkKind kind : kKinds) {
    if (to_string(kind) == name) return kind;
  }
  return std::nullopt;
}

void bind_fact(Statement& insert, std::int64_t number, std::int64_t ordinal, const Fact& fact) {
  std::optional<Day> from;
  std::optional<Day> to;
  if (fact.period) {
    from = fact.period->from;
    to = fact.period->to;
  }
  std::string json;
  append_fact_json(fact, json);
  const Quantity& quantity = fact.quantity;
  insert.bind(number)
      .bind(ordinal)
      .bind(fact.subject.value)
      .bind(fact.metric.value)
      .bind(fact.comparand.value)
      .bind(quantity.unit.canonical)
      .bind(to_string(quantity.unit.dimension))
      .bind(finite(quantity.stated.low))
      .bind(finite(quantity.stated.high))
      .bind(finite(quantity.tolerance.low))
      .bind(finite(quantity.tolerance.high))
      .bind(day_text(from))
      .bind(day_text(to))
      .bind(to_string(fact.modality))
      .bind(static_cast<std::int64_t>(fact.skeleton))
      .bind(json);
}

Result<Fact> read_fact(FactParser& parser, const Database& database, std::string_view json,
                       std::string_view document) {
  Result<Fact> fact = parser.parse(json);
  if (!fact) {
    return database.error("is damaged: " + std::string(document) + ": " + fact.error().message);
  }
  // JSON cannot hold an id that is not UTF-8 unchanged; the column can.
  fact->document = document;
  return fact;
}

Result<Done> insert_facts(const Database& database, std::int64_t number,
                          const std::vector<Fact>& facts) {
  Result<Statement> insert = database.prepare(
      "INSERT INTO facts (document, ordinal, subject, metric, comparand, unit, dimension, low, "
      "high, tolerance_low, tolerance_high, period_from, period_to, modality, skeleton, json) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  if (!insert) return insert.error();
  std::int64_t ordinal = 0;
  for (const Fact& fact : facts) {
    bind_fact(*insert, number, ordinal++, fact);
    Result<Done> done = insert->run();
    if (!done) return done;
  }
  return Done{};
}

Result<Done> insert_links(const Database& database, std::int64_t number,
                          const std::vector<Link>& links) {
  Result<Statement> insert = database.prepare(
      "INSERT INTO links (document, ordinal, kind, first, second, third) "
      "VALUES (?, ?, ?, ?, ?, ?)");
  if (!insert) return insert.error();
  std::int64_t ordinal = 0;
  for (const Link& link : links) {
    insert->bind(number).bind(ordinal++).bind(to_string(link.kind));
    insert->bind(member(link.first)).bind(member(link.second)).bind(member(link.third));
    Result<Done> done = insert->run();
    if (!done) return done;
  }
  return Done{};
}

}  // namespace

Result<Done> insert_document(const Database& database, const ReadDocument& document,
                             std::string_view content_hash) {
  Result<Statement> insert = database.prepare(
      "INSERT INTO documents (id, content_hash, title, source, kind, date, notes) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)");
  if (!insert) return insert.error();
  insert->bind(document.id).bind(content_hash).bind(document.title).bind(document.source);
  insert->bind(document.kind).bind(day_text(document.date)).bind(remarks_text(document));
  Result<Done> done = insert->run();
  if (!done) return done;
  const Result<std::int64_t> number = database.integer("SELECT last_insert_rowid()");
  if (!number) return number.error();
  Result<Done> facts = insert_facts(database, *number, document.facts);
  if (!facts) return facts;
  Result<Done> keys = insert_keys(database, *number, document.facts);
  if (!keys) return keys;
  return insert_links(database, *number, document.links);
}

Result<bool> delete_document(const Database& database, std::string_view id) {
  Result<Statement> statement = database.prepare("DELETE FROM documents WHERE id = ?");
  if (!statement) return statement.error();
  const Result<Done> done = statement->bind(id).run();
  if (!done) return done.error();
  const Result<std::int64_t> count = database.integer("SELECT changes()");
  if (!count) return count.error();
  return *count > 0;
}

Result<Done> insert_keys(const Database& database, std::int64_t number,
                         const std::vector<Fact>& facts) {
  std::map<FactKey, std::int64_t> counts;
  for (const Fact& fact : facts)
    for (const FactKey key : keys_of(fact)) ++counts[key];
  Result<Statement> insert =
      database.prepare("INSERT INTO fact_keys (key, document, facts) VALUES (?, ?, ?)");
  if (!insert) return insert.error();
  for (const auto& [key, count] : counts) {
    Result<Done> done = insert->bind(key).bind(number).bind(count).run();
    if (!done) return done;
  }
  return Done{};
}

Result<ContentsReader> ContentsReader::prepare(const Database& database) {
  Result<Statement> facts =
      database.prepare("SELECT json FROM facts WHERE document = ? ORDER BY ordinal");
  if (!facts) return facts.error();
  Result<Statement> links = database.prepare(
      "SELECT kind, first, second, third FROM links WHERE document = ? ORDER BY ordinal");
  if (!links) return links.error();
  return ContentsReader(std::move(*facts), std::move(*links));
}

Result<std::vector<std::string>> ContentsReader::read_rows(const Database& database,
                                                           NumberedDocument& document) {
  ReadDocument& read = document.document;
  std::vector<std::string> rows;
  Result<Done> facts = facts_.bind(document.number).each([&](const Statement& row) -> Result<Done> {
    rows.emplace_back(row.text(0));
    return Done{};
  });
  if (!facts) return facts.error();
  Result<Done> links = links_.bind(document.number).each([&](const Statement& row) -> Result<Done> {
    const std::optional<LinkKind> kind = parse_link_kind(row.text(0));
    if (!kind) return database.error("is damaged: " + read.id + ": unknown kind of link");
    read.links.push_back({.kind = *kind,
                          .first = read_member(row, 1),
                          .second = read_member(row, 2),
                          .third = read_member(row, 3)});
    return Done{};
  });
  if (!links) return links.error();
  return rows;
}

Result<Done> ContentsReader::read(const Database& database,
                                  const std::vector<NumberedDocument*>& documents) {
  struct Rows {
    ReadDocument* document = nullptr;
    Result<std::vector<std::string>> facts;
  };
  auto next = documents.begin();
  const auto read_next = [&]() -> std::optional<Rows> {
    if (next == documents.end()) return std::nullopt;
    NumberedDocument& document = **next++;
    return Rows{&document.document, read_rows(database, document)};
  };
  const auto understand = [&](Rows rows) -> Result<Done> {
    if (!rows.facts) return rows.facts.error();
    FactParser parser;
    rows.document->facts.reserve(rows.facts->size());
    for (const std::string& row : *rows.facts) {
      Result<Fact> fact = read_fact(parser, database, row, rows.document->id);
      if (!fact) return fact.error();
      rows.document->facts.push_back(std::move(*fact));
    }
    return Done{};
  };
  Result<Done> all = Done{};
  const std::size_t threads = documents.size() < kFewDocuments ? 1 : hardware_threads();
  in_order(threads, read_next, understand, [&](const Result<Done>& done, bool) {
    if (!done) all = done;
    return static_cast<bool>(done);
  });
  return all;
}

Result<std::vector<NumberedDocument>> select_heads(const Database& database,
                                                   std::optional<std::string_view> id) {
  Result<Statement> query = database.prepare(
      "SELECT number, id, title, source, kind, date, notes FROM documents "
      "WHERE ?1 IS NULL OR id = ?1 ORDER BY id");
  if (!query) return query.error();
  std::vector<NumberedDocument> heads;
  const Result<Done> done = query->bind(id).each([&](const Statement& row) -> Result<Done> {
    heads.push_back({.number = row.integer(0),
                     .document = {.id = std::string(row.text(1)),
                                  .title = std::string(row.text(2)),
                                  .source = std::string(row.text(3)),
                                  .kind = std::string(row.text(4)),
                                  .date = parse_day(row.text(5)),
                                  .facts = {},
                                  .links = {},
                                  .notes = {},
                                  .skipped = {}}});
    read_remarks(row.text(6), heads.back().document);
    return Done{};
  });
  if (!done) return done.error();
  return heads;
}

Result<std::vector<ReadDocument>> select_documents(const Database& database,
                                                   std::optional<std::string_view> id) {
  Result<std::vector<NumberedDocument>> heads = select_heads(database, id);
  if (!heads) return heads.error();
  Result<ContentsReader> contents = ContentsReader::prepare(database);
  if (!contents) return contents.error();
  std::vector<NumberedDocument*> wanted;
  for (NumberedDocument& head : *heads) wanted.push_back(&head);
  const Result<Done> done = contents->read(database, wanted);
  if (!done) return done.error();
  std::vector<ReadDocument> documents;
  for (NumberedDocument& head : *heads) documents.push_back(std::move(head.document));
  return documents;
}

Result<std::vector<Fact>> select_facts(const Database& database, std::string_view subject,
                                       std::string_view metric) {
  // A condition for each name that is given, so that SQLite can use the index that fits.
  std::string sql =
      "SELECT facts.json, documents.id FROM facts JOIN documents ON number = document WHERE 1";
  if (!subject.empty()) sql += " AND subject = ?";
  if (!metric.empty()) sql += " AND metric = ?";
  Result<Statement> query = database.prepare(sql + " ORDER BY documents.id, ordinal");
  if (!query) return query.error();
  if (!subject.empty()) query->bind(subject);
  if (!metric.empty()) query->bind(metric);
  std::vector<Fact> facts;
  FactParser parser;
  const Result<Done> done = query->each([&](const Statement& row) -> Result<Done> {
    Result<Fact> fact = read_fact(parser, database, row.text(0), row.text(1));
    if (!fact) return fact.error();
    facts.push_back(std::move(*fact));
    return Done{};
  });
  if (!done) return done.error();
  return facts;
}

}  // namespace assay
