// SPDX-License-Identifier: MIT
#pragma once
/// Exact decimals: a written number is digits and a power of ten, and stays so until the very last
/// step. 2235.55 x 10^8 as doubles gives 223555000000.00003; as a Decimal it gives 223555000000.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace assay {

/// coefficient x 10^exponent. The exponent keeps the written precision: "80.0" is {800, -1}.
/// Coefficients have at most 18 digits: no writer states a quantity to more, and what is longer is
/// an identifier.
class Decimal {
 public:
  Decimal() = default;
  Decimal(std::int64_t coefficient, int exponent)
      : coefficient_(coefficient), exponent_(exponent) {}

  /// Reads ASCII digits with at most one '.', no sign, no separators. Absent when `text` is
  /// anything else or has more than 18 digits.
  static std::optional<Decimal> parse(std::string_view text);

  /// The decimal with the fewest digits whose nearest double is `value`: the one that was written, if
  /// the double came of one of at most 15 digits. Absent when `value` is not finite.
  static std::optional<Decimal> shortest(double value);

  [[nodiscard]] std::int64_t coefficient() const { return coefficient_; }
  [[nodiscard]] int exponent() const { return exponent_; }
  [[nodiscard]] bool is_zero() const { return coefficient_ == 0; }

  /// this x 10^power, exactly.
  [[nodiscard]] Decimal shifted(int power) const { return {coefficient_, exponent_ + power}; }
  /// -this
  [[nodiscard]] Decimal negated() const { return {-coefficient_, exponent_}; }
  /// The exact sum; absent when it needs more than 18 digits. The finer exponent is kept.
  [[nodiscard]] std::optional<Decimal> plus(const Decimal& other) const;
  /// The exact product; absent when it needs more than 18 digits.
  [[nodiscard]] std::optional<Decimal> times(const Decimal& other) const;
  /// The nearest double (one correctly rounded conversion); infinite when it is too large for one.
  [[nodiscard]] double to_double() const;
  /// 10^exponent of the last digit that is not a trailing zero: 5600 -> 100, 1.50 -> 0.1, 0 -> 1.
  [[nodiscard]] double last_nonzero_place() const;
  /// Plain notation without trailing zeros after the point: "223555000000", "0.153".
  [[nodiscard]] std::string to_string() const;

 private:
  std::int64_t coefficient_ = 0;
  int exponent_ = 0;
};

}  // namespace assay
