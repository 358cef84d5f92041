// SPDX-License-Identifier: MIT
#pragma once
/// Every word that the reports themselves say, in both languages: html/strings.json. What rules say
/// about a finding comes with the finding.

#include <functional>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "facts/display_names.h"

namespace assay {

class Strings {
 public:
  /// With a lexicon, which must outlive this, names are shown in the language too.
  explicit Strings(Language language, const Lexicon* lexicon = nullptr);

  [[nodiscard]] Language language() const { return names_.language(); }
  /// What subjects, metrics and the like are called in this language.
  [[nodiscard]] const DisplayNames& names() const { return names_; }
  /// The text of a key; the key itself when there is none, so that a gap shows without stopping.
  [[nodiscard]] std::string operator[](std::string_view key) const;
  [[nodiscard]] bool contains(std::string_view key) const { return texts_.contains(key); }
  /// The text of a key with each {name} replaced.
  [[nodiscard]] std::string fill(
      std::string_view key,
      std::initializer_list<std::pair<std::string_view, std::string>> values) const;
  /// "1 error", "3 errors": the text of `key_one` or `key_other` with {n} replaced.
  [[nodiscard]] std::string count(std::string_view key, std::size_t n) const;
  /// All texts by key.
  [[nodiscard]] const std::map<std::string, std::string, std::less<>>& all() const {
    return texts_;
  }

 private:
  DisplayNames names_;
  std::map<std::string, std::string, std::less<>> texts_;
};

}  // namespace assay
