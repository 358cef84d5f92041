// SPDX-License-Identifier: MIT
#include "tests/api/samples.h"
#include "tests/temporary_folder.h"

namespace assay::api {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class LibraryEngine : public TemporaryFolderTest {};

TEST_F(LibraryEngine, ReadsAFactWithItsPlace) {
  const std::string text = "---\ntitle: 显卡\ndate: 2025-12-01\n---\n\n" + std::string(kHalf);
  const Document document = read_note("notes/a.md", text);
  EXPECT_EQ(document.id(), "notes/a.md");
  EXPECT_EQ(document.title(), "显卡");
  EXPECT_EQ(document.date(), std::chrono::sys_days(std::chrono::December / 1 / 2025));
  const std::vector<Fact> facts = document.facts();
  ASSERT_THAT(facts, SizeIs(1));
  const Fact& fact = facts.front();
  EXPECT_EQ(fact.document, "notes/a.md");
  EXPECT_EQ(fact.text, "50%");
  EXPECT_EQ(text.substr(fact.start, fact.end - fact.start), "50%");
  EXPECT_EQ(fact.line, 6U);
  EXPECT_DOUBLE_EQ(fact.value.low, 0.5);
  EXPECT_DOUBLE_EQ(fact.tolerance.low, 0.495);
  EXPECT_TRUE(fact.tolerance.low_closed);
  EXPECT_FALSE(fact.tolerance.high_closed);
  EXPECT_EQ(fact.unit, "1");
  EXPECT_EQ(fact.dimension, "ratio");
  EXPECT_EQ(fact.subject, "NVIDIA");
  EXPECT_EQ(fact.metric, "market share");
  EXPECT_EQ(fact.modality, "actual");
  EXPECT_EQ(fact.role, "level");
  ASSERT_TRUE(fact.period.has_value());
  EXPECT_EQ(fact.period->from, std::chrono::sys_days(std::chrono::January / 1 / 2025));
  EXPECT_EQ(fact.period->to, std::chrono::sys_days(std::chrono::December / 31 / 2025));
}

TEST_F(LibraryEngine, ReadsAFile) {
  const Result<Document> document = english().read_file(write("a.md", kOther));
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(document->id(), path("a.md"));
  EXPECT_THAT(document->facts(), SizeIs(1));
}

TEST_F(LibraryEngine, TextWithoutNumbersHasNoFacts) {
  EXPECT_THAT(read_note("a.md", "The H20 and the A100 are chips.\n").facts(), IsEmpty());
}

TEST_F(LibraryEngine, WhatCannotBeReadIsAnErrorWithItsFile) {
  const Result<Document> missing = english().read_file(path("missing.md"));
  ASSERT_FALSE(missing.has_value());
  EXPECT_EQ(missing.error().code, ErrorCode::Io);
  EXPECT_EQ(missing.error().file, path("missing.md"));
  EXPECT_THAT(missing.error().to_string(), HasSubstr("missing.md: "));
  EXPECT_THROW(static_cast<void>(missing.value()), std::bad_variant_access);

  const Result<Document> binary = english().read_text("a.md", std::string("PK\x03\x04\0\0", 6));
  ASSERT_FALSE(binary.has_value());
  EXPECT_EQ(binary.error().code, ErrorCode::BadInput);
}

TEST_F(LibraryEngine, FindsWhatCannotBothBeTrue) {
  const Collection notes = collection_of({read_note("a.md", kHalf), read_note("b.md", kThird)});
  const Result<std::vector<Finding>> findings = english().check(notes);
  ASSERT_TRUE(findings.has_value());
  ASSERT_THAT(*findings, SizeIs(1));
  const Finding& finding = findings->front();
  EXPECT_EQ(finding.severity, Severity::Error);
  EXPECT_EQ(to_string(finding.severity), "error");
  EXPECT_THAT(finding.id, Not(IsEmpty()));
  EXPECT_THAT(finding.message, HasSubstr("in one place"));
  EXPECT_THAT(finding.explanation, HasSubstr("do not meet"));
  ASSERT_THAT(finding.evidence, SizeIs(2));
  EXPECT_NE(finding.evidence[0].document, finding.evidence[1].document);
}

TEST_F(LibraryEngine, WhatAgreesIsNoFinding) {
  const Collection notes =
      collection_of({read_note("a.md", kHalf),
                     read_note("b.md", "英伟达2025年在中国AI芯片市场的份额约为一半。\n"),
                     read_note("c.md", kOther)});
  EXPECT_THAT(english().check(notes).value(), IsEmpty());
  EXPECT_THAT(english().check(Collection()).value(), IsEmpty());
}

TEST_F(LibraryEngine, SpeaksTheLanguageThatIsAskedFor) {
  const Result<Engine> chinese = Engine::create({.lexicon = "", .language = Language::Chinese});
  ASSERT_TRUE(chinese.has_value());
  const Collection notes = collection_of({read_note("a.md", kHalf), read_note("b.md", kThird)});
  const std::vector<Finding> findings = chinese->check(notes).value();
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_THAT(findings.front().message, Not(HasSubstr("in one place")));
}

TEST_F(LibraryEngine, LimitsAFindingToWhatHasChanged) {
  const Collection notes = collection_of(
      {read_note("a.md", kHalf), read_note("b.md", kThird), read_note("c.md", kOther)});
  const auto found = [&](std::optional<std::vector<std::string>> changed) {
    return english().check(notes, {.changed = std::move(changed), .select = {}, .ignore = {}});
  };
  EXPECT_THAT(found(std::nullopt).value(), SizeIs(1));
  EXPECT_THAT(found(std::vector<std::string>{}).value(), IsEmpty());
  EXPECT_THAT(found(std::vector<std::string>{"c.md"}).value(), IsEmpty());
  const std::vector<Finding> of_b = found(std::vector<std::string>{"b.md"}).value();
  ASSERT_THAT(of_b, SizeIs(1));
  EXPECT_EQ(of_b.front().evidence.front().document, "b.md");
  const auto unknown = found(std::vector<std::string>{"z.md"});
  ASSERT_FALSE(unknown.has_value());
  EXPECT_EQ(unknown.error().code, ErrorCode::BadUsage);
  EXPECT_THAT(unknown.error().message, HasSubstr("z.md"));
}

TEST_F(LibraryEngine, RunsTheRulesThatAreChosen) {
  const Collection notes = collection_of({read_note("a.md", kHalf), read_note("b.md", kThird)});
  const std::string rule = english().check(notes).value().front().rule;
  const auto check = [&](std::vector<std::string> select, std::vector<std::string> ignore) {
    return english().check(
        notes, {.changed = {}, .select = std::move(select), .ignore = std::move(ignore)});
  };
  EXPECT_THAT(check({rule}, {}).value(), SizeIs(1));
  EXPECT_THAT(check({"table-sum"}, {}).value(), IsEmpty());
  const auto misspelt = check({}, {"value-conflct"});
  ASSERT_FALSE(misspelt.has_value());
  EXPECT_EQ(misspelt.error().code, ErrorCode::BadUsage);
  EXPECT_THAT(misspelt.error().message, HasSubstr("value-conflict"));
}

TEST_F(LibraryEngine, HoldsOneDocumentAgainstACollection) {
  Collection notes = collection_of({read_note("a.md", kHalf), read_note("c.md", kOther)});
  const std::vector<Finding> found = english().check(read_note("new.md", kThird), notes).value();
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().evidence.front().document, "new.md");
  // The collection has not changed, and a document is never held against its older self.
  EXPECT_THAT(ids_of(notes), ElementsAre("a.md", "c.md"));
  EXPECT_THAT(english().check(read_note("a.md", kThird), notes).value(), IsEmpty());
  // What is wrong among the others is not told again.
  ASSERT_TRUE(notes.add(read_note("b.md", kThird)).has_value());
  EXPECT_THAT(english().check(read_note("new.md", "Nothing new.\n"), notes).value(), IsEmpty());
}

