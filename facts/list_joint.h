// SPDX-License-Identifier: MIT
#pragma once
/// What stands between the items of a list: 三星、海力士和美光, "Samsung, SK hynix and Micron".

#include <array>
#include <string_view>

#include "facts/scan.h"

namespace assay {

/// What joins the last two items; a longer one stands before those that it holds.
inline constexpr std::array<std::string_view, 7> kLastJoints = {"以及", "和", "与",   "及",
                                                                "跟",   "&",  " and "};

/// What stands between earlier items, and before an "and" that follows a comma.
inline constexpr std::array<std::string_view, 4> kEarlierJoints = {"、", "/", ", ", ", and "};

/// Whether `between`, all that stands between two names or numbers, makes them items of one list.
[[nodiscard]] bool joins_items(std::string_view between);

/// Takes the commas of "Amazon, Microsoft and Google" and of "29%, 20% and 13%" for those of a list,
/// as 、 always is: names, or numbers, that follow one another with nothing between but commas, and
/// an "and" before the last.
void mark_list_commas(std::string_view text, std::vector<Token>& tokens);

}  // namespace assay
