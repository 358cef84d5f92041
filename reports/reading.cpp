// SPDX-License-Identifier: MIT
#include "reports/reading.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <utility>

#include "core/utf8.h"

namespace assay {
namespace {

constexpr std::string_view kEnDash = "\xE2\x80\x93";
constexpr std::string_view kAtLeast = "\xE2\x89\xA5 ";
constexpr std::string_view kAtMost = "\xE2\x89\xA4 ";

/// One step of a ladder of units: from this many canonical units on, the name is used.
struct Step {
  double factor;
  std::string_view key;  ///< of strings.json, or the name itself
};

constexpr std::array<Step, 5> kScaleWords = {{{1e12, "scale_1e12"},
                                              {1e9, "scale_1e9"},
                                              {1e8, "scale_1e8"},
                                              {1e6, "scale_1e6"},
                                              {1e4, "scale_1e4"}}};
constexpr std::array<Step, 6> kDurations = {{{31557600, "duration_year"},
                                             {2629800, "duration_month"},
                                             {86400, "duration_day"},
                                             {3600, "duration_hour"},
                                             {60, "duration_minute"},
                                             {1, "duration_second"}}};
constexpr std::array<Step, 9> kPrefixes = {{{1e18, "E"},
                                            {1e15, "P"},
                                            {1e12, "T"},
                                            {1e9, "G"},
                                            {1e6, "M"},
                                            {1e3, "k"},
                                            {1, ""},
                                            {1e-3, "m"},
                                            {1e-6, "\xC2\xB5"}}};

/// The largest finite end of all the quantities, regardless of sign.
double magnitude(std::span<const Quantity* const> quantities) {
  double largest = 0;
  for (const Quantity* quantity : quantities) {
    for (const double end : {quantity->stated.low, quantity->stated.high}) {
      if (std::isfinite(end)) largest = std::max(largest, std::abs(end));
    }
  }
  return largest;
}

/// How many canonical units one written unit is. Derived from the values, which know of scale words
/// inside a composite unit; from the unit's own factor where the value is 0 or has no finite end.
double written_factor(const Quantity& quantity) {
  const double offset = quantity.unit.offset;
  if (std::isfinite(quantity.written_low) && quantity.written_low != 0) {
    return (quantity.stated.low - offset) / quantity.written_low;
  }
  if (std::isfinite(quantity.written_high) && quantity.written_high != 0) {
    return (quantity.stated.high - offset) / quantity.written_high;
  }
  return quantity.unit.to_canonical(1.0) - offset;
}

bool nearly_equal(double a, double b) {
  return std::abs(a - b) <= kRelativeEpsilon * std::max(std::abs(a), std::abs(b));
}

bool starts_with_han(const std::string& text) {
  return !text.empty() && is_han(decode(text, 0).value);
}

/// Are all of them written in one unit, which can then be kept? Names of the other language are
/// kept only where there is nothing to say instead: counted things and composite units.
bool keeps_written_unit(std::span<const Quantity* const> quantities, Language language) {
  const Quantity& first = *quantities.front();
  const bool has_own_name =
      first.unit.dimension != Dimension::Count && first.unit.dimension != Dimension::Compound;
  if (has_own_name && language == Language::English && starts_with_han(first.written_unit)) {
    return false;
  }
  return std::ranges::all_of(quantities, [&](const Quantity* quantity) {
    return quantity->written_unit == first.written_unit &&
           nearly_equal(written_factor(*quantity), written_factor(first)) &&
           quantity->unit.offset == first.unit.offset;
  });
}

/// A unit's name as it follows a number: "台", " nm", "%".
std::string spaced(const std::string& unit, Language language) {
  if (unit.empty()) return unit;
  const char32_t first = decode(unit, 0).value;
  const bool joins = first == '%' || first == '/' || first == 0x2030 || first == 0xB0 ||
                     first == 0x2103 || (language == Language::Chinese && is_han(first));
  return joins ? unit : " " + unit;
}

/// Puts the largest fitting scale word between number and unit: 56000台 -> 5.6万台.
DisplayUnit with_scale_word(DisplayUnit unit, double largest, const Strings& strings) {
  for (const Step& step : kScaleWords) {
    const std::string word = strings[step.key];
    if (word.empty() || largest / unit.factor < step.factor * (1 - kRelativeEpsilon)) continue;
    unit.factor *= step.factor;
    unit.suffix = word + unit.suffix;
    break;
  }
  return unit;
}

DisplayUnit ratio_unit(std::span<const Quantity* const> quantities, double largest,
                       const Strings& strings) {
  const bool multiples = largest > 1 && std::ranges::all_of(quantities, [](const Quantity* q) {
                           return nearly_equal(q->unit.to_canonical(1.0), 1.0);
                         });
  if (multiples) return {.suffix = strings["unit_times"]};
  return {.factor = 0.01, .suffix = "%", .on_both_ends = true};
}

DisplayUnit money_unit(const std::string& currency, double largest, const Strings& strings) {
  const std::string key = "currency_" + currency;
  DisplayUnit unit{.suffix = strings.contains(key) ? strings[key] : " " + currency};
  return with_scale_word(unit, largest, strings);
}

DisplayUnit canonical_unit(const MeasuredIn& measured, double largest, const Strings& strings) {
  if (measured.dimension == Dimension::Duration) {
    for (const Step& step : kDurations) {
      if (largest >= step.factor) return {.factor = step.factor, .suffix = strings[step.key]};
    }
  }
  if (measured.dimension == Dimension::Temperature) {
    return {.offset = 273.15,
            .suffix =
                "\xC2\xB0"
                "C"};
  }
  // Squares, kilograms and quotients take no prefix.
  const bool takes_prefix = measured.canonical.find_first_of("/*23") == std::string::npos &&
                            measured.canonical != "kg" && measured.canonical != "1";
  if (takes_prefix && largest > 0) {
    // Nobody tells energy in petajoules: 六百吉瓦时 is 600 GWh.
    constexpr double kWattHour = 3600;
    const bool hours = measured.dimension == Dimension::Energy && largest >= kWattHour;
    const double base = hours ? kWattHour : 1;
    const std::string symbol = hours ? "Wh" : measured.canonical;
    for (const Step& step : kPrefixes) {
      if (measured.dimension == Dimension::Length && step.factor > 1e3) continue;
      if (largest / base < step.factor) continue;
      return {.factor = step.factor * base, .suffix = " " + std::string(step.key) + symbol};
    }
    return {.factor = 1e-9, .suffix = " n" + measured.canonical};
  }
  return {.suffix = measured.canonical == "1" ? "" : " " + measured.canonical};
}

std::string separate_thousands(std::string digits) {
  const std::size_t start = digits.starts_with('-') ? 1 : 0;
  std::size_t point = std::min(digits.find('.'), digits.size());
  if (point - start < 5) return digits;
  while (point - start > 3) {
    point -= 3;
    digits.insert(point, ",");
  }
  return digits;
}

}  // namespace

DisplayUnit choose_display_unit(std::span<const Quantity* const> quantities,
                                const Strings& strings) {
  assert(!quantities.empty());
  const Quantity& first = *quantities.front();
  const double largest = magnitude(quantities);
  switch (first.unit.dimension) {
    case Dimension::Ratio:
      return ratio_unit(quantities, largest, strings);
    case Dimension::PercentagePoint:
      return {.factor = 0.01, .suffix = strings["unit_percentage_points"]};
    case Dimension::Money:
      return money_unit(first.unit.canonical, largest, strings);
    default:
      break;
  }
  if (!keeps_written_unit(quantities, strings.language())) {
    return canonical_unit(first.unit, largest, strings);
  }
  DisplayUnit unit{.factor = written_factor(first),
                   .offset = first.unit.offset,
                   .suffix = spaced(first.written_unit, strings.language())};
  if (!(unit.factor > 0)) return canonical_unit(first.unit, largest, strings);
  return unit.offset == 0 ? with_scale_word(unit, largest, strings) : unit;
}

std::string show_number(double value) {
  constexpr int kSignificantDigits = 6;
  if (value == 0) return "0";
  const double size = std::abs(value);
  std::array<char, 64> buffer;
  const auto print = [&](auto... how) {
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, how...).ptr;
    return std::string(buffer.data(), end);
  };
  if (size < 1e-4 || size >= 1e15) return print(std::chars_format::general, kSignificantDigits);
  const int whole_digits = std::max(1, static_cast<int>(std::floor(std::log10(size))) + 1);
  const int decimals =
      size < 1 ? kSignificantDigits : std::max(0, kSignificantDigits - whole_digits);
  std::string digits = print(std::chars_format::fixed, decimals);
  if (digits.find('.') != std::string::npos) {
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.ends_with('.')) digits.pop_back();
  }
  return separate_thousands(digits);
}

