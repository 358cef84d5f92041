// SPDX-License-Identifier: MIT
#pragma once
/// Units, dimensions and the table of both. The records stand in core/units/*.json, one file a
/// dimension; each is checked against Boost.Units when assay is compiled (see unit_proof.cpp.in).
///
/// A `Unit` is what one surface such as "nm" or "纳米" means; a `MeasuredIn` is what a quantity is
/// measured in: one unit or a product and quotient of several ("Tflops/mm2", "万片/月").

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/decimal.h"
#include "core/interval.h"
#include "core/result.h"

namespace assay {

/// The kind of a quantity. Kinds with equal exponents stay apart where readers keep them apart:
/// 3倍, 3个百分点 and 3台 are all pure numbers and never comparable.
enum class Dimension : std::uint8_t {
  Count,            ///< counted things (台, 家, GPUs) and bare numbers
  Ratio,            ///< percent, 成, 折, 倍: canonical unit "1"
  PercentagePoint,  ///< a difference of two ratios, canonical unit "1"
  Money,            ///< canonical unit: the ISO 4217 code
  Length,
  Mass,
  Duration,
  Information,
  Temperature,
  Area,
  Volume,
  Power,
  Energy,
  Frequency,
  Compute,  ///< floating-point operations a second
  ElectricCharge,
  Voltage,
  ElectricCurrent,
  Pressure,
  Force,
  Torque,
  Speed,
  Compound,  ///< any other product or quotient, told apart by its canonical unit
};

/// The contract's word for a dimension: "ratio", "percentage-point", "money" …
[[nodiscard]] std::string_view to_string(Dimension dimension);
/// The dimension of that name, or absent.
[[nodiscard]] std::optional<Dimension> parse_dimension(std::string_view name);

/// One record of the table. canonical value = written value x scale / divisor + offset.
struct Unit {
  std::string id;  ///< unique: "nm", "CNY", "台"
  Dimension dimension = Dimension::Count;
  std::string canonical = "1";  ///< symbol of the canonical unit: "m", "CNY", "1"
  Decimal scale{1, 0};
  Decimal divisor{1, 0};  ///< 9 in "5/9"; nearly always 1
  double offset = 0;      ///< only temperatures have one
  /// Surfaces whose letter case matters: mW is not MW.
  std::vector<std::string> symbols = {};
  /// Surfaces in either case, Chinese ones in simplified script.
  std::vector<std::string> names = {};
  /// Surfaces that mean this unit only below a stroke or after a word for "per", in either case:
  /// 3月 is March, but 万片/月 and 每月 are per month.
  std::vector<std::string> per_names = {};
  bool prefix = false;  ///< its symbols may stand before the number: $, €, US$
  /// Of a currency: what one of it was worth in US dollars since 1994, at the least and at the most. Unbounded
  /// where nobody has looked it up.
  Interval in_dollars = {};
  std::string source = {};
};

/// What a quantity is measured in.
struct MeasuredIn {
  Dimension dimension = Dimension::Count;
  std::string canonical = "1";  ///< "m", "USD", "FLOPS/m", "1/s"
  Decimal scale{1, 0};          ///< numerator of the conversion factor
  double divisor = 1;           ///< its denominator, for "a year" and the like
  double offset = 0;

  /// Converts a written value to the canonical unit.
  [[nodiscard]] double to_canonical(const Decimal& written) const;
  /// The same for a value that is already a double (an end of a rounding interval).
  [[nodiscard]] double to_canonical(double written) const;
};

/// One factor of a composite unit: `unit` to the `power`, preceded by a scale word such as 万.
struct UnitFactor {
  const Unit* unit = nullptr;
  int power = 1;
  Decimal multiplier{1, 0};
};

/// What a product of factors measures: {B, 1}, {s, -1} -> "B/s". The names of powers are joined by
/// '*' above and '/' before each factor below; equal factors cancel; counted things vanish ("1").
/// The dimension is a named one when the canonical unit is that of one ({km, 1}, {h, -1} -> Speed),
/// else Compound. Only a lone unit to the power 1 keeps its offset.
/// Precondition: factors is not empty, no unit is null, no power is 0.
[[nodiscard]] MeasuredIn compose(const std::vector<UnitFactor>& factors);

/// All units. Immutable once loaded.
class UnitTable {
 public:
  /// Reads files of units given as {file name, JSON text}.
  /// Errors: BadData for unknown fields, an unknown dimension, two records with one id, a surface
  /// that belongs to two records.
  static Result<UnitTable> load(const std::vector<std::pair<std::string, std::string>>& files);

  [[nodiscard]] const std::vector<Unit>& units() const { return units_; }
  /// The unit with this id, or nullptr.
  [[nodiscard]] const Unit* find(std::string_view id) const;

 private:
  std::vector<Unit> units_;
};

}  // namespace assay
