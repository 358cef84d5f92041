// SPDX-License-Identifier: MIT
#include "facts/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string_view>

#include "core/utf8.h"

namespace assay {
namespace {

constexpr std::size_t kSampleBytes = 8000;

std::size_t line_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  return static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
}

// Converts all of `bytes` and accepts no byte that the encoding does not have.
std::optional<std::string> convert(std::string_view bytes, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(encoding, &status);
  if (U_FAILURE(status)) return std::nullopt;
  const std::unique_ptr<UConverter, void (*)(UConverter*)> owner(converter, ucnv_close);
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::string utf8(3 * bytes.size() + 16, '\0');
  const std::unique_ptr<UConverter, void (*)(UConverter*)> target(ucnv_open("UTF-8", &status),
                                                                  ucnv_close);
  char* out = utf8.data();
  const char* in = bytes.data();
  UChar buffer[1024];
  UChar* pivot_in = buffer;
  UChar* pivot_out = buffer;
  ucnv_convertEx(target.get(), converter, &out, utf8.data() + utf8.size(), &in,
                 bytes.data() + bytes.size(), buffer, &pivot_in, &pivot_out, buffer + 1024, true,
                 true, &status);
  if (U_FAILURE(status)) return std::nullopt;
  utf8.resize(static_cast<std::size_t>(out - utf8.data()));
  return utf8;
}

struct ByteRange {
  unsigned char first;
  unsigned char last;
  [[nodiscard]] bool contains(unsigned char byte) const { return first <= byte && byte <= last; }
};

// A double-byte encoding as far as it takes to tell real text from chance.
struct Candidate {
  const char* name;
  ByteRange common;           ///< first bytes of the characters in everyday use
  ByteRange marks;            ///< first bytes of punctuation and full-width letters
  unsigned char least_trail;  ///< smallest second byte of either
};

constexpr Candidate kCandidates[] = {
    {"GB18030", {0xB0, 0xD7}, {0xA1, 0xA3}, 0xA1},
    {"Big5", {0xA4, 0xC6}, {0xA1, 0xA3}, 0x40},
};

// Whether nearly all double-byte characters are common ones, and most have another beside them, as
// they do in Chinese and do not where single bytes are accented letters.
bool looks_like(std::string_view bytes, const Candidate& candidate) {
  std::size_t characters = 0;
  std::size_t common = 0;
  std::size_t in_a_row = 0;
  bool previous_wide = false;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto lead = static_cast<unsigned char>(bytes[at]);
    const bool wide = lead >= 0x80;
    if (wide) {
      const auto trail = at + 1 < bytes.size() ? static_cast<unsigned char>(bytes[at + 1]) : 0;
      const bool known = candidate.common.contains(lead) || candidate.marks.contains(lead);
      ++characters;
      common += known && trail >= candidate.least_trail ? 1 : 0;
      in_a_row += previous_wide ? 1 : 0;
    }
    previous_wide = wide;
    at += wide ? 2 : 1;
  }
  return characters >= 2 && 10 * common >= 9 * characters && 2 * in_a_row >= characters;
}

// The lines with bytes above ASCII, as many as a detector wants.
std::string sample_of(std::string_view bytes) {
  std::string sample;
  for (std::size_t begin = 0; begin < bytes.size() && sample.size() < kSampleBytes;) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    const std::string_view line = bytes.substr(begin, end - begin);
    const bool high = std::any_of(line.begin(), line.end(),
                                  [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (high) sample.append(line.substr(0, kSampleBytes)).append("\n");
    begin = end + 1;
  }
  return sample;
}

// The double-byte encoding that ICU thinks the bytes are most likely in; empty when it names none.
std::string likely_encoding(std::string_view bytes) {
  const std::string sample = sample_of(bytes);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, void (*)(UCharsetDetector*)> detector(
      ucsdet_open(&status), ucsdet_close);
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  if (U_FAILURE(status)) return {};
  for (std::int32_t i = 0; i < count; ++i) {
    const std::string_view name = ucsdet_getName(matches[i], &status);
    for (const std::string_view known : {"GB18030", "Big5", "EUC-KR", "EUC-JP", "Shift_JIS"}) {
      if (name == known) return std::string(name);
    }
  }
  return {};
}

std::optional<DecodedText> decode_chinese(std::string_view bytes) {
  const std::string likely = likely_encoding(bytes);
  for (const Candidate& candidate : kCandidates) {
    if (likely != candidate.name || !looks_like(bytes, candidate)) continue;
    if (std::optional<std::string> text = convert(bytes, candidate.name)) {
      return DecodedText{std::move(*text), candidate.name};
    }
  }
  return std::nullopt;
}

std::optional<DecodedText> decode_utf16(std::string_view bytes) {
  if (!bytes.starts_with("\xFF\xFE") && !bytes.starts_with("\xFE\xFF")) return std::nullopt;
  std::optional<std::string> text = convert(bytes, "UTF-16");
  if (!text) return std::nullopt;
  return DecodedText{std::move(*text), "UTF-16"};
}

// Whether the bytes from `invalid` on begin a Chinese character that the end of the text cuts off, as
// whoever clips a page by its bytes leaves it.
bool is_cut_character(std::string_view bytes, std::size_t invalid) {
  const std::string_view rest = bytes.substr(invalid);
  // One byte alone may as well be the accented letter at the end of a text in Latin-1.
  const bool had_others =
      std::any_of(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(invalid),
                  [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  return had_others && rest.size() < kHanLength && (rest[0] & 0xF0) == 0xE0 &&
         (rest.size() == 1 || (rest[1] & 0xC0) == 0x80);
}

}  // namespace

Result<DecodedText> decode_text(std::string bytes, const std::string& file) {
  if (std::optional<DecodedText> text = decode_utf16(bytes)) return std::move(*text);
  const std::size_t zero = bytes.find('\0');
  if (zero != std::string::npos) {
    return Error{ErrorCode::BadInput, "binary content: a zero byte at byte " + std::to_string(zero),
                 file, line_of(bytes, zero)};
  }
  const std::size_t invalid = find_invalid_utf8(bytes);
  if (invalid == std::string_view::npos) return DecodedText{std::move(bytes), {}};
  if (is_cut_character(bytes, invalid)) {
    bytes.resize(invalid);
    return DecodedText{std::move(bytes), {}};
  }
  if (std::optional<DecodedText> text = decode_chinese(bytes)) return std::move(*text);
  char byte[8];
  std::snprintf(byte, sizeof byte, "0x%02X", static_cast<unsigned char>(bytes[invalid]));
  return Error{ErrorCode::BadInput,
               std::string("neither UTF-8 nor GB18030 or Big5: ") + byte + " at byte " +
                   std::to_string(invalid),
               file, line_of(bytes, invalid)};
}

}  // namespace assay
