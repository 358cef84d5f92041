// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/unknown_phrases.h"
#include "core/json_file.h"
#include "tests/cli/program.h"

namespace assay {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

// --- counting ---

/// A fact of an unknown subject and a known metric.
Fact fact_of(const std::string& subject, std::size_t line, Dimension dimension) {
  Fact fact;
  fact.subject = {.value = subject, .source = SlotSource::Clause, .known = false};
  fact.metric = {.value = "revenue", .source = SlotSource::Clause, .known = true};
  fact.line = line;
  fact.quantity.unit.dimension = dimension;
  return fact;
}

ReadDocument document_of(const std::string& id, std::vector<Fact> facts) {
  ReadDocument document;
  document.id = id;
  document.facts = std::move(facts);
  return document;
}

TEST(UnknownPhrases, SpellingsOfOnePhraseAreCountedTogether) {
  UnknownPhrases phrases;
  phrases.add(document_of("a.md", {fact_of("SKYLARK", 2, Dimension::Mass),
                                   fact_of("Skylark", 3, Dimension::Duration)}));
  phrases.add(document_of(
      "b.md", {fact_of("Ｓkylark", 1, Dimension::Mass), fact_of("Skylark", 9, Dimension::Mass),
               fact_of("雲雀", 4, Dimension::Mass)}));
  phrases.add(document_of("c.md", {fact_of("云雀", 1, Dimension::Mass)}));
  const std::vector<UnknownPhrase> found = phrases.by_frequency();
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].text, "Skylark");
  EXPECT_EQ(found[0].slot, PhraseSlot::Subject);
  EXPECT_EQ(found[0].count, 4U);
  EXPECT_EQ(found[0].documents, 2U);
  EXPECT_EQ(found[0].document, "a.md");
  EXPECT_EQ(found[0].line, 2U);
  EXPECT_THAT(found[0].dimensions, ElementsAre(Dimension::Mass, Dimension::Duration));
  EXPECT_EQ(found[1].count, 2U);
  EXPECT_EQ(found[1].documents, 2U);
}

TEST(UnknownPhrases, WhatIsKnownOrNoNameIsLeftOut) {
  Fact known = fact_of("TSMC", 1, Dimension::Money);
  known.subject.known = true;
  UnknownPhrases phrases;
  phrases.add(document_of(
      "a.md", {known, fact_of("", 1, Dimension::Money), fact_of("它", 1, Dimension::Money),
               fact_of("x", 1, Dimension::Money), fact_of("2025-11", 1, Dimension::Money)}));
  EXPECT_THAT(phrases.by_frequency(), IsEmpty());
}

TEST(UnknownPhrases, FrequentOnesComeFirstThenThoseOfMoreDocuments) {
  UnknownPhrases phrases;
  phrases.add(document_of(
      "a.md", {fact_of("Merlin", 1, Dimension::Mass), fact_of("Merlin", 2, Dimension::Mass),
               fact_of("Kestrel", 3, Dimension::Mass)}));
  phrases.add(document_of(
      "b.md", {fact_of("Kestrel", 1, Dimension::Mass), fact_of("Heron", 2, Dimension::Mass)}));
  std::vector<std::string> order;
  for (const UnknownPhrase& phrase : phrases.by_frequency()) order.push_back(phrase.text);
  EXPECT_THAT(order, ElementsAre("Kestrel", "Merlin", "Heron"));
}

// --- the command ---

class LexiconCommand : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    write("notes/a.md", "| company | gross margin |\n|---|---|\n| Zephyrix | 40% |\n");
    write("notes/b.md", "# Margins\n\n| 公司 | 毛利率 |\n|---|---|\n| ZEPHYRIX | 41% |\n");
  }
};

TEST_F(LexiconCommand, ListsWhatTheVocabularyLacks) {
  const Outcome run = assay({"lexicon", "suggest", "notes"});
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(run.lines().at(0), StartsWith("Count  Documents  As"));
  EXPECT_THAT(run.output, HasSubstr("    2          2  Subject  ZEPHYRIX"));
  EXPECT_THAT(run.output, HasSubstr("ratio       notes/a.md:3\n"));
}

TEST_F(LexiconCommand, PrintsAnObjectOnEachLine) {
  const Outcome run = assay({"lexicon", "suggest", "notes", "--format", "jsonl"});
  EXPECT_THAT(run.output, HasSubstr(R"({"slot":"subject","phrase":"ZEPHYRIX","count":2,)"
                                    R"("documents":2,"document":"notes/a.md","line":3,)"
                                    R"("dimensions":["ratio"]})"));
}

TEST_F(LexiconCommand, ItsRecordsMakeTheWordsKnown) {
  const Outcome run = assay({"lexicon", "suggest", "notes", "--format", "json"});
  ASSERT_TRUE(parse_json(run.output, "suggested.json")) << run.output;
  const std::size_t split = run.output.find(",\"metrics\":");
  ASSERT_NE(split, std::string::npos);
  const std::string head = R"({"entities":)";
  write("words/entities.json", run.output.substr(head.size(), split - head.size()));
  const std::string metrics = run.output.substr(run.output.find('[', split));
  write("words/metrics.json", metrics.substr(0, metrics.rfind('}')));
  const Outcome again = assay({"lexicon", "suggest", "notes", "--lexicon", "words"});
  EXPECT_EQ(again.status, 0) << again.errors;
  EXPECT_EQ(again.output, "The vocabulary knows every subject and metric.\n");
}

TEST_F(LexiconCommand, WrongUsageIsSaid) {
  EXPECT_THAT(assay({"lexicon"}).errors, HasSubstr("suggest PATH is missing"));
  EXPECT_EQ(assay({"lexicon", "suggest"}).status, 2);
  const Outcome unknown = assay({"lexicon", "sugest", "notes"});
  EXPECT_EQ(unknown.status, 2);
  EXPECT_THAT(unknown.errors, HasSubstr(R"((did you mean "suggest"?))"));
  const Outcome absent = assay({"lexicon", "suggest", "notes", "absent.md"});
  EXPECT_EQ(absent.status, 2);
  EXPECT_THAT(absent.output, HasSubstr("ZEPHYRIX"));
}

}  // namespace
}  // namespace assay
