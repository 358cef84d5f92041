// SPDX-License-Identifier: MIT
#pragma once
/// UTF-8, just what a scanner needs: step through code points, find the first invalid byte, turn a
/// byte offset into a line and a column. Invalid bytes never stop a scan: each decodes as U+FFFD of
/// length 1, so that offsets stay exact.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

/// One decoded code point: its value and how many bytes it took.
struct CodePoint {
  char32_t value = 0;
  std::size_t length = 1;
};

/// decode() for whatever is neither ASCII nor a well-formed three-byte character.
[[nodiscard]] CodePoint decode_other(std::string_view text, std::size_t offset);

/// Decodes the code point that starts at `offset`. An invalid byte gives {U+FFFD, 1}.
/// Precondition: offset < text.size().
[[nodiscard]] inline CodePoint decode(std::string_view text, std::size_t offset) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[offset + i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  // E1 .. EC: three bytes whose value can be neither overlong nor a surrogate.
  if (lead > 0xE0 && lead < 0xED && text.size() - offset >= 3 && (byte(1) & 0xC0) == 0x80 &&
      (byte(2) & 0xC0) == 0x80) {
    const auto value =
        static_cast<char32_t>(((lead & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F));
    return {value, 3};
  }
  return decode_other(text, offset);
}

/// The offset at which the code point before `offset` starts. Precondition: 0 < offset <= size.
[[nodiscard]] std::size_t previous(std::string_view text, std::size_t offset);

/// The last code point of `text`. Precondition: it is not empty.
[[nodiscard]] inline char32_t last_character(std::string_view text) {
  return decode(text, previous(text, text.size())).value;
}

/// Appends the UTF-8 form of `value`.
void append_utf8(std::string& text, char32_t value);

/// The offset of the first byte that is not well-formed UTF-8, or npos.
[[nodiscard]] std::size_t find_invalid_utf8(std::string_view text);

/// The number of code points of `text`; an invalid byte counts as one.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// How many bytes a Han character takes, but for the rare ones.
inline constexpr std::size_t kHanLength = 3;

/// Han ideographs, extension A and the compatibility block included.
[[nodiscard]] constexpr bool is_han(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || c == 0x3007 ||
         (c >= 0x20000 && c <= 0x2FFFF);
}
[[nodiscard]] constexpr bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_ascii_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
[[nodiscard]] constexpr char to_ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}
/// ASCII white space, no-break and ideographic spaces, thin spaces.
[[nodiscard]] constexpr bool is_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x3000 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0xFEFF;
}
/// ASCII letters lower-cased; other bytes as they are.
[[nodiscard]] std::string to_ascii_lower(std::string_view text);
/// Whether `text` starts with `start` when its ASCII letters are lower-cased.
[[nodiscard]] bool starts_with_lowered(std::string_view text, std::string_view start);

/// A position as people count it. Both are 1-based; the column counts code points.
struct LineColumn {
  std::size_t line = 1;
  std::size_t column = 1;
};

/// Finds line and column of byte offsets in one text. `text` must outlive the index.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);
  /// Line and column of a byte offset; an offset past the end is taken as the end.
  [[nodiscard]] LineColumn locate(std::size_t offset) const;
  /// The 1-based line of a byte offset.
  [[nodiscard]] std::size_t line_of(std::size_t offset) const;
  /// The text of a 1-based line without its line break; empty when there is no such line.
  [[nodiscard]] std::string_view line_text(std::size_t line) const;
  /// The byte offset at which a 1-based line starts.
  [[nodiscard]] std::size_t line_start(std::size_t line) const;

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_;
};

/// Line and column of byte offsets that mostly rise. Within a line it counts on from the offset that
/// was asked for last, so that a text without line breaks is counted once and not for each offset.
/// `text` must outlive the cursor; the offsets are those of whole code points.
class LineCursor {
 public:
  explicit LineCursor(std::string_view text) : text_(text), index_(text) {}
  /// As LineIndex::locate().
  [[nodiscard]] LineColumn locate(std::size_t offset);

 private:
  std::string_view text_;
  LineIndex index_;
  std::size_t last_ = 0;  ///< the offset that stands at `place_`
  LineColumn place_;
};

}  // namespace assay
