// SPDX-License-Identifier: MIT
#pragma once
/// Names that no lexicon holds, told by their shape: "Acme Robotics posted ..." by its capitals,
/// 晴川光能2024年营收 by its place at the start of a clause, and by an ending or by characters that
/// make no words.

#include <string_view>

#include "facts/name_words.h"
#include "facts/scan.h"

namespace assay {

/// Puts a token of kind Name into the scan for each such name, in place of the words of the lexicon
/// that it covers. A name of the lexicon is left alone, unless it goes on as that of a subsidiary
/// (比亚迪电子).
void mark_open_names(std::string_view text, const NameWords& words, const Lexicon& lexicon,
                     Scan& scan);

}  // namespace assay
