// SPDX-License-Identifier: MIT
#pragma once
/// The signs that numbers are written with (facts/lexicon/numerals.json): Chinese numeral
/// characters and English number words. What they mean together is the business of numeral.h.

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "facts/trie.h"

namespace assay {

enum class SignKind : std::uint8_t {
  None,
  Digit,         ///< 一 = 1; 两 = 2; 〇 = 0
  Power,         ///< 十, 百, 千: value is the power of ten
  Tens,          ///< 廿 = 20: value is the digit of the tens
  Scale,         ///< 万, 亿, 兆: value is the power of ten
  Vague,         ///< 几, 数: any digit from `low` to `high`
  Point,         ///< 点 between numerals
  More,          ///< 多, 余, 来
  Half,          ///< 半
  FractionOf,    ///< 百分之: value is the power of ten
  Over,          ///< 分之 between two numerals
  AtLeast,       ///< 上 before 百, 千, 万
  English,       ///< seven, twenty
  EnglishPower,  ///< hundred, thousand
  EnglishDozen,
  EnglishScale,  ///< million, bn
  LetterScale,   ///< k, M, B straight after digits
  Coin,          ///< 块, 毛, 分 of spoken prices: value is the power of ten of a yuan
  Part,          ///< half, third(s), quarter(s): value is the divisor
};

struct Sign {
  SignKind kind = SignKind::None;
  int value = 0;
  int high = 0;               ///< Vague: the largest digit
  bool before_power = false;  ///< Vague: only when a power or scale follows
  bool after_number = false;  ///< Scale: starts no number of its own (三个亿)
  bool about = false;         ///< More: about as many, not a few more (来)
  std::size_t length = 0;     ///< bytes
};

/// Whether a number may start with the sign: one that only goes on with a number does not.
[[nodiscard]] inline bool may_start_number(const Sign& sign) {
  return sign.kind != SignKind::None && sign.kind != SignKind::More &&
         sign.kind != SignKind::Point && sign.kind != SignKind::Over &&
         sign.kind != SignKind::Coin && !sign.after_number;
}
/// Whether a small whole number may start with it, as days, months and quarters are counted.
[[nodiscard]] inline bool may_start_count(const Sign& sign) {
  return sign.kind == SignKind::English || sign.kind == SignKind::Digit ||
         sign.kind == SignKind::Power;
}

class NumeralWords {
 public:
  /// Reads the records. Errors: BadData for a record of no known kind.
  static Result<NumeralWords> load(const std::string& file, const std::string& json);

  /// The longest sign at `offset`; kind None when there is none. Letter scales are told apart by
  /// case (M is not m).
  [[nodiscard]] Sign sign_at(std::string_view text, std::size_t offset) const;
  /// Whether any sign starts with this character.
  [[nodiscard]] bool may_start(char32_t character) const { return trie_.starts_with(character); }

 private:
  Trie trie_;
  std::vector<Sign> signs_;
};

}  // namespace assay
