// SPDX-License-Identifier: MIT
#pragma once
/// The fields of a record of the vocabulary. Whatever is not as it should be ends in BadJson, which says
/// what was expected; whoever reads a file adds where.

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "core/json_tree.h"
#include "core/unit.h"

namespace assay {

/// Throws unless the record is an object that has no other fields than these.
void allow_only(const JsonNode& record, std::initializer_list<std::string_view> fields);
/// A field that must be there and hold text. Throws when it is missing, empty or no text.
[[nodiscard]] std::string text_in(const JsonNode& record, std::string_view field);
/// The same, but it may be empty or absent.
[[nodiscard]] std::string text_if_any(const JsonNode& record, std::string_view field);
/// A list of texts; empty when absent. Throws when it is anything else.
[[nodiscard]] std::vector<std::string> texts_in(const JsonNode& record, std::string_view field);
/// A list of names of dimensions; empty when absent. Throws when one is unknown.
[[nodiscard]] std::vector<Dimension> dimensions_in(const JsonNode& record, std::string_view field);
/// A flag; false when absent. Throws when it is neither true nor false.
[[nodiscard]] bool flag_in(const JsonNode& record, std::string_view field);
/// A number, or a decimal in quotes. Throws when it is neither.
[[nodiscard]] double decimal_of(const JsonNode& value);

}  // namespace assay
