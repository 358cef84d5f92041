// SPDX-License-Identifier: MIT
#include "facts/numeral_scale.h"

#include "core/utf8.h"
#include "facts/text_probe.h"

namespace assay {
namespace {

/// The scale words at `offset`, joined: 万亿 is 12, 千万 behind digits is 7. Sets `end`.
int read_scale_words(const ScaleContext& context, std::size_t offset, std::size_t& end) {
  int power = 0;
  end = offset;
  for (;;) {
    const Sign sign = context.grammar.words.sign_at(context.text, end);
    const bool scale = sign.kind == SignKind::Scale;
    const bool hundred = sign.kind == SignKind::Power && sign.value >= 2;
    if (!scale && !hundred) return power;
    // 千瓦, 百分点, 兆瓦 are units.
    if (context.grammar.units.find(context.text, end).length > sign.length) return power;
    power += sign.value;
    end += sign.length;
  }
}

/// 多, 余, 来 behind a number: only where a unit or a scale goes on behind it, since 多 also begins
/// words of its own (3 多数).
std::size_t read_more(const ScaleContext& context, const Numeral& numeral, Hedge& hedge) {
  const std::size_t at = numeral.end;
  const Sign sign = context.grammar.words.sign_at(context.text, at);
  if (sign.kind != SignKind::More || numeral.vague) return 0;
  const std::size_t next = skip_one_space(context.text, at + sign.length);
  const Sign after = context.grammar.words.sign_at(context.text, next);
  const bool unit_follows = context.grammar.units.find(context.text, next).unit != nullptr;
  const bool scale_follows = after.kind == SignKind::Scale || after.kind == SignKind::Power;
  const bool large = numeral.low.to_double() >= 100 && !sign.about;
  if (!unit_follows && !scale_follows && !large) return 0;
  hedge = sign.about ? Hedge::About : Hedge::LittleOver;
  return sign.length;
}

Decimal with_open_end(const Decimal& digit, int power) {
  // (digit + 1) x 10^power - 1, as 几百 is 200 .. 999.
  const auto next = digit.plus(Decimal(1, 0));
  if (!next) return digit.shifted(power);
  const auto end = next->shifted(power).plus(Decimal(-1, 0));
  return end ? *end : next->shifted(power);
}

/// "$330 M", and not "$330 M&A": a capital behind a space that is a word of its own.
bool is_capital_alone(std::string_view text, std::size_t at) {
  const bool capital = at < text.size() && text[at] >= 'A' && text[at] <= 'Z';
  const bool alone = at + 1 >= text.size() || (!is_letter_at(text, at + 1) &&
                                               !is_digit_at(text, at + 1) && text[at + 1] != '&');
  return capital && alone;
}

/// A further group behind a scale: 一亿|二千万, 13万|2.
struct NextGroup {
  Numeral numeral;
  bool lone_digit = false;
  bool zero_before = false;
};

Numeral single_digit(const Sign& sign, std::size_t offset) {
  Numeral numeral;
  numeral.end = offset + sign.length;
  numeral.low = numeral.high = Decimal(sign.value, 0);
  return numeral;
}

std::optional<NextGroup> read_next_group(const ScaleContext& context, std::size_t offset) {
  if (offset >= context.text.size()) return std::nullopt;
  if (is_ascii_digit(static_cast<unsigned char>(context.text[offset]))) {
    auto digits = read_digit_group(context.text, offset);
    if (!digits) return std::nullopt;
    const bool lone = digits->end == offset + 1;
    return NextGroup{*digits, lone, false};
  }
  const Sign sign = context.grammar.words.sign_at(context.text, offset);
  if (sign.kind != SignKind::Digit && sign.kind != SignKind::Power) return std::nullopt;
  const bool zero = sign.kind == SignKind::Digit && sign.value == 0;
  // 一万二|一个月: two digits in a row, of which the second counts what follows.
  const Sign next = context.grammar.words.sign_at(context.text, offset + sign.length);
  const bool one = sign.kind == SignKind::Digit && next.kind == SignKind::Digit && next.value == 1;
  const std::size_t behind = offset + sign.length + next.length;
  if (one && context.grammar.units.find(context.text, behind).unit != nullptr)
    return NextGroup{single_digit(sign, offset), true, zero};
  auto group = read_han_group(context.grammar, context.text, offset);
  if (!group || group->vague) return std::nullopt;
  return NextGroup{*group, group->lone_one, zero};
}

/// Where a number ends that is written as in India, 1,56,73,68,997: groups of two, and a last one of three; 0 when
/// it is not.
std::size_t end_of_indian_groups(std::string_view text, std::size_t offset) {
  const auto digits_at = [&](std::size_t at) {
    std::size_t end = at;
    while (is_digit_at(text, end)) ++end;
    return end - at;
  };
  constexpr std::size_t kPair = 2;
  constexpr std::size_t kLast = 3;
  std::size_t at = offset + digits_at(offset);
  if (at == offset || at > offset + kPair) return 0;
  std::size_t pairs = 0;
  while (at < text.size() && text[at] == ',' && digits_at(at + 1) == kPair) {
    at += 1 + kPair;
    ++pairs;
  }
  const bool last = at < text.size() && text[at] == ',' && digits_at(at + 1) == kLast;
  return pairs > 0 && last ? at + 1 + kLast : 0;
}

}  // namespace

bool read_scales(const ScaleContext& context, Numeral& numeral) {
  Hedge hedge = Hedge::None;
  numeral.end += read_more(context, numeral, hedge);
  std::size_t end = 0;
  const std::size_t scale_at =
      hedge == Hedge::None ? skip_one_space(context.text, numeral.end) : numeral.end;
  int power = read_scale_words(context, scale_at, end);
  if (power == 0) {
    numeral.hedge = hedge;
    return true;
  }
  numeral.scaled = true;
  numeral.power = power;
  numeral.end = end;
  const Decimal low = numeral.low;
  numeral.low = low.shifted(power);
  numeral.high =
      context.open_digit ? with_open_end(numeral.high, power) : numeral.high.shifted(power);
  while (hedge == Hedge::None && !numeral.vague) {
    const std::size_t more = read_more(context, numeral, hedge);
    numeral.end += more;
    if (more > 0) break;
    // 1 兆 460.9 億: behind a space a group counts only with a smaller scale of its own.
    const std::size_t next_at = skip_one_space(context.text, numeral.end);
    const bool apart = next_at > numeral.end;
    const auto next = read_next_group(context, next_at);
    if (!next) break;
    int next_power = read_scale_words(
        context, apart ? skip_one_space(context.text, next->numeral.end) : next->numeral.end, end);
    if (apart && (next_power == 0 || next_power >= power)) break;
    Decimal addend = next->numeral.low.shifted(next_power);
    if (next_power == 0 && next->lone_digit && !next->zero_before)
      addend = next->numeral.low.shifted(power - 1);  // 13万2
    const bool multiplies = next_power > power;       // 一万五千|亿
    const auto sum = multiplies ? numeral.low.plus(next->numeral.low) : numeral.low.plus(addend);
    if (!sum) return false;
    numeral.low = numeral.high = multiplies ? sum->shifted(next_power) : *sum;
    if (multiplies) numeral.power = next_power;
    numeral.end = next_power == 0 ? next->numeral.end : end;
    if (next_power == 0) break;
    power = next_power;
  }
  numeral.hedge = hedge;
  return true;
}

std::optional<Numeral> read_digit_group(std::string_view text, std::size_t offset) {
  const auto digit_at = [&](std::size_t at) {
    return at < text.size() && is_ascii_digit(static_cast<unsigned char>(text[at]));
  };
  std::string digits;
  std::size_t at = offset;
  while (digit_at(at)) digits += text[at++];
  Numeral numeral;
  if (const std::size_t end = end_of_indian_groups(text, offset); end > 0) {
    digits = text.substr(offset, end - offset);
    std::erase(digits, ',');
    at = end;
    numeral.separated = true;
  }
  // 1,100 and 12,345,678: a comma counts only before exactly three digits.
  while (digits.size() <= 18 && at < text.size() && text[at] == ',' && at - offset >= 1 &&
         (numeral.separated || at - offset <= 3) && digit_at(at + 1) && digit_at(at + 2) &&
         digit_at(at + 3) && !digit_at(at + 4)) {
    digits += text.substr(at + 1, 3);
    at += 4;
    numeral.separated = true;
  }
  if (at < text.size() && text[at] == '.' && digit_at(at + 1)) {
    digits += '.';
    for (++at; digit_at(at); ++at) digits += text[at];
    numeral.separated = true;
    if (at < text.size() && text[at] == '.' && digit_at(at + 1)) return std::nullopt;
  }
  const auto value = Decimal::parse(digits);
  if (!value) return std::nullopt;
  numeral.end = at;
  numeral.low = numeral.high = *value;
  return numeral;
}

std::optional<Numeral> read_digits(const NumeralGrammar& grammar, std::string_view text,
                                   std::size_t offset, bool after_currency) {
  auto numeral = read_digit_group(text, offset);
  if (!numeral) return std::nullopt;
  const Decimal digits = numeral->low;
  if (!read_scales({grammar, text, false}, *numeral)) return std::nullopt;
  if (numeral->scaled || numeral->hedge != Hedge::None) return numeral;

  const std::size_t at = skip_one_space(text, numeral->end);
  const Sign sign = grammar.words.sign_at(text.substr(numeral->end), at - numeral->end);
  const bool word_scale =
      sign.kind == SignKind::EnglishScale || sign.kind == SignKind::EnglishPower;
  bool letter_scale = sign.kind == SignKind::LetterScale &&
                      (at == numeral->end || (after_currency && is_capital_alone(text, at)));
  if (letter_scale && !after_currency) {
    // Without a currency only k is safe, and 4K is a resolution. 15K片: a capital where something is
    // counted behind it.
    const auto counted = grammar.units.find(text, skip_one_space(text, at + sign.length));
    const bool thousand = text[at] == 'k' || (text[at] == 'K' && counted.unit != nullptr &&
                                              counted.unit->dimension == Dimension::Count);
    letter_scale = thousand && digits.to_double() >= 10;
  }
  if (word_scale || letter_scale) {
    numeral->low = numeral->high = digits.shifted(sign.value);
    numeral->power = sign.value;
    numeral->end = at + sign.length;
    numeral->scaled = true;
  }
  return numeral;
}

}  // namespace assay
