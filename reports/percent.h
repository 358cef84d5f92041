// SPDX-License-Identifier: MIT
#pragma once
/// Bytes that have a meaning where they would stand, written as "%2F".

#include <string>
#include <string_view>

namespace assay {

inline void append_percent_encoded(std::string& text, char c) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  text += {'%', kHex[byte >> 4], kHex[byte & 0xF]};
}

}  // namespace assay
