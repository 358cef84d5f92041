// SPDX-License-Identifier: MIT
#pragma once
/// Where Chinese text breaks into words (ICU's dictionary).

#include <cstddef>
#include <string_view>

namespace assay {

/// The longest run of characters that are words by themselves: the dictionary cuts a name that it
/// does not know, 晴川光能, into its characters, and 海外业务 into two words.
/// `text` is UTF-8, a phrase of a few characters.
[[nodiscard]] std::size_t longest_run_of_single_characters(std::string_view text);

}  // namespace assay
