// SPDX-License-Identifier: MIT
#pragma once
/// Puts the blocks of a document together, piece by piece. All readers write through it, so that
/// folding, white space, addresses and the chain of headings are treated alike in every format.
///
///     BlockBuilder builder(document);
///     builder.add(begin, end);                // raw bytes of a paragraph's first piece
///     builder.finish(BlockKind::Paragraph);   // the block stands in document.blocks
///
/// Runs of white space become one space, the ends of a block have none, and zero-width characters
/// vanish. Web addresses and footnote markers are left out wherever they stand.

#include <cstdint>
#include <vector>

#include "core/span.h"
#include "facts/document.h"

namespace assay {

class BlockBuilder {
 public:
  /// Builds into `document`, whose `raw` must not change as long as the builder lives.
  explicit BlockBuilder(Document& document);

  /// Adds the raw bytes [begin, end) to the block that is being built.
  void add(std::size_t begin, std::size_t end);
  /// Adds `character`, written as the reference (&amp;) that stands at the raw bytes [begin, end).
  void add_character(char32_t character, std::size_t begin, std::size_t end);
  /// Separates what was added from what will be, as white space at [begin, end) does.
  void add_space(std::size_t begin, std::size_t end);
  /// The text so far of the block that is being built.
  [[nodiscard]] const std::string& text() const { return text_.text(); }

  /// Ends the block. Blocks without text and boilerplate lines ("scan this code") are skipped.
  void finish(BlockKind kind);
  /// Ends a heading of this level (1 to 6): what follows stands below it. One as long as a
  /// paragraph is taken as a paragraph, for it is one that a ruler line follows by chance.
  void finish_heading(int level);
  /// What follows stands below no heading.
  void close_headings() { headings_.clear(); }
  /// Throws away what was added since the last block; if it has text, it counts as skipped.
  void skip(SkipReason reason);

  void begin_table();
  void begin_row();
  /// Ends a cell that takes `columns` columns and `rows` rows. Empty cells are blocks too.
  void finish_cell(std::size_t columns = 1, std::size_t rows = 1);

  /// Who says the blocks that follow; empty: nobody in particular.
  void set_speaker(std::string speaker) { speaker_ = std::move(speaker); }

 private:
  struct OpenHeading {
    int level;
    std::uint32_t block;
  };
  void add_visible(std::size_t begin, std::size_t end);
  void append(std::size_t begin, std::size_t end);
  void place_space();
  void drop();
  Block& push(BlockKind kind);

  Document& document_;
  std::vector<Span> unread_;  ///< addresses and markers, in order
  std::size_t next_unread_ = 0;
  MappedText text_;
  Span space_;  ///< white space that counts only if text follows
  bool space_pending_ = false;
  std::string speaker_;
  std::vector<OpenHeading> headings_;
  TablePlace place_;
  std::uint32_t tables_ = 0;
  std::uint32_t rows_ = 0;
  std::vector<std::uint32_t> column_heads_;
  std::vector<std::size_t> taken_until_row_;  ///< by column: first row that no cell above reaches
};

/// The footnote markers ("[^1]") of a text and its marks for the checks (suppression.h), in order.
/// Bytes: `raw`.
[[nodiscard]] std::vector<Span> find_markers(std::string_view raw);

/// The same and its web addresses, in order. Bytes: `raw`.
[[nodiscard]] std::vector<Span> find_unread_spans(std::string_view raw);

}  // namespace assay
