// SPDX-License-Identifier: MIT
#include "reports/excerpt.h"

#include <cassert>

#include "reports/display_width.h"

namespace assay {
namespace {

constexpr std::string_view kEllipsis = "\xE2\x80\xA6";

/// Takes characters on one side of what is shown, until `budget` cells are used up.
void grow_left(std::string_view line, Span& shown, std::size_t& budget) {
  while (shown.begin > 0) {
    const std::size_t begin = previous_cluster(line, shown.begin);
    const std::size_t width = next_cluster(line, begin).width;
    if (width > budget) return;
    budget -= width;
    shown.begin = begin;
  }
}

void grow_right(std::string_view line, Span& shown, std::size_t& budget) {
  while (shown.end < line.size()) {
    const Cluster cluster = next_cluster(line, shown.end);
    if (cluster.width > budget) return;
    budget -= cluster.width;
    shown.end = cluster.end;
  }
}

/// What to show of a line: the first mark, the marks behind it as far as they fit, and as much
/// around them as there is room for, about the same on both sides.
Span choose_part(std::string_view line, std::span<const Span> marks, std::size_t max_width) {
  Span part = marks.front();
  for (const Span mark : marks) {
    const Span wider = cover(part, mark);
    // Bytes bound cells from above only loosely, so measure; but never a line of a megabyte.
    if (wider.size() <= 4 * max_width && display_width(wider.of(line)) <= max_width) part = wider;
  }
  const std::size_t marked = display_width(part.of(line));
  const std::size_t budget = max_width > marked ? max_width - marked : 0;
  std::size_t right = budget - budget / 2;
  grow_right(line, part, right);
  std::size_t left = budget / 2 + right;
  grow_left(line, part, left);
  grow_right(line, part, left);
  return part;
}

/// Makes room for the signs of omission at the ends that are cut off.
Span part_with_ellipses(std::string_view line, std::span<const Span> marks, std::size_t max_width) {
  const Span whole = choose_part(line, marks, max_width);
  if (whole.begin == 0 && whole.end == line.size()) return whole;
  return choose_part(line, marks, max_width > 2 ? max_width - 2 : max_width);
}

Cells locate(std::string_view line, Span part, std::size_t indent, Span mark) {
  if (mark.empty() || mark.begin < part.begin || mark.end > part.end) return {};
  const std::size_t start = display_width(Span{part.begin, mark.begin}.of(line));
  const std::size_t width = display_width(mark.of(line));
  return {indent + start, width == 0 ? 1 : width};
}

}  // namespace

Excerpt make_excerpt(std::string_view line, std::span<const Span> marks, std::size_t max_width) {
  assert(!marks.empty());
  const Span part = part_with_ellipses(line, marks, max_width);
  Excerpt excerpt;
  std::size_t indent = 0;
  if (part.begin > 0) {
    excerpt.text = kEllipsis;
    indent = 1;
  }
  excerpt.text += printable(part.of(line));
  if (part.end < line.size()) excerpt.text += kEllipsis;
  for (const Span mark : marks) excerpt.marks.push_back(locate(line, part, indent, mark));
  return excerpt;
}

}  // namespace assay
