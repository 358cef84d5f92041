// SPDX-License-Identifier: MIT
// What stands behind a number and its unit: the unit it is per, the noun it counts.
#include "core/utf8.h"
#include "facts/numeral_scale.h"
#include "facts/quantity_part.h"
#include "facts/spoken_amount.h"
#include "facts/text_probe.h"

namespace assay {
namespace {

bool starts_with_word(std::string_view text, std::size_t at, std::string_view word) {
  return starts_with_lowered(text.substr(at), word);
}

/// "/", "每", "per ", "a ": where the denominator starts, or 0.
std::size_t denominator_start(std::string_view text, const Knowledge& knowledge,
                              const QuantityPart& part) {
  const std::size_t at = skip_spaces(text, part.end);
  if (at >= text.size()) return 0;
  if (text[at] == '/') return skip_spaces(text, at + 1);
  if (starts_with_word(text, at, "per ")) return at + 4;
  const bool amount = part.unit == nullptr || part.unit->dimension != Dimension::Ratio;
  if (amount && (starts_with_word(text, at, "a ") || starts_with_word(text, at, "an ")))
    return skip_spaces(text, at + 2);
  if (at == part.end) {
    const std::size_t per = knowledge.lexicon().find_class(text, at, WordClass::Per);
    if (per > 0 && static_cast<unsigned char>(text[at]) >= 0x80) return at + per;
  }
  return 0;
}

/// "$159 million a year earlier" is an amount of another time, not a rate.
bool is_ago(std::string_view text, std::size_t offset, const Knowledge& knowledge) {
  const std::size_t at = skip_spaces(text, offset);
  return knowledge.lexicon().find_class(text, at, WordClass::Ago) > 0;
}

/// 十万块一吨, 3美元一片, 八千一张
bool read_per_one(std::string_view text, const Knowledge& knowledge, QuantityPart& part) {
  const bool money = part.unit != nullptr && part.unit->dimension == Dimension::Money;
  if (!money && part.unit != nullptr) return false;
  const PerOne per = per_one_at(text, part.end, knowledge);
  if (per.unit == nullptr) return false;
  // A number of things would have its measure word: 两千五一台 is a price.
  part.spoken_price = part.unit == nullptr;
  if (part.spoken_price) part.unit = knowledge.units().find("CNY");
  part.per.push_back({per.unit, -1, Decimal(1, 0)});
  part.written_unit += std::string(text.substr(part.end, per.end - part.end));
  part.end = per.end;
  return true;
}

}  // namespace

void read_per(std::string_view text, const Knowledge& knowledge, QuantityPart& part) {
  if (read_per_one(text, knowledge, part)) return;
  for (int factors = 0; factors < 2; ++factors) {
    const std::size_t start = denominator_start(text, knowledge, part);
    if (start == 0) return;
    std::size_t unit_start = start;
    Decimal multiplier(1, 0);
    if (is_digit_at(text, start)) {  // 12.8kWh/100km
      const auto digits = read_digit_group(text, start);
      if (!digits || digits->low.is_zero()) return;
      multiplier = digits->low;
      if (part.unit == nullptr) return;
      unit_start = skip_spaces(text, digits->end);
    }
    const auto hit = knowledge.unit_surfaces().find_denominator(text, unit_start);
    if (hit.unit == nullptr) return;
    const bool numbered = unit_start != start;
    if (part.unit != nullptr && part.unit->dimension == hit.unit->dimension &&
        (hit.unit->dimension != Dimension::Count || (numbered && part.unit == hit.unit)))
      return;  // 7nm/5nm are two nodes, 32层/64层 two counts
    if (numbered && part.unit->dimension == Dimension::Power &&
        hit.unit->dimension == Dimension::Energy)
      return;  // 100MW/200MWh: how fast a battery gives, and how much it holds
    const bool article = starts_with_word(text, skip_spaces(text, part.end), "a");
    if (article && hit.unit->dimension != Dimension::Duration) return;
    if (article && is_ago(text, unit_start + hit.length, knowledge)) return;
    // "30% a year" and "25% per year" stay ratios: growth is not a frequency.
    if (part.unit != nullptr && part.unit->dimension == Dimension::Ratio) return;
    part.per.push_back({hit.unit, -1, multiplier});
    const std::size_t unit_begin = part.written_unit.empty() ? start : part.end;
    part.end = unit_start + hit.length;
    part.written_unit += std::string(text.substr(unit_begin, part.end - unit_begin));
  }
}

/// Of the words up to `end`, the last of which is a noun, those that name a metric together ("weekly active
/// users"), or the noun alone.
std::string_view counted_words(std::string_view text, std::size_t first, std::size_t noun,
                               std::size_t end, const Lexicon& lexicon) {
  for (std::size_t begin = first; begin < noun; ++begin) {
    if (!is_word_start(text, begin)) continue;
    const Lexicon::Hit hit = lexicon.find(text.substr(0, end), begin);
    if (hit.length == end - begin && hit.lexeme->metric >= 0) return text.substr(begin, hit.length);
  }
  return text.substr(noun, end - noun);
}

bool read_counted_noun(std::string_view text, const Knowledge& knowledge, QuantityPart& part) {
  std::size_t at = part.number_end;
  for (int words = 0; words < 4; ++words) {
    if (at >= text.size() || (text[at] != ' ' && !(words > 0 && text[at] == '-'))) return false;
    const std::size_t begin = ++at;
    while (is_letter_at(text, at) || is_digit_at(text, at)) ++at;
    if (at == begin) return false;
    const std::string_view word = text.substr(begin, at - begin);
    if (knowledge.lexicon().find_class(text, begin, WordClass::NoNoun) == word.size()) return false;
    const bool counted =
        knowledge.lexicon().find_class(text, begin, WordClass::Counted) == word.size();
    const bool plural = word.size() > 3 && word.back() == 's' && word[word.size() - 2] != 's' &&
                        is_letter_at(text, begin);
    if (!plural && !counted) continue;
    part.end = at;
    const auto span = knowledge.unit_surfaces().find(text, begin);
    const bool named = text[part.number_end + 1] < 'a';  // 2.8 million GPU hours are no time
    if (!named && span.unit != nullptr && span.unit->dimension == Dimension::Duration &&
        span.length == word.size()) {  // three straight quarters
      part.unit = span.unit;
      part.written_unit = std::string(word);
    } else {
      const std::size_t first = part.number_end + 1;
      part.noun = std::string(counted_words(text, first, begin, at, knowledge.lexicon()));
    }
    return true;
  }
  return false;
}

}  // namespace assay
