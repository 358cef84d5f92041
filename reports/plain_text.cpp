// SPDX-License-Identifier: MIT
#include "reports/plain_text.h"

#include <array>

#include "core/utf8.h"
#include "reports/display_width.h"
#include "reports/excerpt.h"

namespace assay {
namespace {

/// Enough for a sentence of either language.
constexpr std::size_t kQuoteWidth = 160;

/// Code points that are well-formed UTF-8, and yet no character of XML.
bool is_noncharacter(char32_t c) { return c == 0xFFFE || c == 0xFFFF; }

bool is_blank(char32_t c) { return c == '\n' || c == '\r' || c == '\t'; }

}  // namespace

std::string one_line(std::string_view text, std::size_t most) {
  std::string line;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    if (count == most) return printable(line) + "\xE2\x80\xA6";
    const CodePoint point = decode(text, at);
    if (is_blank(point.value)) {
      line += ' ';
    } else {
      append_utf8(line, is_noncharacter(point.value) ? 0xFFFD : point.value);
    }
    at += point.length;
  }
  return printable(line);
}

std::string quote(const Fact& fact, const SourceTexts& sources) {
  const SourceLine line = sources.line_of(fact);
  const std::array marks = {line.mark};
  return one_line(make_excerpt(line.text, marks, kQuoteWidth).text);
}

}  // namespace assay
