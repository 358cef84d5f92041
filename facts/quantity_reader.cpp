// SPDX-License-Identifier: MIT
#include "facts/quantity_reader.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/utf8.h"
#include "facts/quantity_list.h"
#include "facts/quantity_part.h"
#include "facts/quantity_range.h"
#include "facts/spoken_amount.h"
#include "facts/text_probe.h"

namespace assay {
namespace {

/// A hedge word behind the unit.
struct HedgeBehind {
  Hedge hedge = Hedge::None;
  std::size_t end = 0;
};

/// 内 alone limits a duration only: 三年内, but not 5家内资银行.
bool is_inside_word(std::string_view text, std::size_t at, std::size_t length) {
  return length == 3 && decode(text, at).value == 0x5185;
}

HedgeBehind hedge_behind(std::string_view text, std::size_t offset, const Unit* unit,
                         const Lexicon& lexicon) {
  constexpr std::array<std::pair<WordClass, Hedge>, 4> kBehind = {{
      {WordClass::AboutAfter, Hedge::About},
      {WordClass::LittleOverAfter, Hedge::LittleOver},
      {WordClass::AtLeastAfter, Hedge::AtLeast},
      {WordClass::AtMostAfter, Hedge::AtMost},
  }};
  const std::size_t at = skip_one_space(text, offset);
  HedgeBehind best{Hedge::None, offset};
  for (const auto& [word_class, hedge] : kBehind) {
    const std::size_t length = lexicon.find_class(text, at, word_class);
    if (length == 0 || at + length <= best.end) continue;
    const bool duration = unit != nullptr && unit->dimension == Dimension::Duration;
    if (is_inside_word(text, at, length) && !duration) continue;
    best = {hedge, at + length};
  }
  return best;
}

/// Builds one ScannedQuantity from what was read.
class QuantityReader {
 public:
  QuantityReader(std::string_view text, std::size_t offset, const QuantityContext& context)
      : text_(text), offset_(offset), context_(context), knowledge_(context.knowledge) {}

  std::optional<ScannedQuantity> read(std::size_t& skip) {
    skip = offset_;
    std::size_t refused = offset_;
    auto first = read_part(text_, offset_, knowledge_, refused);
    skip = refused;
    if (!first) return std::nullopt;
    first_ = *first;
    if (!context_.table_cell) share_unit_of_list(text_, knowledge_, first_);
    last_ = first_;
    read_range();
    take_local_currency();
    read_degrees_below_zero();
    read_points();
    read_more_behind();
    if (last_.unit == nullptr && !last_.fraction && !take_missing_unit()) return refuse(skip);
    if (!range_) read_per(text_, knowledge_, last_);
    if (!is_amount()) return refuse(skip);
    read_hedge_behind();
    skip = hedge_end_;
    return build();
  }

 private:
  std::optional<ScannedQuantity> refuse(std::size_t& skip) const {
    skip = std::max(skip, last_.number_end);
    return std::nullopt;
  }

  void read_range() {
    const auto end = read_range_end(text_, first_, context_);
    if (!end) return;
    last_ = *end;
    range_ = true;
  }

  /// A bare 元 or ¥ means what it means in this document.
  void take_local_currency() {
    if (last_.unit == nullptr || last_.unit->id != "CNY") return;
    currency_inferred_ = last_.spoken_price;
    const Unit* local = nullptr;
    if (last_.currency == nullptr && is_bare_yuan(last_)) local = context_.currency.yuan;
    constexpr std::string_view kYenSign = "¥";
    if (text_.substr(first_.begin, kYenSign.size()) == kYenSign) local = context_.currency.yen_sign;
    if (local == nullptr) return;
    last_.unit = local;
    currency_inferred_ = true;
  }

  /// 零下四十度: 度 alone is a degree of anything, below zero it is one of temperature.
  void read_degrees_below_zero() {
    constexpr std::string_view kDegree = "度";
    if (last_.unit != nullptr || !context_.minus_before) return;
    if (!text_.substr(last_.end).starts_with(kDegree)) return;
    last_.unit = knowledge_.units().find("°C");
    last_.written_unit = kDegree;
    last_.end += kDegree.size();
  }

