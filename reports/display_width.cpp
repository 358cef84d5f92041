// SPDX-License-Identifier: MIT
#include "reports/display_width.h"

#include <unicode/uchar.h>

#include "core/utf8.h"

namespace assay {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kZeroWidthJoiner = 0x200D;
constexpr char32_t kEmojiPresentation = 0xFE0F;

UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }

/// Would this code point do something to the terminal rather than be seen on it?
bool is_unsafe(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return true;
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

/// Does this code point attach to the one before it?
bool is_extender(char32_t c) {
  if (c < 0x300) return false;
  if (c == kZeroWidthJoiner || (c >= 0x1F3FB && c <= 0x1F3FF)) return true;
  const int8_t type = u_charType(icu(c));
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK ||
         // vowels and final consonants of Hangul written letter by letter
         (c >= 0x1160 && c <= 0x11FF);
}

bool is_pictograph(char32_t c) {
  return u_hasBinaryProperty(icu(c), UCHAR_EXTENDED_PICTOGRAPHIC) != 0;
}

/// The width of a code point that stands alone.
std::size_t cell_width(char32_t c) {
  if (c == '\t') return kTabWidth;
  if (c < 0x300 || is_unsafe(c)) return 1;
  if (is_extender(c) || u_charType(icu(c)) == U_FORMAT_CHAR) return 0;
  const int32_t width = u_getIntPropertyValue(icu(c), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

Cluster next_cluster(std::string_view text, std::size_t offset) {
  const CodePoint base = decode(text, offset);
  Cluster cluster{offset + base.length, cell_width(base.value)};
  if (is_unsafe(base.value)) return cluster;
  while (cluster.end < text.size()) {
    const CodePoint next = decode(text, cluster.end);
    if (!is_extender(next.value)) break;
    cluster.end += next.length;
    // The selector turns a symbol such as U+2708 into a picture, which is two cells wide.
    if (next.value == kEmojiPresentation && is_pictograph(base.value)) cluster.width = 2;
    if (next.value != kZeroWidthJoiner || cluster.end >= text.size()) continue;
    const CodePoint joined = decode(text, cluster.end);
    if (is_pictograph(joined.value)) cluster.end += joined.length;
  }
  return cluster;
}

std::size_t previous_cluster(std::string_view text, std::size_t offset) {
  std::size_t start = previous(text, offset);
  while (start > 0) {
    const std::size_t before = previous(text, start);
    const bool joined =
        decode(text, before).value == kZeroWidthJoiner && is_pictograph(decode(text, start).value);
    if (!joined && !is_extender(decode(text, start).value)) break;
    start = before;
  }
  return start;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Cluster cluster = next_cluster(text, at);
    width += cluster.width;
    at = cluster.end;
  }
  return width;
}

std::string printable(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (point.value == '\t') {
      shown.append(kTabWidth, ' ');
    } else if (is_unsafe(point.value)) {
      append_utf8(shown, kReplacement);
    } else {
      append_utf8(shown, point.value);
    }
    at += point.length;
  }
  return shown;
}

}  // namespace assay
