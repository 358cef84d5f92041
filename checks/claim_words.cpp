// SPDX-License-Identifier: MIT
#include "checks/claim_words.h"

#include <algorithm>

#include "core/utf8.h"
#include "facts/trie.h"

namespace assay {
namespace {

/// Calls visit(ClaimWord) for each, in the order of the text, until it returns false.
template <class Visit>
void visit_words(std::string_view text, const Lexicon& lexicon,
                 std::initializer_list<WordClass> classes, Visit visit) {
  std::size_t step = 0;
  for (std::size_t at = 0; at < text.size(); at += step) {
    step = decode(text, at).length;
    if (!may_start_word(text, at)) continue;
    const Lexicon::Hit hit = lexicon.find(text, at);
    if (hit.lexeme != nullptr && (hit.lexeme->entity >= 0 || hit.lexeme->metric >= 0)) {
      step = hit.length;
      continue;
    }
    std::size_t length = 0;
    for (const WordClass word_class : classes)
      length = std::max(length, lexicon.find_class(text, at, word_class));
    if (length == 0) continue;
    if (!visit(ClaimWord{at, length})) return;
    step = length;
  }
}

}  // namespace

bool may_start_word(std::string_view text, std::size_t at) {
  return !is_ascii_letter(static_cast<unsigned char>(text[at])) || is_word_start(text, at);
}

ClaimWord find_word(std::string_view text, const Lexicon& lexicon,
                    std::initializer_list<WordClass> classes) {
  ClaimWord first;
  visit_words(text, lexicon, classes, [&](ClaimWord word) {
    first = word;
    return false;
  });
  return first;
}

ClaimWord find_last_word(std::string_view text, const Lexicon& lexicon,
                         std::initializer_list<WordClass> classes) {
  ClaimWord last;
  visit_words(text, lexicon, classes, [&](ClaimWord word) {
    last = word;
    return true;
  });
  return last;
}

}  // namespace assay
