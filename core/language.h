// SPDX-License-Identifier: MIT
#pragma once
/// The languages that the program speaks to people in. Those that it reads have no list.

#include <cstdint>

namespace assay {

/// The languages that messages and reports come in.
enum class Language : std::uint8_t { Chinese, English };

}  // namespace assay
