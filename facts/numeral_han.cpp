// SPDX-License-Identifier: MIT
// Chinese numerals, alone or behind digits. See numeral.h for the idea.
#include <array>

#include "core/utf8.h"
#include "facts/numeral.h"
#include "facts/numeral_scale.h"

namespace assay {
namespace {

constexpr std::array<std::int64_t, 5> kPowersOfTen = {1, 10, 100, 1000, 10000};

/// A group below ten thousand while it is being read: the sum of what stands before, and the digit
/// that still waits for its power.
class HanGroup {
 public:
  HanGroup(const NumeralGrammar& grammar, std::string_view text, std::size_t offset)
      : grammar_(grammar), text_(text), at_(offset) {}

  /// Reads as far as the group goes. False when nothing was read.
  bool read() {
    while (step()) {
    }
    if (!any_) return false;
    settle_last_digit();
    read_fraction();
    return true;
  }

  [[nodiscard]] std::size_t end() const { return at_; }
  [[nodiscard]] Decimal low() const { return low_; }
  [[nodiscard]] Decimal high() const { return high_; }
  [[nodiscard]] bool vague() const { return vague_; }
  [[nodiscard]] bool open_digit() const { return open_digit_; }
  [[nodiscard]] bool digit_by_digit() const { return digit_by_digit_; }
  [[nodiscard]] bool bare_power() const { return bare_power_; }
  /// Of the only power, where it is 百 or 千 and nothing stands behind it; else 0.
  [[nodiscard]] int only_power() const {
    return powers_ == 1 && last_power_ >= 2 && !has_digit_ && !bare_power_ ? last_power_ : 0;
  }
  [[nodiscard]] bool lone_digit() const { return any_ && powers_ == 0 && !digit_by_digit_; }

 private:
  bool step() {
    const Sign sign = grammar_.words.sign_at(text_, at_);
    switch (sign.kind) {
      case SignKind::Digit:
        return add_digit(sign);
      case SignKind::Vague:
        return add_vague(sign);
      case SignKind::Tens:
        if (has_digit_ || powers_ > 0) return false;
        sum_low_ = sum_high_ = sign.value * 10;
        return advance(sign, 1);
      case SignKind::Power:
        return add_power(sign);
      default:
        return false;
    }
  }

  bool advance(const Sign& sign, int powers) {
    at_ += sign.length;
    powers_ += powers;
    any_ = true;
    return true;
  }

  bool add_digit(const Sign& sign) {
    if (digit_by_digit_) return append_plain_digit(sign);
    if (sign.value == 0) {
      if (has_digit_) return start_plain_digits(sign);
      zero_ = true;
      if (!any_) {  // a number that starts with 零
        has_digit_ = true;
        digit_low_ = digit_high_ = 0;
      }
      return advance(sign, 0);
    }
    if (!has_digit_) {
      has_digit_ = true;
      digit_low_ = digit_high_ = sign.value;
      return advance(sign, 0);
    }
    if (open_digit_) return false;
    const bool neighbours = sign.value == digit_low_ + 1 || (digit_low_ == 3 && sign.value == 5);
    if (!pair_ && neighbours && !another_digit_follows(sign)) {
      pair_ = vague_ = true;
      digit_high_ = sign.value;
      return advance(sign, 0);
    }
    return powers_ == 0 && start_plain_digits(sign);
  }

  [[nodiscard]] bool another_digit_follows(const Sign& sign) const {
    return grammar_.words.sign_at(text_, at_ + sign.length).kind == SignKind::Digit;
  }

  /// 二零二五: digits one by one.
  bool start_plain_digits(const Sign& sign) {
    digit_by_digit_ = true;
    plain_ = digit_low_;
    return append_plain_digit(sign);
  }
  bool append_plain_digit(const Sign& sign) {
    if (sign.kind != SignKind::Digit || plain_ > 99'999'999) return false;
    plain_ = plain_ * 10 + sign.value;
    return advance(sign, 0);
  }

  bool add_vague(const Sign& sign) {
    const SignKind next = grammar_.words.sign_at(text_, at_ + sign.length).kind;
    const bool power_follows = next == SignKind::Power || next == SignKind::Scale;
    if (has_digit_ || (sign.before_power && !power_follows)) return false;
    has_digit_ = vague_ = open_digit_ = true;
    digit_low_ = powers_ > 0 ? 1 : sign.value;  // 十几 begins at 11
    digit_high_ = sign.high;
    return advance(sign, 0);
  }

  bool add_power(const Sign& sign) {
    // 千瓦 and 百分点 are units, not powers.
    if (grammar_.units.find(text_, at_).length > sign.length) return false;
    if (digit_by_digit_ || (last_power_ != 0 && sign.value >= last_power_)) return false;
    const std::int64_t power = kPowersOfTen[static_cast<std::size_t>(sign.value)];
    if (!has_digit_) {
      if (any_ && sign.value != 1) return false;
      bare_power_ = sign.value != 1 && !any_;
      digit_low_ = digit_high_ = 1;
    }
    sum_low_ += digit_low_ * power;
    // "a few hundreds" ends where the next digit of the hundreds would begin: 200 .. 999.
    sum_high_ += open_digit_ ? (digit_high_ + 1) * power - 1 : digit_high_ * power;
    closed_by_vague_ = open_digit_;
    has_digit_ = pair_ = open_digit_ = zero_ = false;
    last_power_ = sign.value;
    return advance(sign, 1) && !closed_by_vague_;
  }

