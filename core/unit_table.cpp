// SPDX-License-Identifier: MIT
// Loads core/units/*.json. A file is one record: its dimension, its canonical unit, and its units.
#include <algorithm>
#include <charconv>
#include <map>

#include "core/json_file.h"
#include "core/unit.h"
#include "core/utf8.h"

namespace assay {
namespace {

/// "31557600", "1e-9", "0.3048".
std::optional<Decimal> parse_decimal(std::string_view text) {
  const std::size_t mark = text.find('e');
  const auto mantissa = Decimal::parse(text.substr(0, mark));
  if (!mantissa || mark == std::string_view::npos) return mantissa;
  const std::string_view digits = text.substr(mark + 1);
  int exponent = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return mantissa->shifted(exponent);
}

/// Reads "5/9" into scale and divisor. Neither may be zero.
bool parse_scale(std::string_view text, Unit& unit) {
  const std::size_t stroke = text.find('/');
  const auto scale = parse_decimal(text.substr(0, stroke));
  const auto divisor = stroke == std::string_view::npos ? std::optional(Decimal(1, 0))
                                                        : parse_decimal(text.substr(stroke + 1));
  if (!scale || !divisor || scale->is_zero() || divisor->is_zero()) return false;
  unit.scale = *scale;
  unit.divisor = *divisor;
  return true;
}

/// Reads ["0.11", "0.17"], from the smaller to the larger; nothing leaves the interval unbounded.
bool parse_interval(const std::vector<std::string>& ends, Interval& interval) {
  if (ends.empty()) return true;
  const auto low = parse_decimal(ends.front());
  const auto high = parse_decimal(ends.back());
  if (ends.size() != 2 || !low || !high || low->to_double() > high->to_double()) return false;
  interval = Interval::closed(low->to_double(), high->to_double());
  return true;
}

/// What the records of one file have in common.
struct UnitFile {
  std::string name;
  Dimension dimension = Dimension::Count;
  std::string canonical;  ///< empty: each record says its own
};

Result<Unit> parse_unit(const JsonValue& value, const UnitFile& file) {
  JsonRecord record(value, file.name);
  Unit unit{.id = record.text("id"), .dimension = file.dimension, .canonical = file.canonical};
  if (file.canonical.empty()) unit.canonical = record.text("canonical");
  if (!parse_scale(record.text("scale"), unit))
    record.refuse("scale", "expected a decimal or a fraction such as \"5/9\" in \"scale\"");
  const std::string offset = record.optional_text("offset");
  const auto parsed_offset = offset.empty() ? std::optional(Decimal()) : parse_decimal(offset);
  if (!parsed_offset) record.refuse("offset", "expected a decimal in \"offset\"");
  unit.offset = parsed_offset.value_or(Decimal()).to_double();
  unit.symbols = record.texts("symbols");
  unit.names = record.texts("names");
  unit.per_names = record.texts("per_names");
  unit.prefix = record.flag("prefix");
  if (!parse_interval(record.texts("in_dollars"), unit.in_dollars))
    record.refuse("in_dollars", "expected [\"low\", \"high\"] in \"in_dollars\"");
  unit.source = record.text("source");
  (void)record.optional_text("typed");  // for the compiler: see unit_proof.cpp.in
  (void)record.optional_text("note");
  if (Result<Done> done = record.finish(); !done) return done.error();
  return unit;
}

Result<Done> load_file(const std::string& name, std::string_view text, std::vector<Unit>& units,
                       std::vector<Error>& places) {
  const Result<JsonValue> root = parse_json(text, name);
  if (!root) return root.error();
  JsonRecord record(*root, name);
  const std::string dimension = record.text("dimension");
  const auto parsed = parse_dimension(dimension);
  if (!parsed) record.refuse("dimension", "unknown dimension \"" + dimension + "\"");
  UnitFile file{name, parsed.value_or(Dimension::Count), record.optional_text("canonical")};
  (void)record.optional_text("typed");
  (void)record.optional_text("note");
  const std::vector<JsonValue>& records = record.list("units");
  if (Result<Done> done = record.finish(); !done) return done.error();
  for (const JsonValue& value : records) {
    Result<Unit> unit = parse_unit(value, file);
    if (!unit) return unit.error();
    units.push_back(std::move(*unit));
    places.push_back({ErrorCode::BadData, "", name, value.line});
  }
  return Done{};
}

/// Which unit a surface stands for. Symbols are matched with their letter case, names without, so
/// a name clashes with whatever a symbol looks like in lower case.
class SurfaceOwners {
 public:
  /// The unit that has the surface already, or nullptr; it is then `unit`'s as well.
  const Unit* claim(const std::string& key, const Unit& unit) {
    const auto [at, is_new] = owners_.try_emplace(key, &unit);
    return is_new || at->second == &unit ? nullptr : at->second;
  }
  [[nodiscard]] const Unit* find(const std::string& key) const {
    const auto at = owners_.find(key);
    return at == owners_.end() ? nullptr : at->second;
  }

 private:
  std::map<std::string, const Unit*, std::less<>> owners_;
};

/// The complaint about the first id or surface that two units share, or empty; `index` is then the
/// later of the two.
std::string find_clash(const std::vector<Unit>& units, std::size_t& index) {
  SurfaceOwners ids, symbols, names, per_names;
  const auto clash = [](const std::string& word, const Unit* other) {
    return "\"" + word + "\" belongs to \"" + other->id + "\" already";
  };
  for (index = 0; index < units.size(); ++index) {
    const Unit& unit = units[index];
    if (ids.claim(unit.id, unit)) return "two units have the id \"" + unit.id + "\"";
    for (const std::string& symbol : unit.symbols)
      if (const Unit* other = symbols.claim(symbol, unit)) return clash(symbol, other);
    for (const std::string& name : unit.names)
      if (const Unit* other = names.claim(to_ascii_lower(name), unit)) return clash(name, other);
    for (const std::string& name : unit.per_names)
      if (const Unit* other = per_names.claim(to_ascii_lower(name), unit))
        return clash(name, other);
  }
  for (index = 0; index < units.size(); ++index) {
    for (const std::string& symbol : units[index].symbols) {
      const Unit* other = names.find(to_ascii_lower(symbol));
      if (other && other != &units[index]) return clash(symbol, other);
    }
  }
  return {};
}

}  // namespace

Result<UnitTable> UnitTable::load(const std::vector<std::pair<std::string, std::string>>& files) {
  UnitTable table;
  std::vector<Error> places;
  for (const auto& [name, text] : files) {
    if (Result<Done> done = load_file(name, text, table.units_, places); !done) return done.error();
  }
  std::size_t index = 0;
  if (std::string clash = find_clash(table.units_, index); !clash.empty()) {
    places[index].message = std::move(clash);
    return places[index];
  }
  return table;
}

const Unit* UnitTable::find(std::string_view id) const {
  const auto at =
      std::find_if(units_.begin(), units_.end(), [&](const Unit& unit) { return unit.id == id; });
  return at == units_.end() ? nullptr : &*at;
}

}  // namespace assay
