// SPDX-License-Identifier: MIT
#pragma once
/// Names in Latin letters that no lexicon holds, told by their capitals.

#include <string_view>
#include <vector>

#include "facts/name_words.h"
#include "facts/scan.h"

namespace assay {

/// Runs of capitalized words, in order: "Acme Robotics", "SoFi", the "Lemon8" of "Lemon8's users".
/// A single word that opens an English sentence has a capital whatever it is and counts only with 's
/// behind it, a capital or digit within, or where it has its capital within a sentence too. Left alone are runs that begin with a name of the lexicon, and
/// sentences whose words nearly all have capitals.
[[nodiscard]] std::vector<Span> find_latin_names(std::string_view text, const NameWords& words,
                                                 const Scan& scan);

}  // namespace assay
