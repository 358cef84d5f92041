// SPDX-License-Identifier: MIT
#pragma once
/// Names that a transcript spells by ear: 海利士 is 海力士, 摩尔现成 is 摩尔线程.

#include <string_view>

#include "facts/scan.h"
#include "facts/spoken_text.h"

namespace assay {

/// Puts a word token, whose lexeme says that it was heard, wherever unknown Han characters sound like
/// a name of the lexicon. `spoken` is the text that the block stands in.
///
/// Three and more syllables are enough of a likeness; where as many are the same, others may be such
/// as are heard for one another. Two need `spoken` to vouch for them. What cuts a word of the
/// dictionary in two, is one itself or is mostly another word is no name, and neither is what sounds
/// like those of two entities.
void mark_heard_names(std::string_view text, const Knowledge& knowledge, SpokenText& spoken,
                      Scan& scan);

}  // namespace assay