  /// 降了五个点: what a share or a price is spoken of to rise and fall by; 讲五个点 counts topics.
  void read_points() {
    constexpr std::string_view kPoint = "点";
    if (!context_.change_before || last_.unit == nullptr || last_.unit->id != "个") return;
    if (!text_.substr(last_.end).starts_with(kPoint)) return;
    if (knowledge_.lexicon().find(text_, last_.end).length > kPoint.size()) return;
    last_.unit = knowledge_.units().find("百分点");
    last_.written_unit += kPoint;
    last_.end += kPoint.size();
  }

  /// 三年多, 3倍多, 20%多: not where 多 begins a word of its own (两家多次).
  void read_more_behind() {
    if (last_.unit == nullptr || last_.numeral.hedge != Hedge::None) return;
    const Sign more = knowledge_.numerals().sign_at(text_, last_.end);
    if (more.kind != SignKind::More || more.about) return;
    const std::size_t next = last_.end + more.length;
    if (knowledge_.unit_surfaces().find(text_, next).unit != nullptr) return;
    last_.numeral.hedge = Hedge::LittleOver;
    last_.end = next;
  }

  /// A number without a unit: the table's head, an English noun, or its scale must make it one.
  bool take_missing_unit() {
    if (context_.head_unit != nullptr) return true;
    if (last_.numeral.scaled) {
      read_counted_noun_behind();
      return !context_.ordinal_before;
    }
    if (context_.table_cell) return last_.numeral.spelling == Spelling::Digits;
    if (context_.name_before || context_.ordinal_before) return false;
    if (is_price_of_one()) return true;
    if (is_spelt_zero()) return context_.level_before && ends_here();
    if (last_.numeral.lone_one || last_.numeral.half || last_.numeral.digit_by_digit) return false;
    if (read_counted_noun(text_, knowledge_, last_) || is_some_of_them()) return true;
    // 两百八, 六千九: spoken amounts leave out what everybody knows.
    constexpr double kSmallestSpokenAmount = 100;
    if (last_.numeral.spelling == Spelling::Words && !last_.numeral.bare_power &&
        static_cast<unsigned char>(text_[last_.begin]) >= 0x80)
      return last_.numeral.low.to_double() >= kSmallestSpokenAmount;
    // 2,655, 3.5 and "two point six" are written with care; a bare 38 may be anything.
    const bool digits = last_.numeral.spelling == Spelling::Digits;
    const bool hedged = digits && context_.hedge_before != Hedge::None;
    return (last_.numeral.separated || hedged) && !is_glued();
  }

  /// 八千一张, 500一晚: what one of them costs.
  [[nodiscard]] bool is_price_of_one() const {
    constexpr double kSmallest = 10;
    return last_.numeral.low.to_double() >= kSmallest && !last_.numeral.digit_by_digit &&
           per_one_at(text_, last_.end, knowledge_).unit != nullptr;
  }

  /// 零, zero: an amount where a share is said to fall to it; also half of "zero-sum", 零售.
  [[nodiscard]] bool is_spelt_zero() const {
    return last_.numeral.spelling == Spelling::Words && last_.numeral.low.is_zero();
  }

  [[nodiscard]] bool ends_here() const {
    return !is_han_at(text_, last_.end) && !is_digit_at(text_, last_.end) && !is_glued();
  }

  /// "four of the ten plants", "300 of them"
  [[nodiscard]] bool is_some_of_them() const {
    constexpr std::array<std::string_view, 5> kOf = {" of the ", " of its ", " of their ",
                                                     " of them", " of these "};
    const std::string_view behind = text_.substr(last_.number_end);
    return std::any_of(kOf.begin(), kOf.end(),
                       [&](std::string_view of) { return starts_with_lowered(behind, of); });
  }

  void read_counted_noun_behind() { read_counted_noun(text_, knowledge_, last_); }

  [[nodiscard]] bool is_glued() const {
    const auto next = static_cast<unsigned char>(last_.end < text_.size() ? text_[last_.end] : ' ');
    return is_ascii_letter(next) || next == '-' || next == '/' || next == ':';
  }

