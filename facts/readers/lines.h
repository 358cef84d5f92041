// SPDX-License-Identifier: MIT
#pragma once
/// A text line by line, with byte offsets. For readers whose formats are made of lines.

#include <string_view>
#include <vector>

#include "core/span.h"

namespace assay {

/// A line without its line break.
struct Line {
  Span all;   ///< Bytes: the text
  Span text;  ///< without white space at either end; empty for a blank line
  [[nodiscard]] bool blank() const { return text.empty(); }
  [[nodiscard]] std::size_t indent() const { return text.begin - all.begin; }
};

/// The line that starts at `begin`. Precondition: begin <= text.size().
[[nodiscard]] Line line_at(std::string_view text, std::size_t begin);

/// Where the line after the one at `begin` starts; text.size() when there is none.
[[nodiscard]] inline std::size_t next_line(std::string_view text, std::size_t begin) {
  const std::size_t end = text.find('\n', begin);
  return end == std::string_view::npos ? text.size() : end + 1;
}

/// The lines of text[within.begin, within.end), in order.
[[nodiscard]] std::vector<Line> split_lines(std::string_view text, Span within);

/// The span without white space (ideographic included) and byte-order marks at its ends.
[[nodiscard]] Span trim(std::string_view text, Span span);

/// Whether the line is a row of a table that was saved with tabs between its cells.
[[nodiscard]] bool is_table_row(std::string_view line);

/// Whether the line opens with a few capitalised words and a colon: "Market cap: $278B".
[[nodiscard]] bool has_label(std::string_view line);

/// Columns that the text takes on a terminal, roughly: two for what is not Latin, one for the rest.
[[nodiscard]] std::size_t columns_of(std::string_view text);

}  // namespace assay
