// SPDX-License-Identifier: MIT
#include "facts/quantity_part.h"

#include <algorithm>
#include <array>

#include "core/utf8.h"
#include "facts/compound_duration.h"
#include "facts/number_context.h"
#include "facts/numeral_scale.h"
#include "facts/spoken_amount.h"
#include "facts/text_probe.h"

namespace assay {
namespace {

/// Bytes. "5m km" may be anything.
constexpr std::size_t kShortestUnitName = 3;
/// Powers of ten.
constexpr int kManyDegrees = 4;

/// Reads the parts of one QuantityPart in the order in which they stand.
class PartReader {
 public:
  PartReader(std::string_view text, std::size_t offset, const Knowledge& knowledge,
             const Unit* currency)
      : text_(text),
        at_(offset),
        knowledge_(knowledge),
        grammar_{knowledge.numerals(), knowledge.unit_surfaces()} {
    part_.begin = offset;
    part_.currency = currency;
  }

  std::optional<QuantityPart> read(std::size_t& refused_end) {
    refused_end = at_;
    if (!read_sign_and_currency()) return std::nullopt;
    if (!read_number()) return std::nullopt;
    refused_end = part_.number_end;
    if (!part_.fraction) {
      read_unit();
      read_smaller_units(text_, knowledge_, part_);
      refused_end = part_.end;
    }
    // "910B", "5G": letters that are no unit make the whole a name; 3亿MAU is none.
    const bool glued = is_letter_at(text_, part_.end) && !is_han_at(text_, part_.end - kHanLength);
    if (part_.end == part_.number_end && glued && !part_.fraction) {
      while (is_letter_at(text_, refused_end) || is_digit_at(text_, refused_end)) ++refused_end;
      return std::nullopt;
    }
    return part_;
  }

 private:
  bool read_sign_and_currency() {
    constexpr char32_t kMinus = 0x2212;
    const CodePoint sign = decode(text_, at_);
    if (sign.value == '-' || sign.value == '+' || sign.value == kMinus) {
      part_.negative = sign.value != '+';
      at_ = skip_one_space(text_, at_ + sign.length);
    }
    const auto hit = knowledge_.unit_surfaces().find_before_number(text_, at_);
    if (hit.unit != nullptr && hit.unit->prefix) {
      const std::size_t next = skip_spaces(text_, at_ + hit.length);
      if (is_digit_at(text_, next) || starts_han(next)) {
        part_.currency = hit.unit;
        at_ = next;
      }
    }
    return at_ < text_.size();
  }

  [[nodiscard]] bool starts_han(std::size_t at) const {
    const SignKind kind = grammar_.words.sign_at(text_, at).kind;
    return kind == SignKind::Digit || kind == SignKind::Power || kind == SignKind::Vague;
  }

  bool read_number() {
    const Sign sign = grammar_.words.sign_at(text_, at_);
    if (sign.kind == SignKind::FractionOf) return read_fraction_of(sign);
    const auto numeral = numeral_at(at_, part_.currency != nullptr);
    if (!numeral) return read_english_fraction(1, at_);
    part_.numeral = *numeral;
    part_.number_end = part_.end = numeral->end;
    release_last_one(text_, knowledge_, part_);
    read_over();
    read_one_in_five();
    if (!part_.fraction && !numeral->scaled && numeral->spelling == Spelling::Words)
      read_english_fraction(static_cast<int>(numeral->low.to_double()), numeral->end);
    return true;
  }

  [[nodiscard]] std::optional<Numeral> numeral_at(std::size_t at, bool after_currency) const {
    if (is_digit_at(text_, at)) return read_digits(grammar_, text_, at, after_currency);
    if (at < text_.size() && static_cast<unsigned char>(text_[at]) < 0x80)
      return is_word_start(text_, at) ? read_english(grammar_, text_, at) : std::nullopt;
    return read_han(grammar_, text_, at);
  }

  /// 百分之三十, 千分之五; 百分之百 is 100%.
  bool read_fraction_of(const Sign& sign) {
    const auto numeral = numeral_at(at_ + sign.length, false);
    if (!numeral) return false;
    part_.numeral = *numeral;
    if (numeral->bare_power) part_.numeral.bare_power = false;
    part_.unit = knowledge_.units().find(sign.value == 2 ? "%" : sign.value == 3 ? "‰" : "bp");
    part_.written_unit = std::string(text_.substr(at_, sign.length));
    part_.number_end = part_.end = numeral->end;
    return part_.unit != nullptr;
  }

