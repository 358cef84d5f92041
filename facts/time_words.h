// SPDX-License-Identifier: MIT
#pragma once
/// The words that times are written with (facts/lexicon/times.json).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "facts/trie.h"

namespace assay {

/// Everything one surface can mean; most fields are unset.
struct TimeWord {
  std::optional<int> year_offset;     ///< 去年 = -1
  std::optional<int> quarter_offset;  ///< 上季度 = -1
  std::optional<int> month_offset;
  int quarter = 0;                      ///< 1..4
  int half = 0;                         ///< 1..2
  int month = 0;                        ///< 1..12
  int first_month = 0, last_month = 0;  ///< 前三季度 = 1..9
  bool abbreviation = false;            ///< "may", "sep": a month only beside a number
  bool whole = false;                   ///< 全年 behind a year
  int months_each = 0;                  ///< 季度 = 3: what 前三 or "first three" counts
  bool leads = false;                   ///< 前, "first": a count of months or quarters follows
  bool shadows = false;                 ///< 提前: its last character leads nothing
  bool point = false;                   ///< 年末, 底: when something was counted
  bool same = false;          ///< 去年同期, the quarter: the part that was named before
  bool compared = false;      ///< 去年同期: the value that another is compared with
  bool fiscal = false;        ///< of a business year
  bool ended = false;         ///< "ended", 止: ties a day to the months before it
  bool until = false;         ///< 截至: what lasted ends with the time behind it
  bool is_period = false;     ///< 季度: the word alone is one, and begins no other
  bool year_follows = false;  ///< fiscal 2026
  bool year_sign = false, decade_sign = false, month_sign = false, day_sign = false;
  bool after_short_year = false, before_short_year = false;
  bool after_duration = false, before_duration = false;  ///< 25年来, 过去25年: no year
  std::size_t length = 0;                                ///< bytes

  /// 全年, "full-year": a year that need not be named.
  [[nodiscard]] bool is_whole_year() const { return whole && months_each == 0; }
  /// Whether a time may begin with the word; signs (年, 月) and words around a time never do.
  [[nodiscard]] bool starts_a_time() const {
    return year_offset || quarter_offset || month_offset || quarter > 0 || half > 0 || month > 0 ||
           first_month > 0 || months_each > 0 || leads || same || year_follows || is_whole_year();
  }
};

class TimeWords {
 public:
  /// Errors: BadData for a record without a word.
  static Result<TimeWords> load(const std::string& file, const std::string& json);
  /// The longest word at `offset`; nullptr when there is none.
  [[nodiscard]] const TimeWord* find(std::string_view text, std::size_t offset) const;
  /// Whether any word starts with this character.
  [[nodiscard]] bool may_start(char32_t character) const { return trie_.starts_with(character); }

 private:
  Trie trie_;
  std::vector<TimeWord> words_;
};

}  // namespace assay
