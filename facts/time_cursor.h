// SPDX-License-Identifier: MIT
#pragma once
/// Where the reading of one time stands in its text, and what every form of a time is made of:
/// plain numbers, time words, spaces.

#include <optional>
#include <string_view>

#include "facts/calendar.h"

namespace assay {

/// Digits as they stand in the text.
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

  [[nodiscard]] bool is_digit(std::size_t offset) const;
  /// The longest time word at `offset`, or nullptr.
  [[nodiscard]] const TimeWord* word_at(std::size_t offset) const;
  /// The number at `offset`; its digits are 0 when none stands there.
  [[nodiscard]] WrittenNumber number_at(std::size_t offset) const;
  /// The first offset from `offset` on at which no space stands.
  [[nodiscard]] std::size_t skip_space(std::size_t offset) const;
  /// What has been read so far, as a time; without a period its text is its label.
  [[nodiscard]] TimeMention mention(std::optional<Period> period) const;
  /// The year that a date without one most likely means: that of the text before it, else the last
  /// such month before the document was written. Absent when neither is known.
  [[nodiscard]] std::optional<int> year_near(int month) const;
};

}  // namespace assay
