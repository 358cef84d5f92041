// SPDX-License-Identifier: MIT
#include "facts/document.h"

#include <algorithm>
#include <array>

#include "core/folding.h"
#include "core/utf8.h"

namespace assay {
namespace {

std::uint32_t narrow(std::size_t offset) { return static_cast<std::uint32_t>(offset); }

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

void MappedText::append_same(std::string_view raw, std::size_t begin, std::size_t end) {
  if (begin >= end) return;
  if (!runs_.empty() && runs_.back().same && runs_.back().raw_end == begin) {
    runs_.back().raw_end = narrow(end);
  } else {
    runs_.push_back({narrow(text_.size()), narrow(begin), narrow(end), true});
  }
  text_.append(raw.substr(begin, end - begin));
}

void MappedText::append_folded(std::string_view raw, std::size_t begin, std::size_t end) {
  raw = raw.substr(0, end);
  for (std::size_t at = begin; at < end;) {
    const std::size_t changed = find_unfolded(raw, at);
    append_same(raw, at, changed);
    if (changed == end) return;
    const CodePoint point = decode(raw, changed);
    std::string character;
    append_utf8(character, fold(point.value));
    at = changed + point.length;
    append_literal(character, changed, at);
  }
}

void MappedText::append_literal(std::string_view text, std::size_t begin, std::size_t end) {
  if (text.empty()) return;
  runs_.push_back({narrow(text_.size()), narrow(begin), narrow(end), false});
  text_.append(text);
}

const MappedText::Run& MappedText::run_at(std::size_t offset) const {
  const auto next =
      std::upper_bound(runs_.begin(), runs_.end(), offset,
                       [](std::size_t value, const Run& run) { return value < run.text_begin; });
  return *std::prev(next);
}

std::size_t MappedText::raw_begin(std::size_t offset) const {
  const Run& run = run_at(offset);
  if (!run.same) return run.raw_begin;
  while (offset > run.text_begin && is_continuation(text_[offset])) --offset;
  return run.raw_begin + (offset - run.text_begin);
}

Span MappedText::raw_span(Span span) const {
  if (runs_.empty()) return {};
  if (span.empty()) {
    const std::size_t at = span.begin < text_.size() ? raw_begin(span.begin) : runs_.back().raw_end;
    return {at, at};
  }
  const Run& last = run_at(span.end - 1);
  if (!last.same) return {raw_begin(span.begin), last.raw_end};
  std::size_t end = last.raw_begin + (span.end - last.text_begin);
  for (std::size_t at = span.end; at < text_.size() && is_continuation(text_[at]); ++at) ++end;
  return {raw_begin(span.begin), end};
}

std::string_view to_string(DocumentKind kind) {
  static constexpr std::array<std::string_view, 6> kNames = {"note",       "article", "page",
                                                             "transcript", "plain",   "record"};
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace assay
