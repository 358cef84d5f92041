// SPDX-License-Identifier: MIT
#include "facts/suppression.h"

#include <gmock/gmock.h>

#include "facts/extract.h"
#include "facts/reader.h"

namespace assay {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// "rule,rule: reason @ first-last" of each mark, and the complaints behind it.
std::vector<std::string> marks_of(std::string_view raw) {
  const Suppressions found = find_suppressions(raw);
  std::vector<std::string> marks;
  for (const Suppression& each : found.accepted) {
    std::string text;
    for (const std::string& rule : each.rules) text += (text.empty() ? "" : ",") + rule;
    const std::string last =
        each.last_line == static_cast<std::size_t>(-1) ? "end" : std::to_string(each.last_line);
    marks.push_back(text + ": " + each.reason + " @ " + std::to_string(each.first_line) + "-" +
                    last);
  }
  for (const SuppressionMistake& mistake : found.mistakes)
    marks.push_back(std::to_string(mistake.line) + " " + mistake.message);
  return marks;
}

TEST(Suppression, MarkBehindTextIsForItsLine) {
  EXPECT_THAT(marks_of("one\ntwo 5% <!-- assay-ignore value-conflict: two ways of counting -->\n"),
              ElementsAre("value-conflict: two ways of counting @ 2-2"));
  EXPECT_THAT(marks_of("份额50%。[assay-ignore value-conflict：口径不同]"),
              ElementsAre("value-conflict: 口径不同 @ 1-1"));
}

TEST(Suppression, MarkAloneIsForTheNextLineWithText) {
  EXPECT_THAT(marks_of("<!-- assay-ignore a, b: why -->\n\n5%\n6%\n"),
              ElementsAre("a,b: why @ 3-3"));
  EXPECT_THAT(marks_of("[assay-ignore a: why]\n[assay-ignore b: because]\n5%\n"),
              ElementsAre("a: why @ 3-3", "b: because @ 3-3"));
  EXPECT_THAT(marks_of("<!-- assay-ignore a:\n  a long\n  reason -->\n5%\n"),
              ElementsAre("a: a long\n  reason @ 4-4"));
}

TEST(Suppression, MarkAtTheEndIsForNothing) {
  EXPECT_THAT(marks_of("5%\n<!-- assay-ignore a: why -->\n"), IsEmpty());
}

TEST(Suppression, RangeAndFile) {
  EXPECT_THAT(
      marks_of("1\n<!-- assay-ignore-begin a: why -->\n2\n3\n<!-- assay-ignore-end -->\n4\n"),
      ElementsAre("a: why @ 2-5"));
  EXPECT_THAT(marks_of("<!-- assay-ignore-file a: why -->\n"), ElementsAre("a: why @ 1-end"));
}

TEST(Suppression, WhatIsNotUnderstoodAcceptsNothing) {
  const auto only = [](std::string_view raw) {
    const std::vector<std::string> marks = marks_of(raw);
    return marks.size() == 1 ? marks.front() : std::to_string(marks.size()) + " marks";
  };
  EXPECT_THAT(only("x <!-- assay-ignore a -->"), HasSubstr("1 assay-ignore gives no reason"));
  EXPECT_THAT(only("\nx <!-- assay-ignore a: -->"), HasSubstr("2 assay-ignore gives no reason"));
  EXPECT_THAT(only("x <!-- assay-ignore : why -->"), HasSubstr("names no rule"));
  EXPECT_THAT(only("x <!-- assay-ignore-fle a: why -->"), HasSubstr("did you mean \"file\""));
  EXPECT_THAT(only("<!-- assay-ignore-begin a: why -->\nx"), HasSubstr("is never ended"));
  EXPECT_THAT(only("<!-- assay-ignore-end -->\nx"), HasSubstr("ends nothing"));
}

TEST(Suppression, ExamplesAndOtherWordsAreNoMarks) {
  EXPECT_THAT(marks_of("```\n<!-- assay-ignore a: why -->\n```\n5%\n"), IsEmpty());
  EXPECT_THAT(marks_of("write `<!-- assay-ignore a: why -->` there"), IsEmpty());
  EXPECT_THAT(marks_of("[assay-ignored a: why] <!-- assay-ignore a: why"), IsEmpty());
  EXPECT_THAT(marks_of("assay-ignore a: why"), IsEmpty());
  EXPECT_THAT(marks_of("[assay-ignore a: why\n] 5%"), IsEmpty());
}

TEST(Suppression, ManyThatAreNotClosedCostLittle) {
  std::string raw;
  for (int i = 0; i < 20000; ++i) raw += "<!-- assay-ignore ";
  EXPECT_THAT(marks_of(raw), IsEmpty());
}

/// The quantities that a text has, as they stand in it.
std::vector<std::string> quantities(const std::string& name, const std::string& text) {
  static const Knowledge knowledge = std::move(*Knowledge::load());
  const Result<Document> document = read_text(name, text);
  std::vector<std::string> texts;
  if (document)
    for (const Fact& fact : extract(*document, knowledge).facts) texts.push_back(fact.text);
  return texts;
}

TEST(Suppression, MarksAreNoTextInAnyFormat) {
  const std::string comment = "<!-- assay-ignore value-conflict: 30% is another 40 GW count -->";
  const std::string bracket = "[assay-ignore value-conflict: 30% is another 40 GW count]";
  for (const std::string& mark : {comment, bracket}) {
    for (const std::string name : {"a.md", "a.txt", "a.html", "a.srt"}) {
      EXPECT_THAT(quantities(name, "The share of TSMC was 55% in 2025. " + mark + "\n"),
                  ElementsAre("55%"))
          << name << " " << mark;
      EXPECT_THAT(quantities(name, mark + "\nThe share of TSMC was 55% in 2025.\n"),
                  ElementsAre("55%"))
          << name << " " << mark;
    }
  }
}

TEST(Suppression, MarkLeavesItsSentenceAsItWas) {
  const Result<Document> plain = read_text("a.md", "毛利率为45%，净利率为20%。\n");
  const Result<Document> marked =
      read_text("a.md", "毛利率为45%，[assay-ignore table-sum: 无]净利率为20%。\n");
  ASSERT_TRUE(plain && marked);
  ASSERT_THAT(plain->blocks, SizeIs(1));
  ASSERT_THAT(marked->blocks, SizeIs(1));
  EXPECT_EQ(marked->blocks[0].text.text(), plain->blocks[0].text.text());
}

}  // namespace
}  // namespace assay
