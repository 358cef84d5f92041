// SPDX-License-Identifier: MIT
#include "facts/compound_duration.h"

#include <cmath>

#include "core/utf8.h"
#include "facts/text_probe.h"

namespace assay {
namespace {

constexpr double kDay = 86400;  // Units: s

/// Whether the number of a part is a whole one in figures, to which smaller units may be added.
bool is_whole(const QuantityPart& part) {
  const Numeral& numeral = part.numeral;
  return numeral.low.exponent() >= 0 && numeral.low.to_double() == numeral.high.to_double() &&
         !numeral.vague && !numeral.half && !numeral.scaled && numeral.hedge == Hedge::None &&
         !part.negative && !part.fraction && part.currency == nullptr;
}

/// The duration that the unit of a part is. Beside another one 分 is a minute, too.
const Unit* duration_of(std::string_view text, const Knowledge& knowledge, QuantityPart& part) {
  constexpr std::string_view kMinutes = "分";
  if (part.unit == nullptr) {
    if (!text.substr(part.number_end).starts_with(kMinutes)) return nullptr;
    part.end = part.number_end + kMinutes.size();
    return knowledge.units().find("min");
  }
  return part.unit->dimension == Dimension::Duration ? part.unit : nullptr;
}

/// How many of the smaller unit make one of the larger; 0 where that is no whole number.
std::int64_t how_many(const Unit& larger, const Unit& smaller) {
  const double ratio = larger.scale.to_double() / smaller.scale.to_double();
  const double whole = std::round(ratio);
  constexpr double kRounding = 1e-9;
  return whole > 1 && std::abs(ratio - whole) < kRounding * whole ? std::llround(whole) : 0;
}

/// Where the number of the smaller unit may start: 零 and "and" may stand between.
std::size_t behind_joint(std::string_view text, std::size_t at) {
  const std::size_t next = skip_one_space(text, at);
  for (const std::string_view joint : {"零", "又", "and "})
    if (starts_with_lowered(text.substr(next), joint)) return next + joint.size();
  return next;
}

/// 9秒83: hundredths, as runners are timed.
void read_hundredths(std::string_view text, const Knowledge& knowledge, QuantityPart& part) {
  constexpr std::size_t kMostDigits = 2;
  std::size_t end = part.end;
  while (is_digit_at(text, end)) ++end;
  const std::size_t digits = end - part.end;
  const bool ends = end >= text.size() || !(is_letter_at(text, end) || text[end] == '.' ||
                                            text[end] == '%' || text[end] == ':');
  if (part.unit->id != "s" || !is_han_at(text, part.number_end) || digits == 0 ||
      digits > kMostDigits || !ends)
    return;
  if (knowledge.unit_surfaces().find(text, end).unit != nullptr) return;  // 每30秒10个
  std::int64_t hundredths = 0;
  for (std::size_t at = part.end; at < end; ++at) hundredths = hundredths * 10 + (text[at] - '0');
  const auto sum = part.numeral.low.plus(Decimal(hundredths, -static_cast<int>(digits)));
  if (!sum) return;
  part.numeral.low = part.numeral.high = *sum;
  part.end = end;
}

}  // namespace

void read_smaller_units(std::string_view text, const Knowledge& knowledge, QuantityPart& part) {
  QuantityPart whole = part;
  const Unit* larger = duration_of(text, knowledge, whole);
  if (larger == nullptr || !is_whole(whole)) return;
  const std::size_t next = behind_joint(text, whole.end);
  // 一天八小时 are eight hours of each day; 一年零三个月 are fifteen months.
  const bool joined = next != skip_one_space(text, whole.end);
  if (whole.numeral.lone_one && !joined && larger->scale.to_double() >= kDay) return;
  std::size_t refused = 0;
  auto smaller = next < text.size() ? read_part(text, next, knowledge, refused) : std::nullopt;
  const Unit* unit = smaller ? duration_of(text, knowledge, *smaller) : nullptr;
  const std::int64_t count = unit != nullptr && !smaller->negative ? how_many(*larger, *unit) : 0;
  // 6分30秒 says that 分 is a minute; a unit of its own needs no such neighbour.
  if (count == 0 || smaller->numeral.low.to_double() >= static_cast<double>(count)) {
    if (part.unit != nullptr) read_hundredths(text, knowledge, part);
    return;
  }
  const auto in_smaller = whole.numeral.low.times(Decimal(count, 0));
  const auto low = in_smaller ? in_smaller->plus(smaller->numeral.low) : std::nullopt;
  const auto high = in_smaller ? in_smaller->plus(smaller->numeral.high) : std::nullopt;
  if (!low || !high) return;
  part.numeral = smaller->numeral;
  part.numeral.low = *low;
  part.numeral.high = *high;
  part.numeral.lone_one = false;
  part.unit = unit;
  part.written_unit = unit->id;
  part.end = smaller->end;
}

}  // namespace assay
