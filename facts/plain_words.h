// SPDX-License-Identifier: MIT
#pragma once
/// What a plain statement is told by (facts/lexicon/plain_words.json): one that says nothing beside
/// what was read of it, and of figures as they were reported.

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"
#include "facts/character_filter.h"

namespace assay {

class PlainWords {
 public:
  /// Errors: BadData when a list is missing or not one of words.
  static Result<PlainWords> load(const std::string& file, const std::string& json);

  /// Whether text that no word of the lexicon covers is made of words that narrow nothing (公司, 大幅,
  /// "the", "of") and of marks.
  [[nodiscard]] bool are_fillers(std::string_view text) const;
  /// Whether a sentence speaks of figures on another base than those that were reported: at constant
  /// exchange rates, of comparable shops, in another currency, restated.
  [[nodiscard]] bool name_other_base(std::string_view sentence) const;
  /// Whether a sentence speaks of a business year, which mostly is another than the calendar's of
  /// that number.
  [[nodiscard]] bool name_fiscal_year(std::string_view sentence) const;
  /// Whether a clause says that a whole is divided into what stands behind it: 分地区看, 收入结构上, "by region".
  [[nodiscard]] bool open_partition(std::string_view clause) const;
  /// What stands behind the last word of talk: 我们那边产线 is 产线. 访问量 has no such word, though 问 is one.
  [[nodiscard]] std::string_view behind_talk(std::string_view phrase) const;
  /// Whether one of two texts names one half of a whole and the other the other half: 男 and 女, "online" and "offline".
  [[nodiscard]] bool are_complements(std::string_view a, std::string_view b) const;

 private:
  /// 分…看: a few characters stand in the gap. Without one the head is empty.
  struct GappedPhrase {
    std::string head;
    std::string tail;

    /// Whether `words` end with the phrase.
    [[nodiscard]] bool ends(std::string_view words) const;
  };
  static GappedPhrase gapped(const std::string& phrase);

  /// The length of the longest filler that a text of Han characters starts with, or 0.
  [[nodiscard]] std::size_t han_filler_length(std::string_view text) const;

  std::vector<std::string> han_fillers_;
  std::set<std::string, std::less<>> latin_fillers_;
  std::vector<std::string> other_bases_;
  std::vector<std::string> fiscal_;
  std::set<std::string, std::less<>> talk_;
  std::vector<std::pair<std::string, std::string>> complements_;
  CharacterFilter partition_ends_;  ///< what the two lists below end with
  std::vector<GappedPhrase> partitions_;
  std::vector<std::string> partition_endings_;
  std::vector<std::string> partition_exceptions_;
};

}  // namespace assay