  /// Articles, ordinals and sayings have the shape of a quantity and are none.
  [[nodiscard]] bool is_amount() const {
    if (first_.fraction) return true;
    const Numeral& numeral = first_.numeral;
    const Unit* unit = last_.unit;
    const bool counted = unit == nullptr || unit->dimension == Dimension::Count;
    const bool duration = unit != nullptr && unit->dimension == Dimension::Duration;
    if (context_.ordinal_before && (counted || (duration && context_.numbered_before)))
      return false;  // 前三家, 第20年
    if (numeral.digit_by_digit && (counted || duration)) return false;
    if (numeral.half && context_.determiner_before) return false;
    // 每百万token收费2元, 2元/百万token: what an amount is for.
    const bool per =
        context_.determiner_before || (first_.begin > 0 && text_[first_.begin - 1] == '/');
    if (numeral.bare_power && is_unit_in_brackets()) return false;
    if (numeral.bare_power && per && context_.hedge_before == Hedge::None) return false;
    if (numeral.bare_power && !numeral.scaled && numeral.hedge == Hedge::None &&
        context_.hedge_before == Hedge::None)
      return false;
    if (numeral.bare_power && numeral.low.coefficient() == 1 && numeral.low.exponent() <= 8 &&
        context_.hedge_before == Hedge::None && numeral.spelling == Spelling::Words &&
        last_.number_end - first_.begin <= 3)
      return false;  // 万元, 亿元 as a unit of account
    if (!numeral.lone_one || range_) return true;
    if (counted) return context_.emphatic_before || context_.hedge_before != Hedge::None;
    if (duration) return !context_.determiner_before;
    return true;
  }

  /// 收入（百万美元）, （单位：百万元）: in what the amounts around it are.
  [[nodiscard]] bool is_unit_in_brackets() const {
    constexpr std::array<std::string_view, 2> kOpen = {"(", "单位:"};
    const std::string_view before = text_.substr(0, first_.begin);
    return text_.substr(last_.end).starts_with(')') &&
           std::ranges::any_of(kOpen,
                               [&](std::string_view open) { return before.ends_with(open); });
  }

  void read_hedge_behind() {
    hedge_ = last_.numeral.hedge != Hedge::None ? last_.numeral.hedge : first_.numeral.hedge;
    hedge_end_ = last_.end;
    const HedgeBehind behind = hedge_behind(text_, last_.end, last_.unit, knowledge_.lexicon());
    if (behind.hedge != Hedge::None) {
      hedge_ = behind.hedge;
      hedge_end_ = behind.end;
    } else if (hedge_ == Hedge::None) {
      hedge_ = context_.hedge_before;
    }
  }

  [[nodiscard]] MeasuredIn measured_in() const {
    if (last_.unit == nullptr && context_.head_unit != nullptr)
      return context_.head_unit->quantity.unit;
    std::vector<UnitFactor> factors;
    static const Unit kCounted{};  // a bare number counts things
    factors.push_back({last_.unit != nullptr ? last_.unit : &kCounted, 1, Decimal(1, 0)});
    factors.insert(factors.end(), last_.per.begin(), last_.per.end());
    // 每周工时48小时 is a time, 每年42台 a rate.
    const bool rateable = last_.unit == nullptr || last_.unit->dimension == Dimension::Count ||
                          last_.unit->dimension == Dimension::Money ||
                          last_.unit->dimension == Dimension::Information ||
                          last_.unit->dimension == Dimension::Mass;
    if (last_.per.empty() && context_.rate_before != nullptr && rateable)
      factors.push_back({context_.rate_before, -1, Decimal(1, 0)});
    return compose(factors);
  }

  ScannedQuantity build() const {
    ScannedQuantity scanned;
    scanned.span = {first_.begin, last_.end};
    scanned.with_hedge = {
        context_.hedge_before != Hedge::None ? context_.hedge_begin : first_.begin, hedge_end_};
    scanned.from = context_.from_before;
    Quantity& quantity = scanned.quantity;
    quantity.unit = measured_in();
    quantity.hedge = hedge_;
    quantity.written_unit = last_.noun.empty() ? last_.written_unit : last_.noun;
    if (last_.unit == nullptr && context_.head_unit != nullptr)
      quantity.written_unit = context_.head_unit->quantity.written_unit;
    quantity.vague = first_.numeral.vague || last_.numeral.vague;
    quantity.currency_inferred = currency_inferred_;
    quantity.approximate = quantity.vague || hedge_ == Hedge::About || hedge_ == Hedge::Nearly ||
                           hedge_ == Hedge::LittleOver || first_.numeral.bare_power;
    scanned.unitless = last_.unit == nullptr && !last_.fraction && last_.noun.empty() &&
                       context_.head_unit == nullptr;
    scanned.scaled = first_.numeral.scaled || last_.numeral.scaled;
    if (first_.fraction) {
      set_fraction(quantity);
    } else {
      set_values(quantity);
    }
    return scanned;
  }

