// SPDX-License-Identifier: MIT
#pragma once
/// Marks that look like numbers by their place and shape: addresses, formulas, the numbers of list items
/// and of sections. Offsets are bytes of the folded text.

#include <cstddef>
#include <string_view>

#include "facts/knowledge.h"

namespace assay {

/// The length of the web address at `at`, or 0.
[[nodiscard]] std::size_t url_length(std::string_view text, std::size_t at);

/// The length of the formula "$$ E = 2m c^2 $$" at `at`, or 0: its numbers count nothing.
[[nodiscard]] std::size_t formula_length(std::string_view text, std::size_t at);

/// "> 80%", "<30": a sign that compares, and no arrow (->) nor the mark of a quotation.
[[nodiscard]] bool is_comparison_sign(std::string_view text, std::size_t at);

/// Where the word at `at` ends: letters, digits, and a joint between two of them (GPT-5.2, H20).
[[nodiscard]] std::size_t identifier_end(std::string_view text, std::size_t at);

/// "with Eleven Labs", "Three Arrows倒闭": a word with a capital, before another, that its place does not give one, or
/// that stands in Chinese text: part of a name even if it is that of a number. "Two Million" is none.
[[nodiscard]] bool is_capitalised_in_name(std::string_view text, std::size_t at,
                                          const Knowledge& knowledge);

/// "1. ", "(2)", "3、" at the start of a line: `at` stands at the number.
[[nodiscard]] bool is_list_number(std::string_view text, std::size_t at);

/// "4.2 市场规模", "3.1.2 Packaging" at the start of a line, §2.1 anywhere: the length of the number, or 0. What
/// goes on like an amount ("4.2 亿元", "3.5 percent") is none.
[[nodiscard]] std::size_t section_number_length(std::string_view text, std::size_t at,
                                                const Knowledge& knowledge);

}  // namespace assay
