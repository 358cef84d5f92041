// SPDX-License-Identifier: MIT
#pragma once
/// How values, facts and doubts are put into words, in Chinese and English.

#include <string>
#include <vector>

#include "checks/compare.h"
#include "checks/finding.h"

namespace assay {

/// A number of at most six digits: "7.1".
[[nodiscard]] std::string number_words(double value);
/// A value of a canonical unit as people write it: 0.153 of a ratio -> "15.3%", 5.6e11 CNY ->
/// "5600亿元" / "CNY 560 billion".
[[nodiscard]] std::string value_words(double value, const MeasuredIn& unit, Language language);
/// An interval: "[79.5%, 80.5%)", "≥ 50%", "80%".
[[nodiscard]] std::string interval_words(const Interval& interval, const MeasuredIn& unit,
                                         Language language);
/// What a fact is about: "NVIDIA · market share · China".
[[nodiscard]] std::string about(const Fact& fact);
/// Where a fact stands: "notes/a.md:12".
[[nodiscard]] std::string place_words(const Fact& fact);
/// The value of a fact as written, with its hedge: "约 80%".
[[nodiscard]] std::string stated_words(const Fact& fact, Language language);
/// Why a finding is no more than it is: one sentence for all doubts; empty when there are none.
[[nodiscard]] Message doubt_words(const std::vector<Doubt>& doubts, const Fact& a, const Fact& b);

}  // namespace assay
