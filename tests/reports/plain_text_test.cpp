// SPDX-License-Identifier: MIT
#include "reports/plain_text.h"

#include <gtest/gtest.h>

#include "core/utf8.h"

namespace assay {
namespace {

TEST(PlainText, IsOneLine) {
  EXPECT_EQ(one_line("a\nb\r\nc\td"), "a b  c d");
  EXPECT_EQ(one_line(""), "");
}

TEST(PlainText, HoldsNothingThatXmlForbidsOrThatSteers) {
  EXPECT_EQ(one_line("\x01\x1b[1m"), "\uFFFD\uFFFD[1m");
  EXPECT_EQ(one_line("\uFFFE\uFFFF"), "\uFFFD\uFFFD");
  EXPECT_EQ(one_line("\u202Ea\u2066"), "\uFFFDa\uFFFD");
  EXPECT_EQ(one_line("\xFF"), "\uFFFD");
}

TEST(PlainText, IsCutBetweenCharacters) {
  EXPECT_EQ(one_line("份额为", 2), "份额…");
  EXPECT_EQ(one_line("份额为", 3), "份额为");
  const std::string line = one_line(std::string(1'000'000, 'x'));
  EXPECT_EQ(count_code_points(line), kMostCharacters + 1);
}

TEST(PlainText, QuotesTheSurroundingsOfANumber) {
  Fact fact;
  fact.document = "a.txt";
  fact.text = "50%";
  const std::string raw = std::string(1'000'000, '.') + "50%" + std::string(1'000'000, '.');
  fact.mention = {1'000'000, 1'000'003};
  SourceTexts sources;
  sources.add("a.txt", raw);
  const std::string quoted = quote(fact, sources);
  EXPECT_LT(quoted.size(), 200U);
  EXPECT_NE(quoted.find(".50%."), std::string::npos);
}

}  // namespace
}  // namespace assay