std::string show_value(double canonical, const DisplayUnit& unit) {
  return show_number((canonical - unit.offset) / unit.factor) + unit.suffix;
}

std::string show_interval(const Interval& interval, const DisplayUnit& unit,
                          const Strings& strings) {
  if (interval.is_empty()) return strings["no_value"];
  if (!interval.has_low() && !interval.has_high()) return strings["any_value"];
  if (!interval.has_high()) {
    return (interval.low_closed ? std::string(kAtLeast) : "> ") + show_value(interval.low, unit);
  }
  if (!interval.has_low()) {
    return (interval.high_closed ? std::string(kAtMost) : "< ") + show_value(interval.high, unit);
  }
  if (interval.low == interval.high) return show_value(interval.low, unit);
  const DisplayUnit bare{.factor = unit.factor, .offset = unit.offset};
  return show_value(interval.low, unit.on_both_ends ? unit : bare) + std::string(kEnDash) +
         show_value(interval.high, unit);
}

std::string show_stated(const Fact& fact, const DisplayUnit& unit, const Strings& strings) {
  const std::string value = show_interval(fact.quantity.stated, unit, strings);
  if (fact.quantity.hedge == Hedge::Nearly) return strings.fill("nearly", {{"value", value}});
  const bool about = fact.quantity.hedge == Hedge::About ||
                     (fact.quantity.approximate && fact.quantity.stated.is_point());
  return about ? strings.fill("about", {{"value", value}}) : value;
}

