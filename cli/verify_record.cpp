// SPDX-License-Identifier: MIT
#include "cli/verify_record.h"

#include "core/json_file.h"
#include "facts/extract.h"
#include "facts/fact_json.h"
#include "facts/json_text.h"
#include "facts/reader.h"

namespace assay {
namespace {

using Kind = JsonValue::Kind;

/// A text field, or the shortest text of a number; empty when it is neither.
std::string text_of(const JsonValue& record, std::string_view name) {
  const JsonValue* value = record.find(name);
  if (value == nullptr) return {};
  if (value->kind == Kind::Text) return value->text;
  std::string text;
  if (value->kind == Kind::Number) append_json_number(text, value->number);
  return text;
}

}  // namespace

Result<ClaimRecord> read_claim_record(std::string_view line, const std::string& file,
                                      std::size_t line_number) {
  const auto complain = [&](std::string message) {
    return Error{ErrorCode::BadInput, std::move(message), file, line_number};
  };
  const Result<JsonValue> value = parse_json(line, file);
  if (!value) return complain(value.error().message);
  if (value->kind != Kind::Record) return complain("expected an object");
  ClaimRecord record{.id = text_of(*value, "id"),
                     .claim = text_of(*value, "claim"),
                     .against = text_of(*value, "against")};
  const JsonValue* against = value->find("against");
  if (record.id.empty()) return complain("the record has no \"id\"");
  if (record.claim.empty()) return complain("the record has no \"claim\"");
  if (against == nullptr || against->kind != Kind::Text) {
    return complain("the record has no text \"against\"");
  }
  return record;
}

Result<Verification> verify_record(const ClaimRecord& record, const Knowledge& knowledge) {
  Result<Document> document = read_text("against.md", record.against);
  if (!document) return document.error();
  document->id = record.id;
  return verify(record.claim, {extract(*document, knowledge)}, knowledge);
}

std::string verification_json(std::string_view id, const Verification& verification,
                              Language language) {
  std::string text;
  {
    JsonObjectWriter object(text);
    object.text("id", id);
    object.text("verdict", to_string(verification.verdict));
    object.key("evidence");
    text += '[';
    for (std::size_t i = 0; i < verification.evidence.size(); ++i) {
      if (i > 0) text += ',';
      append_fact_json(verification.evidence[i], text);
    }
    text += ']';
    object.text("explanation", verification.explanation.in(language));
  }
  return text;
}

VerifiedPiece verify_piece(const Piece& piece, const Knowledge& knowledge, Language language) {
  VerifiedPiece result;
  if (piece.error) result.errors.push_back(*piece.error);
  if (!piece.lines) return result;
  for_each_line(*piece.lines, [&](std::string_view line, std::size_t number) {
    const Result<ClaimRecord> record = read_claim_record(line, piece.path, number);
    if (!record) {
      result.errors.push_back(record.error());
      return;
    }
    const Result<Verification> verification = verify_record(*record, knowledge);
    if (!verification) {
      const std::string& message = verification.error().message;
      result.errors.push_back({ErrorCode::BadInput, message, piece.path, number});
      return;
    }
    result.text += verification_json(record->id, *verification, language) + '\n';
  });
  return result;
}

}  // namespace assay
