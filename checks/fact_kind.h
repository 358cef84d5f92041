// SPDX-License-Identifier: MIT
#pragma once
/// What sort of statement a fact is, for those who compare facts.

#include <set>
#include <string>

#include "facts/fact.h"
#include "facts/lexicon.h"

namespace assay {

/// A share, a growth, a multiple: a pure ratio, or percentage points.
[[nodiscard]] bool is_relative(const Fact& fact);
/// A ratio that is written as a multiple: 3倍, 2x; not 三分之一, nor a word for a share (一半).
[[nodiscard]] bool is_multiple(const Fact& fact);
/// 三个企业家, "47 transactions": whether its metric is the noun that it counts, which no lexicon knows.
[[nodiscard]] bool counts_by_noun(const Fact& fact);
/// By how much something rose or fell.
[[nodiscard]] bool is_change(const Fact& fact);
/// How far two parties are apart: the clause speaks of a gap, and not of one in something else that
/// has a name (a price 15% lower).
[[nodiscard]] bool is_gap(const Fact& fact);
/// Whether both are cells of one table. What tells two rows apart stands in their heads, whether the
/// lexicon knows the words or not.
[[nodiscard]] bool in_one_table(const Fact& a, const Fact& b);

/// A2, S1: a letter and a figure that no lexicon knows. Another document may use them for something else.
[[nodiscard]] bool is_short_code(const Slot& name);

/// Whether it says how one product compares with another, which does not change with the year; between countries
/// and companies it does.
[[nodiscard]] bool compares_for_good(const Fact& fact, const Lexicon& lexicon);

/// The known names in the clause of a fact that may be what it is about.
[[nodiscard]] std::set<std::string> names_said(const Fact& fact, const Lexicon& lexicon);

/// Whether people mix up the metrics of the two, as the lexicon has it: market share, revenue share.
[[nodiscard]] bool have_confusable_metrics(const Fact& a, const Fact& b, const Lexicon& lexicon);

/// Whether a subject has several values of its metric at once: nodes, layers, capacities of models.
[[nodiscard]] bool has_several_values(const Fact& fact, const Lexicon& lexicon);

/// Whether the subject is the head of a table's row that no lexicon knows: 工业/IoT, 每股价值. Mostly it is
/// a part of what the table is about, not somebody whom another table could speak of as well.
[[nodiscard]] bool names_a_row(const Fact& fact);
/// Whether it is the sum or the rest of a table: 合计, 其他.
[[nodiscard]] bool names_a_rest(const Fact& fact, const Lexicon& lexicon);

/// A number that says nothing of what it counts.
[[nodiscard]] bool is_bare_number(const Fact& fact);
/// 534 544 1,638 3,277: a bare number of a line that was a row of a table.
[[nodiscard]] bool stands_among_numbers(const Fact& fact);
/// A cell whose table says neither unit nor scale: 610 below "demand (k)".
[[nodiscard]] bool is_bare_cell(const Fact& fact);

/// A cell that says no scale, nor does its head: $426,305 may well be millions.
[[nodiscard]] bool is_unscaled_cell(const Fact& fact);

/// Whether the fact is an amount or a change of a country or region, which has revenue, output and
/// exports of many things.
[[nodiscard]] bool is_amount_of_place(const Fact& fact, const Lexicon& lexicon);

/// 三季度出货44.1万颗 and 三季度卖出54万颗: whether both say how many of one thing somebody handed on in one time.
[[nodiscard]] bool are_both_sales(const Fact& a, const Fact& b);

/// IDC and Counterpoint each count the shipments of a market: two sources with figures of their own.
[[nodiscard]] bool are_two_estimates(const Fact& a, const Fact& b, const Lexicon& lexicon);

/// Both sides of a gap, whichever is its subject. "中美" names two at once.
[[nodiscard]] std::set<std::string> parties_of(const Fact& gap, const Lexicon& lexicon);

/// 广告占88%的收入: the share of a part, which does not say of whose revenue.
[[nodiscard]] bool leaves_whole_unsaid(const Fact& fact, const Lexicon& lexicon);

/// 创始人的平均数量: how many of something that no lexicon has; of which sample, the text before says.
[[nodiscard]] bool is_number_of_unknown(const Fact& fact, const Lexicon& lexicon);

}  // namespace assay
