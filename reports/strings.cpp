// SPDX-License-Identifier: MIT
#include "reports/strings.h"

#include <cassert>
#include <nlohmann/json.hpp>

#include "reports/embedded.h"

namespace assay {
namespace {

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

}  // namespace

Strings::Strings(Language language, const Lexicon* lexicon) : names_(language, lexicon) {
  const EmbeddedFile* file = find_embedded(embedded_report_files(), "reports/html/strings.json");
  assert(file != nullptr);
  // Part of the program and parsed by its tests: a mistake cannot get this far.
  const auto records = nlohmann::json::parse(file->content, nullptr, false);
  const char* field = language == Language::Chinese ? "zh" : "en";
  for (const auto& record : records) {
    texts_.emplace(record.value("key", ""), record.value(field, ""));
  }
}

std::string Strings::operator[](std::string_view key) const {
  const auto found = texts_.find(key);
  return found == texts_.end() ? std::string(key) : found->second;
}

std::string Strings::fill(
    std::string_view key,
    std::initializer_list<std::pair<std::string_view, std::string>> values) const {
  std::string text = (*this)[key];
  for (const auto& [name, value] : values) {
    replace_all(text, "{" + std::string(name) + "}", value);
  }
  return text;
}

std::string Strings::count(std::string_view key, std::size_t n) const {
  return fill(std::string(key) + (n == 1 ? "_one" : "_other"), {{"n", std::to_string(n)}});
}

}  // namespace assay
