// SPDX-License-Identifier: MIT
#pragma once
/// Makes Markdown ready for a CommonMark parser without moving a single byte: what holds no text
/// is blanked, and the source is cut where a reader sees a new block and CommonMark does not: a
/// table right under a paragraph, a paragraph right under a table or a list.

#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "facts/skip_counts.h"

namespace assay {

/// A source in which what holds no text is blanked.
struct BlankedMarkdown {
  std::string source;
  SkipCounts skipped;  ///< diagrams and tables that are too wide
};

/// The source with diagrams and footnote markers blanked. Bytes: as long as `raw`, and each line
/// break stays where it is.
[[nodiscard]] BlankedMarkdown blank_unread_markdown(std::string_view raw);

/// The pieces of `within` that are to be parsed one by one, in order and without gaps.
/// Bytes: `source` is what blank_unread_markdown() returned.
[[nodiscard]] std::vector<Span> cut_source(std::string_view source, Span within);

/// A piece of the source as the parser gets it.
struct MarkdownPiece {
  std::string text;
  std::size_t begin = 0;  ///< source offset of its first byte
  Span ruler;             ///< Bytes: `text`; a ruler that was written out, and holds no text
  std::size_t grown_by = 0;

  /// The source offset of a text offset outside of the ruler.
  [[nodiscard]] std::size_t source_offset(std::size_t at) const {
    return begin + (at < ruler.end ? at : at - grown_by);
  }
};

/// Copies a piece. If it starts with a table, the table's ruler is written out, for md4c knows only
/// rulers of three or more dashes a column and people write one.
[[nodiscard]] MarkdownPiece widen_ruler(std::string_view source, Span piece);

/// Whether the text has marks that a writer of Markdown leaves and others do not: headings, tables,
/// fences, some emphasis or list items.
[[nodiscard]] bool looks_like_markdown(std::string_view text);

/// Whether the line is one that makes the line above it a table's head: "|---|:--:|".
[[nodiscard]] bool is_table_ruler(std::string_view line);

/// Whether the line opens with a bold label: "**Price**: $112", **现价：**112元.
[[nodiscard]] bool has_bold_label(std::string_view line);

}  // namespace assay
