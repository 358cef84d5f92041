// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/eval_figures.h"
#include "cli/eval_quantities.h"
#include "cli/eval_relations.h"
#include "tests/cli/gold.h"
#include "tests/cli/program.h"

namespace assay {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// --- figures and floors ---

TEST(EvalFigures, FloorsAreWhatTodayReaches) {
  Evaluation evaluation;
  evaluation.add("found", std::size_t{2}, std::size_t{3});
  evaluation.add("wrong", std::size_t{1}, std::size_t{3}, FigureKind::LessIsBetter);
  evaluation.add("detail", std::size_t{1}, std::size_t{3}, FigureKind::Detail);
  evaluation.add("of nothing", std::size_t{0}, std::size_t{0});
  const std::string floors = floors_of(evaluation.figures);
  EXPECT_EQ(floors, "{\n  \"found\": 0.666,\n  \"wrong\": {\"max\": 0.334}\n}\n");
  const auto breaches = breached_floors(evaluation.figures, floors, "floor.json");
  ASSERT_TRUE(breaches);
  EXPECT_THAT(*breaches, IsEmpty());
}

TEST(EvalFigures, WhatFallsBelowItsFloorIsNamed) {
  const std::vector<Figure> figures = {{"found", 1, 2, FigureKind::MoreIsBetter},
                                       {"wrong", 1, 2, FigureKind::LessIsBetter}};
  const auto breaches = breached_floors(
      figures, R"({"found": 0.6, "wrong": {"max": 0.4}, "gone": 0.1})", "floor.json");
  ASSERT_TRUE(breaches);
  EXPECT_THAT(*breaches, ElementsAre("found is 0.500, below its floor of 0.600",
                                     "wrong is 0.500, above its limit of 0.400",
                                     "gone has a floor but was not measured"));
}

TEST(EvalFigures, FloorFilesAreReadStrictly) {
  for (const char* text : {"[]", "{\"a\": \"high\"}", "{\"a\": {\"min\": 1}}", "{\"a\": 1", ""}) {
    EXPECT_FALSE(breached_floors({}, text, "floor.json")) << text;
  }
}

// --- quantities ---

TEST(EvalQuantities, CountsFindsValuesStraysAndTraps) {
  GoldText gold{.document = "d"};
  for (
      const char* record : {
          R"({"start":0,"end":3,"low":5,"high":5,"unit":"1"})",
          R"({"start":10,"end":13,"low":7,"high":null,"unit":"1"})",
          R"({"start":20,"end":23,"low":1,"high":2,"unit":"m","alt":[{"low":1,"high":3,"unit":"1"}]})",
          R"({"start":30,"end":33,"low":1,"high":1,"unit":"1","certainty":"debatable"})",
      }) {
    gold.quantities.push_back(to_quantity(json(record), "d"));
  }
  gold.traps.push_back({.document = "d", .span = {40, 44}, .text = "", .kind = "date"});
  gold.traps.push_back({.document = "d", .span = {60, 64}, .text = "", .kind = "date"});
  const std::vector<Fact> facts = {fact("d", 0, 3, 5, 5), fact("d", 10, 13, 7, 7),
                                   fact("d", 21, 25, 1, 3), fact("d", 41, 43, 1, 1),
                                   fact("d", 50, 51, 1, 1)};
  const Evaluation evaluation = score_quantities("q", {{&gold, &facts}}, knowledge());
  EXPECT_DOUBLE_EQ(value_of(evaluation, "q.recall"), 3.0 / 4);
  EXPECT_DOUBLE_EQ(value_of(evaluation, "q.recall_clear"), 1);
  EXPECT_DOUBLE_EQ(value_of(evaluation, "q.value"), 2.0 / 3);
  EXPECT_DOUBLE_EQ(value_of(evaluation, "q.right"), 2.0 / 4);
  EXPECT_DOUBLE_EQ(value_of(evaluation, "q.precision"), 3.0 / 5);
  EXPECT_DOUBLE_EQ(value_of(evaluation, "q.traps"), 1.0 / 2);
}

TEST(EvalQuantities, UnitsAreComparedWithoutTheirSigns) {
  EXPECT_EQ(comparable_unit("m\xC2\xB2"), "m2");
  EXPECT_EQ(comparable_unit("kg\xC2\xB7m"), comparable_unit("kg*m"));
  EXPECT_EQ(comparable_unit(""), "1");
  EXPECT_NE(comparable_unit("m"), comparable_unit("m2"));
}

// --- relations ---

/// A relation of two members in one document, each ten bytes long.
GoldRelation relation(const char* group, std::size_t first, std::size_t second) {
  const std::string text = R"({"id":"r","class":")" + std::string(group) +
                           R"(","members":[{"doc":"a.md","start":)" + std::to_string(first) +
                           R"(,"end":)" + std::to_string(first + 10) +
                           R"(},{"doc":"a.md","start":)" + std::to_string(second) + R"(,"end":)" +
                           std::to_string(second + 10) + "}]}";
  return *to_relation(json(text));
}

Finding finding(Severity severity, std::initializer_list<std::size_t> places) {
  Finding made;
  made.severity = severity;
  for (const std::size_t place : places) {
    made.evidence.push_back(fact("notes/a.md", place, place + 2, 1, 1));
  }
  return made;
}

TEST(EvalRelations, FindingHitsWhatItTouchesTwice) {
  const std::vector<GoldRelation> relations = {relation("contradiction", 0, 100),
                                               relation("near", 200, 300)};
  struct Case {
    Finding found;
    double error;
    double either;
    double near;
  };
  const Case cases[] = {
      {finding(Severity::Error, {5, 105}), 1, 1, 0},
      {finding(Severity::Warning, {5, 105}), 0, 1, 0},
      {finding(Severity::Note, {5, 105}), 0, 0, 0},
      {finding(Severity::Error, {5, 6}), 0, 0, 0},
      {finding(Severity::Error, {5, 50}), 0, 0, 0},
      {finding(Severity::Error, {205, 305}), 0, 0, 1},
  };
  for (const Case& c : cases) {
    const Evaluation evaluation = score_relations("relations", relations, {c.found});
    EXPECT_EQ(value_of(evaluation, "relations.hard_error"), c.error);
    EXPECT_EQ(value_of(evaluation, "relations.hard_found"), c.either);
    EXPECT_EQ(value_of(evaluation, "relations.near_error"), c.near);
  }
}

TEST(EvalRelations, ContradictionExcusesWhatItAccountsForAndNoBystander) {
  const std::vector<GoldRelation> excused = {relation("contradiction", 0, 100),
                                             relation("agreement", 100, 0)};
  const Finding pair = finding(Severity::Error, {5, 105});
  EXPECT_EQ(value_of(score_relations("relations", excused, {pair}), "relations.agreement_flagged"),
            0);

  const std::vector<GoldRelation> beside = {relation("contradiction", 0, 100),
                                            relation("near", 0, 200)};
  const Finding three = finding(Severity::Error, {5, 105, 205});
  EXPECT_EQ(value_of(score_relations("relations", beside, {three}), "relations.near_error"), 1);
}

TEST(EvalRelations, UnknownClassIsNoRelation) {
  EXPECT_FALSE(to_relation(json(R"({"class":"rumour","members":[]})")));
}

// --- the command ---

class EvalCommand : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    write("gold/sentences.jsonl",
          R"({"id":"s","text":"share of 50%","quantities":[{"text":"50%","start":9,"end":12,)"
          R"("low":0.5,"high":0.5,"unit":"1","dimension":"ratio"}],"traps":[]})");
  }
};

