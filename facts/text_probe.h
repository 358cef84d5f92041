// SPDX-License-Identifier: MIT
#pragma once
/// What stands at one byte of folded text, and whether a list holds a word. An offset behind the end
/// is allowed everywhere.

#include <algorithm>
#include <span>
#include <string_view>

#include "core/utf8.h"

namespace assay {

[[nodiscard]] inline bool is_one_of(std::span<const std::string_view> list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

[[nodiscard]] inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] inline bool is_letter(char c) {
  return is_ascii_letter(static_cast<unsigned char>(c));
}

[[nodiscard]] inline bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_ascii_digit(static_cast<unsigned char>(text[at]));
}

[[nodiscard]] inline bool is_letter_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_ascii_letter(static_cast<unsigned char>(text[at]));
}

[[nodiscard]] inline bool is_han_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_han(decode(text, at).value);
}

[[nodiscard]] inline std::size_t skip_one_space(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] == ' ' ? at + 1 : at;
}

/// The first offset from `at` on at which no space stands; a line's end is none.
[[nodiscard]] inline std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const CodePoint point = decode(text, at);
    if (!is_space(point.value) || point.value == '\n') break;
    at += point.length;
  }
  return at;
}

}  // namespace assay
