// SPDX-License-Identifier: MIT
#pragma once
/// "A、B、C 分别为 X、Y、Z": which quantity of a clause belongs to which of the names that it lists.

#include <vector>

#include "facts/clause_view.h"

namespace assay {

/// Whether the clause says "respectively", or ends with it behind a comma.
[[nodiscard]] bool says_in_turn(const ClauseView& view);

/// The names of a clause that are one list and all that it names (华为、苹果和小米位列前三); empty
/// when they are none.
[[nodiscard]] std::vector<Slot> names_in_list(const ClauseView& view);

/// The subject of each quantity in turn: the names or unknown items of the clause, or those of a
/// clause before it that lists as many (收入分别为…，利润分别为…). Empty when the clause is none such,
/// or the numbers of items and quantities differ.
[[nodiscard]] std::vector<Slot> subjects_in_turn(const ClauseView& view,
                                                 std::size_t quantity_count);

/// 营收和净利润分别为…: the metric of each quantity in turn; empty when the clause is none such, or
/// the numbers of metrics and quantities differ.
[[nodiscard]] std::vector<const Metric*> metrics_in_turn(const ClauseView& view,
                                                         std::size_t quantity_count);

/// 2023年和2024年营收分别为…, 2024-2026年营收为…: the period of each quantity in turn, when as many
/// periods, or years of one period, stand before a list of quantities; empty otherwise. `quantities`
/// are token indexes.
[[nodiscard]] std::vector<Period> periods_in_turn(const ClauseView& view,
                                                  const std::vector<std::size_t>& quantities);

}  // namespace assay
