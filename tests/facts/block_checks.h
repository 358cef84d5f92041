// SPDX-License-Identifier: MIT
#pragma once
/// What the tests of all readers ask of blocks.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/folding.h"
#include "core/utf8.h"
#include "facts/reader.h"

namespace assay {

/// A document with this text, read by `read`.
inline Document read_with(void (*read)(Document&), std::string raw) {
  Document document;
  document.id = "test";
  document.raw = std::move(raw);
  read(document);
  return document;
}

/// The texts of all blocks of one kind, in order.
inline std::vector<std::string> texts_of(const Document& document, BlockKind kind) {
  std::vector<std::string> texts;
  for (const Block& block : document.blocks) {
    if (block.kind == kind) texts.push_back(block.text.text());
  }
  return texts;
}

/// The texts of all blocks, one a line.
inline std::string all_text(const Document& document) {
  std::string text;
  for (const Block& block : document.blocks) text += block.text.text() + "\n";
  return text;
}

/// The first block whose text contains `part`, or nullptr.
inline const Block* block_with(const Document& document, std::string_view part) {
  for (const Block& block : document.blocks) {
    if (block.text.text().find(part) != std::string::npos) return &block;
  }
  return nullptr;
}

/// The raw bytes behind the first place at which `part` stands in some block.
inline std::string raw_of(const Document& document, std::string_view part) {
  const Block* block = block_with(document, part);
  if (!block) return "<no such text>";
  const std::size_t at = block->text.text().find(part);
  return std::string(block->text.raw_span({at, at + part.size()}).of(document.raw));
}

/// Fails unless each character of each block stands for raw bytes that fold to it, in order; a
/// space may stand for any gap, and a decoded reference stands for itself.
inline void expect_exact_spans(const Document& document) {
  for (const Block& block : document.blocks) {
    const std::string& text = block.text.text();
    ASSERT_EQ(find_invalid_utf8(text), std::string_view::npos) << text;
    std::size_t last_end = 0;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t length = decode(text, at).length;
      const Span span = block.text.raw_span({at, at + length});
      ASSERT_LE(span.begin, span.end);
      ASSERT_LE(span.end, document.raw.size());
      ASSERT_GE(span.end, last_end) << "in " << text;
      ASSERT_EQ(block.text.raw_begin(at), span.begin);
      const std::string raw(span.of(document.raw));
      const std::string character = text.substr(at, length);
      if (character != " " && !raw.starts_with('&')) {
        ASSERT_EQ(fold_text(raw), character) << "in " << text;
      }
      last_end = span.end;
      at += length;
    }
    for (const std::uint32_t heading : block.headings) {
      ASSERT_LT(heading, document.blocks.size());
      ASSERT_EQ(document.blocks[heading].kind, BlockKind::Heading);
    }
    if (block.table) {
      ASSERT_LT(block.table->row_head, document.blocks.size());
      ASSERT_LT(block.table->column_head, document.blocks.size());
    }
  }
}

}  // namespace assay
