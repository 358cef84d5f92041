// SPDX-License-Identifier: MIT
#include "core/utf8.h"

#include <gtest/gtest.h>

#include <random>

namespace assay {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

std::string encode(char32_t value) {
  std::string text;
  append_utf8(text, value);
  return text;
}

bool is_scalar(char32_t value) { return value < 0xD800 || (value > 0xDFFF && value <= 0x10FFFF); }

TEST(Utf8, EveryCodePointSurvivesTheRoundTrip) {
  for (char32_t value = 0; value <= 0x10FFFF; ++value) {
    if (!is_scalar(value)) continue;
    const std::string text = encode(value);
    const CodePoint read = decode(text, 0);
    ASSERT_EQ(read.value, value);
    ASSERT_EQ(read.length, text.size());
    ASSERT_EQ(previous(text, text.size()), 0U);
    ASSERT_EQ(find_invalid_utf8(text), kNone);
  }
}

TEST(Utf8, InvalidBytesAreFoundWhereTheyStand) {
  struct Row {
    std::string_view text;
    std::size_t invalid;
    const char* why;
  };
  const Row rows[] = {
      {"", kNone, "nothing is well-formed"},
      {"7\xE7\xBA\xB3\xE7\xB1\xB3", kNone, "7 and two Han characters"},
      {"ab\x80", 2, "a continuation byte alone"},
      {"a\xC3", 1, "cut after the lead byte"},
      {"a\xE7\xBA", 1, "cut before the last byte"},
      {"a\xF0\x9F\x98", 1, "cut before the last of four"},
      {"\xC0\xAF", 0, "overlong stroke in two bytes"},
      {"\xC1\xBF", 0, "overlong in two bytes"},
      {"\xE0\x80\xAF", 0, "overlong in three bytes"},
      {"\xF0\x80\x80\xAF", 0, "overlong in four bytes"},
      {"\xED\xA0\x80", 0, "a surrogate"},
      {"\xF4\x90\x80\x80", 0, "above the last code point"},
      {"\xF5\x80\x80\x80", 0, "no such lead byte"},
      {"\xFF", 0, "no such byte"},
      {"\xE7\xBA\xB3\xE7\x41", 3, "a letter instead of a continuation"},
      {"\xEF\xBF\xBD", kNone, "the replacement character itself is fine"},
  };
  for (const Row& row : rows) EXPECT_EQ(find_invalid_utf8(row.text), row.invalid) << row.why;
}

/// Bytes that often look like the beginnings of something.
std::string random_bytes(std::mt19937& random) {
  static constexpr unsigned char kBytes[] = {'a',  '7',  0x80, 0xBF, 0xC3, 0xA9, 0xE4, 0xB8,
                                             0xAD, 0xED, 0xA0, 0xF0, 0x9F, 0x98, 0xF4, 0xFF};
  std::string text(std::uniform_int_distribution<std::size_t>(1, 12)(random), ' ');
  for (char& c : text)
    c = static_cast<char>(kBytes[std::uniform_int_distribution<std::size_t>(0, 15)(random)]);
  return text;
}

TEST(Utf8, StepsBackTheWayItCame) {
  std::mt19937 random(42);
  for (int i = 0; i < 50000; ++i) {
    const std::string text = random_bytes(random);
    std::vector<std::size_t> starts;
    for (std::size_t at = 0; at < text.size(); at += decode(text, at).length) starts.push_back(at);
    ASSERT_EQ(count_code_points(text), starts.size());
    std::size_t at = text.size();
    for (auto start = starts.rbegin(); start != starts.rend(); ++start) {
      at = previous(text, at);
      ASSERT_EQ(at, *start) << testing::PrintToString(text);
    }
  }
}

TEST(Utf8, InvalidBytesDecodeAsOneReplacementEach) {
  const std::string_view text = "\xE7\xBA\x41";
  EXPECT_EQ(decode(text, 0).value, 0xFFFDU);
  EXPECT_EQ(decode(text, 0).length, 1U);
  EXPECT_EQ(decode(text, 1).value, 0xFFFDU);
  EXPECT_EQ(decode(text, 2).value, U'A');
  EXPECT_EQ(count_code_points(text), 3U);
}

TEST(Utf8, KindsOfCharacters) {
  for (const char32_t c : {U'中', U'纳', U'〇', U'㐀', U'豈', U'𠮷'}) EXPECT_TRUE(is_han(c));
  for (const char32_t c : {U'a', U'7', U'。', U'あ', U'한', U'％', U'Ａ'}) EXPECT_FALSE(is_han(c));
  for (const char32_t c : {U' ', U'\t', U'\n', U'\u00A0', U'\u3000', U'\u2009', U'\u202F'})
    EXPECT_TRUE(is_space(c));
  for (const char32_t c : {U'a', U'_', U'·', U'\u2010', U'\u3001'}) EXPECT_FALSE(is_space(c));
  EXPECT_TRUE(is_ascii_digit(U'0') && is_ascii_digit(U'9'));
  EXPECT_FALSE(is_ascii_digit(U'/') || is_ascii_digit(U':') || is_ascii_digit(U'７'));
  EXPECT_TRUE(is_ascii_letter(U'a') && is_ascii_letter(U'Z'));
  EXPECT_FALSE(is_ascii_letter(U'@') || is_ascii_letter(U'[') || is_ascii_letter(U'é'));
}

TEST(Utf8, LowerCaseIsForAsciiOnly) {
  EXPECT_EQ(to_ascii_lower("TFLOPS/mm²"), "tflops/mm²");
  EXPECT_EQ(to_ascii_lower("Ä@[`{"), "Ä@[`{");
  EXPECT_EQ(to_ascii_lower(""), "");
}

TEST(Utf8, StartsWithLoweredIgnoresTheCaseOfTheTextOnly) {
  EXPECT_TRUE(starts_with_lowered("Per Day", "per "));
  EXPECT_TRUE(starts_with_lowered("x", ""));
  EXPECT_FALSE(starts_with_lowered("pe", "per"));
  EXPECT_FALSE(starts_with_lowered("per", "Per"));
}

TEST(LineIndex, CountsLinesAndCodePointsFromOne) {
  const std::string_view text = "# 标题\n价格：5元\n\nlast";
  const LineIndex index(text);
  struct Row {
    std::size_t offset;
    std::size_t line;
    std::size_t column;
  };
  const Row rows[] = {{0, 1, 1},  {2, 1, 3},  {5, 1, 4},  {8, 1, 5},  {9, 2, 1},  {18, 2, 4},
                      {19, 2, 5}, {23, 3, 1}, {24, 4, 1}, {28, 4, 5}, {999, 4, 5}};
  for (const Row& row : rows) {
    EXPECT_EQ(index.locate(row.offset).line, row.line) << row.offset;
    EXPECT_EQ(index.locate(row.offset).column, row.column) << row.offset;
  }
}

TEST(LineIndex, AgreesWithCountingByHand) {
  std::mt19937 random(7);
  for (int i = 0; i < 2000; ++i) {
    std::string text =
        random_bytes(random) + "\n" + random_bytes(random) + "\r\n\n" + random_bytes(random);
    const LineIndex index(text);
    std::size_t line = 1;
    std::size_t column = 1;
    for (std::size_t at = 0; at < text.size();) {
      ASSERT_EQ(index.locate(at).line, line);
      ASSERT_EQ(index.locate(at).column, column);
      const bool line_break = text[at] == '\n';
      at += decode(text, at).length;
      line += line_break ? 1 : 0;
      column = line_break ? 1 : column + 1;
    }
  }
}

TEST(LineCursor, AgreesWithTheIndexWhereverItIsSentNext) {
  std::mt19937 random(11);
  for (int i = 0; i < 200; ++i) {
    std::string text = random_bytes(random) + "\n" + random_bytes(random) + "价格：5元\n";
    std::vector<std::size_t> offsets;
    for (std::size_t at = 0; at < text.size(); at += decode(text, at).length) offsets.push_back(at);
    const LineIndex index(text);
    LineCursor cursor(text);
    for (int step = 0; step < 50; ++step) {
      const std::size_t offset = offsets[random() % offsets.size()];
      const LineColumn place = cursor.locate(offset);
      ASSERT_EQ(place.line, index.locate(offset).line);
      ASSERT_EQ(place.column, index.locate(offset).column);
    }
    EXPECT_EQ(cursor.locate(text.size() + 9).line, index.locate(text.size()).line);
  }
}

TEST(LineIndex, GivesTheTextOfALine) {
  const std::string_view text = "one\r\ntwo\n\nfour";
  const LineIndex index(text);
  EXPECT_EQ(index.line_text(1), "one");
  EXPECT_EQ(index.line_text(2), "two");
  EXPECT_EQ(index.line_text(3), "");
  EXPECT_EQ(index.line_text(4), "four");
  EXPECT_EQ(index.line_text(0), "");
  EXPECT_EQ(index.line_text(5), "");
  EXPECT_EQ(index.line_start(1), 0U);
  EXPECT_EQ(index.line_start(2), 5U);
  EXPECT_EQ(index.line_start(5), text.size());
  EXPECT_EQ(LineIndex("").line_text(1), "");
  EXPECT_EQ(LineIndex("").locate(0).line, 1U);
}

}  // namespace
}  // namespace assay