  /// 三分之一; 1/3 only with 的 or "of" behind it.
  void read_over() {
    const Sign over = grammar_.words.sign_at(text_, part_.number_end);
    if (over.kind != SignKind::Over) return;
    const auto numerator = numeral_at(part_.number_end + over.length, false);
    if (!numerator || part_.numeral.low.is_zero()) return;
    part_.fraction = numerator->low.to_double() / part_.numeral.low.to_double();
    part_.number_end = part_.end = numerator->end;
    part_.numeral.lone_one = false;
  }

  /// "one in five", "nine out of ten"; with digits only the latter ("3 in 2024" is none).
  void read_one_in_five() {
    if (part_.fraction || part_.numeral.scaled) return;
    const bool words = part_.numeral.spelling == Spelling::Words;
    for (const std::string_view joint : {" out of ", " in "}) {
      const std::size_t at = part_.number_end;
      if (!starts_with_lowered(text_.substr(at), joint)) continue;
      if (!words && joint == " in ") return;
      const auto whole = numeral_at(at + joint.size(), false);
      if (!whole || whole->scaled || whole->low.to_double() <= part_.numeral.low.to_double())
        return;
      if (words && whole->spelling != Spelling::Words) return;
      part_.fraction = part_.numeral.low.to_double() / whole->low.to_double();
      part_.numeral.lone_one = false;
      part_.number_end = part_.end = whole->end;
      return;
    }
  }

  /// "a third", "two-thirds", "three quarters of": `at` stands behind the numerator.
  bool read_english_fraction(int numerator, std::size_t at) {
    std::size_t next = at;
    if (at == at_) {  // no number word was read: an article may stand here
      if (!starts_with_lowered(text_.substr(at), "a ")) return false;
      next = at + 2;
    } else if (next < text_.size() && (text_[next] == '-' || text_[next] == ' ')) {
      ++next;
    } else {
      return false;
    }
    const Sign part = grammar_.words.sign_at(text_, next);
    if (part.kind != SignKind::Part || part.value == 2) return false;
    const bool plural = text_[next + part.length - 1] == 's';
    // "eight quarters" are a time, and no share is larger than its whole.
    if (plural != (numerator > 1) || numerator >= part.value) return false;
    const std::size_t end = next + part.length;
    // "a quarter" is also a duration, "a third" an ordinal: a share is of something.
    const bool of_follows =
        starts_with_lowered(text_.substr(end), " of ") && !is_digit_at(text_, end + 4);
    const bool ends_here = end >= text_.size() || !is_letter_at(text_, skip_spaces(text_, end));
    const bool hyphen = next > 0 && text_[next - 1] == '-';
    const bool by = starts_behind_by();
    if (part.value == 4 && !of_follows && !hyphen && !by) return false;
    if (!of_follows && !by && !ends_here && numerator == 1 && part.value != 3) return false;
    part_.fraction = static_cast<double>(numerator) / part.value;
    part_.numeral.spelling = Spelling::Words;
    part_.numeral.lone_one = false;
    part_.number_end = part_.end = end;
    return true;
  }

  /// "rose by a quarter", "fell by about a third": how far something went is a share.
  [[nodiscard]] bool starts_behind_by() const {
    std::string_view before = text_.substr(0, part_.begin);
    for (const std::string_view hedge : {"about ", "around ", "roughly ", "almost ", "nearly "})
      if (before.ends_with(hedge)) before.remove_suffix(hedge.size());
    if (!before.ends_with(" by ")) return false;
    before.remove_suffix(std::string_view(" by ").size());
    constexpr int kWordsBetween = 7;  // "cut the costs of its three plants by"
    for (int words = 0; words <= kWordsBetween && !before.empty(); ++words) {
      const std::size_t space = before.rfind(' ');
      const std::size_t begin = space == std::string_view::npos ? 0 : space + 1;
      if (knowledge_.lexicon().find_class(text_, begin, WordClass::Rise) > 0 ||
          knowledge_.lexicon().find_class(text_, begin, WordClass::Fall) > 0)
        return true;
      before = before.substr(0, space == std::string_view::npos ? 0 : space);
    }
    return false;
  }

