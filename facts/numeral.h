// SPDX-License-Identifier: MIT
#pragma once
/// From signs to numbers: 5600, 1,100.9, 三万四千, 5600多亿, 13万2, 十几, 两三百, twenty-five,
/// one hundred and two, 1.3 bn. A number without its unit; quantity_scan.h adds that.
///
/// Chinese numbers are groups below ten thousand, each with its scale: 一亿 + 二千万. A scale larger
/// than the one before it multiplies all that stands before (一万五千 x 亿). A lone last digit fills
/// the next lower place (13万2 = 132000, 两千五 = 2500) unless 零 stands before it.

#include <optional>
#include <string_view>

#include "core/decimal.h"
#include "core/quantity.h"
#include "facts/numeral_words.h"
#include "facts/unit_surfaces.h"

namespace assay {

struct Numeral {
  std::size_t end = 0;  ///< one past the last byte
  Decimal low;          ///< low == high for a plain number; 几百 is 200 .. 999
  Decimal high;
  int power = 0;        ///< of ten, of its last scale words: 8 in 317.8亿, 6 in six million
  int group_power = 0;  ///< of the only 百 or 千 below them: 2 in 三百万 and three hundred
  Hedge hedge = Hedge::None;  ///< LittleOver for 多, 余; AtLeast for 上千; About for 来
  Spelling spelling = Spelling::Digits;
  bool vague = false;           ///< 几, 数, 两三: low and high are no written figures
  bool lone_one = false;        ///< just 一 or "one"/"a": usually an article
  bool digit_by_digit = false;  ///< 二零二五, 四零九零: a year or a name rather than an amount
  bool scaled = false;          ///< carries 万, 亿, million: an amount even without a unit
  bool separated = false;       ///< has thousands separators or a decimal point
  bool half = false;            ///< 半
  bool bare_power = false;      ///< starts with 百, 千, 万 without a digit before
};

/// What the readers of numbers need to know: the signs, and the units, whose names may begin like a
/// scale (千瓦 is no thousand).
struct NumeralGrammar {
  const NumeralWords& words;
  const UnitSurfaces& units;
};

/// The number that starts with an ASCII digit at `offset`, Chinese or English scale included.
/// `after_currency` allows the letters m, M, b, B as scales ($5m).
[[nodiscard]] std::optional<Numeral> read_digits(const NumeralGrammar& grammar,
                                                 std::string_view text, std::size_t offset,
                                                 bool after_currency);
/// The number that starts with a Chinese numeral at `offset`.
[[nodiscard]] std::optional<Numeral> read_han(const NumeralGrammar& grammar, std::string_view text,
                                              std::size_t offset);
/// The number that starts with an English number word at `offset`.
[[nodiscard]] std::optional<Numeral> read_english(const NumeralGrammar& grammar,
                                                  std::string_view text, std::size_t offset);

}  // namespace assay