std::string show_stated(const Fact& fact, const Strings& strings) {
  const std::array quantities = {&fact.quantity};
  return show_stated(fact, choose_display_unit(quantities, strings), strings);
}

std::string show_in_role(const Fact& fact, const DisplayUnit& unit, const Strings& strings) {
  std::string value = show_stated(fact, unit, strings);
  if (fact.role == Role::Level) return value;
  return strings.fill("role_" + std::string(to_string(fact.role)), {{"value", value}});
}

std::string show_in_role(const Fact& fact, const Strings& strings) {
  const std::array quantities = {&fact.quantity};
  return show_in_role(fact, choose_display_unit(quantities, strings), strings);
}

std::string describe(const Fact& fact, const Strings& strings) {
  std::vector<std::string> parts = {show_in_role(fact, strings)};
  if (fact.period) parts.push_back(show_period(*fact.period));
  for (std::string& item : strings.names().entities(fact.scope)) parts.push_back(std::move(item));
  if (fact.modality != Modality::Actual) {
    parts.push_back(strings["modality_" + std::string(to_string(fact.modality))]);
  }
  if (!fact.speaker.empty()) parts.push_back(strings.names().entity(fact.speaker));
  return join(parts, strings["label_separator"]);
}

std::string versus(const Fact& fact, const Strings& strings) {
  return strings["versus"] + " " + strings.names().entity(fact.comparand.value);
}

std::string show_period(const Period& period) {
  const int from_year = year_of(period.from);
  const int to_year = year_of(period.to);
  if (period.from == period.to) return to_string(period.from);
  if (period == year_period(from_year)) return std::to_string(from_year);
  if (period.from == year_period(from_year).from && period.to == year_period(to_year).to) {
    return std::to_string(from_year) + std::string(kEnDash) + std::to_string(to_year);
  }
  for (int half = 1; half <= 2; ++half) {
    if (period == half_period(from_year, half)) {
      return std::to_string(from_year) + " H" + std::to_string(half);
    }
  }
  for (int quarter = 1; quarter <= 4; ++quarter) {
    if (period == quarter_period(from_year, quarter)) {
      return std::to_string(from_year) + " Q" + std::to_string(quarter);
    }
  }
  if (period == month_period(from_year, month_of(period.from))) {
    return to_string(period.from).substr(0, 7);
  }
  return to_string(period.from) + " " + std::string(kEnDash) + " " + to_string(period.to);
}

std::string show_summary(const CheckResult& result, const Strings& strings) {
  std::array<std::size_t, 3> counts{};
  for (const Finding& finding : result.findings) {
    ++counts[static_cast<std::size_t>(finding.severity)];
  }
  const auto count = [&](std::string_view key, Severity severity) {
    return strings.count(key, counts[static_cast<std::size_t>(severity)]);
  };
  std::string summary =
      strings.fill("summary", {{"errors", count("errors", Severity::Error)},
                               {"warnings", count("warnings", Severity::Warning)},
                               {"notes", count("notes", Severity::Note)},
                               {"documents", strings.count("documents", result.documents.size())},
                               {"facts", strings.count("facts", result.fact_count())}});
  for (const auto& [by, key] : {std::pair(SetAsideBy::Baseline, "in_baseline"),
                                std::pair(SetAsideBy::Suppression, "suppressed")}) {
    const auto n = std::ranges::count(result.set_aside, by, &SetAside::by);
    if (n > 0) summary += strings.fill(key, {{"n", std::to_string(n)}});
  }
  return summary;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string joined;
  for (const std::string& part : parts) {
    if (!joined.empty()) joined += separator;
    joined += part;
  }
  return joined;
}

}  // namespace assay
