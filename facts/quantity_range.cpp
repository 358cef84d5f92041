// SPDX-License-Identifier: MIT
#include "facts/quantity_range.h"

#include <algorithm>
#include <array>

#include "core/utf8.h"
#include "facts/text_probe.h"

namespace assay {
namespace {

/// How two ends of a range are joined.
enum class Joiner : std::uint8_t { None, Dash, To, And, PlusMinus };

struct RangeJoint {
  Joiner kind = Joiner::None;
  std::size_t end = 0;
};

/// The range joiner at `offset`: a dash or tilde, 至, 到, ±, " to ", " and " between two numbers.
RangeJoint joiner_at(std::string_view text, std::size_t offset, const QuantityContext& context) {
  const std::size_t at = skip_one_space(text, offset);
  if (at >= text.size()) return {};
  const CodePoint point = decode(text, at);
  constexpr char32_t kPlusMinus = 0xB1;
  if (point.value == kPlusMinus)
    return {Joiner::PlusMinus, skip_one_space(text, at + point.length)};
  constexpr std::string_view kSpeltPlusMinus = "+/-";
  if (text.substr(at).starts_with(kSpeltPlusMinus))
    return {Joiner::PlusMinus, skip_one_space(text, at + kSpeltPlusMinus.size())};
  constexpr std::array<char32_t, 7> kDashes = {'-', '~', 0x2013, 0x2014, 0x223C, 0x301C, 0x2212};
  if (at == offset && text.substr(at).starts_with("--"))  // as typesetters write a dash
    return {Joiner::Dash, at + 2};
  if (std::find(kDashes.begin(), kDashes.end(), point.value) != kDashes.end())
    return {Joiner::Dash, skip_one_space(text, at + point.length)};
  if (point.value == 0x81F3 || point.value == 0x5230)  // the characters read "to"
    return {Joiner::To, skip_one_space(text, at + point.length)};
  if (at > offset && starts_with_lowered(text.substr(at), "to ")) return {Joiner::To, at + 3};
  if (at > offset && context.between_before && starts_with_lowered(text.substr(at), "and "))
    return {Joiner::And, at + 4};
  const bool han_and = point.value == 0x548C || point.value == 0x4E0E;  // "and" of "between … and"
  if (context.between_before && han_and)
    return {Joiner::And, skip_one_space(text, at + point.length)};
  return {};
}

/// Gives the first end the scale of the second: in 276-317.8亿 both are 亿, in 两到三百 both are
/// hundreds, in 5000-1万 only the second is scaled.
void share_scale(QuantityPart& first, const QuantityPart& second) {
  const Numeral& end = second.numeral;
  if (first.numeral.power > 0 || first.numeral.group_power > 0 || first.unit != first.currency)
    return;
  for (const int power : {end.power + end.group_power, end.power}) {
    if (power == 0) continue;
    constexpr double kRounding = 1.0000001;
    const double mantissa = end.low.shifted(-power).to_double();
    if (first.numeral.low.to_double() > mantissa * kRounding) continue;
    first.numeral.low = first.numeral.low.shifted(power);
    first.numeral.high = first.numeral.high.shifted(power);
    first.numeral.scaled = true;
    return;
  }
}

/// 0.38~0.69: two figures with a decimal point and a dash are a range without any unit.
bool are_decimals(const QuantityPart& first, const QuantityPart& second, const RangeJoint& joint) {
  return joint.kind == Joiner::Dash && first.numeral.low.exponent() < 0 &&
         second.numeral.low.exponent() < 0 &&
         first.numeral.low.to_double() < second.numeral.high.to_double();
}

bool joins(std::string_view text, QuantityPart& first, QuantityPart& second,
           const RangeJoint& joint, const QuantityContext& context) {
  const bool first_has_unit = first.unit != nullptr && first.unit != first.currency;
  if (first_has_unit && second.unit == nullptr) {
    // 百分之三十到六十, 15%-30
    if (joint.kind == Joiner::Dash || first.unit->dimension != Dimension::Ratio) return false;
    // "fell 9% to 8.8 million": a change and what it led to.
    if (second.numeral.scaled) return false;
    second.unit = first.unit;
  }
  if (first_has_unit && second.unit->dimension != first.unit->dimension) return false;
  if (second.unit == nullptr && first.currency != nullptr) {  // $3 to 4 billion
    second.unit = second.currency = first.currency;
    second.written_unit = first.written_unit;
  }
  if (first.currency != nullptr && is_bare_yuan(second))  // 新台币3亿元到4亿元
    second.unit = second.currency = first.currency;
  if (second.unit == nullptr && !second.numeral.scaled && !context.table_cell &&
      context.head_unit == nullptr && !read_counted_noun(text, context.knowledge, second) &&
      !are_decimals(first, second, joint))
    return false;
  share_scale(first, second);
  // 7纳米到5纳米, 从 aside: two steps of a path, not a range; 14-7 纳米 is a range written down.
  const bool falling = first.numeral.low.to_double() > second.numeral.high.to_double();
  return !falling || (joint.kind != Joiner::To && !first_has_unit) ||
         context.knowledge.lexicon().find_class(text, second.end, WordClass::RangeBehind) > 0;
}

bool is_ratio(const QuantityPart& part) {
  return part.unit != nullptr && part.unit->dimension == Dimension::Ratio;
}

/// 25±3%, 5V±10%: makes the two ends of a figure and how far it may be off. The second part keeps
/// the unit of both.
bool spread_around(QuantityPart& middle, QuantityPart& spread) {
  Decimal value = middle.negative ? middle.numeral.low.negated() : middle.numeral.low;
  Decimal off = spread.numeral.low;
  const bool measured = middle.unit != nullptr || middle.numeral.scaled;
  const bool relative = measured && is_ratio(spread) && !is_ratio(middle);  // of the figure itself
  if (relative) {
    const auto part = value.times(off);
    const auto scaled = part ? part->times(spread.unit->scale) : std::nullopt;
    if (!scaled) return false;
    off = *scaled;
  } else if (!middle.numeral.scaled && spread.numeral.scaled) {  // 3.2±0.1亿
    value = value.shifted(spread.numeral.power + spread.numeral.group_power);
  }
  if (relative || spread.unit == nullptr) {
    spread.unit = middle.unit;
    spread.currency = middle.currency;
    spread.written_unit = middle.written_unit;
  } else if (middle.unit != nullptr && middle.unit != spread.unit) {
    return false;
  }
  const auto low = value.plus(off.negated());
  const auto high = value.plus(off);
  if (!low || !high) return false;
  middle.negative = false;  // the ends have their own signs
  middle.numeral.low = middle.numeral.high = *low;
  spread.numeral.low = spread.numeral.high = *high;
  return true;
}

}  // namespace

std::optional<QuantityPart> read_range_end(std::string_view text, QuantityPart& first,
                                           const QuantityContext& context) {
  const RangeJoint joint = joiner_at(text, first.end, context);
  if (joint.kind == Joiner::None || first.fraction || joint.end >= text.size()) return std::nullopt;
  // "从 30% 到 60%" is a change: two quantities.
  if (joint.kind == Joiner::To && context.from_before) return std::nullopt;
  std::size_t refused = 0;
  const bool money_first = first.currency != nullptr && first.unit == first.currency;
  const Unit* currency = money_first && joint.kind == Joiner::Dash ? first.currency : nullptr;
  auto second = read_part(text, joint.end, context.knowledge, refused, currency);
  if (!second || second->fraction || second->negative) return std::nullopt;
  if (joint.kind == Joiner::PlusMinus) {
    if (context.minus_before) return std::nullopt;
    if (!spread_around(first, *second)) return std::nullopt;
    return second;
  }
  if (!joins(text, first, *second, joint, context)) return std::nullopt;
  return second;
}

}  // namespace assay
