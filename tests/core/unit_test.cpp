// SPDX-License-Identifier: MIT
#include "core/unit.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "core/embedded.h"

namespace assay {
namespace {

UnitTable load_all() {
  std::vector<std::pair<std::string, std::string>> files;
  for (const EmbeddedFile& file : embedded_units())
    files.emplace_back(std::string(file.name), std::string(file.content));
  Result<UnitTable> table = UnitTable::load(files);
  return table ? *table : UnitTable();
}

const UnitTable& table() {
  static const UnitTable units = load_all();
  return units;
}

const Unit* unit(std::string_view id) {
  const Unit* found = table().find(id);
  EXPECT_NE(found, nullptr) << id;
  return found;
}

constexpr Dimension kAllDimensions[] = {
    Dimension::Count,          Dimension::Ratio,       Dimension::PercentagePoint,
    Dimension::Money,          Dimension::Length,      Dimension::Mass,
    Dimension::Duration,       Dimension::Information, Dimension::Temperature,
    Dimension::Area,           Dimension::Volume,      Dimension::Power,
    Dimension::Energy,         Dimension::Frequency,   Dimension::Compute,
    Dimension::ElectricCharge, Dimension::Voltage,     Dimension::ElectricCurrent,
    Dimension::Pressure,       Dimension::Force,       Dimension::Torque,
    Dimension::Speed,          Dimension::Compound};

TEST(Dimension, EveryOneHasANameThatReadsBack) {
  for (const Dimension dimension : kAllDimensions) {
    EXPECT_FALSE(to_string(dimension).empty());
    EXPECT_EQ(parse_dimension(to_string(dimension)), dimension);
  }
  EXPECT_EQ(to_string(Dimension::PercentagePoint), "percentage-point");
  for (const char* name : {"", "Length", "lenght", "percentage point", "money "})
    EXPECT_FALSE(parse_dimension(name)) << name;
}

struct Factor {
  const char* unit;
  int power = 1;
  Decimal multiplier = {1, 0};
};

MeasuredIn composed(const std::vector<Factor>& factors) {
  std::vector<UnitFactor> parts;
  for (const Factor& factor : factors)
    parts.push_back({unit(factor.unit), factor.power, factor.multiplier});
  return compose(parts);
}

TEST(Compose, NamesProductsAndQuotients) {
  struct Row {
    std::vector<Factor> factors;
    const char* canonical;
    Dimension dimension;
    double factor;  ///< canonical units in one written unit
  };
  const Decimal ten_thousand(1, 4);
  const Row rows[] = {
      {{{"nm"}}, "m", Dimension::Length, 1e-9},
      {{{"CNY"}}, "CNY", Dimension::Money, 1},
      {{{"%"}}, "1", Dimension::Ratio, 0.01},
      {{{"百分点"}}, "1", Dimension::PercentagePoint, 0.01},
      {{{"台"}}, "1", Dimension::Count, 1},
      {{{"TFLOPS"}, {"mm²", -1}}, "FLOPS/m2", Dimension::Compound, 1e18},
      {{{"片", 1, ten_thousand}, {"month", -1}}, "1/s", Dimension::Compound, 1e4 / 2629800},
      {{{"CNY"}, {"股", -1}}, "CNY", Dimension::Money, 1},
      {{{"USD"}, {"台", -1, ten_thousand}}, "USD", Dimension::Money, 1e-4},
      {{{"GB"}, {"s", -1}}, "B/s", Dimension::Compound, 1e9},
      {{{"CNY"}, {"kWh", -1}}, "CNY/J", Dimension::Compound, 1 / 3.6e6},
      {{{"km"}, {"h", -1}}, "m/s", Dimension::Speed, 1 / 3.6},
      {{{"kW"}, {"h"}}, "J", Dimension::Energy, 3.6e6},
      {{{"h"}, {"kW"}}, "J", Dimension::Energy, 3.6e6},
      {{{"kJ"}, {"s", -1}}, "W", Dimension::Power, 1e3},
      {{{"mA"}, {"h"}}, "C", Dimension::ElectricCharge, 3.6},
      {{{"V"}, {"A"}}, "W", Dimension::Power, 1},
      {{{"m"}, {"m"}}, "m2", Dimension::Area, 1},
      {{{"m", 3}}, "m3", Dimension::Volume, 1},
      {{{"cm", 2}}, "m2", Dimension::Area, 1e-4},
      {{{"m²"}, {"m"}}, "m3", Dimension::Volume, 1},
      {{{"m"}, {"s", -2}}, "m/s2", Dimension::Compound, 1},
      {{{"kg"}, {"m³", -1}}, "kg/m3", Dimension::Compound, 1},
      {{{"L"}, {"km", -1, Decimal(100, 0)}}, "m3/m", Dimension::Compound, 1e-8},
      {{{"N·m"}, {"m", -1}}, "N", Dimension::Force, 1},
      {{{"N"}, {"m²", -1}}, "Pa", Dimension::Pressure, 1},
      {{{"N"}, {"m"}}, "N*m", Dimension::Torque, 1},
      {{{"W"}, {"m", -1}, {"K", -1}}, "W/m/K", Dimension::Compound, 1},
      {{{"Gbps"}, {"CNY", -1}}, "B/s/CNY", Dimension::Compound, 1.25e8},
      {{{"m²", 2}}, "m2*m2", Dimension::Compound, 1},
      {{{"km"}, {"m", -1}}, "1", Dimension::Ratio, 1000},
      {{{"台"}, {"人", -1}}, "1", Dimension::Count, 1},
      {{{"%"}, {"year", -1}}, "1/s", Dimension::Compound, 0.01 / 31557600},
      {{{"%"}, {"CNY"}}, "CNY", Dimension::Money, 0.01},
      {{{"year", -1}}, "1/s", Dimension::Compound, 1.0 / 31557600},
  };
  for (const Row& row : rows) {
    const MeasuredIn found = composed(row.factors);
    EXPECT_EQ(found.canonical, row.canonical);
    EXPECT_EQ(to_string(found.dimension), to_string(row.dimension)) << row.canonical;
    EXPECT_DOUBLE_EQ(found.to_canonical(Decimal(1, 0)), row.factor) << row.canonical;
    EXPECT_DOUBLE_EQ(found.to_canonical(1.0), row.factor) << row.canonical;
  }
}

TEST(Compose, KeepsTheOffsetOfALoneTemperatureOnly) {
  EXPECT_DOUBLE_EQ(composed({{"°C"}}).to_canonical(Decimal(20, 0)), 293.15);
  EXPECT_DOUBLE_EQ(composed({{"°F"}}).to_canonical(Decimal(212, 0)), 373.15);
  EXPECT_DOUBLE_EQ(composed({{"°F"}}).to_canonical(Decimal(-40, 0)), 233.15);
  EXPECT_DOUBLE_EQ(composed({{"W"}, {"°C", -1}}).to_canonical(Decimal(20, 0)), 20);
}

TEST(Compose, AUnitThatSaysNothingCountsThings) {
  const Unit counted;
  EXPECT_EQ(compose({{&counted}}).canonical, "1");
  EXPECT_EQ(compose({{&counted}}).dimension, Dimension::Count);
  EXPECT_EQ(compose({{&counted, 1}, {unit("s"), -1}}).canonical, "1/s");
  EXPECT_EQ(compose({{unit("CNY"), 1}, {&counted, -1}}).canonical, "CNY");
}

TEST(Compose, IsExactWhereItCanBe) {
  const MeasuredIn nanometres = composed({{"nm"}});
  EXPECT_EQ(nanometres.to_canonical(Decimal(7, 0)), 7e-9);
  EXPECT_EQ(composed({{"t"}}).to_canonical(Decimal(223555, 6)), 223555e9);
  EXPECT_EQ(composed({{"%"}}).to_canonical(Decimal(153, -1)), 0.153);
  EXPECT_EQ(composed({{"%"}}).to_canonical(67.1), 0.671);
  EXPECT_EQ(composed({{"%"}}).to_canonical(-14.65), -0.1465);
  EXPECT_EQ(composed({{"mi"}}).to_canonical(Decimal(5, 0)), 8046.72);
  EXPECT_EQ(composed({{"CNY"}, {"片", -1, Decimal(1, 4)}}).to_canonical(Decimal(35, -1)), 0.00035);
}

TEST(Compose, ManyDigitsDoNotOverflow) {
  const MeasuredIn torque = composed({{"lb·ft"}});  // a factor of 17 digits
  EXPECT_DOUBLE_EQ(torque.to_canonical(Decimal(275, 0)), 275 * 1.3558179483314004);
  EXPECT_DOUBLE_EQ(torque.to_canonical(Decimal(999'999'999'999'999'999, 0)),
                   1e18 * 1.3558179483314004);
  EXPECT_DOUBLE_EQ(composed({{"lb·ft"}, {"lb·ft"}}).to_canonical(1.0),
                   1.3558179483314004 * 1.3558179483314004);
}

/// The factors that a canonical unit is made of: parse what compose() printed.
std::vector<UnitFactor> parse_canonical(std::string_view text,
                                        const std::vector<const Unit*>& base) {
  std::vector<UnitFactor> factors;
  int power = 1;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("*/", at), text.size());
    std::string_view name = text.substr(at, end - at);
    int times = 1;
    for (int attempt = 0; attempt < 2 && name != "1"; ++attempt) {
      const auto found = std::find_if(base.begin(), base.end(),
                                      [&](const Unit* one) { return one->canonical == name; });
      if (found != base.end()) {
        factors.push_back({*found, power * times});
        break;
      }
      times = name.back() - '0';  // "s2"
      name.remove_suffix(1);
    }
    if (end < text.size()) power = text[end] == '/' ? -1 : power;
    at = end + 1;
  }
  return factors;
}

TEST(Compose, ReadsBackWhatItPrints) {
  std::vector<const Unit*> base;
  for (const char* id : {"CNY", "USD", "m", "kg", "s", "B", "m²", "m³", "W", "J", "Hz", "FLOPS",
                         "V", "A", "C", "Pa", "N", "K", "台"})
    base.push_back(unit(id));
  std::mt19937 random(99);
  std::uniform_int_distribution<std::size_t> any(0, base.size() - 1);
  for (int i = 0; i < 5000; ++i) {
    std::vector<UnitFactor> factors;
    for (int count = std::uniform_int_distribution(1, 4)(random); count > 0; --count)
      factors.push_back({base[any(random)], std::bernoulli_distribution(0.6)(random) ? 1 : -1});
    const MeasuredIn printed = compose(factors);
    const auto read = parse_canonical(printed.canonical, base);
    if (read.empty()) {
      ASSERT_EQ(printed.canonical, "1");
      continue;
    }
    const MeasuredIn again = compose(read);
    ASSERT_EQ(again.canonical, printed.canonical);
    ASSERT_EQ(again.dimension, printed.dimension) << printed.canonical;
    ASSERT_EQ(again.to_canonical(1.0), 1.0) << printed.canonical;
  }
}

TEST(Compose, AUnitTimesItsInverseIsOne) {
  for (const Unit& one : table().units()) {
    const MeasuredIn nothing = compose({{&one, 1}, {&one, -1}});
    EXPECT_EQ(nothing.canonical, "1") << one.id;
    EXPECT_DOUBLE_EQ(nothing.to_canonical(1.0), 1) << one.id;
  }
}

TEST(MeasuredIn, BothConversionsAgree) {
  std::mt19937 random(5);
  std::uniform_int_distribution<std::int64_t> coefficient(-999'999, 999'999);
  std::uniform_int_distribution<int> exponent(-3, 9);
  for (const Unit& one : table().units()) {
    const MeasuredIn measured = compose({{&one}});
    for (int i = 0; i < 50; ++i) {
      const Decimal written(coefficient(random), exponent(random));
      const double exact = measured.to_canonical(written);
      ASSERT_NEAR(measured.to_canonical(written.to_double()), exact, 1e-12 * std::abs(exact))
          << written.to_string() << " " << one.id;
      const double back = (exact - measured.offset) * measured.divisor / measured.scale.to_double();
      const double error = 1e-12 * std::abs(written.to_double()) + 1e-9 * std::abs(measured.offset);
      ASSERT_NEAR(back, written.to_double(), error) << one.id;
    }
  }
}

}  // namespace
}  // namespace assay