TEST_F(EvalCommand, RecordsAFloorAndHoldsToIt) {
  EXPECT_EQ(assay({"eval", "gold", "--write-floor", "floor.json"}).status, 0);
  EXPECT_EQ(assay({"eval", "gold", "--floor", "floor.json"}).status, 0);
  write("high.json", R"({"sentences.recall": 1.5})");
  const Outcome run = assay({"eval", "gold", "--floor", "high.json"});
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.errors, HasSubstr("sentences.recall is 1.000, below its floor of 1.500"));
}

TEST_F(EvalCommand, EveryFileHasFiguresAndFloorsOfItsOwn) {
  write("gold/sentences_heldout.jsonl",
        R"({"id":"h","text":"share of 30% and 20 cats","quantities":[{"text":"30%","start":9,)"
        R"("end":12,"low":0.3,"high":0.3,"unit":"1","dimension":"ratio"},{"text":"cats",)"
        R"("start":90,"end":94,"low":1,"high":1,"unit":"1","dimension":"count"}],"traps":[]})");
  write("gold/pairs_heldout.jsonl",
        R"({"id":"p","claim":"TSMC's gross margin was 59.5%.","against":"Nothing.",)"
        R"("verdict":"unverifiable"})");
  EXPECT_EQ(assay({"eval", "gold", "--write-floor", "floor.json"}).status, 0);
  const std::string floors = read("floor.json");
  EXPECT_THAT(floors, HasSubstr("\"sentences.recall\": 1.000"));
  EXPECT_THAT(floors, HasSubstr("\"sentences_heldout.recall\": 0.500"));
  EXPECT_THAT(floors, HasSubstr("\"pairs_heldout.accuracy\": 1.000"));
}

