// SPDX-License-Identifier: MIT
#pragma once
/// What may follow a group of digits, whichever script it was written in: 多, 万, 亿, 万亿, another
/// group. Shared by the readers of digits and of Chinese numerals.

#include "facts/numeral.h"

namespace assay {

struct ScaleContext {
  const NumeralGrammar& grammar;
  std::string_view text;
  bool open_digit = false;  ///< the group is 几 or 数 itself: 几亿 is 2 .. 9.99 亿
};

/// Extends `numeral` over hedges and scales behind it (`numeral.end`). False when the number grows
/// beyond what a Decimal holds.
[[nodiscard]] bool read_scales(const ScaleContext& context, Numeral& numeral);

/// A group below ten thousand in Chinese numerals, without scales; `lone_one` is set when it is a
/// single digit. Absent when there is none.
[[nodiscard]] std::optional<Numeral> read_han_group(const NumeralGrammar& grammar,
                                                    std::string_view text, std::size_t offset);

/// The digits at `offset`, thousands separators and decimal point included; absent when what
/// stands there is a version (1.2.3) or longer than a quantity can be.
[[nodiscard]] std::optional<Numeral> read_digit_group(std::string_view text, std::size_t offset);

}  // namespace assay
