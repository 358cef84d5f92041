// SPDX-License-Identifier: MIT
#pragma once
/// What names that no lexicon holds are told by (facts/lexicon/name_words.json).

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace assay {

class NameWords {
 public:
  /// Errors: BadData when a list is missing or not one of words.
  static Result<NameWords> load(const std::string& file, const std::string& json);

  /// Whether Chinese text ends as names of organizations do, with something before the ending.
  [[nodiscard]] bool ends_as_organization(std::string_view name) const;
  /// The length of the word at `at` that makes another company of the one whose name stands before it
  /// (比亚迪电子); 0 when there is none.
  [[nodiscard]] std::size_t subsidiary_at(std::string_view text, std::size_t at) const;
  /// Whether the character stands in no name: 的, 了, 年.
  [[nodiscard]] bool is_never_in_name(char32_t character) const {
    return never_.contains(character);
  }
  /// Whether Chinese text starts with a word that opens clauses and names nobody.
  [[nodiscard]] bool starts_as_no_name(std::string_view text) const;
  /// Whether no English name starts with this word: "The", "However", "CEO".
  [[nodiscard]] bool is_opener(std::string_view word) const { return openers_.contains(word); }
  /// Whether the word is the legal form of a company: "Inc.", "plc".
  [[nodiscard]] bool is_legal_form(std::string_view word) const {
    return legal_forms_.contains(word);
  }

 private:
  std::map<char32_t, std::vector<std::string>> endings_;  ///< by their last characters
  std::vector<std::string> subsidiaries_;
  std::set<char32_t> never_;
  std::vector<std::string> not_names_;
  std::set<std::string, std::less<>> openers_;
  std::set<std::string, std::less<>> legal_forms_;
};

}  // namespace assay
