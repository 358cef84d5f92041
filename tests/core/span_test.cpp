// SPDX-License-Identifier: MIT
#include "core/span.h"

#include <gtest/gtest.h>

namespace assay {
namespace {

constexpr std::size_t kLength = 5;

/// Every span within a text of kLength bytes.
std::vector<Span> all_spans() {
  std::vector<Span> spans;
  for (std::size_t begin = 0; begin <= kLength; ++begin)
    for (std::size_t end = begin; end <= kLength; ++end) spans.push_back({begin, end});
  return spans;
}

TEST(Span, IsTheBytesFromBeginUpToButNotEnd) {
  const std::string_view text = "0.5mm";
  EXPECT_EQ((Span{0, 3}).of(text), "0.5");
  EXPECT_EQ((Span{3, 5}).of(text), "mm");
  EXPECT_EQ((Span{5, 5}).of(text), "");
  EXPECT_TRUE((Span{3, 5}).contains(3));
  EXPECT_FALSE((Span{3, 5}).contains(5));
  EXPECT_FALSE((Span{3, 5}).contains(2));
  EXPECT_FALSE((Span{3, 3}).contains(3));
}

TEST(Span, KnowsItsSize) {
  EXPECT_EQ((Span{2, 5}).size(), 3U);
  EXPECT_EQ((Span{2, 2}).size(), 0U);
  EXPECT_TRUE((Span{2, 2}).empty());
  EXPECT_FALSE((Span{2, 3}).empty());
}

TEST(Span, OverlapIsASharedByte) {
  for (const Span a : all_spans()) {
    for (const Span b : all_spans()) {
      if (a.empty() || b.empty()) continue;
      bool shared = false;
      for (std::size_t at = 0; at < kLength; ++at) shared |= a.contains(at) && b.contains(at);
      EXPECT_EQ(a.overlaps(b), shared) << a.begin << "-" << a.end << " " << b.begin << "-" << b.end;
    }
  }
}

TEST(Span, CoverHoldsBothAndNothingOutside) {
  for (const Span a : all_spans()) {
    for (const Span b : all_spans()) {
      const Span both = cover(a, b);
      EXPECT_LE(both.begin, a.begin);
      EXPECT_LE(both.begin, b.begin);
      EXPECT_GE(both.end, a.end);
      EXPECT_GE(both.end, b.end);
      EXPECT_TRUE(both.begin == a.begin || both.begin == b.begin);
      EXPECT_TRUE(both.end == a.end || both.end == b.end);
    }
  }
}

}  // namespace
}  // namespace assay
