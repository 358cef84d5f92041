// SPDX-License-Identifier: MIT
#include "facts/name_words.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/utf8.h"

namespace assay {
void NameWords::Endings::read(const nlohmann::json& words) {
  for (const auto& word : words.get<std::vector<std::string>>()) {
    const char32_t last = last_character(word);
    last_characters_.add(last);
    by_last_character_[last].push_back(word);
  }
}

const std::vector<std::string>& NameWords::Endings::like(std::string_view text) const {
  static const std::vector<std::string> kNone;
  const char32_t last = text.empty() ? 0 : last_character(text);
  if (!may_end_with(last)) return kNone;
  const auto alike = by_last_character_.find(last);
  return alike == by_last_character_.end() ? kNone : alike->second;
}

Result<NameWords> NameWords::load(const std::string& file, const std::string& json) {
  NameWords words;
  try {
    const auto data = nlohmann::json::parse(json);
    words.endings_.read(data.at("endings"));
    words.kinds_.read(data.at("kinds"));
    words.subsidiaries_ = data.at("subsidiaries").get<std::vector<std::string>>();
    words.variants_ = data.at("variants").get<std::set<std::string, std::less<>>>();
    words.not_names_ = data.at("not_names").get<std::vector<std::string>>();
    words.openers_ = data.at("openers").get<std::set<std::string, std::less<>>>();
    words.legal_forms_ = data.at("legal_forms").get<std::set<std::string, std::less<>>>();
    const auto never = data.at("never").get<std::string>();
    for (std::size_t at = 0; at < never.size();) {
      const CodePoint point = decode(never, at);
      words.never_.insert(point.value);
      at += point.length;
    }
  } catch (const nlohmann::json::exception& exception) {
    return Error{ErrorCode::BadData, exception.what(), file};
  }
  return words;
}

bool NameWords::starts_as_no_name(std::string_view text) const {
  return std::any_of(not_names_.begin(), not_names_.end(),
                     [&](const std::string& word) { return text.starts_with(word); });
}

std::size_t NameWords::subsidiary_at(std::string_view text, std::size_t at) const {
  const auto found =
      std::find_if(subsidiaries_.begin(), subsidiaries_.end(),
                   [&](const std::string& word) { return text.substr(at).starts_with(word); });
  return found == subsidiaries_.end() ? 0 : found->size();
}

std::size_t NameWords::variant_at(std::string_view text, std::size_t at) const {
  std::size_t end = at;
  for (std::size_t word = at + 1; word < text.size() && text[word - 1] == ' '; word = end + 1) {
    std::size_t word_end = word;
    while (word_end < text.size() &&
           (is_ascii_letter(static_cast<unsigned char>(text[word_end])) || text[word_end] == '+'))
      ++word_end;
    if (!variants_.contains(text.substr(word, word_end - word))) break;
    end = word_end;
  }
  return end - at;
}

std::size_t NameWords::organization_ending(std::string_view name) const {
  std::size_t longest = 0;
  for (const std::string& ending : endings_.like(name))
    if (name.size() > ending.size() && name.ends_with(ending))
      longest = std::max(longest, ending.size());
  return longest;
}

bool NameWords::ends_as_kind(std::string_view text) const {
  return std::ranges::any_of(kinds_.like(text),
                             [&](const std::string& word) { return text.ends_with(word); });
}

}  // namespace assay