  void read_unit() {
    if (part_.unit != nullptr) return;  // 百分之 has said it
    if (read_coins(text_, knowledge_, part_)) return;
    std::size_t at = skip_spaces(text_, part_.number_end);
    auto hit = grammar_.units.find(text_, at);
    if (hit.unit != nullptr && begins_other_word(hit, at)) hit = {};
    if (hit.unit == nullptr && part_.numeral.power >= kManyDegrees)
      hit = electricity_at(text_, at, part_.begin, knowledge_);
    skip_measure_word(hit, at);
    // "a three-year contract"
    if (hit.unit == nullptr && at < text_.size() && text_[at] == '-' && at == part_.number_end) {
      const auto joined = grammar_.units.find(text_, at + 1);
      if (joined.unit != nullptr && joined.length >= 3 && is_letter_at(text_, at + 1)) {
        hit = joined;
        ++at;
      }
    }
    if (hit.unit != nullptr && is_million(hit, at)) {
      at = skip_spaces(text_, part_.number_end);
      hit = grammar_.units.find(text_, at);
      if (hit.length < kShortestUnitName) return;
    }
    if (hit.unit == nullptr) {
      if (part_.currency != nullptr) take_currency();
      return;
    }
    // A Latin symbol apart from its number must be a word of its own: "5 A" but not "5 Apple".
    const bool sign = static_cast<unsigned char>(text_[at]) < 0x80 || hit.length <= 3;
    const bool han = is_han(decode(text_, at).value);
    if (hit.unit->prefix && hit.unit->dimension == Dimension::Money && sign && !han &&
        is_digit_at(text_, skip_spaces(text_, at + hit.length))) {
      return;  // "3 $5": the sign belongs to the next number
    }
    part_.unit = hit.unit;
    part_.end = at + hit.length;
    part_.written_unit = std::string(text_.substr(at, hit.length));
    if (part_.currency != nullptr && hit.unit->dimension != Dimension::Money) take_currency();
    if (part_.currency != nullptr && hit.unit->dimension == Dimension::Money &&
        part_.currency->canonical != hit.unit->canonical)
      part_.unit = part_.currency;  // HK$ 5 元
    read_tenths();
    read_half_behind();
    read_scale_behind();
  }

  /// "56,150 INR mn", "1.2 USD billion": the scale stands behind the code of the currency.
  void read_scale_behind() {
    const bool code =
        part_.unit->dimension == Dimension::Money && is_letter_at(text_, part_.end - 1);
    if (!code || part_.numeral.scaled || text_.substr(part_.end, 1) != " ") return;
    const Sign scale = grammar_.words.sign_at(text_, part_.end + 1);
    const std::size_t end = part_.end + 1 + scale.length;
    const bool word = scale.kind == SignKind::EnglishScale ||
                      (scale.kind == SignKind::LetterScale && scale.length > 1);
    if (!word || is_letter_at(text_, end) || text_.substr(end, 1) == "-") return;
    part_.numeral.low = part_.numeral.low.shifted(scale.value);
    part_.numeral.high = part_.numeral.high.shifted(scale.value);
    part_.numeral.power = scale.value;
    part_.numeral.scaled = true;
    part_.end = end;
  }

  /// 三百一十五个吉瓦, 两百个GW: speech puts a measure word before a unit that needs none.
  void skip_measure_word(UnitSurfaces::Hit& hit, std::size_t& at) const {
    constexpr std::string_view kMeasureWord = "个";
    if (hit.unit == nullptr || text_.substr(at, hit.length) != kMeasureWord) return;
    const auto unit = grammar_.units.find(text_, at + hit.length);
    if (unit.unit == nullptr || unit.unit->dimension == Dimension::Count ||
        unit.unit->dimension == Dimension::Duration || unit.unit->dimension == Dimension::Money)
      return;
    const bool han = is_han_at(text_, at + hit.length);
    constexpr std::size_t kShortestSymbol = 2;
    if (unit.length < (han ? 2 * kHanLength : kShortestSymbol)) return;  // 五个瓦片, 三个B
    at += hit.length;
    hit = unit;
  }

  /// 301条款, 从100回落: the measure word begins another word; 64×8: the sign multiplies.
  [[nodiscard]] bool begins_other_word(const UnitSurfaces::Hit& hit, std::size_t at) const {
    constexpr std::string_view kTenths = "成";
    constexpr double kMostTenths = 10;
    // 2025 成为主要引擎: there are ten tenths.
    if (text_.substr(at, hit.length) == kTenths && part_.numeral.low.to_double() > kMostTenths)
      return true;
    const bool counts_or_measures = hit.unit->dimension == Dimension::Count ||
                                    hit.unit->dimension == Dimension::Length;  // 一千六百亿 里面
    if (counts_or_measures && hit.length == kHanLength && is_han_at(text_, at)) {
      const Lexicon::Hit word = knowledge_.lexicon().find(text_, at);
      // A thing that is counted or measured may well stand behind its measure word: 14亿人口.
      return word.length > hit.length && word.lexeme->entity < 0 && word.lexeme->metric < 0;
    }
    const bool cross =
        hit.unit->id == "倍" && !is_han_at(text_, at) && !is_letter_at(text_, at + 1);
    return cross && is_digit_at(text_, skip_spaces(text_, at + hit.length));
  }

