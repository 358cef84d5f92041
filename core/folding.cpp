// SPDX-License-Identifier: MIT
#include "core/folding.h"

#include <vector>

#include "core/embedded.h"
#include "core/utf8.h"

namespace assay {
namespace {

constexpr char32_t kFirstAboveTable = 0x30000;  // no Han character with two forms lies above

// Punctuation whose half-width form means the same. What is not here (。、《》“”) stays.
constexpr std::u32string_view kFullWidthPunctuation = U"％，：；（）！？～／＋－．＄＜＞＝＆＃＠";

// The full-width block U+FF01..U+FF5E repeats ASCII at this distance.
constexpr char32_t kFullWidthDistance = 0xFEE0;

std::string_view traditional_pairs() {
  const EmbeddedFile* file =
      find_embedded(embedded_core_data(), "core/data/traditional_to_simplified.txt");
  return file ? file->content : std::string_view();
}

// Simplified form by code point; 0 where a character stays as it is.
std::vector<char32_t> make_table() {
  std::vector<char32_t> table(kFirstAboveTable, 0);
  const std::string_view pairs = traditional_pairs();
  for (std::size_t at = 0; at < pairs.size();) {
    const CodePoint from = decode(pairs, at);
    at += from.length;
    if (from.value == '\n' || at >= pairs.size()) continue;
    const CodePoint to = decode(pairs, at);
    at += to.length;
    if (from.value < kFirstAboveTable) table[from.value] = to.value;
  }
  for (const char32_t c : kFullWidthPunctuation) table[c] = c - kFullWidthDistance;
  for (char32_t c = U'０'; c <= U'９'; ++c) table[c] = c - kFullWidthDistance;
  for (char32_t c = U'Ａ'; c <= U'Ｚ'; ++c) table[c] = c - kFullWidthDistance;
  for (char32_t c = U'ａ'; c <= U'ｚ'; ++c) table[c] = c - kFullWidthDistance;
  table[U'￥'] = U'¥';
  table[U'　'] = U' ';
  return table;
}

}  // namespace

char32_t fold(char32_t c) {
  static const std::vector<char32_t> table = make_table();
  if (c >= kFirstAboveTable) return c;
  const char32_t folded = table[c];
  return folded ? folded : c;
}

std::string fold_text(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    append_utf8(folded, fold(point.value));
    at += point.length;
  }
  return folded;
}

}  // namespace assay
