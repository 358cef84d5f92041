// SPDX-License-Identifier: MIT
#include "facts/plain_words.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/utf8.h"

namespace assay {
namespace {

bool holds_any(std::string_view text, const std::vector<std::string>& phrases) {
  return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) {
    return text.find(phrase) != std::string_view::npos;
  });
}

}  // namespace

Result<PlainWords> PlainWords::load(const std::string& file, const std::string& json) {
  PlainWords words;
  try {
    const auto data = nlohmann::json::parse(json);
    words.han_fillers_ = data.at("han_fillers").get<std::vector<std::string>>();
    words.latin_fillers_ = data.at("latin_fillers").get<std::set<std::string, std::less<>>>();
    words.other_bases_ = data.at("other_bases").get<std::vector<std::string>>();
    words.fiscal_ = data.at("fiscal").get<std::vector<std::string>>();
  } catch (const nlohmann::json::exception& exception) {
    return Error{ErrorCode::BadData, exception.what(), file};
  }
  return words;
}

std::size_t PlainWords::han_filler_length(std::string_view text) const {
  std::size_t longest = 0;
  for (const std::string& filler : han_fillers_)
    if (text.starts_with(filler)) longest = std::max(longest, filler.size());
  return longest;
}

bool PlainWords::are_fillers(std::string_view text) const {
  while (!text.empty()) {
    const CodePoint point = decode(text, 0);
    std::size_t length = point.length;
    if (is_han(point.value)) {
      length = han_filler_length(text);
      if (length == 0) return false;
    } else if (is_ascii_letter(point.value)) {
      while (length < text.size() && is_ascii_letter(static_cast<unsigned char>(text[length])))
        ++length;
      if (!latin_fillers_.contains(to_ascii_lower(text.substr(0, length)))) return false;
    }
    text.remove_prefix(length);
  }
  return true;
}

bool PlainWords::name_other_base(std::string_view sentence) const {
  return holds_any(to_ascii_lower(sentence), other_bases_);
}

bool PlainWords::name_fiscal_year(std::string_view sentence) const {
  return holds_any(sentence, fiscal_);
}

}  // namespace assay
