// SPDX-License-Identifier: MIT
#include "reports/excerpt.h"

#include <gtest/gtest.h>

#include <array>

#include "core/utf8.h"
#include "reports/display_width.h"

namespace assay {
namespace {

Span find(const std::string& line, const std::string& number) {
  const std::size_t at = line.find(number);
  return {at, at + number.size()};
}

/// The cells of a shown text that a mark covers, as text again. Only for texts without wide
/// characters that straddle the mark's ends.
std::string marked_text(const Excerpt& excerpt, Cells mark) {
  std::string marked;
  std::size_t cell = 0;
  for (std::size_t at = 0; at < excerpt.text.size();) {
    const Cluster cluster = next_cluster(excerpt.text, at);
    if (cell >= mark.start && cell < mark.start + mark.width) {
      marked += excerpt.text.substr(at, cluster.end - at);
    }
    cell += cluster.width;
    at = cluster.end;
  }
  return marked;
}

TEST(Excerpt, PutsTheMarkUnderTheNumber) {
  struct Row {
    std::string line;
    std::string number;
    Cells mark;
  };
  const std::vector<Row> rows = {
      {"share of 50% now", "50%", {9, 3}},
      {"份额为50%。", "50%", {6, 3}},
      {"份额只有个位数", "个位数", {8, 6}},
      {"份额为５０％。", "５０％", {6, 6}},
      {"\tshare 50%", "50%", {kTabWidth + 6, 3}},
      {"cafe\xCC\x81 sold 12", "12", {10, 2}},
      {"😀👩‍👩‍👧 +30%", "30%", {6, 3}},
      {"\x1b[1m80%", "80%", {4, 3}},
      {"95%", "95%", {0, 3}},
  };
  for (const Row& row : rows) {
    const std::array marks = {find(row.line, row.number)};
    const Excerpt excerpt = make_excerpt(row.line, marks, 80);
    EXPECT_EQ(excerpt.text, printable(row.line));
    ASSERT_EQ(excerpt.marks.size(), 1U);
    EXPECT_EQ(excerpt.marks[0], row.mark) << row.line;
    EXPECT_EQ(marked_text(excerpt, excerpt.marks[0]), row.number);
  }
}

TEST(Excerpt, ShortensLongLinesAroundTheNumber) {
  std::string before;
  std::string after;
  for (int i = 0; i < 5000; ++i) before += "前文", after += "words ";
  const std::string line = before + "占比50%，" + after;
  const std::array marks = {find(line, "50%")};
  for (const std::size_t width : {20, 21, 40, 79, 80, 120}) {
    const Excerpt excerpt = make_excerpt(line, marks, width);
    EXPECT_LE(display_width(excerpt.text), width);
    EXPECT_GE(display_width(excerpt.text), width - 3) << "the room is used";
    EXPECT_TRUE(excerpt.text.starts_with("…"));
    EXPECT_TRUE(excerpt.text.ends_with("…"));
    EXPECT_EQ(marked_text(excerpt, excerpt.marks[0]), "50%");
    EXPECT_EQ(find_invalid_utf8(excerpt.text), std::string::npos);
  }
}

TEST(Excerpt, CutsOnlyTheEndThatIsTooLong) {
  const std::string tail(300, 'x');
  const std::string line = "50% " + tail;
  const std::array at_start = {Span{0, 3}};
  const Excerpt excerpt = make_excerpt(line, at_start, 40);
  EXPECT_FALSE(excerpt.text.starts_with("…"));
  EXPECT_TRUE(excerpt.text.ends_with("…"));
  EXPECT_EQ(excerpt.marks[0], (Cells{0, 3}));

  const std::string mirrored = tail + " 50%";
  const std::array at_end = {find(mirrored, "50%")};
  const Excerpt other = make_excerpt(mirrored, at_end, 40);
  EXPECT_TRUE(other.text.starts_with("…"));
  EXPECT_FALSE(other.text.ends_with("…"));
  EXPECT_EQ(marked_text(other, other.marks[0]), "50%");
}

TEST(Excerpt, ALineThatJustFitsIsNotCut) {
  const std::string line = std::string(77, 'x') + "50%";
  const std::array marks = {Span{77, 80}};
  EXPECT_EQ(make_excerpt(line, marks, 80).text, line);
  EXPECT_NE(make_excerpt(line, marks, 79).text, line);
}

TEST(Excerpt, NeverCutsInsideACharacter) {
  std::string line;
  for (int i = 0; i < 60; ++i) line += "e\xCC\x81👩‍👩‍👧";
  line += "50%";
  for (int i = 0; i < 60; ++i) line += "👍🏽\xE0\xB8\x81\xE0\xB9\x89";
  const std::array marks = {find(line, "50%")};
  for (std::size_t width = 10; width < 60; ++width) {
    const Excerpt excerpt = make_excerpt(line, marks, width);
    EXPECT_LE(display_width(excerpt.text), width);
    // A joiner or an accent at the very start would be the rest of a character that was cut.
    const char32_t first = decode(excerpt.text, 3).value;
    EXPECT_TRUE(first == U'e' || first == U'👩') << width;
    EXPECT_EQ(marked_text(excerpt, excerpt.marks[0]), "50%") << width;
  }
}

TEST(Excerpt, ShowsSeveralMarksWhenTheyFit) {
  const std::string line = "从 95% 降至 50%";
  const std::array marks = {find(line, "95%"), find(line, "50%")};
  const Excerpt excerpt = make_excerpt(line, marks, 80);
  EXPECT_EQ(excerpt.marks[0], (Cells{3, 3}));
  EXPECT_EQ(excerpt.marks[1], (Cells{12, 3}));
}

TEST(Excerpt, LeavesOutMarksThatAreTooFarAway) {
  const std::string line = "95%" + std::string(500, '.') + "50%";
  const std::array marks = {find(line, "95%"), find(line, "50%")};
  const Excerpt excerpt = make_excerpt(line, marks, 60);
  EXPECT_EQ(excerpt.marks[0], (Cells{0, 3}));
  EXPECT_EQ(excerpt.marks[1].width, 0U);
}

TEST(Excerpt, AnEmptyMarkMarksNothing) {
  const std::array marks = {Span{}};
  const Excerpt excerpt = make_excerpt("no place is known", marks, 80);
  EXPECT_EQ(excerpt.text, "no place is known");
  EXPECT_EQ(excerpt.marks[0].width, 0U);
}

TEST(Excerpt, AMarkWiderThanTheRoomIsShownWhole) {
  const std::string number(50, '9');
  const std::array marks = {Span{3, 53}};
  const Excerpt excerpt = make_excerpt("abc" + number + "def", marks, 20);
  EXPECT_NE(excerpt.text.find(number), std::string::npos);
}

}  // namespace
}  // namespace assay
