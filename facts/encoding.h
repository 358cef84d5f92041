// SPDX-License-Identifier: MIT
#pragma once
/// Bytes of any encoding to UTF-8. UTF-8 is taken as it is. UTF-16 is known by its byte-order mark.
/// GB18030 and Big5 are believed only when all bytes decode, nearly all of the characters are in
/// common use, and ICU's detector prefers no other encoding: both accept almost any bytes.

#include <string>

#include "core/result.h"

namespace assay {

/// A text in UTF-8 and the name of the encoding that it came in; empty when it was UTF-8.
struct DecodedText {
  std::string text;
  std::string encoding;
};

/// Converts `bytes`; a character of UTF-8 that the end of the text cuts in two is left out.
/// Errors: BadInput for binary content and for text in no known encoding, naming `file`, the line and
/// the byte.
[[nodiscard]] Result<DecodedText> decode_text(std::string bytes, const std::string& file);

}  // namespace assay
