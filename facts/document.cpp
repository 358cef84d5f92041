// SPDX-License-Identifier: MIT
#include "facts/document.h"

#include <array>

#include "core/folding.h"
#include "core/utf8.h"

namespace assay {
namespace {

std::uint32_t narrow(std::size_t offset) { return static_cast<std::uint32_t>(offset); }

}  // namespace

void MappedText::append_folded(std::string_view raw, std::size_t begin, std::size_t end) {
  // A folded character is at most one byte longer than it was (three bytes to four), so this much
  // room lets the loop write without asking.
  const std::size_t room = text_.size() + (end - begin) + (end - begin) / 2 + 4;
  std::size_t size = text_.size();
  text_.resize(room);
  begins_.resize(room);
  ends_.resize(room);
  for (std::size_t at = begin; at < end;) {
    const auto byte = static_cast<unsigned char>(raw[at]);
    if (byte < 0x80) {
      text_[size] = raw[at];
      begins_[size] = narrow(at);
      ends_[size++] = narrow(++at);
      continue;
    }
    const CodePoint point = decode(raw.substr(0, end), at);
    const char32_t folded = fold(point.value);
    std::string_view bytes = raw.substr(at, point.length);
    std::string replacement;
    if (folded != point.value || point.length == 1) {
      append_utf8(replacement, folded);
      bytes = replacement;
    }
    const std::size_t next = at + point.length;
    if (size + bytes.size() > text_.size()) {  // only for runs of invalid bytes
      text_.resize(size + 3 * (end - at));
      begins_.resize(text_.size());
      ends_.resize(text_.size());
    }
    for (const char c : bytes) {
      text_[size] = c;
      begins_[size] = narrow(at);
      ends_[size++] = narrow(next);
    }
    at = next;
  }
  text_.resize(size);
  begins_.resize(size);
  ends_.resize(size);
}

void MappedText::append_literal(std::string_view text, std::size_t begin, std::size_t end) {
  text_.append(text);
  begins_.resize(text_.size(), narrow(begin));
  ends_.resize(text_.size(), narrow(end));
}

Span MappedText::raw_span(Span span) const {
  if (span.empty()) {
    const std::size_t at = span.begin < begins_.size() ? begins_[span.begin]
                           : ends_.empty()             ? 0
                                                       : ends_.back();
    return {at, at};
  }
  return {begins_[span.begin], ends_[span.end - 1]};
}

std::string_view to_string(DocumentKind kind) {
  static constexpr std::array<std::string_view, 6> kNames = {"note",       "article", "page",
                                                             "transcript", "plain",   "record"};
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace assay
