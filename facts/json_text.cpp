// SPDX-License-Identifier: MIT
#include "facts/json_text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "core/utf8.h"

namespace assay {
namespace {

/// Whether an ASCII byte may stand in a JSON string as it is.
constexpr std::array<bool, 128> kPlainBytes = [] {
  std::array<bool, 128> plain{};
  for (std::size_t byte = 0x20; byte < plain.size(); ++byte) plain[byte] = true;
  plain['"'] = plain['\\'] = plain[0x7F] = false;
  return plain;
}();

void append_escape(std::string& out, char byte) {
  switch (byte) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default: {
      constexpr std::string_view kHex = "0123456789abcdef";
      const auto value = static_cast<unsigned char>(byte);
      out += "\\u00";
      out += kHex[value >> 4];
      out += kHex[value & 0xF];
    }
  }
}

/// The length of the character that starts with the byte at `at`, which is not ASCII; 0 when it is
/// not well formed. Most Han characters are told by a look at three bytes.
std::size_t character_length(std::string_view text, std::size_t at) {
  const auto continues = [&](std::size_t i) {
    return i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80;
  };
  const auto lead = static_cast<unsigned char>(text[at]);
  const bool ordinary = lead > 0xE0 && lead < 0xF0 && lead != 0xED;
  if (ordinary) return continues(at + 1) && continues(at + 2) ? 3 : 0;
  const CodePoint point = decode(text, at);
  return point.length == 1 ? 0 : point.length;
}

template <class Number>
void append_chars(std::string& out, Number value) {
  std::array<char, 32> buffer;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  out.append(buffer.data(), end);
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  out += '"';
  std::size_t run = 0;  // start of the bytes that are copied as they are
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80 && kPlainBytes[byte]) {
      ++at;
      continue;
    }
    const std::size_t length = byte < 0x80 ? 0 : character_length(text, at);
    if (length > 0) {
      at += length;
      continue;
    }
    out.append(text, run, at - run);
    if (byte < 0x80) {
      append_escape(out, text[at]);
    } else {
      out += kReplacement;
    }
    run = ++at;
  }
  out.append(text, run, text.size() - run);
  out += '"';
}

void append_json_number(std::string& out, double value) {
  if (!std::isfinite(value)) {
    out += "null";
    return;
  }
  // Whole numbers read better without an exponent: 560000000000 rather than 5.6e+11.
  constexpr double kLargestExactInteger = 9007199254740992.0;
  if (value == std::trunc(value) && std::abs(value) <= kLargestExactInteger) {
    append_chars(out, static_cast<std::int64_t>(value));
  } else {
    append_chars(out, value);
  }
}

void append_json_number(std::string& out, std::size_t value) { append_chars(out, value); }

}  // namespace assay
