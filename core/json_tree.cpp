// SPDX-License-Identifier: MIT
#include "core/json_tree.h"

#include <rapidjson/error/en.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>

#include "core/utf8.h"

namespace assay {

namespace {

[[noreturn]] void refuse_json(std::string_view text, std::size_t at, const std::string& why) {
  const auto breaks =
      std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  throw BadJson{"is not valid JSON: " + why, static_cast<std::size_t>(breaks) + 1};
}

}  // namespace

const JsonNode& JsonParser::parse(std::string_view text) {
  if (const std::size_t at = find_invalid_utf8(text); at < text.size())
    refuse_json(text, at, "not UTF-8");
  // The parser takes a zero byte for the end.
  if (const std::size_t at = text.find('\0'); at < text.size())
    refuse_json(text, at, "a zero byte");
  document_.reset();
  pool_.Clear();
  // It looks at sixteen bytes at a time, beyond the end too.
  constexpr std::size_t kLookahead = 16;
  text_.assign(text);
  text_.resize(text.size() + kLookahead, '\0');
  document_.emplace(&pool_);
  document_->ParseInsitu<rapidjson::kParseFullPrecisionFlag>(text_.data());
  if (document_->HasParseError()) {
    refuse_json(text, std::min(document_->GetErrorOffset(), text.size()),
                rapidjson::GetParseError_En(document_->GetParseError()));
  }
  return *document_;
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
