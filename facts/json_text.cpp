// SPDX-License-Identifier: MIT
#include "facts/json_text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "core/utf8.h"

namespace assay {
namespace {

/// Whether a byte may stand in a JSON string as it is. Bytes of longer UTF-8 sequences may too,
/// once the whole text is known to be well formed.
constexpr std::array<bool, 256> kPlainBytes = [] {
  std::array<bool, 256> plain{};
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

std::string replace_invalid_utf8(std::string_view text) {
  std::string valid;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    append_utf8(valid, point.value);
    at += point.length;
  }
  return valid;
}

template <class Number>
void append_chars(std::string& out, Number value) {
  std::array<char, 32> buffer;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  out.append(buffer.data(), end);
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  if (find_invalid_utf8(text) != std::string_view::npos) {
    const std::string valid = replace_invalid_utf8(text);
    append_json_string(out, valid);
    return;
  }
  out += '"';
  std::size_t run = 0;  // start of the bytes that are copied as they are
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (kPlainBytes[static_cast<unsigned char>(text[at])]) continue;
    out.append(text, run, at - run);
    append_escape(out, text[at]);
    run = at + 1;
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
