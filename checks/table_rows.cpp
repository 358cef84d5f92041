// SPDX-License-Identifier: MIT
#include "checks/table_rows.h"

#include "core/utf8.h"
#include "facts/trie.h"

namespace assay {
namespace {

bool ends_with(std::string_view text, const Lexicon& lexicon, WordClass word_class) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  for (std::size_t at = 0; at < text.size(); at += decode(text, at).length) {
    const bool latin = is_ascii_letter(static_cast<unsigned char>(text[at]));
    if (latin && !is_word_start(text, at)) continue;
    const std::size_t length = lexicon.find_class(text, at, word_class);
    if (length > 0 && at + length == text.size()) return true;
  }
  return false;
}

}  // namespace

std::string_view row_head(const Fact& cell) {
  const std::size_t bar = cell.sentence.find(" | ");
  return std::string_view(cell.sentence).substr(0, bar == std::string::npos ? 0 : bar);
}

bool row_opens_with(const Fact& cell, const Lexicon& lexicon, WordClass word_class) {
  const std::string_view head = row_head(cell);
  std::size_t at = 0;
  while (at < head.size() && !is_word_start(head, at)) ++at;
  return lexicon.find_class(head, at, word_class) > 0;
}

bool is_total(const Fact& cell, const Lexicon& lexicon) {
  return row_opens_with(cell, lexicon, WordClass::TotalHead) ||
         ends_with(row_head(cell), lexicon, WordClass::TotalHead);
}

}  // namespace assay
