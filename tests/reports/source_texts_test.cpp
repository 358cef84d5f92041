// SPDX-License-Identifier: MIT
#include "reports/source_texts.h"

#include <gtest/gtest.h>

namespace assay {
namespace {

const std::string kRaw = "first line\r\n份额为 50%，\nlast 7";

Fact fact_at(const std::string& text, std::size_t begin) {
  Fact fact;
  fact.document = "a.md";
  fact.text = text;
  fact.mention = {begin, begin + text.size()};
  fact.sentence = "the sentence says " + text;
  return fact;
}

SourceTexts with_document() {
  SourceTexts sources;
  sources.add("a.md", kRaw);
  return sources;
}

TEST(SourceTexts, ShowsTheLineThatWasTyped) {
  const SourceTexts sources = with_document();
  const SourceLine line = sources.line_of(fact_at("50%", kRaw.find("50%")));
  EXPECT_EQ(line.text, "份额为 50%，");
  EXPECT_EQ(line.mark.of(line.text), "50%");
  EXPECT_TRUE(line.verbatim);
}

TEST(SourceTexts, KnowsTheFirstAndTheLastLine) {
  const SourceTexts sources = with_document();
  EXPECT_EQ(sources.line_of(fact_at("first", 0)).text, "first line");
  EXPECT_EQ(sources.line_of(fact_at("7", kRaw.size() - 1)).text, "last 7");
}

TEST(SourceTexts, CutsAMentionThatGoesOnOnTheNextLine) {
  const SourceTexts sources = with_document();
  const std::size_t begin = kRaw.find("line");
  const SourceLine line = sources.line_of(fact_at(kRaw.substr(begin, 10), begin));
  EXPECT_EQ(line.text, "first line");
  EXPECT_EQ(line.mark.of(line.text), "line");
}

TEST(SourceTexts, FallsBackToTheSentence) {
  const SourceTexts sources = with_document();
  Fact elsewhere = fact_at("50%", kRaw.find("50%"));
  elsewhere.document = "b.md";
  const Fact moved = fact_at("50%", 0);
  const Fact behind_the_end = fact_at("50%", kRaw.size() - 1);
  for (const Fact& fact : {elsewhere, moved, behind_the_end}) {
    const SourceLine line = sources.line_of(fact);
    EXPECT_FALSE(line.verbatim);
    EXPECT_EQ(line.text, "the sentence says 50%");
    EXPECT_EQ(line.mark.of(line.text), "50%");
  }
}

TEST(SourceTexts, ALaterTextReplacesTheEarlierOne) {
  SourceTexts sources = with_document();
  sources.add("a.md", "new");
  EXPECT_EQ(*sources.find("a.md"), "new");
  EXPECT_EQ(sources.find("b.md"), nullptr);
}

TEST(MentionInSentence, PrefersThePlaceThatTheFactNames) {
  Fact fact = fact_at("50%", 0);
  fact.sentence = "not 50% but 50%";
  EXPECT_EQ(mention_in_sentence(fact), (Span{4, 7}));
  fact.in_sentence = {12, 15};
  EXPECT_EQ(mention_in_sentence(fact), (Span{12, 15}));
  fact.in_sentence = {12, 99};  // of another sentence: not to be trusted
  EXPECT_EQ(mention_in_sentence(fact), (Span{4, 7}));
  fact.text = "５０％";
  EXPECT_TRUE(mention_in_sentence(fact).empty());
}

}  // namespace
}  // namespace assay
