// SPDX-License-Identifier: MIT
#pragma once
/// When a text without a head was written, as its first lines or its name say.

#include <optional>
#include <string_view>

#include "facts/period.h"

namespace assay {

/// The day in one of the first lines, when that line is no sentence: "2023年7月21日", "时间:2024-08-06
/// 来源:…", "Published 2025-03-01".
[[nodiscard]] std::optional<Day> day_of_byline(std::string_view raw);

/// The day that a file's name begins with: "2025-06-01-market.md". `path` may have folders.
[[nodiscard]] std::optional<Day> day_of_name(std::string_view path);

}  // namespace assay
