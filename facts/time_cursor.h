// SPDX-License-Identifier: MIT
#pragma once
/// Where the reading of one time stands in its text, and what every form of a time is made of:
/// plain numbers, time words, spaces.

#include <optional>
#include <string_view>

#include "facts/calendar.h"

namespace assay {

/// A number as it stands in the text.
struct WrittenNumber {
  int value = 0;
  std::size_t digits = 0;  ///< 0: none, or more than any date has
  std::size_t end = 0;     ///< Bytes: one past the last digit
};

/// Whether a number is likely to be a year: 1900 to 2100.
[[nodiscard]] bool is_year(int value);
/// The ten years that begin with `year`.
[[nodiscard]] Period decade_period(int year);

/// All offsets are bytes of the folded text.
struct TimeCursor {
  std::string_view text;
  std::size_t start = 0;  ///< where the time begins
  std::size_t at = 0;     ///< one past what has been read of it
  const TimeContext& context;
  /// What `word_at` was last asked for: each reader of a time asks anew for the same place.
  mutable std::size_t asked_for = static_cast<std::size_t>(-1);
  mutable const TimeWord* last_word = nullptr;
  /// The same for `count_at`.
  mutable std::size_t counted_at = static_cast<std::size_t>(-1);
  mutable WrittenNumber last_count;

  [[nodiscard]] bool is_digit(std::size_t offset) const;
  /// The longest time word at `offset`, or nullptr.
  [[nodiscard]] const TimeWord* word_at(std::size_t offset) const;
  /// The number in digits at `offset`; its digits are 0 when none stands there.
  [[nodiscard]] WrittenNumber number_at(std::size_t offset) const;
  /// The number below a hundred at `offset`, in digits, Chinese numerals or an English word.
  [[nodiscard]] WrittenNumber count_at(std::size_t offset) const;
  /// A number of four digits that is likely to be a year and no amount (2000台).
  [[nodiscard]] std::optional<WrittenNumber> year_at(std::size_t offset) const;
  /// The first offset from `offset` on at which no space stands.
  [[nodiscard]] std::size_t skip_space(std::size_t offset) const;
  /// One past the dash, 至 or "through" of a range and its spaces, or 0.
  [[nodiscard]] std::size_t behind_range_sign(std::size_t offset) const;
  /// Likewise between two months or quarters, where 到 makes a range too: 7到9月.
  [[nodiscard]] std::size_t behind_part_range_sign(std::size_t offset) const;

  /// What has been read so far, as a time; without a period its text is its label.
  [[nodiscard]] TimeMention mention(std::optional<Period> period) const;
  /// The same for a part of a year, or for the whole; the year may be unknown.
  [[nodiscard]] TimeMention mention_in(std::optional<int> year,
                                       const std::optional<YearPart>& part) const;
  /// The same for a part of a year that the text does not name.
  [[nodiscard]] TimeMention mention_without_year(const YearPart& part) const;
  /// The year that a part of a year without one most likely means: that of the text before it, else
  /// the year of writing, else the one before where the part would lie far ahead. Absent when
  /// neither is known.
  [[nodiscard]] std::optional<int> year_near(const YearPart& part) const;

 private:
  [[nodiscard]] WrittenNumber read_count_at(std::size_t offset) const;
};

/// Whether the text goes on in a way that makes an amount of the number before it.
[[nodiscard]] bool amount_follows(const TimeCursor& cursor, std::size_t end);

}  // namespace assay
