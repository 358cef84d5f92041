// SPDX-License-Identifier: MIT
#include "reports/display_width.h"

#include <gtest/gtest.h>

#include "core/utf8.h"

namespace assay {
namespace {

TEST(DisplayWidth, CountsTheCellsOfATerminal) {
  struct Row {
    std::string text;
    std::size_t width;
    const char* why;
  };
  const std::vector<Row> rows = {
      {"", 0, "nothing"},
      {"50%", 3, "ASCII"},
      {"份额", 4, "Han characters are wide"},
      {"５０％", 6, "full-width forms are wide"},
      {"ｶﾅ", 2, "half-width katakana are narrow"},
      {"、。「」", 8, "CJK punctuation is wide"},
      {"—…·±", 4, "ambiguous characters count as narrow"},
      {"e\xCC\x81", 1, "a combining accent takes no cell"},
      {"\xE0\xB9\x81\xE0\xB8\x81\xE0\xB9\x89", 2, "Thai: a vowel, a consonant, a tone mark"},
      {"각", 2, "a Hangul syllable"},
      {"\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8", 2, "the same syllable letter by letter"},
      {"😀", 2, "an emoji"},
      {"👩‍👩‍👧", 2, "a family is one picture of several code points"},
      {"👍🏽", 2, "a skin tone attaches to the hand"},
      {"✈", 1, "a symbol shown as text"},
      {"✈️", 2, "the same symbol shown as a picture"},
      {"🇨🇳", 2, "a flag of two letters"},
      {"a\tb", 2 + kTabWidth, "a tab has a fixed width"},
      {"a\x1b[31m", 6, "an escape is seen, not obeyed"},
      {"\xE2\x80\x8B", 0, "a zero-width space"},
      {"\xFF", 1, "a byte that is not UTF-8"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(display_width(row.text), row.width) << row.why << ": " << row.text;
  }
}

TEST(DisplayWidth, IsTheSumOverClustersFromEitherSide) {
  const std::string text = "A份e\xCC\x81👩‍👩‍👧✈️ｶ\t5\xFF末";
  std::vector<std::size_t> forward = {0};
  while (forward.back() < text.size()) forward.push_back(next_cluster(text, forward.back()).end);
  EXPECT_EQ(forward.back(), text.size());
  std::vector<std::size_t> backward = {text.size()};
  while (backward.back() > 0) backward.push_back(previous_cluster(text, backward.back()));
  EXPECT_EQ(std::vector<std::size_t>(backward.rbegin(), backward.rend()), forward);
}

TEST(Printable, LetsNothingThroughThatSteersTheTerminal) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"plain 份额 😀", "plain 份额 😀"},
      {"a\tb", "a    b"},
      {"\x1b[31mred", "�[31mred"},
      {"bell\x07", "bell�"},
      {"two\nlines\r", "two�lines�"},
      {"\xC2\x9B"
       "31m",
       "�31m"},  // CSI as one code point
      {"\xE2\x80\xAE"
       "50%",
       "�50%"},                              // right-to-left override
      {"\xE2\x81\xA6x\xE2\x81\xA9", "�x�"},  // isolates
      {"\xE2\x80\xA8", "�"},                 // line separator
      {"\xFF\xFE", "��"},
  };
  for (const auto& [text, shown] : rows) {
    EXPECT_EQ(printable(text), shown);
    EXPECT_EQ(display_width(printable(text)), display_width(text)) << text;
  }
}

}  // namespace
}  // namespace assay
