// SPDX-License-Identifier: MIT
#include "checks/slip.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "checks/wording.h"

namespace assay {
namespace {

/// Figures of this many equal digits are hardly equal by chance.
constexpr std::size_t kDigitsOfOneFigure = 3;
/// With this many it is the same figure, whatever else one of the statements leaves open.
constexpr std::size_t kDigitsBeyondDoubt = 4;

/// The figure as it is written, before scale word and unit: 28.81 of 28.81亿元. Bytes: ASCII only.
std::string_view written_figure(std::string_view text) {
  const std::size_t begin = text.find_first_of("0123456789");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_first_not_of("0123456789.,", begin) - begin);
}

/// Can two figures whose values are a power of ten apart be one that slipped? Lists and ranges are
/// full of round numbers, so few digits prove nothing: 5 and 50, 40% and 4%. With the very same
/// figure before another scale word or unit it takes less: 28亿 and 28万, 6 nm and 6 µm.
bool is_one_figure(const Fact& a, const Fact& b, std::size_t digits) {
  if (digits >= kDigitsOfOneFigure) return true;
  const std::string_view figure = written_figure(a.text);
  if (digits == 0 || figure.empty() || figure != written_figure(b.text)) return false;
  const Dimension dimension = a.quantity.unit.dimension;
  const bool measured = dimension != Dimension::Money && dimension != Dimension::Count &&
                        dimension != Dimension::Ratio && dimension != Dimension::Duration;
  return figure.size() + 1 >= kDigitsOfOneFigure || measured;
}

/// The unit as a reader sees it; the currency's code where none was named.
std::string unit_as_written(const Fact& fact) {
  const Quantity& quantity = fact.quantity;
  return quantity.written_unit.empty() ? quantity.unit.canonical : quantity.written_unit;
}

/// The significant digits of a figure rounded to so many.
std::string rounded_digits(double written, std::size_t count) {
  if (written == 0) return {};
  const double power =
      std::pow(10, static_cast<double>(count) - 1 - std::floor(std::log10(std::abs(written))));
  return significant_digits(std::round(std::abs(written) * power));
}

/// How many significant digits the two figures have in common; 0 unless all are equal, or the shorter
/// figure is the longer one rounded (4523 and 452). The zeros at the end of a figure do not count.
std::size_t equal_digits(const Fact& a, const Fact& b) {
  std::string longer = significant_digits(a.quantity.written_low);
  std::string shorter = significant_digits(b.quantity.written_low);
  double written = a.quantity.written_low;
  if (longer == shorter) return longer.size();
  if (longer.size() < shorter.size()) {
    std::swap(longer, shorter);
    written = b.quantity.written_low;
  }
  const bool rounds = shorter.size() >= kDigitsOfOneFigure && longer.size() > shorter.size() &&
                      rounded_digits(written, shorter.size()) == shorter;
  return rounds ? shorter.size() : 0;
}

}  // namespace

std::string significant_digits(double written) {
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(written),
                                 std::chars_format::scientific);
  std::string digits;
  for (const char* at = buffer.data(); at != end.ptr && *at != 'e'; ++at)
    if (*at >= '0' && *at <= '9') digits += *at;
  while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
  return digits;
}

Message slip_of(const Fact& a, const Fact& b) {
  const Quantity& left = a.quantity;
  const Quantity& right = b.quantity;
  const std::size_t digits = equal_digits(a, b);
  // 373.8亿元 and $37.38 billion
  const bool same_figure = left.stated.low == right.stated.low && left.stated.low != 0;
  if (same_figure && left.unit.dimension == Dimension::Money &&
      left.unit.canonical != right.unit.canonical) {
    if (digits < kDigitsOfOneFigure) return {};
    const auto both = [&](Language language) {
      return currency_words(left.unit.canonical, language) + " / " +
             currency_words(right.unit.canonical, language);
    };
    return {"数字相同而币种不同（" + both(Language::Chinese) + "）",
            "the same figure in two currencies (" + both(Language::English) + ")"};
  }
  if (!left.stated.is_point() || !right.stated.is_point()) return {};
  if (left.stated.low == 0 || right.stated.low == 0) return {};
  const double power = std::log10(std::abs(left.stated.low / right.stated.low));
  const double whole = std::round(power);
  constexpr double kRounding = 0.0022;  // half a percent, as a power of ten
  if (std::abs(power - whole) > kRounding || whole == 0 || !is_one_figure(a, b, digits)) return {};
  struct Slip {
    int power;
    const char* zh;
    const char* en;
  };
  constexpr std::array<Slip, 6> kSlips = {
      {{2, "相差一百倍（如百分号漏写）", "a factor of a hundred (a lost percent sign?)"},
       {3, "相差一千倍（million / billion、nm / µm）",
        "a factor of a thousand (million / billion, nm / µm)"},
       {4, "相差一万倍（万 / 亿）", "a factor of ten thousand (万 / 亿)"},
       {8, "相差一亿倍（漏写亿）", "a factor of 10^8 (a lost 亿)"},
       {1, "相差十倍（小数点或零的错位）", "a factor of ten (a slipped decimal point)"},
       {6, "相差一百万倍", "a factor of a million"}}};
  for (const Slip& slip : kSlips)
    if (slip.power == std::abs(static_cast<int>(whole))) return {slip.zh, slip.en};
  return {};
}

Message alteration_of(const Fact& a, const Fact& b) {
  if (Message slip = slip_of(a, b); !slip.en.empty()) return slip;
  const std::string_view left = written_figure(a.text);
  const std::string_view right = written_figure(b.text);
  if (left == right) {
    const std::string both = unit_as_written(a) + " / " + unit_as_written(b);
    if (a.quantity.written_unit == b.quantity.written_unit) return {};
    return {"数字相同而单位不同（" + both + "）",
            "the same figure with another unit (" + both + ")"};
  }
  if (left.size() != right.size()) return {};
  std::vector<std::size_t> differing;
  for (std::size_t i = 0; i < left.size(); ++i)
    if (left[i] != right[i]) differing.push_back(i);
  if (differing.size() == 1) return {"只有一个数位不同", "a single digit differs"};
  const bool swapped = differing.size() == 2 && left[differing[0]] == right[differing[1]] &&
                       left[differing[1]] == right[differing[0]];
  if (swapped) return {"两个数位互换", "two digits changed places"};
  return {};
}

void settle_by_digits(Comparison& comparison, const Fact& a, const Fact& b) {
  const std::size_t digits = equal_digits(a, b);
  if (digits < kDigitsOfOneFigure || slip_of(a, b).en.empty()) return;
  // "1.446% of the portfolio each, 14.46% together": of one paragraph its writer saw both.
  if (a.document == b.document && a.block == b.block && !a.metric.known) return;
  if (digits < kDigitsBeyondDoubt) {
    // Three digits of one subject, metric and period are one figure, wherever the names come from.
    const bool same = a.period && a.period == b.period && a.subject.value == b.subject.value &&
                      a.metric.value == b.metric.value && !comparison.by_wording;
    if (same && comparison.comparable) comparison.weight = std::min(comparison.weight, kGrave);
    if (same) comparison.confidence = std::max(comparison.confidence, 0.6);
    return;
  }
  std::erase_if(comparison.doubts, [](Doubt doubt) {
    return doubt != Doubt::OtherMetric && doubt != Doubt::OpenMetric && doubt != Doubt::Forecast;
  });
  comparison.weight = std::min(comparison.weight, static_cast<int>(comparison.doubts.size()));
  comparison.confidence = std::max(comparison.confidence, 0.9);
}

}  // namespace assay
