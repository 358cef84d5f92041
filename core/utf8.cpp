// SPDX-License-Identifier: MIT
#include "core/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace assay {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

unsigned char byte_at(std::string_view text, std::size_t offset) {
  return static_cast<unsigned char>(text[offset]);
}

bool is_continuation(std::string_view text, std::size_t offset) {
  return offset < text.size() && (byte_at(text, offset) & 0xC0) == 0x80;
}

/// Whether the next eight bytes are ASCII. False too where there are fewer.
bool are_eight_of_ascii(std::string_view text, std::size_t offset) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  std::uint64_t bytes = 0;
  if (text.size() - offset < sizeof bytes) return false;
  std::memcpy(&bytes, text.data() + offset, sizeof bytes);
  return (bytes & kHighBits) == 0;
}

}  // namespace

CodePoint decode_other(std::string_view text, std::size_t offset) {
  const unsigned char lead = byte_at(text, offset);
  if (lead < 0x80) return {lead, 1};
  std::size_t length = 0;
  char32_t value = 0;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
    value = lead & 0x1F;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
    value = lead & 0x0F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    value = lead & 0x07;
  } else {
    return {kReplacement, 1};
  }
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(text, offset + i)) return {kReplacement, 1};
    value = (value << 6) | (byte_at(text, offset + i) & 0x3F);
  }
  const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (overlong || surrogate || value > 0x10FFFF) return {kReplacement, 1};
  return {value, length};
}

std::size_t previous(std::string_view text, std::size_t offset) {
  std::size_t at = offset - 1;
  for (int step = 0; step < 3 && at > 0 && is_continuation(text, at); ++step) --at;
  // A stray continuation byte is a code point of its own, as in decode().
  return at + decode(text, at).length == offset ? at : offset - 1;
}

void append_utf8(std::string& text, char32_t value) {
  if (value < 0x80) {
    text += static_cast<char>(value);
  } else if (value < 0x800) {
    text += static_cast<char>(0xC0 | (value >> 6));
    text += static_cast<char>(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    text += static_cast<char>(0xE0 | (value >> 12));
    text += static_cast<char>(0x80 | ((value >> 6) & 0x3F));
    text += static_cast<char>(0x80 | (value & 0x3F));
  } else {
    text += static_cast<char>(0xF0 | (value >> 18));
    text += static_cast<char>(0x80 | ((value >> 12) & 0x3F));
    text += static_cast<char>(0x80 | ((value >> 6) & 0x3F));
    text += static_cast<char>(0x80 | (value & 0x3F));
  }
}

std::size_t find_invalid_utf8(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    if (are_eight_of_ascii(text, offset)) {
      offset += 8;
      continue;
    }
    const CodePoint point = decode(text, offset);
    if (point.value == kReplacement && point.length == 1) return offset;
    offset += point.length;
  }
  return std::string_view::npos;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++count) offset += decode(text, offset).length;
  return count;
}

std::string to_ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = to_ascii_lower(c);
  return lower;
}

bool starts_with_lowered(std::string_view text, std::string_view start) {
  return text.size() >= start.size() &&
         std::equal(start.begin(), start.end(), text.begin(),
                    [](char expected, char c) { return expected == to_ascii_lower(c); });
}

LineIndex::LineIndex(std::string_view text) : text_(text), starts_{0} {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    starts_.push_back(at + 1);
}

std::size_t LineIndex::line_of(std::size_t offset) const {
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return static_cast<std::size_t>(next - starts_.begin());
}

LineColumn LineIndex::locate(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const std::size_t line = line_of(offset);
  const std::size_t start = starts_[line - 1];
  return {line, count_code_points(text_.substr(start, offset - start)) + 1};
}

LineColumn LineCursor::locate(std::size_t offset) {
  offset = std::min(offset, text_.size());
  const std::size_t line = index_.line_of(offset);
  if (line != place_.line || offset < last_) {
    last_ = index_.line_start(line);
    place_ = {line, 1};
  }
  place_.column += count_code_points(text_.substr(last_, offset - last_));
  last_ = offset;
  return place_;
}

std::string_view LineIndex::line_text(std::size_t line) const {
  if (line == 0 || line > starts_.size()) return {};
  const std::size_t begin = starts_[line - 1];
  std::size_t end = line < starts_.size() ? starts_[line] - 1 : text_.size();
  if (end > begin && text_[end - 1] == '\r') --end;
  return text_.substr(begin, end - begin);
}

std::size_t LineIndex::line_start(std::size_t line) const {
  return line == 0 || line > starts_.size() ? text_.size() : starts_[line - 1];
}

}  // namespace assay
