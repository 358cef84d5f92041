// SPDX-License-Identifier: MIT
#pragma once
/// How values, facts and doubts are put into words, in Chinese and English.

#include <string>
#include <string_view>
#include <vector>

#include "checks/compare.h"
#include "checks/finding.h"
#include "facts/display_names.h"
#include "facts/lexicon.h"

namespace assay {

/// A number of at most six digits: "7.1".
[[nodiscard]] std::string number_words(double value);
/// What amounts of a currency are called: CNY -> 元; its code in English, and where no name is used.
[[nodiscard]] std::string currency_words(const std::string& code, Language language);
/// A value of a canonical unit as people write it: 0.153 of a ratio -> "15.3%", 5.6e11 CNY ->
/// "5600亿元" / "CNY 560 billion".
[[nodiscard]] std::string value_words(double value, const MeasuredIn& unit, Language language);
/// An interval, its ends included or not: "79.5% to 80.5%", "≥ 50%", "80%".
[[nodiscard]] std::string interval_words(const Interval& interval, const MeasuredIn& unit,
                                         Language language);
/// What a fact is about, as far as it says: "NVIDIA · market share · China"; empty: nothing.
[[nodiscard]] std::string about(const Fact& fact, const DisplayNames& names);
/// The same as the start of a message: "英伟达 · 市场份额 · 中国：", "NVIDIA · market share · China: ".
[[nodiscard]] Message heading(const Fact& fact, const Lexicon& lexicon);
/// The metric of a fact; empty: unknown.
[[nodiscard]] Message metric_words(const Fact& fact, const Lexicon& lexicon);
/// The number of a fact as its writer typed it, without tags that stand within: 4成 of 4</b>成. A part of
/// the fact.
[[nodiscard]] std::string_view written_words(const Fact& fact);
/// Where a fact stands: "notes/a.md:12".
[[nodiscard]] std::string place_words(const Fact& fact);
/// The value of a fact as written, with its hedge: "约 80%".
[[nodiscard]] std::string stated_words(const Fact& fact, Language language);
/// Why a finding is no more than it is: one sentence for all doubts, each with the side that it comes from
/// where only one of them gives rise to it; empty when there are none.
[[nodiscard]] Message doubt_words(const std::vector<Doubt>& doubts, const Fact& a, const Fact& b,
                                  const Lexicon& lexicon);

}  // namespace assay
