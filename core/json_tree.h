// SPDX-License-Identifier: MIT
#pragma once
/// JSON that is read each time the program starts, or for each fact of a base: RapidJSON's tree, whose
/// strings and numbers lie in one block, with getters that complain. Data files whose complaints shall
/// name a line are read by json_file.h.

#include <rapidjson/document.h>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

using JsonNode = rapidjson::Value;

/// What is wrong with a text or a value. It never leaves the file that reads the tree.
struct BadJson {
  std::string message;
  std::size_t line = 0;  ///< 1-based; 0: not known
};

/// Parses all of `text`, which must be UTF-8; numbers keep every bit. Throws BadJson with the line.
[[nodiscard]] rapidjson::Document parse_json_tree(std::string_view text);

/// The text of a value, cut to a length that fits a complaint.
[[nodiscard]] std::string start_of(const JsonNode& node);

/// The member of this name, or nullptr. Precondition: `object` is an object.
[[nodiscard]] inline const JsonNode* find_member(const JsonNode& object, std::string_view name) {
  const auto size = static_cast<rapidjson::SizeType>(name.size());
  const auto found = object.FindMember(JsonNode(rapidjson::StringRef(name.data(), size)));
  return found == object.MemberEnd() ? nullptr : &found->value;
}

/// The member of this name. Throws BadJson when there is none.
[[nodiscard]] inline const JsonNode& member(const JsonNode& object, std::string_view name) {
  const JsonNode* found = object.IsObject() ? find_member(object, name) : nullptr;
  if (found == nullptr) throw BadJson{"no \"" + std::string(name) + "\""};
  return *found;
}

// The value of a node as what it must be. Throw BadJson when it is anything else.

[[nodiscard]] inline std::string_view text_of(const JsonNode& node) {
  if (!node.IsString()) throw BadJson{"expected text"};
  return {node.GetString(), node.GetStringLength()};
}
[[nodiscard]] inline double number_of(const JsonNode& node) {
  if (!node.IsNumber()) throw BadJson{"expected a number"};
  return node.GetDouble();
}
[[nodiscard]] inline bool flag_of(const JsonNode& node) {
  if (!node.IsBool()) throw BadJson{"expected true or false"};
  return node.GetBool();
}
template <class Integer>
[[nodiscard]] Integer integer_of(const JsonNode& node) {
  using Limits = std::numeric_limits<Integer>;
  const bool whole = node.IsInt64() || (node.IsUint64() && std::is_unsigned_v<Integer>);
  if (!whole || (node.IsInt64() && !std::in_range<Integer>(node.GetInt64())) ||
      (node.IsUint64() && node.GetUint64() > static_cast<std::uint64_t>(Limits::max())))
    throw BadJson{"expected a whole number"};
  return node.IsInt64() ? static_cast<Integer>(node.GetInt64())
                        : static_cast<Integer>(node.GetUint64());
}
[[nodiscard]] inline std::vector<std::string> texts_of(const JsonNode& node) {
  if (!node.IsArray()) throw BadJson{"expected a list of texts"};
  std::vector<std::string> texts;
  texts.reserve(node.Size());
  for (const JsonNode& item : node.GetArray()) texts.emplace_back(text_of(item));
  return texts;
}

}  // namespace assay