  void settle_last_digit() {
    if (digit_by_digit_) {
      low_ = high_ = Decimal(plain_, 0);
      return;
    }
    if (has_digit_) {
      // 两千五 is 2500; 两千零五 is 2005.
      const bool fills = last_power_ >= 2 && !zero_ && !open_digit_ && !pair_;
      const std::int64_t place =
          fills ? kPowersOfTen[static_cast<std::size_t>(last_power_ - 1)] : 1;
      sum_low_ += digit_low_ * place;
      sum_high_ += digit_high_ * place;
    }
    low_ = Decimal(sum_low_, 0);
    high_ = Decimal(sum_high_, 0);
  }

  /// 三点五. The point must stand between two numerals: 三点 is a time.
  void read_fraction() {
    const Sign point = grammar_.words.sign_at(text_, at_);
    if (point.kind != SignKind::Point || vague_ || digit_by_digit_) return;
    std::size_t at = at_ + point.length;
    Decimal value = low_;
    int places = 0;
    for (; places < 6; ++places) {
      const Sign digit = grammar_.words.sign_at(text_, at);
      if (digit.kind != SignKind::Digit) break;
      const auto longer = value.plus(Decimal(digit.value, -places - 1));
      if (!longer) break;
      value = *longer;
      at += digit.length;
    }
    if (places == 0) return;
    low_ = high_ = value;
    at_ = at;
    powers_ = std::max(powers_, 1);
  }

  const NumeralGrammar& grammar_;
  std::string_view text_;
  std::size_t at_;
  bool any_ = false;
  bool has_digit_ = false;   ///< a digit waits for its power
  bool open_digit_ = false;  ///< that digit is 几 or 数
  bool closed_by_vague_ = false;
  bool pair_ = false;  ///< it is a pair: 两三
  bool zero_ = false;  ///< 零 stands before it
  bool vague_ = false;
  bool digit_by_digit_ = false;
  bool bare_power_ = false;
  std::int64_t digit_low_ = 0, digit_high_ = 0;
  std::int64_t sum_low_ = 0, sum_high_ = 0;
  std::int64_t plain_ = 0;
  int last_power_ = 0;
  int powers_ = 0;
  Decimal low_, high_;
};

/// Does 半 stand before something that can be halved?
bool is_half_of_unit(const NumeralGrammar& grammar, std::string_view text, std::size_t offset) {
  const auto hit = grammar.units.find(text, offset);
  if (hit.unit == nullptr) return false;
  return hit.unit->dimension == Dimension::Duration || hit.unit->dimension == Dimension::Count;
}

std::optional<Numeral> read_half(const NumeralGrammar& grammar, std::string_view text,
                                 std::size_t offset, const Sign& sign) {
  if (!is_half_of_unit(grammar, text, offset + sign.length)) return std::nullopt;
  Numeral numeral;
  numeral.end = offset + sign.length;
  numeral.low = numeral.high = Decimal(5, -1);
  numeral.spelling = Spelling::Words;
  numeral.half = true;
  return numeral;
}

}  // namespace

std::optional<Numeral> read_han(const NumeralGrammar& grammar, std::string_view text,
                                std::size_t offset) {
  const Sign first = grammar.words.sign_at(text, offset);
  if (first.kind == SignKind::Half) return read_half(grammar, text, offset, first);
  std::size_t at = offset;
  const bool at_least = first.kind == SignKind::AtLeast;
  if (at_least) at += first.length;

  HanGroup group(grammar, text, at);
  Numeral numeral;
  numeral.spelling = Spelling::Words;
  if (group.read()) {
    if (at_least && !group.bare_power()) return std::nullopt;
    numeral.end = group.end();
    numeral.low = group.low();
    numeral.high = group.high();
    numeral.vague = group.vague();
    numeral.digit_by_digit = group.digit_by_digit();
    numeral.bare_power = group.bare_power();
    numeral.group_power = group.only_power();
    numeral.lone_one = group.lone_digit() && !numeral.vague && group.low().coefficient() == 1;
  } else {
    // 万亿, 亿: a scale that stands alone counts as one of it.
    const Sign scale = grammar.words.sign_at(text, at);
    if (scale.kind != SignKind::Scale || scale.after_number) return std::nullopt;
    numeral.end = at;
    numeral.low = numeral.high = Decimal(1, 0);
    numeral.bare_power = true;
  }
  ScaleContext context{grammar, text, group.open_digit()};
  if (!read_scales(context, numeral)) return std::nullopt;
  if (numeral.scaled) numeral.lone_one = false;
  if (at_least) {
    numeral.hedge = Hedge::AtLeast;
    numeral.bare_power = false;
  }
  return numeral;
}

std::optional<Numeral> read_han_group(const NumeralGrammar& grammar, std::string_view text,
                                      std::size_t offset) {
  HanGroup group(grammar, text, offset);
  if (!group.read() || group.digit_by_digit()) return std::nullopt;
  Numeral numeral;
  numeral.end = group.end();
  numeral.low = group.low();
  numeral.high = group.high();
  numeral.vague = group.vague();
  numeral.lone_one = group.lone_digit();
  numeral.spelling = Spelling::Words;
  return numeral;
}

}  // namespace assay
