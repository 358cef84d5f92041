// SPDX-License-Identifier: MIT
#include "facts/readers/lines.h"

#include <algorithm>

#include "core/utf8.h"

namespace assay {

Line line_at(std::string_view text, std::size_t begin) {
  const std::size_t end = std::min(text.find('\n', begin), text.size());
  const Span all{begin, end > begin && text[end - 1] == '\r' ? end - 1 : end};
  return {all, trim(text, all)};
}

std::vector<Line> split_lines(std::string_view text, Span within) {
  std::vector<Line> lines;
  text = text.substr(0, within.end);
  for (std::size_t begin = within.begin; begin < within.end; begin = next_line(text, begin)) {
    lines.push_back(line_at(text, begin));
  }
  return lines;
}

Span trim(std::string_view text, Span span) {
  while (!span.empty()) {
    const CodePoint first = decode(text, span.begin);
    if (!is_space(first.value)) break;
    span.begin += first.length;
  }
  while (!span.empty()) {
    const std::size_t last = previous(text, span.end);
    if (last < span.begin || !is_space(decode(text, last).value)) break;
    span.end = last;
  }
  return span;
}

bool is_table_row(std::string_view line) {
  constexpr std::ptrdiff_t kFewestTabs = 2;
  return std::count(line.begin(), line.end(), '\t') >= kFewestTabs;
}

bool has_label(std::string_view line) {
  constexpr std::size_t kLongestLabel = 32;
  constexpr std::string_view kInLabel = " -/&()'.";
  const std::size_t end = line.substr(0, kLongestLabel).find(": ");
  if (end == std::string_view::npos || line[0] < 'A' || line[0] > 'Z') return false;
  return std::ranges::all_of(line.substr(0, end), [&](char c) {
    return is_ascii_letter(static_cast<unsigned char>(c)) ||
           kInLabel.find(c) != std::string_view::npos;
  });
}

std::size_t columns_of(std::string_view text) {
  constexpr char32_t kFirstWide = 0x1100;  // Hangul, and all of East Asia above it
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    const bool general_punctuation = point.value >= 0x2000 && point.value < 0x2E80;
    width += point.value >= kFirstWide && !general_punctuation ? 2 : 1;
    at += point.length;
  }
  return width;
}

}  // namespace assay
