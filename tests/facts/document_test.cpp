// SPDX-License-Identifier: MIT
#include "facts/document.h"

#include <gtest/gtest.h>

namespace assay {
namespace {

TEST(MappedText, KnowsTheRawBytesOfFoldedText) {
  const std::string raw = "x７納米，ok";
  MappedText text;
  text.append_folded(raw, 1, raw.size());
  EXPECT_EQ(text.text(), "7纳米,ok");
  EXPECT_EQ(text.raw_span({0, 1}).of(raw), "７");
  EXPECT_EQ(text.raw_span({0, 7}).of(raw), "７納米");
  EXPECT_EQ(text.raw_span({7, 8}).of(raw), "，");
  EXPECT_EQ(text.raw_span({8, 10}).of(raw), "ok");
}

TEST(MappedText, WidensASliceToWholeCharacters) {
  const std::string raw = "纳米";
  MappedText text;
  text.append_folded(raw, 0, raw.size());
  EXPECT_EQ(text.raw_span({1, 2}), (Span{0, 3}));
  EXPECT_EQ(text.raw_span({2, 4}), (Span{0, 6}));
  EXPECT_EQ(text.raw_begin(4), 3u);
}

TEST(MappedText, JoinsPiecesAcrossMarkup) {
  const std::string raw = "**华为**的**7纳米**";
  MappedText text;
  text.append_folded(raw, 2, 8);
  text.append_folded(raw, 10, 13);
  text.append_folded(raw, 15, 22);
  EXPECT_EQ(text.text(), "华为的7纳米");
  EXPECT_EQ(text.raw_span({0, 9}).of(raw), "华为**的");
  EXPECT_EQ(text.raw_span({9, 16}).of(raw), "7纳米");
}

TEST(MappedText, MapsLiteralsToWhatTheyStandFor) {
  const std::string raw = "a&amp;b";
  MappedText text;
  text.append_folded(raw, 0, 1);
  text.append_literal("&", 1, 6);
  text.append_folded(raw, 6, 7);
  EXPECT_EQ(text.text(), "a&b");
  EXPECT_EQ(text.raw_span({1, 2}).of(raw), "&amp;");
  EXPECT_EQ(text.raw_span({0, 3}).of(raw), raw);
}

TEST(MappedText, EmptySlicesAreEmpty) {
  const std::string raw = "abc";
  MappedText text;
  EXPECT_EQ(text.raw_span({0, 0}), (Span{0, 0}));
  text.append_folded(raw, 1, 3);
  EXPECT_EQ(text.raw_span({0, 0}), (Span{1, 1}));
  EXPECT_EQ(text.raw_span({2, 2}), (Span{3, 3}));
}

TEST(MappedText, TakesInvalidBytesOneByOne) {
  const std::string raw = "a\xFF\xE7z";
  MappedText text;
  text.append_folded(raw, 0, raw.size());
  EXPECT_EQ(text.text(), "a\xEF\xBF\xBD\xEF\xBF\xBDz");
  EXPECT_EQ(text.raw_span({4, 7}), (Span{2, 3}));
  EXPECT_EQ(text.raw_span({7, 8}), (Span{3, 4}));
}

TEST(DocumentKind, HasAName) {
  EXPECT_EQ(to_string(DocumentKind::Note), "note");
  EXPECT_EQ(to_string(DocumentKind::Record), "record");
}

}  // namespace
}  // namespace assay
