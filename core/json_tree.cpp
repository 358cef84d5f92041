// SPDX-License-Identifier: MIT
#include "core/json_tree.h"

#include <rapidjson/error/en.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>

#include "core/utf8.h"

namespace assay {

rapidjson::Document parse_json_tree(std::string_view text) {
  if (const std::size_t at = find_invalid_utf8(text); at < text.size()) {
    const auto breaks =
        std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    throw BadJson{"is not valid JSON: not UTF-8", static_cast<std::size_t>(breaks) + 1};
  }
  rapidjson::Document document;
  document.Parse<rapidjson::kParseFullPrecisionFlag>(text.data(), text.size());
  if (!document.HasParseError()) return document;
  const std::size_t at = std::min(document.GetErrorOffset(), text.size());
  const auto breaks =
      std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  throw BadJson{
      std::string("is not valid JSON: ") + rapidjson::GetParseError_En(document.GetParseError()),
      static_cast<std::size_t>(breaks) + 1};
}

std::string start_of(const JsonNode& node) {
  constexpr std::size_t kMost = 120;
  rapidjson::StringBuffer text;
  rapidjson::Writer<rapidjson::StringBuffer> writer(text);
  node.Accept(writer);
  std::size_t size = std::min(text.GetSize(), kMost);
  // Never half of a character.
  while (size < text.GetSize() &&
         (static_cast<unsigned char>(text.GetString()[size]) & 0xC0) == 0x80)
    --size;
  return {text.GetString(), size};
}

}  // namespace assay
