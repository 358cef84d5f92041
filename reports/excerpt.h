// SPDX-License-Identifier: MIT
#pragma once
/// A line of source text and where on it the numbers stand, in cells of a terminal.
///
///     make_excerpt("份额为50%", {{9, 12}}, 80)   // text as it is, mark {6, 3}
///
/// A line that is too long is shortened to the surroundings of its first mark; the ends that are cut
/// off show as "…". Cuts fall between characters, never inside one.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"

namespace assay {

/// A stretch of cells on a line.
struct Cells {
  std::size_t start = 0;
  std::size_t width = 0;  ///< 0: an empty mark, or not on the part of the line that is shown
  bool operator==(const Cells&) const = default;
};

struct Excerpt {
  std::string text;          ///< printable, see display_width.h
  std::vector<Cells> marks;  ///< one for each mark that was asked for, in the same order
};

/// Shows `line` in at most `max_width` cells (more only when the first mark alone is wider).
/// Bytes: `marks` are spans of `line`. Precondition: there is a mark, none ends behind the line.
[[nodiscard]] Excerpt make_excerpt(std::string_view line, std::span<const Span> marks,
                                   std::size_t max_width);

}  // namespace assay
