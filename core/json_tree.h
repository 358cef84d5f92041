// SPDX-License-Identifier: MIT
#pragma once
/// JSON that is read each time the program starts, or for each fact of a base: RapidJSON's tree, whose
/// strings and numbers lie in one block, with getters that complain. Data files whose complaints shall
/// name a line are read by json_file.h.

// All files that see RapidJSON have to see it alike, and they see it through this one.
#ifdef __SSE2__
#define RAPIDJSON_SSE2
#endif
#include <rapidjson/document.h>

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
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

/// Parses one text after the other in the same memory.
class JsonParser {
 public:
  JsonParser() : pool_(block_.data(), block_.size()) {}
  JsonParser(const JsonParser&) = delete;
  JsonParser& operator=(const JsonParser&) = delete;

  /// Parses all of `text`, which must be UTF-8; numbers keep every bit. The tree is valid until the
  /// next call; `text` need not live as long. Throws BadJson with the line.
  [[nodiscard]] const JsonNode& parse(std::string_view text);

 private:
  static constexpr std::size_t kBlockBytes = std::size_t{16} * 1024;

  std::string text_;  ///< a copy, in which the strings of the tree lie
  alignas(std::max_align_t) std::array<char, kBlockBytes> block_ = {};
  rapidjson::MemoryPoolAllocator<> pool_;  ///< in the block as long as there is room
  std::optional<rapidjson::Document> document_;
};

/// The text of a value, cut to a length that fits a complaint.
[[nodiscard]] std::string start_of(const JsonNode& node);

/// The member of this name, or nullptr. Precondition: `object` is an object.
[[nodiscard]] inline const JsonNode* find_member(const JsonNode& object, std::string_view name) {
  const auto size = static_cast<rapidjson::SizeType>(name.size());
  const auto found = object.FindMember(JsonNode(rapidjson::StringRef(name.data(), size)));
  return found == object.MemberEnd() ? nullptr : &found->value;
}

/// Looks up the members of an object. Who asks for them in the order in which they stand finds each at
/// once.
class JsonMembers {
 public:
  /// Throws BadJson when it is no object.
  explicit JsonMembers(const JsonNode& object) : object_(object) {
    if (!object.IsObject()) throw BadJson{"expected an object"};
    next_ = object.MemberBegin();
    for (; next_ != object.MemberEnd(); ++next_) signs_.set(sign_of(name_of(next_)));
    next_ = object.MemberBegin();
  }

  /// The member of this name, or nullptr.
  [[nodiscard]] const JsonNode* find(std::string_view name) {
    if (!signs_.test(sign_of(name))) return nullptr;
    const Iterator from = next_;
    for (; next_ != object_.MemberEnd(); ++next_)
      if (name_of(next_) == name) return &next_++->value;
    for (next_ = object_.MemberBegin(); next_ != from; ++next_)
      if (name_of(next_) == name) return &next_++->value;
    return nullptr;
  }

  /// The member of this name. Throws BadJson when there is none.
  [[nodiscard]] const JsonNode& get(std::string_view name) {
    const JsonNode* found = find(name);
    if (found == nullptr) throw BadJson{"no \"" + std::string(name) + "\""};
    return *found;
  }

 private:
  using Iterator = JsonNode::ConstMemberIterator;
  static constexpr std::size_t kSigns = 256;

  static std::string_view name_of(Iterator member) {
    return {member->name.GetString(), member->name.GetStringLength()};
  }
  /// A number that few names share.
  static std::size_t sign_of(std::string_view name) {
    constexpr std::size_t kSpread = 31;
    if (name.empty()) return 0;
    const auto first = static_cast<unsigned char>(name.front());
    const auto last = static_cast<unsigned char>(name.back());
    return (name.size() * kSpread * kSpread + first * kSpread + last) % kSigns;
  }

  const JsonNode& object_;
  Iterator next_;              ///< behind the one that was found last
  std::bitset<kSigns> signs_;  ///< of the names that there are
};

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
