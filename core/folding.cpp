// SPDX-License-Identifier: MIT
#include "core/folding.h"

#include <cstdint>
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

// Every character in its folded form.
class FoldingTable {
 public:
  FoldingTable() : folded_(kFirstAboveTable, 0), changes_(kFirstAboveTable / 64, 0) {
    const std::string_view pairs = traditional_pairs();
    for (std::size_t at = 0; at < pairs.size();) {
      const CodePoint from = decode(pairs, at);
      at += from.length;
      if (from.value == '\n' || at >= pairs.size()) continue;
      const CodePoint to = decode(pairs, at);
      at += to.length;
      if (from.value < kFirstAboveTable) set(from.value, to.value);
    }
    for (const char32_t c : kFullWidthPunctuation) set(c, c - kFullWidthDistance);
    for (char32_t c = U'０'; c <= U'９'; ++c) set(c, c - kFullWidthDistance);
    for (char32_t c = U'Ａ'; c <= U'Ｚ'; ++c) set(c, c - kFullWidthDistance);
    for (char32_t c = U'ａ'; c <= U'ｚ'; ++c) set(c, c - kFullWidthDistance);
    set(U'￥', U'¥');
    set(U'　', U' ');
  }

  [[nodiscard]] bool changes(char32_t c) const {
    return c < kFirstAboveTable && ((changes_[c / 64] >> (c % 64)) & 1U) != 0;
  }
  [[nodiscard]] char32_t fold(char32_t c) const { return changes(c) ? folded_[c] : c; }

 private:
  void set(char32_t from, char32_t to) {
    folded_[from] = to;
    changes_[from / 64] |= std::uint64_t{1} << (from % 64);
  }

  std::vector<char32_t> folded_;
  // Almost every character stays as it is, and these bits, unlike the table, stay in the cache.
  std::vector<std::uint64_t> changes_;
};

const FoldingTable& folding_table() {
  static const FoldingTable table;
  return table;
}

}  // namespace

char32_t fold(char32_t c) { return folding_table().fold(c); }

std::size_t find_unfolded(std::string_view text, std::size_t offset) {
  const FoldingTable& table = folding_table();
  while (offset < text.size()) {
    if (static_cast<unsigned char>(text[offset]) < 0x80) {
      ++offset;
      continue;
    }
    const CodePoint point = decode(text, offset);
    if (point.length == 1 || table.changes(point.value)) break;
    offset += point.length;
  }
  return offset;
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
