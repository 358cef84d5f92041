// SPDX-License-Identifier: MIT
#pragma once
/// A half-open range of bytes, `[begin, end)`. Whether the bytes are those of the raw file or of a
/// block's text is said where the span is declared.

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace assay {

struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] std::size_t size() const { return end - begin; }
  [[nodiscard]] bool empty() const { return begin >= end; }
  [[nodiscard]] bool contains(std::size_t offset) const { return begin <= offset && offset < end; }
  [[nodiscard]] bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  /// The bytes of `text` that this span covers. Precondition: end <= text.size().
  [[nodiscard]] std::string_view of(std::string_view text) const {
    return text.substr(begin, end - begin);
  }
  bool operator==(const Span&) const = default;
};

/// The smallest span that covers both.
inline Span cover(Span a, Span b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

}  // namespace assay
