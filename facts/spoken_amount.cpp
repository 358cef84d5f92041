// SPDX-License-Identifier: MIT
#include "facts/spoken_amount.h"

#include "core/utf8.h"
#include "facts/text_probe.h"

namespace assay {
namespace {

/// One digit of a price, in either script; length 0 when none stands there.
Sign price_digit_at(std::string_view text, std::size_t at, const Knowledge& knowledge) {
  if (is_digit_at(text, at) && !is_digit_at(text, at + 1)) {
    Sign digit;
    digit.kind = SignKind::Digit;
    digit.value = text[at] - '0';
    digit.length = 1;
    return digit;
  }
  const Sign sign = knowledge.numerals().sign_at(text, at);
  return sign.kind == SignKind::Digit ? sign : Sign{};
}

/// Whether a price may end with the digit [begin, end): no word or larger number goes on from it.
bool ends_price(std::string_view text, std::size_t begin, std::size_t end,
                const Knowledge& knowledge) {
  if (per_one_at(text, end, knowledge).unit != nullptr) return true;
  if (knowledge.lexicon().find(text, begin).length > end - begin) return false;
  if (is_digit_at(text, end) || knowledge.numerals().sign_at(text, end).kind != SignKind::None)
    return false;
  if (!is_han_at(text, end)) return true;
  return knowledge.unit_surfaces().find(text, end).unit == nullptr &&
         knowledge.lexicon().find(text, end).length > 0;
}

/// The digits behind 块 or 毛, each a place lower: 二, 五毛, 五毛八分.
struct Coins {
  Decimal value;
  std::size_t end = 0;
};

Coins take_lower_coins(std::string_view text, const Knowledge& knowledge, Coins coins, int place) {
  for (bool named = true; named && place >= -2; --place) {
    const Sign digit = price_digit_at(text, coins.end, knowledge);
    if (digit.length == 0) break;
    std::size_t end = coins.end + digit.length;
    const Sign coin = knowledge.numerals().sign_at(text, end);
    named = coin.kind == SignKind::Coin && coin.value == place;
    if (named) end += coin.length;
    if (!named && !ends_price(text, coins.end, end, knowledge)) break;
    const auto sum = coins.value.plus(Decimal(digit.value, place));
    if (!sum) break;
    coins = {*sum, end};
  }
  return coins;
}

}  // namespace

PerOne per_one_at(std::string_view text, std::size_t at, const Knowledge& knowledge) {
  const Sign one = knowledge.numerals().sign_at(text, at);
  if (one.kind != SignKind::Digit || one.value != 1 || one.length != kHanLength) return {};
  const std::size_t begin = at + one.length;
  const auto hit = knowledge.unit_surfaces().find_denominator(text, begin);
  if (hit.unit == nullptr || hit.unit->dimension == Dimension::Money ||
      hit.unit->dimension == Dimension::Ratio)
    return {};
  const std::size_t end = begin + hit.length;
  if (knowledge.lexicon().find(text, at).length > end - at) return {};
  const TimeWord* behind = knowledge.times().find(text, end);
  if (behind != nullptr && behind->after_duration) return {};  // 95万元一年后
  return {hit.unit, begin, end};
}

bool read_coins(std::string_view text, const Knowledge& knowledge, QuantityPart& part) {
  const Sign coin = knowledge.numerals().sign_at(text, part.number_end);
  constexpr int kSmallestNamed = -1;  // 分 alone is a point of a score
  if (coin.kind != SignKind::Coin || coin.value < kSmallestNamed || part.numeral.vague ||
      part.numeral.half)
    return false;
  const std::size_t coin_end = part.number_end + coin.length;
  Coins coins = take_lower_coins(text, knowledge, {part.numeral.low.shifted(coin.value), coin_end},
                                 coin.value - 1);
  bool price = coins.end > coin_end;
  constexpr std::string_view kMoney = "钱";
  if (text.substr(coins.end, kMoney.size()) == kMoney) {
    coins.end += kMoney.size();
    price = true;
  }
  const PerOne per = per_one_at(text, coins.end, knowledge);
  // 白天八毛: nothing else is counted by it. 块 counts pieces of anything.
  price = price || (coin.value < 0 && ends_price(text, part.number_end, coin_end, knowledge));
  const bool pieces = per.unit != nullptr && per.unit->id == "块";  // 一块一块
  if (!price && (per.unit == nullptr || pieces)) return false;
  part.unit = knowledge.units().find("CNY");
  part.written_unit = std::string(text.substr(part.number_end, coin.length));
  part.numeral.low = part.numeral.high = coins.value;
  part.numeral.lone_one = false;
  part.end = coins.end;
  return part.unit != nullptr;
}

void release_last_one(std::string_view text, const Knowledge& knowledge, QuantityPart& part) {
  if (part.number_end < part.begin + 2 * kHanLength || part.fraction) return;
  const std::size_t one_at = part.number_end - kHanLength;
  const PerOne per = per_one_at(text, one_at, knowledge);
  if (per.unit == nullptr || per.unit_begin != part.number_end) return;
  const NumeralGrammar grammar{knowledge.numerals(), knowledge.unit_surfaces()};
  const std::string_view before = text.substr(0, one_at);
  const auto shorter = is_digit_at(text, part.begin)
                           ? read_digits(grammar, before, part.begin, false)
                           : read_han(grammar, before, part.begin);
  if (!shorter || shorter->end != one_at) return;
  const bool genuine = part.numeral.low.to_double() - shorter->low.to_double() <= 1;
  if (genuine) return;
  part.numeral = *shorter;
  part.number_end = part.end = one_at;
}

}  // namespace assay
