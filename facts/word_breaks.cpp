// SPDX-License-Identifier: MIT
#include "facts/word_breaks.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

namespace assay {
namespace {

/// One for each thread: it keeps its place, and takes long to make.
icu::BreakIterator& word_breaker() {
  thread_local const std::unique_ptr<icu::BreakIterator> kBreaker = [] {
    UErrorCode failure = U_ZERO_ERROR;
    return std::unique_ptr<icu::BreakIterator>(
        icu::BreakIterator::createWordInstance(icu::Locale::getChina(), failure));
  }();
  return *kBreaker;
}

}  // namespace

std::size_t longest_run_of_single_characters(std::string_view text) {
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  icu::BreakIterator& breaker = word_breaker();
  breaker.setText(wide);
  std::size_t longest = 0;
  std::size_t run = 0;
  std::int32_t begin = breaker.first();
  for (std::int32_t end = breaker.next(); end != icu::BreakIterator::DONE; end = breaker.next()) {
    run = wide.countChar32(begin, end - begin) == 1 ? run + 1 : 0;
    longest = std::max(longest, run);
    begin = end;
  }
  return longest;
}

}  // namespace assay