  /// 三分之一 is a ratio that no decimal writes; it is a round figure, good to about 5%.
  void set_fraction(Quantity& quantity) const {
    const double share = *first_.fraction;
    quantity.unit = MeasuredIn{Dimension::Ratio, "1", Decimal(1, 0), 1, 0};
    quantity.written_low = quantity.written_high = share;
    quantity.stated = bounded_by(hedge_, share, Interval::point(share));
    constexpr double kFractionTolerance = 0.05;
    quantity.tolerance = bounded_by(
        hedge_, share,
        Interval::half_open(share * (1 - kFractionTolerance), share * (1 + kFractionTolerance)));
  }

  void set_values(Quantity& quantity) const {
    Decimal low = first_.numeral.low;
    Decimal high = last_.numeral.high;
    if (last_.unit != nullptr && last_.unit->id == "番") {
      // 翻两番 doubles twice.
      low = high =
          Decimal(1LL << std::clamp(low.coefficient(), std::int64_t{0}, std::int64_t{20}), 0);
    }
    if (first_.negative || context_.minus_before) {
      low = low.negated();
      if (!range_) high = high.negated();
    }
    if (low.to_double() > high.to_double()) std::swap(low, high);
    const bool one_figure = !range_ && !first_.numeral.vague;
    // Spelt-out small numbers are exact for what is counted; 三成 is as round as 30%.
    const bool counted = last_.unit == nullptr || last_.unit->dimension == Dimension::Count;
    const Spelling spelling = counted ? first_.numeral.spelling : Spelling::Digits;
    Interval stated;
    Interval tolerance;
    if (one_figure) {
      stated = stated_interval(low, hedge_);
      tolerance = rounding_interval(low, hedge_, spelling);
    } else {
      stated = range_interval(low.to_double(), high.to_double());
      const Interval below = rounding_interval(low, rounding_hedge(), spelling);
      const Interval above = rounding_interval(high, rounding_hedge(), spelling);
      tolerance = first_.numeral.vague ? stated : range_interval(below.low, above.high);
    }
    if (may_mean_one_time_less(low)) tolerance.low -= 1;
    quantity.written_low = stated.low;
    quantity.written_high = stated.high;
    quantity.stated = to_canonical(stated, quantity.unit);
    quantity.tolerance = to_canonical(tolerance, quantity.unit);
  }

  /// 翻了两倍 is an increase by twice as much, and many say it of what has become twice as much.
  [[nodiscard]] bool may_mean_one_time_less(const Decimal& low) const {
    constexpr std::array<std::string_view, 2> kTurns = {"翻", "翻了"};
    if (last_.unit == nullptr || last_.unit->id != "倍" || low.to_double() < 2) return false;
    const std::size_t begin =
        context_.hedge_before != Hedge::None ? context_.hedge_begin : first_.begin;
    const std::string_view before = text_.substr(0, begin);
    return std::ranges::any_of(kTurns,
                               [&](std::string_view turns) { return before.ends_with(turns); });
  }

  [[nodiscard]] Hedge rounding_hedge() const {
    return hedge_ == Hedge::About ? Hedge::About : Hedge::None;
  }

  [[nodiscard]] Interval range_interval(double low, double high) const {
    switch (hedge_) {
      case Hedge::AtLeast:
      case Hedge::MoreThan:
        return Interval::at_least(low);
      case Hedge::AtMost:
      case Hedge::LessThan:
        return Interval::at_most(high);
      default:
        return Interval::closed(low, high);
    }
  }

  std::string_view text_;
  std::size_t offset_;
  const QuantityContext& context_;
  const Knowledge& knowledge_;
  QuantityPart first_;
  QuantityPart last_;
  bool range_ = false;
  bool currency_inferred_ = false;
  Hedge hedge_ = Hedge::None;
  std::size_t hedge_end_ = 0;
};

}  // namespace

std::optional<ScannedQuantity> read_quantity(std::string_view text, std::size_t offset,
                                             const QuantityContext& context, std::size_t& skip) {
  return QuantityReader(text, offset, context).read(skip);
}

}  // namespace assay
