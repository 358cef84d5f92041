// SPDX-License-Identifier: MIT
#include "core/unit.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace assay {
namespace {

struct DimensionName {
  Dimension dimension;
  std::string_view name;
  std::string_view canonical;  ///< empty where it is not one and the same for all units
};

constexpr std::array kDimensions = {
    DimensionName{Dimension::Count, "count", "1"},
    DimensionName{Dimension::Ratio, "ratio", "1"},
    DimensionName{Dimension::PercentagePoint, "percentage-point", "1"},
    DimensionName{Dimension::Money, "money", ""},
    DimensionName{Dimension::Length, "length", "m"},
    DimensionName{Dimension::Mass, "mass", "kg"},
    DimensionName{Dimension::Duration, "duration", "s"},
    DimensionName{Dimension::Information, "information", "B"},
    DimensionName{Dimension::Temperature, "temperature", "K"},
    DimensionName{Dimension::Area, "area", "m2"},
    DimensionName{Dimension::Volume, "volume", "m3"},
    DimensionName{Dimension::Power, "power", "W"},
    DimensionName{Dimension::Energy, "energy", "J"},
    DimensionName{Dimension::Frequency, "frequency", "Hz"},
    DimensionName{Dimension::Compute, "compute", "FLOPS"},
    DimensionName{Dimension::ElectricCharge, "electric-charge", "C"},
    DimensionName{Dimension::Voltage, "voltage", "V"},
    DimensionName{Dimension::ElectricCurrent, "electric-current", "A"},
    DimensionName{Dimension::Pressure, "pressure", "Pa"},
    DimensionName{Dimension::Force, "force", "N"},
    DimensionName{Dimension::Torque, "torque", "N*m"},
    DimensionName{Dimension::Speed, "speed", "m/s"},
    DimensionName{Dimension::Compound, "compound", ""},
};

/// Products that have a name of their own. "1/s" is not here: a rate of events is no frequency, and
/// m3/m stays what it is, because litres a kilometre are not an area.
struct NamedProduct {
  std::string_view product;
  std::string_view canonical;
};
constexpr std::array kNamedProducts = {
    NamedProduct{"W*s", "J"},   NamedProduct{"s*W", "J"},   NamedProduct{"J/s", "W"},
    NamedProduct{"A*s", "C"},   NamedProduct{"s*A", "C"},   NamedProduct{"C/s", "A"},
    NamedProduct{"V*A", "W"},   NamedProduct{"A*V", "W"},   NamedProduct{"N/m2", "Pa"},
    NamedProduct{"m*N", "N*m"}, NamedProduct{"m2*m", "m3"}, NamedProduct{"m*m2", "m3"},
};

/// One symbol of a canonical unit and its power.
struct Symbol {
  std::string_view name;
  int power = 0;
};

/// Adds the symbols of a canonical unit such as "N*m" or "B/s", all to the given power.
void add_symbols(std::vector<Symbol>& symbols, std::string_view canonical, int power) {
  for (bool more = true; more;) {
    const std::size_t end = canonical.find_first_of("*/");
    const std::string_view name = canonical.substr(0, end);
    if (name != "1") {
      const auto same = std::find_if(symbols.begin(), symbols.end(),
                                     [&](const Symbol& symbol) { return symbol.name == name; });
      if (same == symbols.end()) {
        symbols.push_back({name, power});
      } else {
        same->power += power;
      }
    }
    more = end != std::string_view::npos;
    // Everything after the first stroke stands below it.
    if (more && canonical[end] == '/') power = -std::abs(power) * (power > 0 ? 1 : -1);
    if (more) canonical.remove_prefix(end + 1);
  }
}

/// "m" to the power 2 is "m2"; "m2" to the power 2 is "m2*m2", as "m22" would say something else.
std::string to_power(std::string_view name, int power, char joiner) {
  std::string text(name);
  if (power == 1) return text;
  const bool ends_in_digit = name.back() >= '0' && name.back() <= '9';
  if (!ends_in_digit) return text + std::to_string(power);
  for (int i = 1; i < power; ++i) text += joiner + std::string(name);
  return text;
}

std::string canonical_text(const std::vector<Symbol>& symbols) {
  std::string above;
  std::string below;
  for (const Symbol& symbol : symbols) {
    if (symbol.power > 0)
      above += (above.empty() ? "" : "*") + to_power(symbol.name, symbol.power, '*');
    if (symbol.power < 0) below += "/" + to_power(symbol.name, -symbol.power, '/');
  }
  std::string text = (above.empty() ? "1" : above) + below;
  for (const NamedProduct& named : kNamedProducts)
    if (named.product == text) return std::string(named.canonical);
  return text;
}

/// The dimension of a product whose canonical unit is `canonical`.
Dimension dimension_of(std::string_view canonical, const std::vector<UnitFactor>& factors) {
  const auto has = [&](Dimension dimension) {
    return std::any_of(factors.begin(), factors.end(), [&](const UnitFactor& factor) {
      return factor.unit->dimension == dimension;
    });
  };
  if (canonical == "1") {
    if (has(Dimension::PercentagePoint)) return Dimension::PercentagePoint;
    const bool only_counts = std::all_of(factors.begin(), factors.end(), [](const UnitFactor& f) {
      return f.unit->dimension == Dimension::Count;
    });
    return only_counts ? Dimension::Count : Dimension::Ratio;
  }
  for (const DimensionName& entry : kDimensions)
    if (entry.canonical == canonical) return entry.dimension;
  for (const UnitFactor& factor : factors)
    if (factor.unit->canonical == canonical) return factor.unit->dimension;
  return Dimension::Compound;
}

/// Without its trailing zeros a coefficient leaves more room for an exact product.
Decimal without_trailing_zeros(const Decimal& value) {
  std::int64_t coefficient = value.coefficient();
  int exponent = value.exponent();
  for (; coefficient != 0 && coefficient % 10 == 0; coefficient /= 10) ++exponent;
  return {coefficient, exponent};
}

/// A conversion factor that stays exact as long as its numerator has at most 18 digits.
struct ConversionFactor {
  Decimal scale{1, 0};
  double divisor = 1;

