// SPDX-License-Identifier: MIT
#include "core/decimal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace assay {
namespace {

constexpr int kMaxDigits = 18;
constexpr std::int64_t kMaxCoefficient = 999'999'999'999'999'999;

/// Up to here every integer is a double, and every power of ten is one.
constexpr std::int64_t kLargestExactInteger = std::int64_t{1} << 53;
constexpr int kLargestExactPower = 22;
constexpr std::array<double, kLargestExactPower + 1> kPowersOfTen = {
    1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

std::optional<std::int64_t> times_ten_to(std::int64_t value, int power) {
  if (value == 0) return 0;
  for (; power > 0; --power) {
    if (std::abs(value) > kMaxCoefficient / 10) return std::nullopt;
    value *= 10;
  }
  return value;
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  std::int64_t coefficient = 0;
  int digits = 0;
  int exponent = 0;
  bool point = false;
  for (const char c : text) {
    if (c == '.') {
      if (point) return std::nullopt;
      point = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    if (digits > 0 || c != '0') ++digits;
    if (digits > kMaxDigits) return std::nullopt;
    coefficient = coefficient * 10 + (c - '0');
    if (point) --exponent;
  }
  if (text.empty() || text == ".") return std::nullopt;
  return Decimal(coefficient, exponent);
}

std::optional<Decimal> Decimal::shortest(double value) {
  if (!std::isfinite(value)) return std::nullopt;
  std::array<char, 32> text{};  // -1.2345678901234567e-300
  const auto written = std::to_chars(text.data(), text.data() + text.size(), std::abs(value),
                                     std::chars_format::scientific);
  const std::string_view all(text.data(), static_cast<std::size_t>(written.ptr - text.data()));
  const std::size_t mark = all.find('e');
  std::string_view power = all.substr(mark + 1);
  if (power.starts_with('+')) power.remove_prefix(1);
  int exponent = 0;
  std::from_chars(power.data(), power.data() + power.size(), exponent);
  const Decimal shortest = parse(all.substr(0, mark))->shifted(exponent);
  return std::signbit(value) ? shortest.negated() : shortest;
}

std::optional<Decimal> Decimal::plus(const Decimal& other) const {
  const int exponent = std::min(exponent_, other.exponent_);
  const auto a = times_ten_to(coefficient_, exponent_ - exponent);
  const auto b = times_ten_to(other.coefficient_, other.exponent_ - exponent);
  if (!a || !b || std::abs(*a + *b) > kMaxCoefficient) return std::nullopt;
  return Decimal(*a + *b, exponent);
}

std::optional<Decimal> Decimal::times(const Decimal& other) const {
  std::int64_t product = 0;
  if (__builtin_mul_overflow(coefficient_, other.coefficient_, &product)) return std::nullopt;
  if (std::abs(product) > kMaxCoefficient) return std::nullopt;
  return Decimal(product, exponent_ + other.exponent_);
}

double Decimal::to_double() const {
  // Both operands of one operation are exact here, so its one rounding is the correct one.
  if (std::abs(coefficient_) <= kLargestExactInteger && std::abs(exponent_) <= kLargestExactPower) {
    const double power = kPowersOfTen[static_cast<std::size_t>(std::abs(exponent_))];
    const auto value = static_cast<double>(coefficient_);
    return exponent_ < 0 ? value / power : value * power;
  }
  // from_chars rounds correctly, so the one conversion from decimal to binary is the best there is.
  const std::string text = std::to_string(coefficient_) + "e" + std::to_string(exponent_);
  double value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec == std::errc::result_out_of_range && exponent_ > 0) {
    const double infinity = std::numeric_limits<double>::infinity();
    return coefficient_ < 0 ? -infinity : infinity;
  }
  return value;
}

double Decimal::last_nonzero_place() const {
  if (coefficient_ == 0) return 1;
  std::int64_t rest = coefficient_;
  int exponent = exponent_;
  for (; rest % 10 == 0; rest /= 10) ++exponent;
  return Decimal(1, exponent).to_double();
}

std::string Decimal::to_string() const {
  std::string digits = std::to_string(std::abs(coefficient_));
  const std::string sign = coefficient_ < 0 ? "-" : "";
  if (exponent_ >= 0) {
    const std::size_t zeros = coefficient_ == 0 ? 0 : static_cast<std::size_t>(exponent_);
    return sign + digits + std::string(zeros, '0');
  }
  const auto places = static_cast<std::size_t>(-exponent_);
  if (digits.size() <= places) digits.insert(0, places - digits.size() + 1, '0');
  digits.insert(digits.size() - places, ".");
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  return sign + digits;
}

}  // namespace assay
