// SPDX-License-Identifier: MIT
#pragma once
/// What names that no lexicon holds are told by (facts/lexicon/name_words.json).

#include <nlohmann/json_fwd.hpp>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/result.h"
#include "facts/character_filter.h"

namespace assay {

class NameWords {
 public:
  /// Errors: BadData when a list is missing or not one of words.
  static Result<NameWords> load(const std::string& file, const std::string& json);

  /// The length of the longest ending of names of organizations that Chinese text has, with
  /// something before it; 0 when there is none. Bytes.
  [[nodiscard]] std::size_t organization_ending(std::string_view name) const;
  /// Whether Chinese text ends with a word for what an organization is, behind which its name may
  /// stand: 光伏企业晶澜能源. No text does that ends with a character of which may_end_kind() is false.
  [[nodiscard]] bool ends_as_kind(std::string_view text) const;
  [[nodiscard]] bool may_end_kind(char32_t character) const {
    return kinds_.may_end_with(character);
  }
  /// The length of the word at `at` that makes another company of the one whose name stands before it
  /// (比亚迪电子); 0 when there is none.
  [[nodiscard]] std::size_t subsidiary_at(std::string_view text, std::size_t at) const;
  /// The length of the words at `at` that make another product of the one whose name stands before them
  /// (iPhone 16 Pro Max), the blanks before each included; 0 when there are none.
  [[nodiscard]] std::size_t variant_at(std::string_view text, std::size_t at) const;
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
  /// Words that texts may end with.
  class Endings {
   public:
    /// Throws what nlohmann/json throws when it is no list of words.
    void read(const nlohmann::json& words);
    /// Those that have the last character of a text.
    [[nodiscard]] const std::vector<std::string>& like(std::string_view text) const;
    /// Whether one of them may have this last character; false is sure.
    [[nodiscard]] bool may_end_with(char32_t character) const {
      return last_characters_.may_hold(character);
    }

   private:
    CharacterFilter last_characters_;
    std::unordered_map<char32_t, std::vector<std::string>> by_last_character_;
  };

  Endings endings_;
  Endings kinds_;
  std::vector<std::string> subsidiaries_;
  std::set<std::string, std::less<>> variants_;
  std::set<char32_t> never_;
  std::vector<std::string> not_names_;
  std::set<std::string, std::less<>> openers_;
  std::set<std::string, std::less<>> legal_forms_;
};

}  // namespace assay