  /// "1.5m households": what is counted comes behind, so the letter is no metre.
  bool is_million(const UnitSurfaces::Hit& hit, std::size_t at) {
    if (hit.unit->id != "m" || hit.length != 1 || at != part_.number_end) return false;
    QuantityPart probe = part_;
    probe.number_end = at + hit.length;
    const auto unit = grammar_.units.find(text_, skip_spaces(text_, probe.number_end));
    const bool weighed = unit.length >= kShortestUnitName &&  // "12m tonnes"
                         unit.unit->dimension != Dimension::Length;
    if (!weighed && !read_counted_noun(text_, knowledge_, probe)) return false;
    constexpr int kMillion = 6;
    part_.numeral.low = part_.numeral.low.shifted(kMillion);
    part_.numeral.high = part_.numeral.high.shifted(kMillion);
    part_.numeral.scaled = true;
    part_.number_end = part_.end = at + hit.length;
    return true;
  }

  void take_currency() {
    part_.unit = part_.currency;
    part_.end = part_.number_end;
    part_.written_unit = part_.currency->id;
  }

  /// 三成五 is 35%; 七五折 is 0.75.
  void read_tenths() {
    const std::string& id = part_.unit->id;
    if (id == "折" && part_.numeral.digit_by_digit) {
      part_.numeral.low = part_.numeral.low.shifted(-1);
      part_.numeral.high = part_.numeral.low;
      part_.numeral.digit_by_digit = false;
      return;
    }
    if (id != "成") return;
    const Sign digit = grammar_.words.sign_at(text_, part_.end);
    if (read_half_of_tenth(digit)) return;
    if (digit.kind != SignKind::Digit || part_.numeral.vague) return;
    const Sign after = grammar_.words.sign_at(text_, part_.end + digit.length);
    if (after.kind == SignKind::Power || after.kind == SignKind::Scale) return;
    if (grammar_.units.find(text_, part_.end + digit.length).unit != nullptr) return;
    if (const auto sum = part_.numeral.low.plus(Decimal(digit.value, -1))) {
      part_.numeral.low = part_.numeral.high = *sum;
      part_.numeral.lone_one = false;
      part_.end += digit.length;
    }
  }

  /// 一成半: 15%.
  bool read_half_of_tenth(const Sign& half) {
    if (!is_half_behind(half)) return false;
    if (const auto sum = part_.numeral.low.plus(Decimal(5, -1))) {
      part_.numeral.low = part_.numeral.high = *sum;
      part_.numeral.lone_one = false;
      part_.end += half.length;
    }
    return true;
  }

  /// 半 adds half a unit, but it also begins words: 三成半导体, 三年半导体周期.
  [[nodiscard]] bool is_half_behind(const Sign& half) const {
    return half.kind == SignKind::Half && !part_.numeral.vague &&
           knowledge_.lexicon().find(text_, part_.end).length <= half.length;
  }

  /// 一年半, 两个半月, 两倍半
  void read_half_behind() {
    const Sign half = grammar_.words.sign_at(text_, part_.end);
    if (!is_half_behind(half)) return;
    std::size_t end = part_.end + half.length;
    const Unit* unit = part_.unit;
    if (unit->id == "个") {
      // 两个半月: the unit goes on behind the half.
      const std::string joined = unit->id + std::string(text_.substr(end, 12));
      const auto hit = grammar_.units.find(joined, 0);
      if (hit.unit == nullptr || hit.length <= unit->id.size()) return;
      unit = hit.unit;
      end += hit.length - part_.unit->id.size();
    } else if (unit->dimension != Dimension::Duration && unit->id != "倍" && unit->id != "代") {
      return;
    }
    if (const auto sum = part_.numeral.low.plus(Decimal(5, -1))) {
      part_.numeral.low = part_.numeral.high = *sum;
      part_.numeral.lone_one = false;
      part_.unit = unit;
      part_.end = end;
    }
  }

  std::string_view text_;
  std::size_t at_;
  const Knowledge& knowledge_;
  NumeralGrammar grammar_;
  QuantityPart part_;
};

}  // namespace

bool is_bare_yuan(const QuantityPart& part) {
  constexpr std::array<std::string_view, 4> kBare = {"元", "块", "块钱", "毛"};
  return part.unit != nullptr && part.unit->id == "CNY" &&
         std::find(kBare.begin(), kBare.end(), part.written_unit) != kBare.end();
}

std::optional<QuantityPart> read_part(std::string_view text, std::size_t offset,
                                      const Knowledge& knowledge, std::size_t& refused_end,
                                      const Unit* currency) {
  return PartReader(text, offset, knowledge, currency).read(refused_end);
}

}  // namespace assay
