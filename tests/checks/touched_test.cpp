// SPDX-License-Identifier: MIT
// A check that reads only what a document touches finds what a check of everything finds.
#include "checks/touched.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "bench/varied_documents.h"
#include "checks/run.h"
#include "facts/extract.h"
#include "facts/fact_json.h"
#include "facts/reader.h"
#include "tests/temporary_folder.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

const Knowledge& vocabulary() {
  static const Knowledge knowledge = std::move(*Knowledge::load());
  return knowledge;
}

const KnownNames& names() {
  static const KnownNames all(ASSAY_SOURCE_DIR "/facts/lexicon/entities.json");
  return all;
}

ReadDocument read(const std::string& id, std::string text) {
  Result<Document> document = read_text(id, std::move(text));
  EXPECT_TRUE(document) << id;
  return document ? extract(*document, vocabulary()) : ReadDocument{};
}

struct Note {
  std::string name;
  std::string text;
};

std::vector<Note> notes() {
  std::vector<Note> all;
  for (const auto& entry : fs::directory_iterator(ASSAY_SOURCE_DIR "/fixtures/notes")) {
    if (entry.path().extension() == ".jsonl") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    all.push_back({entry.path().filename().string(), {std::istreambuf_iterator<char>(in), {}}});
  }
  std::ranges::sort(all, {}, &Note::name);
  return all;
}

class Touched : public TemporaryFolderTest {
 protected:
  [[nodiscard]] FactBase base_of(const std::vector<ReadDocument>& documents) const {
    Result<FactBase> base = FactBase::open(path("facts.db"), FactBase::Mode::Write);
    EXPECT_TRUE(base);
    for (const ReadDocument& document : documents) EXPECT_TRUE(base->put(document, "hash"));
    return std::move(*base);
  }

  static std::vector<std::string> told(const CheckResult& result) {
    std::vector<std::string> lines;
    for (const Finding& finding : result.findings) {
      std::string line = finding.id + " " + finding.rule + " " +
                         std::string(to_string(finding.severity)) + " " + finding.message.en + " " +
                         finding.explanation.en;
      for (const Fact& fact : finding.evidence) append_fact_json(fact, line);
      lines.push_back(std::move(line));
    }
    return lines;
  }

  static CheckResult check_all(const FactBase& base, const std::vector<ReadDocument>& changed) {
    std::vector<ReadDocument> documents = changed;
    CheckOptions options;
    for (const ReadDocument& document : changed) options.changed.insert(document.id);
    Result<std::vector<ReadDocument>> stored = base.load_all();
    EXPECT_TRUE(stored);
    for (ReadDocument& document : *stored)
      if (!options.changed.contains(document.id)) documents.push_back(std::move(document));
    std::ranges::stable_sort(documents, {}, &ReadDocument::id);
    return check(std::move(documents), vocabulary(), options);
  }

  static CheckResult check_touched(const FactBase& base, const std::vector<ReadDocument>& changed) {
    Result<TouchedBase> touched = load_touched(base, changed, vocabulary());
    EXPECT_TRUE(touched);
    std::vector<ReadDocument> documents = std::move(touched->documents);
    documents.insert(documents.end(), changed.begin(), changed.end());
    std::ranges::stable_sort(documents, {}, &ReadDocument::id);
    CheckOptions options;
    for (const ReadDocument& document : changed) options.changed.insert(document.id);
    options.facts_left_out = touched->facts_left_out;
    options.word_counts = touched->word_counts;
    return check(std::move(documents), vocabulary(), options);
  }

  /// Checks both ways, and returns how many findings there are.
  static std::size_t expect_same(const FactBase& base, const std::vector<ReadDocument>& changed) {
    const CheckResult all = check_all(base, changed);
    const CheckResult touched = check_touched(base, changed);
    EXPECT_EQ(told(touched), told(all)) << changed.front().id;
    EXPECT_EQ(touched.fact_count(), all.fact_count());
    EXPECT_EQ(touched.documents.size(), all.documents.size());
    return all.findings.size();
  }
};

TEST_F(Touched, FindsTheSameOnTheNotes) {
  std::vector<ReadDocument> documents;
  for (const Note& note : notes()) documents.push_back(read(note.name, note.text));
  const FactBase base = base_of(documents);
  std::size_t findings = 0;
  for (const Note& note : notes()) {
    // In place of itself, and as another document that repeats it with some other figures.
    findings += expect_same(base, {read(note.name, note.text)});
    findings += expect_same(base, {read("new-" + note.name, note.text)});
    std::string altered = note.text;
    std::ranges::replace(altered, '4', '7');
    findings += expect_same(base, {read("altered-" + note.name, altered)});
  }
  EXPECT_GT(findings, 100U) << "nothing to compare";
}

TEST_F(Touched, FindsTheSameOnVariedDocuments) {
  constexpr unsigned kVariants = 9;
  std::vector<ReadDocument> documents;
  for (const Note& note : notes())
    for (unsigned variant = 1; variant <= kVariants; ++variant)
      documents.push_back(read(std::to_string(variant) + "-" + note.name,
                               VariedText(note.text, variant, names()).make()));
  const FactBase base = base_of(documents);
  std::size_t findings = 0;
  std::vector<ReadDocument> several;
  for (const Note& note : notes())
    for (const unsigned variant : {0U, 10U, 31U}) {
      // The name of a variant stands behind, before and among those of the base.
      const std::string id = std::string(variant == 0 ? "5-x-" : "z-") + note.name;
      several.push_back(read(id + std::to_string(variant) + note.name.substr(note.name.rfind('.')),
                             VariedText(note.text, variant, names()).make()));
      findings += expect_same(base, {several.back()});
    }
  EXPECT_GT(findings, 50U) << "nothing to compare";
  expect_same(base, several);
}

TEST_F(Touched, ReadsNoFactsOfWhatHasNothingToDoWithIt) {
  const FactBase base =
      base_of({read("a.md", "英伟达2025年在中国AI芯片市场的份额为50%。\n"),
               read("b.md", "TSMC's gross margin was 59.5% in the third quarter of 2025.\n")});
  const std::vector<ReadDocument> changed = {
      read("c.md", "英伟达2025年在中国AI芯片市场的份额为30%。\n")};
  const Result<TouchedBase> touched = load_touched(base, changed, vocabulary());
  ASSERT_TRUE(touched);
  ASSERT_EQ(touched->documents.size(), 2U);
  EXPECT_EQ(touched->documents[0].facts.size(), 1U);
  EXPECT_TRUE(touched->documents[1].facts.empty());
  EXPECT_EQ(touched->facts_left_out, 1U);
  EXPECT_EQ(check_touched(base, changed).findings.size(), 1U);
}

TEST_F(Touched, AnEmptyDocumentTouchesNothing) {
  const FactBase base = base_of({read("a.md", "英伟达2025年在中国AI芯片市场的份额为50%。\n")});
  EXPECT_EQ(expect_same(base, {read("c.md", "Nothing is said here.\n")}), 0U);
}

}  // namespace
}  // namespace assay
