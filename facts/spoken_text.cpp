// SPDX-License-Identifier: MIT
#include "facts/spoken_text.h"

#include <algorithm>

#include "core/utf8.h"
#include "facts/word_breaks.h"

namespace assay {

bool is_speech(std::string_view text) {
  constexpr std::size_t kLongRun = 240;  // bytes
  constexpr std::u32string_view kMarks = U"。.!?;,:、";
  const std::size_t enough = text.size() / (kLongRun + 1);
  std::size_t marks = 0;
  for (std::size_t at = 0; at < text.size() && marks < enough;) {
    const CodePoint point = decode(text, at);
    if (kMarks.find(point.value) != std::u32string_view::npos) ++marks;
    at += point.length;
  }
  return marks < enough;
}

bool SpokenText::vouches_for(std::string_view run, std::int32_t entity) {
  return is_said_twice(run) || names(entity);
}

bool SpokenText::is_said_twice(std::string_view run) {
  const auto [known, fresh] = said_twice_.try_emplace(std::string(run), false);
  if (!fresh) return known->second;
  std::size_t times = 0;
  for (const std::string_view block : blocks_) {
    for (std::size_t at = block.find(run); at != std::string_view::npos;
         at = block.find(run, at + run.size())) {
      const Span place{at, at + run.size()};
      // No word takes in a part of it: 重新 in 从头重新来.
      if (WordsAround(block, place).are_single_within(place)) ++times;
      if (times >= 2) return known->second = true;
    }
  }
  return false;
}

bool SpokenText::names(std::int32_t entity) {
  if (!named_) {
    named_.emplace(knowledge_.lexicon().entities().size(), false);
    for (const std::string_view block : blocks_) {
      for (std::size_t at = 0; at < block.size();) {
        const Lexicon::Hit hit = knowledge_.lexicon().find(block, at);
        if (hit.lexeme != nullptr && hit.lexeme->entity >= 0)
          (*named_)[static_cast<std::size_t>(hit.lexeme->entity)] = true;
        at += hit.length > 0 ? hit.length : decode(block, at).length;
      }
    }
  }
  return (*named_)[static_cast<std::size_t>(entity)];
}

}  // namespace assay
