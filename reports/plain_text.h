// SPDX-License-Identifier: MIT
#pragma once
/// What documents say, made fit for a file that other programs read and show. Every text of a
/// document that a machine format writes comes from here, so that none of them has to think of
/// control characters, of turned writing directions or of a line of a million characters.

#include <cstddef>
#include <string>
#include <string_view>

#include "reports/source_texts.h"

namespace assay {

/// No text of a document is longer in a machine format, in code points.
inline constexpr std::size_t kMostCharacters = 1000;

/// The text on one line: line breaks and tabs as spaces, whatever no XML may hold or would steer a
/// terminal or turn the direction of writing as U+FFFD, invalid UTF-8 likewise. What is longer than
/// `most` code points ends in "…".
[[nodiscard]] std::string one_line(std::string_view text, std::size_t most = kMostCharacters);

/// The surroundings of a fact's number on the line that the writer typed, as one_line().
[[nodiscard]] std::string quote(const Fact& fact, const SourceTexts& sources);

}  // namespace assay