TEST_F(LibraryEngine, JudgesAClaim) {
  const Collection notes = collection_of({read_note("a.md", kOther)});
  const auto judge = [&](const std::string& claim) {
    return english().verify(claim, notes).value();
  };
  const std::string rest = " in the third quarter of 2025.";
  EXPECT_EQ(judge("TSMC's gross margin was 59.5%" + rest).verdict, Verdict::Supported);
  const Verification wrong = judge("TSMC's gross margin was 49.5%" + rest);
  EXPECT_EQ(to_string(wrong.verdict), "contradicted");
  ASSERT_THAT(wrong.evidence, SizeIs(1));
  EXPECT_EQ(wrong.evidence.front().text, "59.5%");
  EXPECT_EQ(judge("Micron's gross margin was 39%" + rest).verdict, Verdict::Unverifiable);
}

TEST_F(LibraryEngine, TakesWordsOfTheCaller) {
  const std::string review = "The recharge time of the Skylark S1 is 40 minutes.\n";
  const std::string shop = "云雀S1的回充时间为55分钟。\n";
  write("words/entities.json",
        R"([{"name": "Skylark S1", "kind": "product", "aliases": ["云雀S1"]}])");
  write("words/metrics.json", R"([{"name": "recharge time", "dimensions": ["duration"],
                                   "aliases": ["回充时间"]}])");
  const auto findings_of = [&](const Engine& engine) {
    Collection notes = collection_of(
        {engine.read_text("review.md", review).value(), engine.read_text("shop.md", shop).value()});
    return engine.check(notes).value();
  };
  EXPECT_THAT(findings_of(english()), IsEmpty());
  const Result<Engine> engine = Engine::create({.lexicon = path("words")});
  ASSERT_TRUE(engine.has_value());
  EXPECT_THAT(findings_of(*engine), SizeIs(1));

  write("words/metrics.json", "[{\"nam\": 1}]");
  const Result<Engine> broken = Engine::create({.lexicon = path("words")});
  ASSERT_FALSE(broken.has_value());
  EXPECT_EQ(broken.error().code, ErrorCode::BadData);
  EXPECT_THAT(broken.error().file, HasSubstr("metrics.json"));
}

TEST(LibraryVersion, IsThreeNumbers) {
  EXPECT_THAT(version(), testing::MatchesRegex("[0-9]+\\.[0-9]+\\.[0-9]+"));
}

}  // namespace
}  // namespace assay::api
