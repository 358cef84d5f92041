// SPDX-License-Identifier: MIT
#pragma once
/// A document as the scan sees it: its raw bytes, and blocks of readable text in document order.
///
/// A block's text is *folded* (full width to half width, traditional to simplified) and free of
/// markup, so `**华为**的7納米` is read as "华为的7纳米"; each of its bytes remembers the raw byte it
/// came from. Nothing is ever located by searching for it again: a mention is a slice of `raw`.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "facts/period.h"
#include "facts/skip_counts.h"

namespace assay {

/// Text in which every byte knows where in the raw document it came from.
class MappedText {
 public:
  /// Appends the raw bytes [begin, end) of `raw`, folded. Bytes: raw document.
  void append_folded(std::string_view raw, std::size_t begin, std::size_t end);
  /// Appends `text` as it stands, all of it mapped to the raw bytes [begin, end): for a decoded
  /// character reference (&amp;) or a separator that joins two pieces.
  void append_literal(std::string_view text, std::size_t begin, std::size_t end);

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool empty() const { return text_.empty(); }
  /// The raw bytes that a slice of text() stands for. Precondition: span.end <= text().size().
  [[nodiscard]] Span raw_span(Span span) const;
  /// The raw byte at which the character of text byte `offset` starts.
  [[nodiscard]] std::size_t raw_begin(std::size_t offset) const;

 private:
  /// Text bytes from `text_begin` to the next run, and where they come from.
  struct Run {
    std::uint32_t text_begin = 0;
    std::uint32_t raw_begin = 0;
    std::uint32_t raw_end = 0;
    bool same = false;  ///< byte for byte as in raw; otherwise all of it stands for all of raw
  };
  void append_same(std::string_view raw, std::size_t begin, std::size_t end);
  [[nodiscard]] const Run& run_at(std::size_t offset) const;

  std::string text_;
  std::vector<Run> runs_;  ///< in order; most text is one long run that stands there unchanged
};

enum class BlockKind : std::uint8_t {
  Heading,
  Paragraph,
  ListItem,
  TableCell,
  Quote,
  FrontMatter,  ///< the title or summary of a document's head; other fields go to Document
  Code,         ///< never scanned
};

/// Where a table cell stands. Row and column are 0-based; row 0 is the head.
struct TablePlace {
  std::uint32_t table = 0;  ///< which table of the document
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::uint32_t row_head = 0;     ///< index of the block of the row's first cell
  std::uint32_t column_head = 0;  ///< index of the block of the column's head
  bool operator==(const TablePlace&) const = default;
};

struct Block {
  BlockKind kind = BlockKind::Paragraph;
  MappedText text;
  std::vector<std::uint32_t> headings;  ///< indexes of the heading blocks above it, outermost first
  std::optional<TablePlace> table;
  std::string speaker;  ///< of a speaker turn, else empty
};

enum class DocumentKind : std::uint8_t { Note, Article, Page, Transcript, Plain, Record };
[[nodiscard]] std::string_view to_string(DocumentKind kind);

struct Document {
  std::string id;  ///< the path as given, or the id of a JSON Lines record
  DocumentKind kind = DocumentKind::Plain;
  std::string raw;
  std::vector<Block> blocks;
  std::string title;
  std::string source;              ///< URL or path it was made from; empty when unknown
  std::optional<Day> date;         ///< when it was written
  std::vector<std::string> notes;  ///< what was odd but readable: "unclosed tag at byte 17"
  SkipCounts skipped;              ///< what no block was made of
};

}  // namespace assay
