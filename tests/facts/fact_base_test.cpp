// SPDX-License-Identifier: MIT
#include "facts/fact_base.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>

#include "facts/fact_json.h"
#include "tests/facts/fact_base_samples.h"

namespace assay {
namespace {

TEST_F(FactBaseTest, GivesADocumentBackAsItWasPut) {
  ReadDocument document = make_document("notes/甲.md", 3, 50);
  document.facts[1].quantity.stated = Interval::at_least(5e11);
  document.facts[1].period.reset();
  document.skipped.add(SkipReason::Code, 3);
  document.links.push_back({.kind = LinkKind::Change, .first = 0, .second = 1, .third = 2});
  FactBase base = open_for_writing(path());
  put(base, document, "h1");

  const Result<ReadDocument> loaded = base.load("notes/甲.md");
  ASSERT_TRUE(loaded) << loaded.error().to_string();
  EXPECT_EQ(loaded->title, document.title);
  EXPECT_EQ(loaded->source, document.source);
  EXPECT_EQ(loaded->kind, document.kind);
  EXPECT_EQ(loaded->date, document.date);
  EXPECT_EQ(loaded->notes, document.notes);
  EXPECT_EQ(loaded->skipped, document.skipped);
  ASSERT_EQ(loaded->facts.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) {
    std::string expected;
    std::string found;
    append_fact_json(document.facts[i], expected);
    append_fact_json(loaded->facts[i], found);
    EXPECT_EQ(found, expected);
  }
  ASSERT_EQ(loaded->links.size(), 2U);
  EXPECT_EQ(loaded->links[0].kind, LinkKind::Complement);
  EXPECT_EQ(loaded->links[0].third, kNoFact);
  EXPECT_EQ(loaded->links[1].kind, LinkKind::Change);
  EXPECT_EQ(loaded->links[1].third, 2U);
}

TEST_F(FactBaseTest, KeepsADocumentWithNothingInIt) {
  FactBase base = open_for_writing(path());
  put(base, {.id = "empty"}, "");
  const Result<ReadDocument> loaded = base.load("empty");
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->date, std::nullopt);
  EXPECT_TRUE(loaded->facts.empty());
  EXPECT_TRUE(loaded->links.empty());
  EXPECT_TRUE(loaded->notes.empty());
  EXPECT_TRUE(loaded->skipped.none());
}

TEST_F(FactBaseTest, KeepsAnIdThatIsNoUtf8) {
  const std::string id = "caf\xe9\xff.md";
  FactBase base = open_for_writing(path());
  put(base, make_document(id, 1, 1), "h");
  const Result<ReadDocument> loaded = base.load(id);
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->facts[0].document, id);
}

TEST_F(FactBaseTest, AnUnchangedDocumentIsNotWritten) {
  FactBase base = open_for_writing(path());
  put(base, make_document("a", 2, 50), "h1");
  const auto written = std::filesystem::last_write_time(path());

  EXPECT_TRUE(*base.has("a", "h1"));
  EXPECT_FALSE(*base.has("a", "h2"));
  EXPECT_FALSE(*base.has("b", "h1"));
  const Result<bool> changed = base.put(make_document("a", 9, 7), "h1");
  ASSERT_TRUE(changed);
  EXPECT_FALSE(*changed);
  EXPECT_EQ(std::filesystem::last_write_time(path()), written);
  EXPECT_EQ(base.load("a")->facts.size(), 2U);
}

TEST_F(FactBaseTest, AChangedDocumentReplacesTheOldOne) {
  FactBase base = open_for_writing(path());
  put(base, make_document("a", 5, 50), "h1");
  put(base, make_document("b", 1, 50), "h1");
  put(base, make_document("a", 2, 60), "h2");

  const Result<std::vector<DocumentRow>> rows = base.documents();
  ASSERT_TRUE(rows);
  ASSERT_EQ(rows->size(), 2U);
  EXPECT_EQ((*rows)[0].id, "a");
  EXPECT_EQ((*rows)[0].content_hash, "h2");
  EXPECT_EQ((*rows)[0].facts, 2U);
  EXPECT_EQ(base.find("NVIDIA", "")->size(), 3U) << "no fact of the old document is left";
}

TEST_F(FactBaseTest, DocumentsComeInTheOrderOfTheirIds) {
  FactBase base = open_for_writing(path());
  for (const char* id : {"c", "a", "b"}) put(base, make_document(id, 1, 1), "h");
  const Result<std::vector<ReadDocument>> all = base.load_all();
  ASSERT_TRUE(all);
  ASSERT_EQ(all->size(), 3U);
  EXPECT_EQ((*all)[0].id, "a");
  EXPECT_EQ((*all)[1].id, "b");
  EXPECT_EQ((*all)[2].id, "c");
}

TEST_F(FactBaseTest, RemovesADocumentWithItsFacts) {
  FactBase base = open_for_writing(path());
  put(base, make_document("a", 2, 1), "h");
  put(base, make_document("b", 1, 1), "h");
  EXPECT_TRUE(*base.remove("a"));
  EXPECT_FALSE(*base.remove("a"));
  EXPECT_FALSE(base.load("a"));
  EXPECT_EQ(base.find("", "")->size(), 1U);
  EXPECT_TRUE(base.load("b"));
}

TEST_F(FactBaseTest, FindsBySubjectAndMetric) {
  ReadDocument document{.id = "a"};
  document.facts = {make_fact("NVIDIA", "market share", 50), make_fact("NVIDIA", "revenue", 3),
                    make_fact("AMD", "market share", 10), make_fact("", "", 1)};
  FactBase base = open_for_writing(path());
  put(base, document, "h");
  const struct {
    const char* subject;
    const char* metric;
    std::size_t count;
  } rows[] = {{"NVIDIA", "market share", 1}, {"NVIDIA", "", 2},
              {"", "market share", 2},       {"", "", 4},
              {"nvidia", "market share", 0},  // names are canonical: letter case matters
              {"NVIDIA", "market", 0},       {"' OR 1 --", "", 0}};
  for (const auto& row : rows) {
    const Result<std::vector<Fact>> found = base.find(row.subject, row.metric);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->size(), row.count) << row.subject << " / " << row.metric;
  }
}

TEST(ContentHash, ChangesWithEveryPart) {
  const std::string hash = content_hash("text", "1");
  EXPECT_EQ(hash.size(), 32U);
  EXPECT_EQ(hash.find_first_not_of("0123456789abcdef"), std::string::npos);
  EXPECT_EQ(hash, content_hash("text", "1"));
  EXPECT_NE(hash, content_hash("text ", "1"));
  EXPECT_NE(hash, content_hash("text", "2"));
  EXPECT_NE(content_hash("ab", "c"), content_hash("a", "bc"));
  EXPECT_NE(content_hash("", ""), content_hash(std::string_view("\0", 1), ""));
}

}  // namespace
}  // namespace assay
