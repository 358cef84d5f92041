// SPDX-License-Identifier: MIT
#pragma once
/// A quantity: an interval of real numbers in a unit, as stated and as it may be meant.
///
/// *Rounding is meaning.* `stated` is what stands there ("80%" -> [0.8, 0.8]); `tolerance` is the
/// interval of true values for which a careful writer could have written it ([0.795, 0.805)).
/// Two quantities contradict only when their tolerances do not meet. The rules, after the reported
/// precision of XBRL Calculations 1.1:
///
/// - half a unit of the last written digit on either side: 80% -> [79.5%, 80.5%), 1.30 -> ±0.005;
/// - of two or more trailing zeros all but the last are taken as rounding:
///   500 -> ±5, 4000 -> ±50, 100000 -> ±5000, but 80 -> ±0.5;
/// - "about" (约, 左右, roughly) widens to ±10% of the value, and no less than the rounding;
/// - "nearly" (近, almost) reaches down by 10% and not up; "a little over" (多, 出头) reaches up by
///   one step of the last non-zero digit;
/// - spelt-out small integers of countable things ("three lines", 三条) are exact.

#include <string>

#include "core/interval.h"
#include "core/unit.h"

namespace assay {

/// What a hedge does to the number it stands at.
enum class Hedge : std::uint8_t {
  None,
  About,       ///< 约, 左右, roughly
  Nearly,      ///< 近, 将近, almost: a little below
  LittleOver,  ///< 多, 余, 出头: between the figure and the next step of its last digit
  AtLeast,     ///< 至少, 以上, at least
  MoreThan,    ///< 超过, 逾, more than
  AtMost,      ///< 至多, 以下, 以内, at most
  LessThan,    ///< 不到, 不足, under
};

struct Quantity {
  Interval stated;     ///< Units: canonical
  Interval tolerance;  ///< Units: canonical; covers `stated`
  MeasuredIn unit;
  double written_low = 0;    ///< in the written unit, scale words applied; -inf when unbounded
  double written_high = 0;   ///< likewise; +inf when unbounded
  std::string written_unit;  ///< as written: "%", "台", "亿元" without its scale word
  Hedge hedge = Hedge::None;
  bool approximate = false;        ///< a hedge or a vague word says that it is no exact figure
  bool vague = false;              ///< a word, not a figure: 个位数, 过半, dozens
  bool currency_inferred = false;  ///< money, but no currency is written (利润16亿)
};

/// An interval of written values in the canonical unit; ends that are infinite stay so.
[[nodiscard]] Interval to_canonical(const Interval& written, const MeasuredIn& unit);

/// How a number was written, as far as its precision depends on it.
enum class Spelling : std::uint8_t { Digits, Words };

/// The interval of written values that "about this many" may stand for (see the rules above).
/// Units: the written unit. `spelling` Words with a small integer gives the exact point.
[[nodiscard]] Interval rounding_interval(const Decimal& written, Hedge hedge, Spelling spelling);

/// The bound that `hedge` makes of `value` ("more than doubled" is above 2); `otherwise` for a hedge
/// that is no bound.
[[nodiscard]] Interval bounded_by(Hedge hedge, double value, const Interval& otherwise);

/// The interval as stated under a hedge: at least -> [x, inf), 多 -> (x, x + step).
/// Units: the written unit.
[[nodiscard]] Interval stated_interval(const Decimal& written, Hedge hedge);

}  // namespace assay
