// SPDX-License-Identifier: MIT
#pragma once
/// What stands between the items of a list: 三星、海力士和美光, "Samsung, SK hynix and Micron".

#include <array>
#include <string_view>

namespace assay {

/// What joins the last two items; a longer one stands before those that it holds.
inline constexpr std::array<std::string_view, 7> kLastJoints = {"以及", "和", "与",   "及",
                                                                "跟",   "&",  " and "};

/// Whether `between`, all that stands between two names, makes them two items of one list.
[[nodiscard]] bool joins_items(std::string_view between);

}  // namespace assay
