// SPDX-License-Identifier: MIT
#include "facts/record_fields.h"

#include <algorithm>

#include "core/decimal.h"

namespace assay {

void allow_only(const JsonNode& record, std::initializer_list<std::string_view> fields) {
  if (!record.IsObject()) throw BadJson{"expected a record in braces"};
  for (const auto& field : record.GetObject()) {
    const std::string_view name = text_of(field.name);
    if (std::find(fields.begin(), fields.end(), name) == fields.end())
      throw BadJson{"unknown field \"" + std::string(name) + "\""};
  }
}

std::string text_in(const JsonNode& record, std::string_view field) {
  const JsonNode* value = find_member(record, field);
  if (value == nullptr || !value->IsString() || value->GetStringLength() == 0)
    throw BadJson{"expected text in \"" + std::string(field) + "\""};
  return std::string(text_of(*value));
}

std::string text_if_any(const JsonNode& record, std::string_view field) {
  const JsonNode* value = find_member(record, field);
  return value == nullptr ? std::string() : std::string(text_of(*value));
}

std::vector<std::string> texts_in(const JsonNode& record, std::string_view field) {
  const JsonNode* value = find_member(record, field);
  if (value == nullptr) return {};
  if (!value->IsArray()) throw BadJson{"expected a list in \"" + std::string(field) + "\""};
  for (const JsonNode& item : value->GetArray())
    if (!item.IsString()) throw BadJson{"expected text in \"" + std::string(field) + "\""};
  return texts_of(*value);
}

std::vector<Dimension> dimensions_in(const JsonNode& record, std::string_view field) {
  std::vector<Dimension> dimensions;
  for (const std::string& name : texts_in(record, field)) {
    const auto dimension = parse_dimension(name);
    if (!dimension) throw BadJson{"unknown dimension \"" + name + "\""};
    dimensions.push_back(*dimension);
  }
  return dimensions;
}

bool flag_in(const JsonNode& record, std::string_view field) {
  const JsonNode* value = find_member(record, field);
  if (value != nullptr && !value->IsBool())
    throw BadJson{"expected true or false in \"" + std::string(field) + "\""};
  return value != nullptr && value->GetBool();
}

double decimal_of(const JsonNode& value) {
  if (value.IsNumber()) return value.GetDouble();
  if (value.IsString())
    if (const auto decimal = Decimal::parse(text_of(value))) return decimal->to_double();
  throw BadJson{"expected a decimal number"};
}

}  // namespace assay
