// SPDX-License-Identifier: MIT
#pragma once
/// What stands around a name in heads and headings, and letters that look like a name and are none.

#include <string_view>

namespace assay {

/// "Aldor Mills (NYSE:ALM)", 天力锂能(301152.SZ): the text without the code of a share that ends it.
[[nodiscard]] std::string_view without_ticker(std::string_view text);

/// Whether `text` is a code for a time: H1E, Q2, 3Q25E, FY2026, YE2025.
[[nodiscard]] bool is_period_code(std::string_view text);

}  // namespace assay
