// SPDX-License-Identifier: MIT
#pragma once
/// What must hold for the blocks of any input whatever.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/utf8.h"
#include "facts/reader.h"

namespace assay {

/// Aborts unless all spans and indexes of the document's blocks are in range.
inline void require_sound_blocks(const Document& document) {
  const auto require = [](bool holds) {
    if (!holds) std::abort();
  };
  const std::size_t blocks = document.blocks.size();
  for (const Block& block : document.blocks) {
    const std::string& text = block.text.text();
    require(find_invalid_utf8(text) == std::string_view::npos);
    for (std::size_t at = 0; at < text.size(); ++at) {
      const Span span = block.text.raw_span({at, at + 1});
      require(span.begin <= span.end && span.end <= document.raw.size());
      require(block.text.raw_begin(at) == span.begin);
    }
    for (const std::uint32_t heading : block.headings) require(heading < blocks);
    if (block.table) require(block.table->row_head < blocks && block.table->column_head < blocks);
  }
}

/// Runs one reader on raw bytes and checks what it made.
inline int fuzz_reader(void (*read)(Document&), const std::uint8_t* bytes, std::size_t size) {
  Document document;
  document.raw.assign(reinterpret_cast<const char*>(bytes), size);
  read(document);
  require_sound_blocks(document);
  return 0;
}

}  // namespace assay
