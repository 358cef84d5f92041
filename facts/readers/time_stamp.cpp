// SPDX-License-Identifier: MIT
#include "facts/readers/time_stamp.h"

#include "core/utf8.h"

namespace assay {
namespace {

// Takes one to `most` digits off the text and returns how many there were.
std::size_t take_digits(std::string_view& text, std::size_t most) {
  std::size_t length = 0;
  while (length < text.size() && length < most &&
         is_ascii_digit(static_cast<unsigned char>(text[length]))) {
    ++length;
  }
  text.remove_prefix(length);
  return length;
}

// Takes h:mm:ss or m:ss, with .fff or ,fff, off the text.
bool take_clock(std::string_view& text) {
  std::string_view rest = text;
  if (take_digits(rest, 2) == 0) return false;
  std::size_t groups = 0;
  while (groups < 2 && rest.starts_with(':')) {
    std::string_view group = rest.substr(1);
    if (take_digits(group, 2) != 2) break;
    rest = group;
    ++groups;
  }
  if (groups == 0) return false;
  if (rest.starts_with('.') || rest.starts_with(',')) {
    std::string_view fraction = rest.substr(1);
    if (take_digits(fraction, 3) == 3) rest = fraction;
  }
  const bool goes_on = !rest.empty() && is_ascii_digit(static_cast<unsigned char>(rest.front()));
  if (goes_on) return false;
  text = rest;
  return true;
}

}  // namespace

std::size_t time_stamp_length(std::string_view text) {
  constexpr std::string_view kArrow = " --> ";
  std::string_view rest = text;
  char close = 0;
  if (rest.starts_with('[') || rest.starts_with('(')) {
    close = rest.front() == '[' ? ']' : ')';
    rest.remove_prefix(1);
  }
  if (!take_clock(rest)) return 0;
  if (rest.starts_with(kArrow)) {
    rest.remove_prefix(kArrow.size());
    if (!take_clock(rest)) return 0;
  }
  if (close != 0) {
    if (!rest.starts_with(close)) return 0;
    rest.remove_prefix(1);
  }
  return text.size() - rest.size();
}

}  // namespace assay
