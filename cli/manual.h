// SPDX-License-Identifier: MIT
#pragma once
/// The manual page, made from the descriptors of the commands and their options.

#include <string>

namespace assay {

/// The page assay(1) in the macros of man(7), UTF-8.
[[nodiscard]] std::string manual_page();

}  // namespace assay
