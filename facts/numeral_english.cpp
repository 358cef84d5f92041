// SPDX-License-Identifier: MIT
// English number words: twenty-five, one hundred and two, a million, half a million, two dozen, two point
// three million.
#include "core/utf8.h"
#include "facts/numeral.h"

namespace assay {
namespace {

std::size_t skip_joint(std::string_view text, std::size_t offset) {
  return offset < text.size() && (text[offset] == ' ' || text[offset] == '-') ? offset + 1 : offset;
}

/// "and" between hundreds and units.
std::size_t skip_and(std::string_view text, std::size_t offset) {
  constexpr std::string_view kAnd = "and ";
  return starts_with_lowered(text.substr(offset), kAnd) ? offset + kAnd.size() : offset;
}

std::size_t article_length(std::string_view text, std::size_t offset) {
  const std::string_view rest = text.substr(offset);
  if (starts_with_lowered(rest, "a ")) return 2;
  return starts_with_lowered(rest, "an ") ? 3 : 0;
}

bool is_power(SignKind kind) {
  return kind == SignKind::EnglishPower || kind == SignKind::EnglishScale ||
         kind == SignKind::EnglishDozen;
}

/// "half a million": absent when no scale follows, or no half stands there.
std::optional<Numeral> read_half_of_scale(const NumeralGrammar& grammar, std::string_view text,
                                          std::size_t offset) {
  const Sign half = grammar.words.sign_at(text, offset);
  if (half.kind != SignKind::Part || half.value != 2) return std::nullopt;
  const std::size_t at = skip_joint(text, offset + half.length);
  const std::size_t article = article_length(text, at);
  const Sign scale = grammar.words.sign_at(text, at + article);
  if (article == 0 || !is_power(scale.kind) || scale.value == 0) return std::nullopt;
  Numeral numeral;
  numeral.end = at + article + scale.length;
  numeral.low = numeral.high = Decimal(5, scale.value - 1);
  numeral.power = scale.value;
  numeral.spelling = Spelling::Words;
  numeral.scaled = true;
  return numeral;
}

std::optional<Numeral> read_whole(const NumeralGrammar& grammar, std::string_view text,
                                  std::size_t offset) {
  std::int64_t total = 0;
  std::int64_t group = 0;
  int words = 0;
  int power = 0;
  int group_power = 0;
  bool scaled = false;
  std::size_t end = offset;
  std::size_t at = offset;
  if (const std::size_t article = article_length(text, offset)) {
    if (!is_power(grammar.words.sign_at(text, offset + article).kind)) return std::nullopt;
    group = 1;
    at += article;
  }
  while (words < 12) {
    Sign sign = grammar.words.sign_at(text, at);
    if (words > 0 && sign.kind == SignKind::None) {
      const std::size_t after_and = skip_and(text, at);
      if (after_and != at && group >= 100) {
        at = after_and;
        sign = grammar.words.sign_at(text, at);
      }
    }
    if (sign.kind == SignKind::English) {
      // "two three" is no number; "twenty three" and "hundred three" are.
      const bool fits = group == 0 || (group % 100 == 0 && sign.value < 100) ||
                        (group % 10 == 0 && group % 100 >= 20 && sign.value < 10);
      if (!fits) break;
      group += sign.value;
      power = group_power = 0;
    } else if (is_power(sign.kind) && group > 0) {
      const std::int64_t factor =
          sign.kind == SignKind::EnglishDozen
              ? 12
              : static_cast<std::int64_t>(Decimal(1, sign.value).to_double());
      if (factor > 1'000'000'000'000 || group > 1'000'000) return std::nullopt;
      if (factor <= 100) {
        group *= factor;
        group_power = sign.value;
      } else {
        total += group * factor;
        group = 0;
        power += sign.value;
      }
      scaled = true;
    } else {
      break;
    }
    ++words;
    end = at + sign.length;
    at = skip_joint(text, end);
    if (group == 0 && total > 0) at = skip_and(text, at);
  }
  if (words == 0) return std::nullopt;
  Numeral numeral;
  numeral.end = end;
  numeral.low = numeral.high = Decimal(total + group, 0);
  numeral.spelling = Spelling::Words;
  numeral.scaled = scaled;
  numeral.power = power;
  numeral.group_power = group_power;
  numeral.lone_one = words == 1 && !scaled && total + group == 1;
  return numeral;
}

/// The digits that are spoken behind "point": their number as an integer, and how many they are.
struct SpokenDigits {
  std::int64_t value = 0;
  int count = 0;
  std::size_t end = 0;  ///< Bytes: one past the last
};

/// "three", "two five"; a tens word ends it: "point twenty-five".
SpokenDigits read_spoken_digits(const NumeralGrammar& grammar, std::string_view text,
                                std::size_t offset) {
  constexpr int kMostSpoken = 4;
  SpokenDigits digits;
  for (std::size_t at = offset; digits.count < kMostSpoken;) {
    const Sign sign = grammar.words.sign_at(text, at);
    if (sign.kind != SignKind::English || sign.value >= 10) break;
    digits.value = digits.value * 10 + sign.value;
    ++digits.count;
    digits.end = at + sign.length;
    at = skip_joint(text, digits.end);
  }
  if (digits.count > 0) return digits;
  const auto tens = read_whole(grammar, text, offset);
  const double value = tens ? tens->low.to_double() : 0;
  if (value < 10 || value >= 100 || tens->scaled) return {};
  return {static_cast<std::int64_t>(value), 2, tens->end};
}

/// "two point three million", "ninety-nine point nine percent", where `whole` stands at `offset`. "At one
/// point three of them" is none.
std::optional<Numeral> read_spoken_decimal(const NumeralGrammar& grammar, std::string_view text,
                                           std::size_t offset, const Numeral& whole) {
  constexpr std::string_view kPoint = " point ";
  constexpr std::string_view kAt = "at ";
  const std::string_view before = text.substr(0, offset);
  const bool in_time = before.size() >= kAt.size() &&
                       starts_with_lowered(before.substr(before.size() - kAt.size()), kAt);
  if (whole.scaled || !starts_with_lowered(text.substr(whole.end), kPoint) ||
      (in_time && whole.lone_one))
    return std::nullopt;
  const SpokenDigits digits = read_spoken_digits(grammar, text, whole.end + kPoint.size());
  if (digits.count == 0) return std::nullopt;
  Numeral numeral = whole;
  numeral.lone_one = false;
  numeral.separated = true;
  numeral.end = digits.end;
  std::int64_t shift = 1;
  for (int i = 0; i < digits.count; ++i) shift *= 10;
  const auto written = static_cast<std::int64_t>(whole.low.to_double()) * shift + digits.value;
  const std::size_t behind = skip_joint(text, digits.end);
  const Sign scale = grammar.words.sign_at(text, behind);
  int exponent = -digits.count;
  if (is_power(scale.kind) && scale.kind != SignKind::EnglishDozen) {
    numeral.end = behind + scale.length;
    numeral.power = scale.value;
    numeral.scaled = true;
    exponent += scale.value;
  }
  numeral.low = numeral.high = Decimal(written, exponent);
  return numeral;
}

}  // namespace

std::optional<Numeral> read_english(const NumeralGrammar& grammar, std::string_view text,
                                    std::size_t offset) {
  if (auto half = read_half_of_scale(grammar, text, offset)) return half;
  const auto whole = read_whole(grammar, text, offset);
  if (!whole) return std::nullopt;
  if (auto decimal = read_spoken_decimal(grammar, text, offset, *whole)) return decimal;
  return whole;
}

}  // namespace assay