  void multiply(const Decimal& value) {
    const auto product = scale.times(without_trailing_zeros(value));
    if (product) {
      scale = *product;
    } else {
      divisor /= value.to_double();
    }
  }
  void divide(const Decimal& value) {
    // Powers of ten go into the scale, where they are exact.
    const Decimal bare = without_trailing_zeros(value);
    scale = scale.shifted(-bare.exponent());
    divisor *= static_cast<double>(bare.coefficient());
  }
};

}  // namespace

std::string_view to_string(Dimension dimension) {
  for (const DimensionName& entry : kDimensions)
    if (entry.dimension == dimension) return entry.name;
  return "";
}

std::optional<Dimension> parse_dimension(std::string_view name) {
  for (const DimensionName& entry : kDimensions)
    if (entry.name == name) return entry.dimension;
  return std::nullopt;
}

double MeasuredIn::to_canonical(const Decimal& written) const {
  const auto exact = without_trailing_zeros(written).times(scale);
  const double scaled = exact ? exact->to_double() : written.to_double() * scale.to_double();
  return scaled / divisor + offset;
}

double MeasuredIn::to_canonical(double written) const {
  // 67.1% is 0.671, and the product of two doubles is not.
  const std::optional<Decimal> decimal = Decimal::shortest(written);
  return decimal ? to_canonical(*decimal) : written * scale.to_double() / divisor + offset;
}

MeasuredIn compose(const std::vector<UnitFactor>& factors) {
  std::vector<Symbol> symbols;
  ConversionFactor conversion;
  for (const UnitFactor& factor : factors) {
    add_symbols(symbols, factor.unit->canonical, factor.power);
    for (int i = 0; i < std::abs(factor.power); ++i) {
      const bool above = factor.power > 0;
      for (const Decimal& value : {factor.unit->scale, factor.multiplier})
        above ? conversion.multiply(value) : conversion.divide(value);
      above ? conversion.divide(factor.unit->divisor) : conversion.multiply(factor.unit->divisor);
    }
  }
  MeasuredIn result{.canonical = canonical_text(symbols),
                    .scale = conversion.scale,
                    .divisor = conversion.divisor};
  const bool lone = factors.size() == 1 && factors.front().power == 1;
  result.dimension =
      lone ? factors.front().unit->dimension : dimension_of(result.canonical, factors);
  if (lone) result.offset = factors.front().unit->offset;
  return result;
}

}  // namespace assay
