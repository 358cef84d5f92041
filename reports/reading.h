// SPDX-License-Identifier: MIT
#pragma once
/// How a person would say what assay has read: "15%–30%", "≥ 500亿元", "about 7 nm", "2025 Q1".
/// Quantities that are shown side by side share one DisplayUnit, so that they can be compared at a
/// glance whatever units they were written in.

#include <span>
#include <string>
#include <vector>

#include "checks/finding.h"
#include "facts/fact.h"
#include "reports/strings.h"

namespace assay {

/// The unit that numbers are shown in: shown = (canonical - offset) / factor.
struct DisplayUnit {
  double factor = 1;
  double offset = 0;
  std::string suffix = {};    ///< with the space before it, if there is to be one
  bool on_both_ends = false;  ///< "15%–30%" rather than "15–30%"
};

/// The unit in which to show these quantities together. Precondition: there is one, and all have
/// the same dimension and canonical unit.
[[nodiscard]] DisplayUnit choose_display_unit(std::span<const Quantity* const> quantities,
                                              const Strings& strings);

/// A number with at most six significant digits, thousands separated by commas from 10,000 on.
[[nodiscard]] std::string show_number(double value);

/// A canonical value in a display unit: "50%", "5600亿元".
[[nodiscard]] std::string show_value(double canonical, const DisplayUnit& unit);

/// An interval of canonical values: "50%", "15%–30%", "> 500亿元", "any value" when unbounded.
[[nodiscard]] std::string show_interval(const Interval& interval, const DisplayUnit& unit,
                                        const Strings& strings);

/// What a fact states, with "about" where it says so: in `unit`, or in the one that suits it best.
[[nodiscard]] std::string show_stated(const Fact& fact, const DisplayUnit& unit,
                                      const Strings& strings);
[[nodiscard]] std::string show_stated(const Fact& fact, const Strings& strings);

/// The same with what the number does in its sentence: "fell by 30%", "before: 95%".
[[nodiscard]] std::string show_in_role(const Fact& fact, const DisplayUnit& unit,
                                       const Strings& strings);
[[nodiscard]] std::string show_in_role(const Fact& fact, const Strings& strings);

/// What a statement says, in its own unit: its value, and whatever limits it: "50% · 2025 · China".
[[nodiscard]] std::string describe(const Fact& fact, const Strings& strings);

/// What a fact is compared with: "vs A100".
[[nodiscard]] std::string versus(const Fact& fact, const Strings& strings);

/// A period in as few words as say it exactly: "2025", "2025 Q1", "2025-03", "2024–2025",
/// "2025-03-04 – 2025-06-30".
[[nodiscard]] std::string show_period(const Period& period);

/// "4 errors, 3 warnings, 1 note in 5 documents, 18 facts"
[[nodiscard]] std::string show_summary(const CheckResult& result, const Strings& strings);

/// Strings joined by a separator.
[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace assay
