// SPDX-License-Identifier: MIT
#include "facts/readers/byline.h"

#include <algorithm>
#include <array>

#include "facts/readers/lines.h"

namespace assay {
namespace {

constexpr std::size_t kFirstLines = 8;
constexpr std::size_t kFirstBytes = 2000;
constexpr std::size_t kLongestByline = 120;  // bytes

/// A sentence tells of a day; a byline is dated.
bool is_sentence(std::string_view line) {
  constexpr std::array<std::string_view, 6> kMarks = {"。", "，", "！", "？", ", ", ". "};
  return std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) {
    return line.find(mark) != std::string_view::npos;
  });
}

}  // namespace

std::optional<Day> day_of_byline(std::string_view raw) {
  const std::string_view head = raw.substr(0, kFirstBytes);
  std::size_t seen = 0;
  for (const Line& line : split_lines(head, {0, head.size()})) {
    if (line.blank()) continue;
    if (++seen > kFirstLines) return std::nullopt;
    const std::string_view text = line.text.of(head);
    if (text.size() > kLongestByline || is_sentence(text)) continue;
    if (const std::optional<Day> day = find_day(text)) return day;
  }
  return std::nullopt;
}

std::optional<Day> day_of_name(std::string_view path) {
  return parse_day(path.substr(path.find_last_of('/') + 1));
}

}  // namespace assay
