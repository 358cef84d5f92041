// SPDX-License-Identifier: MIT
#include "facts/ticker.h"

#include "core/utf8.h"

namespace assay {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

/// NYSE:ALM, 301152.SZ, 600519; a year (2025) and a quarter (1Q25) are none.
bool is_ticker(std::string_view text) {
  std::size_t digits = 0;
  for (const char c : text) {
    const bool digit = is_ascii_digit(static_cast<unsigned char>(c));
    if (!digit && !is_upper(c) && c != ':' && c != '.' && c != ' ') return false;
    if (digit) ++digits;
  }
  constexpr std::size_t kLongestYear = 4;
  const bool exchange = text.find(':') != std::string_view::npos ||
                        (text.find('.') != std::string_view::npos && is_upper(text.back()));
  return digits > kLongestYear || (exchange && text.size() >= kLongestYear);
}

}  // namespace

std::string_view without_ticker(std::string_view text) {
  if (!text.ends_with(')')) return text;
  const std::size_t open = text.rfind('(');
  if (open == std::string_view::npos || open == 0) return text;
  if (!is_ticker(text.substr(open + 1, text.size() - open - 2))) return text;
  text = text.substr(0, open);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

}  // namespace assay
