// SPDX-License-Identifier: MIT
#pragma once
/// The code of a share behind the name of its company: "Aldor Mills (NYSE:ALM)", 天力锂能(301152.SZ).

#include <string_view>

namespace assay {

/// The text without the code in brackets that ends it; all of it when there is none.
[[nodiscard]] std::string_view without_ticker(std::string_view text);

}  // namespace assay
