// SPDX-License-Identifier: MIT
#include "facts/word_breaks.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "core/utf8.h"

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

/// How many characters on either side of a place are looked at: no word is longer.
constexpr std::size_t kReach = 8;

/// Where words end, in bytes; 0 is not among them.
std::vector<std::size_t> word_ends(std::string_view text) {
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  icu::BreakIterator& breaker = word_breaker();
  breaker.setText(wide);
  std::vector<std::size_t> ends;
  std::size_t at = 0;
  std::int32_t begin = breaker.first();
  for (std::int32_t end = breaker.next(); end != icu::BreakIterator::DONE; end = breaker.next()) {
    for (std::int32_t left = wide.countChar32(begin, end - begin); left > 0; --left)
      at += decode(text, at).length;
    ends.push_back(at);
    begin = end;
  }
  return ends;
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

std::vector<Span> words_in(std::string_view phrase) {
  std::vector<Span> words;
  std::size_t begin = 0;
  for (const std::size_t end : word_ends(phrase)) words.push_back({std::exchange(begin, end), end});
  return words;
}

bool is_one_word(std::string_view phrase) { return word_ends(phrase).size() == 1; }

WordsAround::WordsAround(std::string_view text, Span place) {
  Span around = place;
  for (std::size_t i = 0; i < kReach && around.begin > 0; ++i) {
    const std::size_t before = previous(text, around.begin);
    if (!is_han(decode(text, before).value)) break;
    around.begin = before;
  }
  for (std::size_t i = 0; i < kReach && around.end < text.size(); ++i) {
    const CodePoint point = decode(text, around.end);
    if (!is_han(point.value)) break;
    around.end += point.length;
  }
  breaks_ = {around.begin};
  for (const std::size_t end : word_ends(around.of(text))) {
    // The dictionary has 新的 as a word, which parts 长新|的.
    constexpr std::string_view kOf = "的";
    const std::size_t before = around.begin + end - kOf.size();
    if (breaks_.back() < before && text.substr(before, kOf.size()) == kOf)
      breaks_.push_back(before);
    breaks_.push_back(around.begin + end);
  }
}

bool WordsAround::is_break(std::size_t at) const {
  return std::binary_search(breaks_.begin(), breaks_.end(), at);
}

bool WordsAround::end_with(Span place) const {
  return is_break(place.begin) && is_break(place.end);
}

bool WordsAround::are_single_within(Span place) const {
  for (std::size_t at = place.begin; at <= place.end; at += kHanLength)
    if (!is_break(at)) return false;
  return true;
}

std::vector<Span> WordsAround::within(Span place) const {
  std::vector<Span> words;
  for (std::size_t i = 1; i < breaks_.size(); ++i)
    if (breaks_[i - 1] >= place.begin && breaks_[i] <= place.end)
      words.push_back({breaks_[i - 1], breaks_[i]});
  return words;
}

}  // namespace assay