TEST_F(EvalCommand, SentenceIsReadOnTheDayItWasWritten) {
  const std::string end = R"(,"text":"台积电去年营收为5亿元。","quantities":[{"text":"5亿元",)"
                          R"("start":24,"end":31,"low":5e8,"high":5e8,"unit":"CNY","role":"level",)"
                          R"("period":{"from":"2024-01-01","to":"2024-12-31"}}]})";
  write("gold/sentences.jsonl",
        R"({"id":"dated","date":"2025-03-01")" + end + "\n" + R"({"id":"undated")" + end + "\n");
  const Outcome run = assay({"eval", "gold", "--format", "json"});
  EXPECT_THAT(run.output, HasSubstr(R"("sentences.period":{"value":0.5,"part":1,"whole":2})"));
}

TEST_F(EvalCommand, FindingIsJudgedByTheFileThatSpeaksOfItsDocuments) {
  write("notes/a.md", kHalf);
  write("notes/b.md", kThird);
  const auto relation_of = [](const std::string& first, const std::string& second) {
    return R"({"id":"r","class":"contradiction","members":[{"doc":")" + first +
           R"(","start":0,"end":90},{"doc":")" + second + R"(","start":0,"end":90}]})";
  };
  write("gold/relations.jsonl", relation_of("a.md", "b.md"));
  write("gold/relations_heldout.jsonl", relation_of("c.md", "d.md"));
  write("notes/c.md", kOther);
  write("notes/d.md", kOther);
  const Outcome run = assay({"eval", "gold"});
  EXPECT_THAT(run.output, HasSubstr("relations.error_precision"));
  EXPECT_THAT(run.output, HasSubstr("relations_heldout.hard_error"));
  EXPECT_THAT(run.output, Not(HasSubstr("relations_heldout.error_precision")));
}

TEST_F(EvalCommand, BadGoldIsNamedByItsLine) {
  write("gold/pairs.jsonl", "{}\n{\n");
  const Outcome run = assay({"eval", "gold"});
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.errors, HasSubstr("gold/pairs.jsonl:2: "));
  EXPECT_EQ(assay({"eval", "missing"}).status, 2);
  write("other.jsonl", "{}");
  EXPECT_EQ(assay({"eval", "other.jsonl"}).status, 2);
}

}  // namespace
}  // namespace assay
