// SPDX-License-Identifier: MIT
#include "facts/name_text.h"

#include <algorithm>
#include <array>

#include "core/utf8.h"

namespace assay {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

/// NYSE:ALM, 301152.SZ, 600519, NASDAQ: TSLA
bool is_ticker(std::string_view text) {
  bool marked = false;
  for (const char c : text) {
    const bool digit = is_ascii_digit(static_cast<unsigned char>(c));
    marked = marked || digit || c == ':';
    if (!digit && !is_upper(c) && c != ':' && c != '.' && c != ' ') return false;
  }
  constexpr std::size_t kShortest = 4;
  return marked && text.size() >= kShortest;
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

bool is_period_code(std::string_view text) {
  const auto skip_digits = [&] {
    const std::size_t before = text.size();
    while (!text.empty() && is_ascii_digit(static_cast<unsigned char>(text[0])))
      text.remove_prefix(1);
    return before - text.size();
  };
  const bool number_first = skip_digits() == 1;  // 3Q25
  constexpr std::array<std::string_view, 5> kLetters = {"FY", "CY", "YE", "Q", "H"};
  const auto* const letters =
      std::find_if(kLetters.begin(), kLetters.end(),
                   [&](std::string_view start) { return text.starts_with(start); });
  if (letters == kLetters.end()) return false;
  text.remove_prefix(letters->size());
  const std::size_t digits = skip_digits();
  const bool estimate = text.size() == 1 && std::string_view("AEF").find(text[0]) != text.npos;
  if (!text.empty() && !estimate) return false;
  // H20 is a chip, H1E a half of a year.
  if (letters->size() == 1) return number_first ? digits <= 4 : digits == 1;
  return digits == 2 || digits == 4;
}

}  // namespace assay
