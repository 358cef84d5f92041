// SPDX-License-Identifier: MIT
// The laws of core/units/*.json, and what a file that breaks them is told.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "core/embedded.h"
#include "core/folding.h"
#include "core/unit.h"
#include "core/utf8.h"

namespace assay {
namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

Files shipped_files() {
  Files files;
  for (const EmbeddedFile& file : embedded_units())
    files.emplace_back(std::string(file.name), std::string(file.content));
  return files;
}

const UnitTable& table() {
  static const Result<UnitTable> units = UnitTable::load(shipped_files());
  return *units;
}

std::vector<std::string> surfaces_of(const Unit& unit) {
  std::vector<std::string> surfaces = unit.symbols;
  surfaces.insert(surfaces.end(), unit.names.begin(), unit.names.end());
  surfaces.insert(surfaces.end(), unit.per_names.begin(), unit.per_names.end());
  return surfaces;
}

TEST(UnitTable, TheShippedFilesLoad) {
  const Result<UnitTable> units = UnitTable::load(shipped_files());
  ASSERT_TRUE(units) << units.error().to_string();
  EXPECT_GT(units->units().size(), 350U);
}

TEST(UnitTable, EveryUnitCanBeWrittenAndHasASource) {
  for (const Unit& unit : table().units()) {
    EXPECT_FALSE(surfaces_of(unit).empty()) << unit.id;
    EXPECT_FALSE(unit.source.empty()) << unit.id;
    EXPECT_FALSE(unit.canonical.empty()) << unit.id;
    EXPECT_GT(unit.scale.to_double(), 0) << unit.id;
    EXPECT_GT(unit.divisor.to_double(), 0) << unit.id;
    EXPECT_EQ(unit.offset != 0, unit.id == "°C" || unit.id == "°F") << unit.id;
    EXPECT_TRUE(!unit.prefix || unit.dimension == Dimension::Money) << unit.id;
  }
}

TEST(UnitTable, NoSurfaceBelongsToTwoUnits) {
  std::map<std::string, std::string> symbols;
  std::map<std::string, std::string> names;
  for (const Unit& unit : table().units()) {
    for (const std::string& symbol : unit.symbols)
      EXPECT_TRUE(symbols.emplace(symbol, unit.id).second) << symbol << " of " << unit.id;
    for (const std::string& name : unit.names)
      EXPECT_TRUE(names.emplace(to_ascii_lower(name), unit.id).second) << name << " of " << unit.id;
  }
  for (const auto& [symbol, id] : symbols) {
    const auto name = names.find(to_ascii_lower(symbol));
    EXPECT_TRUE(name == names.end() || name->second == id) << symbol << " of " << id;
  }
}

TEST(UnitTable, SurfacesAreFoldedAndTrimmed) {
  for (const Unit& unit : table().units()) {
    for (const std::string& surface : surfaces_of(unit)) {
      EXPECT_EQ(fold_text(surface), surface) << unit.id << ": text is folded before it is matched";
      EXPECT_NE(surface.front(), ' ') << surface;
      EXPECT_NE(surface.back(), ' ') << surface;
      EXPECT_FALSE(is_ascii_digit(static_cast<unsigned char>(surface.front()))) << surface;
      EXPECT_EQ(find_invalid_utf8(surface), std::string_view::npos) << unit.id;
    }
  }
}

TEST(UnitTable, CanonicalUnitsAreThoseOfTheContract) {
  const std::map<Dimension, std::string> contract = {
      {Dimension::Count, "1"},           {Dimension::Ratio, "1"},
      {Dimension::PercentagePoint, "1"}, {Dimension::Length, "m"},
      {Dimension::Mass, "kg"},           {Dimension::Duration, "s"},
      {Dimension::Information, "B"},     {Dimension::Temperature, "K"},
      {Dimension::Area, "m2"},           {Dimension::Volume, "m3"},
      {Dimension::Power, "W"},           {Dimension::Energy, "J"},
      {Dimension::Frequency, "Hz"},      {Dimension::Compute, "FLOPS"},
      {Dimension::ElectricCharge, "C"},  {Dimension::Voltage, "V"},
      {Dimension::ElectricCurrent, "A"}, {Dimension::Pressure, "Pa"},
      {Dimension::Force, "N"},           {Dimension::Torque, "N*m"},
      {Dimension::Speed, "m/s"}};
  std::set<Dimension> seen;
  for (const Unit& unit : table().units()) {
    seen.insert(unit.dimension);
    const auto expected = contract.find(unit.dimension);
    if (expected != contract.end()) {
      EXPECT_EQ(unit.canonical, expected->second) << unit.id;
    } else if (unit.dimension == Dimension::Money) {
      EXPECT_EQ(unit.canonical.size(), 3U) << unit.id;
    }
  }
  EXPECT_EQ(seen.size(), contract.size() + 2) << "money and compound";
}

/// The only unit that a surface stands for.
const Unit* owner(std::string_view surface) {
  for (const Unit& unit : table().units()) {
    for (const std::string& symbol : unit.symbols)
      if (symbol == surface) return &unit;
    for (const std::string& name : unit.names)
      if (to_ascii_lower(name) == to_ascii_lower(surface)) return &unit;
  }
  return nullptr;
}

TEST(UnitTable, SurfacesMeanWhatTheyShould) {
  struct Row {
    const char* surface;
    const char* canonical;
    double factor;
  };
  const Row rows[] = {
      {"nm", "m", 1e-9},
      {"纳米", "m", 1e-9},
      {"奈米", "m", 1e-9},
      {"NANOMETERS", "m", 1e-9},
      {"英里", "m", 1609.344},
      {"inches", "m", 0.0254},
      {"光年", "m", 9460730472580800.0},
      {"海里", "m", 1852},
      {"吨", "kg", 1000},
      {"公斤", "kg", 1},
      {"斤", "kg", 0.5},
      {"盎司", "kg", 0.028349523125},
      {"pounds", "kg", 0.45359237},
      {"年", "s", 31557600},
      {"个月", "s", 2629800},
      {"quarters", "s", 7889400},
      {"weeks", "s", 604800},
      {"小时", "s", 3600},
      {"世纪", "", 0},
      {"GB", "B", 1e9},
      {"GiB", "B", 1073741824},
      {"Gb", "B", 1.25e8},
      {"比特", "B", 0.125},
      {"Gbps", "B/s", 1.25e8},
      {"MT/s", "1/s", 1e6},
      {"rpm", "1/s", 1.0 / 60},
      {"TOPS", "OPS", 1e12},
      {"Tflops", "FLOPS", 1e12},
      {"PFLOPS", "FLOPS", 1e15},
      {"mW", "W", 1e-3},
      {"MW", "W", 1e6},
      {"马力", "W", 735.49875},
      {"兆瓦时", "J", 3.6e9},
      {"kWh", "J", 3.6e6},
      {"兆赫", "Hz", 1e6},
      {"平方公里", "m2", 1e6},
      {"㎡", "m2", 1},
      {"亩", "m2", 2000.0 / 3},
      {"公顷", "m2", 1e4},
      {"acres", "m2", 4046.8564224},
      {"barrels", "m3", 0.158987294928},
      {"mL", "m3", 1e-6},
      {"mAh", "C", 3.6},
      {"psi", "Pa", 6894.757293168361},
      {"N·m", "N*m", 1},
      {"Nm", "N*m", 1},
      {"pound-feet", "N*m", 1.3558179483314004},
      {"km/h", "m/s", 1 / 3.6},
      {"mph", "m/s", 0.44704},
      {"元", "CNY", 1},
      {"美元", "USD", 1},
      {"美分", "USD", 0.01},
      {"NT$", "TWD", 1},
      {"HK$", "HKD", 1},
      {"€", "EUR", 1},
      {"£", "GBP", 1},
      {"%", "1", 0.01},
      {"‰", "1", 0.001},
      {"成", "1", 0.1},
      {"折", "1", 0.1},
      {"倍", "1", 1},
      {"ppm", "1", 1e-6},
      {"个百分点", "1", 0.01},
      {"基点", "1", 1e-4},
      {"台", "1", 1},
      {"人次", "1", 1},
  };
  for (const Row& row : rows) {
    const Unit* unit = owner(row.surface);
    if (row.factor == 0) {
      EXPECT_EQ(unit, nullptr) << row.surface;
      continue;
    }
    ASSERT_NE(unit, nullptr) << row.surface;
    EXPECT_EQ(unit->canonical, row.canonical) << row.surface;
    EXPECT_DOUBLE_EQ(compose({{unit}}).to_canonical(Decimal(1, 0)) - unit->offset, row.factor)
        << row.surface;
  }
}

TEST(UnitTable, WordsThatMeanTooManyThingsAreNoUnits) {
  for (const char* surface :
       {"日", "月", "季", "季度", "度",   "分", "时", "点", "刀", "圆",   "角", "两",
        "牛", "埃", "巴", "码",   "卡路", "C",  "N",  "A",  "B",  "K",    "b",  "in",
        "us", "pm", "M",  "G",    "T",    "万", "亿", "nM", "mw", "KWH ", ""})
    EXPECT_EQ(owner(surface), nullptr) << surface;
}

TEST(UnitTable, SomeWordsAreUnitsBelowAStrokeOnly) {
  const std::pair<const char*, const char*> rows[] = {
      {"month", "月"}, {"d", "日"}, {"quarter", "季度"}, {"kWh", "度"}, {"min", "分"}, {"h", "时"}};
  for (const auto& [id, surface] : rows) {
    const Unit* unit = table().find(id);
    ASSERT_NE(unit, nullptr) << id;
    EXPECT_TRUE(std::count(unit->per_names.begin(), unit->per_names.end(), surface)) << surface;
  }
}

TEST(UnitTable, CurrenciesAreTheirOwnCanonicalUnits) {
  for (const Unit& unit : table().units()) {
    if (unit.dimension != Dimension::Money) continue;
    const Unit* canonical = table().find(unit.canonical);
    ASSERT_NE(canonical, nullptr) << unit.id;
    EXPECT_EQ(canonical->canonical, unit.canonical);
    EXPECT_EQ(canonical->scale.to_double(), 1);
  }
}

std::string complaint_about(const Files& files) {
  const Result<UnitTable> units = UnitTable::load(files);
  return units ? "" : units.error().to_string();
}

/// A file of lengths with the given records, the first of them on line 2.
Files lengths(const std::string& records) {
  return {{"length.json", R"({"dimension": "length", "canonical": "m", "units": [)"
                          "\n" +
                              records + "]}"}};
}

TEST(UnitTable, RefusesBadFilesWithTheirPlace) {
  struct Row {
    Files files;
    const char* complaint;
  };
  const std::string metre = R"({"id": "m", "scale": "1", "names": ["metre"], "source": "SI"})";
  const Row rows[] = {
      {lengths(metre), ""},
      {{{"x.json", "{"}}, "x.json:1: is not valid JSON near \"{\""},
      {{{"x.json", R"({"dimension": "lenght", "canonical": "m", "units": []})"}},
       "x.json:1: unknown dimension \"lenght\""},
      {{{"x.json", R"({"dimension": "length", "canonical": "m"})"}},
       "x.json:1: field \"units\" is missing"},
      {{{"x.json", R"({"dimension": "length", "canonical": "m", "unit": []})"}},
       "x.json:1: unknown field \"unit\" (did you mean \"units\"?)"},
      {lengths(R"({"id": "m", "scael": "1", "source": "SI"})"),
       "length.json:2: unknown field \"scael\" (did you mean \"scale\"?)"},
      {lengths(R"({"id": "m", "scale": 1, "source": "SI"})"),
       "length.json:2: expected text in \"scale\", found a number"},
      {lengths(R"({"id": "m", "scale": "1"})"), "length.json:2: field \"source\" is missing"},
      {lengths(R"({"id": "m", "canonical": "m", "scale": "1", "source": "SI"})"),
       "length.json:2: unknown field \"canonical\""},
      {lengths(metre + ",\n" + metre), "length.json:3: two units have the id \"m\""},
      {lengths(metre + ",\n" +
               R"({"id": "x", "scale": "1", "names": ["y", "METRE"], "source": "SI"})"),
       "length.json:3: \"METRE\" belongs to \"m\" already"},
      {lengths(metre + ",\n" +
               R"({"id": "x", "scale": "1", "symbols": ["Metre"], "source": "SI"})"),
       "length.json:3: \"Metre\" belongs to \"m\" already"},
      {{{"a.json",
         R"({"dimension": "money", "units": [{"id": "x", "scale": "1", "source": "y"}]})"}},
       "a.json:1: field \"canonical\" is missing"},
  };
  for (const Row& row : rows) EXPECT_EQ(complaint_about(row.files), row.complaint);
}

TEST(UnitTable, ScalesAreDecimalsOrFractions) {
  const auto complaint = [](const std::string& scale) {
    return complaint_about(lengths(R"({"id": "m", "source": "SI", "scale": ")" + scale + "\"}"));
  };
  for (const char* scale : {"1", "0.3048", "1e-9", "3.6e6", "5/9", "400/121", "1e3/3"})
    EXPECT_EQ(complaint(scale), "") << scale;
  for (const char* scale : {"0", "1/0", "0/5", "-1", "1e", "e3", "1/2/3", "1 000", "1,5", "/", "1/",
                            "abc", "1e3.5", "0x10", "1e-", "1e99999999999"})
    EXPECT_EQ(complaint(scale),
              "length.json:2: expected a decimal or a fraction such as \"5/9\" in \"scale\"")
        << scale;
}

TEST(UnitTable, FindsByIdOnly) {
  EXPECT_NE(table().find("nm"), nullptr);
  EXPECT_EQ(table().find("纳米"), nullptr);
  EXPECT_EQ(table().find(""), nullptr);
  EXPECT_EQ(table().find("NM"), nullptr);
}

}  // namespace
}  // namespace assay
