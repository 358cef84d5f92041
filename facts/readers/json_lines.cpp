// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>

#include <array>
#include <utility>

#include "core/utf8.h"
#include "facts/reader.h"

namespace assay {
namespace {

using Json = nlohmann::json;

struct KindReader {
  std::string_view name;
  DocumentKind kind;
  void (*read)(Document&);
};

constexpr auto kReaders = std::to_array<KindReader>({
    {"note", DocumentKind::Note, read_markdown},
    {"article", DocumentKind::Article, read_markdown},
    {"page", DocumentKind::Page, read_html},
    {"transcript", DocumentKind::Transcript, read_transcript},
    {"plain", DocumentKind::Plain, read_plain},
    {"record", DocumentKind::Record, read_markdown},
});

const KindReader& find_reader(std::string_view kind) {
  for (const KindReader& reader : kReaders) {
    if (reader.name == kind) return reader;
  }
  return kReaders.back();
}

// The string in this field, empty when it is missing or of another type.
std::string string_field(const Json& record, const char* name) {
  const auto field = record.find(name);
  return field != record.end() && field->is_string() ? field->get<std::string>() : std::string();
}

std::string id_of(const Json& record) {
  const auto id = record.find("id");
  if (id == record.end()) return {};
  if (id->is_string()) return id->get<std::string>();
  return id->is_number_integer() ? id->dump() : std::string();
}

// nlohmann names the place in the line; what stands before the colon are its own codes.
std::string reason(const std::exception& error) {
  const std::string_view message = error.what();
  const std::size_t place = message.find("] ");
  return std::string(place == std::string_view::npos ? message : message.substr(place + 2));
}

Result<Json> parse_record(std::string_view line, const std::string& file, std::size_t number) {
  try {
    Json record = Json::parse(line);
    if (record.is_object()) return record;
    return Error{ErrorCode::BadInput, "expected an object with \"id\" and \"text\"", file, number};
  } catch (const Json::exception& error) {
    return Error{ErrorCode::BadInput, "not JSON: " + reason(error), file, number};
  }
}

}  // namespace

Result<Document> read_json_line(std::string_view line, const std::string& file,
                                std::size_t line_number) {
  const Result<Json> record = parse_record(line, file, line_number);
  if (!record) return record.error();
  const auto missing = [&](const char* field) {
    return Error{ErrorCode::BadInput,
                 std::string("record has no text in its field \"") + field + '"', file,
                 line_number};
  };
  Document document;
  document.id = id_of(*record);
  if (document.id.empty()) return missing("id");
  const auto text = record->find("text");
  if (text == record->end() || !text->is_string()) return missing("text");
  document.raw = text->get<std::string>();
  if (document.raw.find('\0') != std::string::npos) {
    return Error{ErrorCode::BadInput, "binary content: a zero byte in \"text\"", file, line_number};
  }
  const KindReader& reader = find_reader(string_field(*record, "kind"));
  reader.read(document);
  document.kind = reader.kind;
  // What the record says about itself comes before what its text says.
  const std::string title = string_field(*record, "title");
  if (!title.empty()) document.title = title;
  const std::string source = string_field(*record, "source");
  if (!source.empty()) document.source = source;
  if (const auto day = parse_day(string_field(*record, "date"))) document.date = day;
  return document;
}

}  // namespace assay
