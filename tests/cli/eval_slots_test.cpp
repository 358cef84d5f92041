// SPDX-License-Identifier: MIT
#include "cli/eval_slots.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/eval_quantities.h"
#include "tests/cli/gold.h"

namespace assay {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

GoldQuantity labelled(std::string_view text) { return to_quantity(json(text), "d"); }

Slot known(const std::string& name) {
  return {.value = name, .source = SlotSource::Clause, .known = true};
}

Slot open_phrase(const std::string& phrase) {
  return {.value = phrase, .source = SlotSource::Clause, .known = false};
}

TEST(EvalSlots, PhrasesAreTheSameInAnySpellingOrUnderAnyName) {
  struct Case {
    const char* answer;
    const char* label;
    bool same;
  };
  const Case cases[] = {
      {"TSMC", "台积电", true},
      {"TSMC", "台積電", true},
      {"TSMC", "tsmc", true},
      {"TSMC", "Samsung", false},
      {"gross margin", "毛利率", true},
      {"gross margin", "The Gross Margin", true},
      {"net profit", "gross profit", false},
      {"Skylark S1", "skylarks1", true},
      {"云雀的回充時間", "云雀回充时间", true},
      {"ｓｋｙｌａｒｋ", "Skylark", true},
      // Open phrases may be cut elsewhere, but not to a shred.
      {"回充时间", "平均回充时间", true},
      {"平均回充时间", "回充时间", true},
      {"回充", "平均回充时间", false},
      {"Skylark S1", "Skylark S2", false},
      // A name that the lexicon knows is that name and no part of another.
      {"China", "China drones", false},
      {"", "", true},
      {"", "Skylark", false},
      {"Skylark", "", false},
  };
  for (const Case& c : cases) {
    const GoldSlot gold{.label = c.label, .also = {}};
    EXPECT_EQ(is_right_answer(c.answer, gold, knowledge()), c.same) << c.answer << "|" << c.label;
  }
}

TEST(EvalSlots, OtherRightAnswersCountLikeTheLabel) {
  const GoldQuantity gold =
      labelled(R"({"subject":"云雀S1","subject_also":["这款无人机",null],"role":"level"})");
  EXPECT_TRUE(is_right_answer("云雀S1", gold.subject, knowledge()));
  EXPECT_TRUE(is_right_answer("这款无人机", gold.subject, knowledge()));
  EXPECT_TRUE(is_right_answer("", gold.subject, knowledge()));
  EXPECT_FALSE(is_right_answer("电池", gold.subject, knowledge()));
}

/// "name" for each right slot, "name!" for each wrong one.
std::vector<std::string> judged(const GoldQuantity& gold, const Fact& read) {
  std::vector<std::string> names;
  for (const JudgedSlot& slot : judge_slots(gold, read, knowledge())) {
    names.push_back(std::string(slot.name) + (slot.right ? "" : "!"));
  }
  return names;
}

TEST(EvalSlots, EverySlotOfAFullLabelIsJudged) {
  const GoldQuantity gold = labelled(
      R"({"subject":"台积电","metric":"营收","role":"increase","comparand":null,"modality":"plan",)"
      R"("period":{"from":"2025-01-01","to":"2025-12-31"}})");
  Fact read;
  read.subject = known("TSMC");
  read.metric = known("revenue");
  read.role = Role::Increase;
  read.modality = Modality::Plan;
  read.period = year_period(2025);
  EXPECT_THAT(judged(gold, read), ElementsAre("subject", "metric", "subject_and_metric", "role",
                                              "period", "modality", "comparand"));
  read.metric = known("profit");
  read.role = Role::Level;
  read.modality = Modality::Actual;
  read.period = year_period(2024);
  read.comparand = known("Samsung");
  EXPECT_THAT(judged(gold, read), ElementsAre("subject", "metric!", "subject_and_metric!", "role!",
                                              "period!", "modality!", "comparand!"));
}

TEST(EvalSlots, NullSaysNoneOfPeriodAndComparandAlone) {
  const GoldQuantity gold = labelled(
      R"({"subject":null,"metric":null,"role":"level","comparand":null,"modality":"actual",)"
      R"("period":null})");
  Fact read;
  read.subject = known("TSMC");
  EXPECT_THAT(judged(gold, read), ElementsAre("role", "period", "modality", "comparand"));
  read.period = year_period(2024);
  read.comparand = open_phrase("Skylark");
  EXPECT_THAT(judged(gold, read), ElementsAre("role", "period!", "modality", "comparand!"));
}

TEST(EvalSlots, OlderLabelsAreScoredWhereTheLexiconKnowsThem) {
  const GoldQuantity gold = labelled(
      R"({"subject":"TSMC","metric":"vibe of the fabs","comparand":"Samsung","period":"2024",)"
      R"("modality":"stated"})");
  Fact read;
  read.subject = known("Samsung");
  EXPECT_THAT(judged(gold, read), ElementsAre("subject!", "modality"));
  read.subject = known("TSMC");
  read.modality = Modality::Opinion;
  EXPECT_THAT(judged(gold, read), ElementsAre("subject", "modality!"));
  EXPECT_THAT(judged(labelled(R"({"modality":"reported speech","period":null})"), read), IsEmpty());
}

TEST(EvalSlots, FiguresCountWhatIsFoundAndTellGroupsApart) {
  GoldText chinese{.document = "a"};
  chinese.quantities = {
      labelled(R"({"start":0,"end":3,"low":5,"high":5,"unit":"1","subject":"台积电",)"
               R"("metric":"营收","role":"level","period":null})"),
      labelled(R"({"start":10,"end":13,"low":6,"high":6,"unit":"1","subject":"台积电",)"
               R"("metric":"营收","role":"level","period":null})")};
  GoldText english{.document = "b"};
  english.quantities = {
      labelled(R"({"start":0,"end":3,"low":5,"high":5,"unit":"1","subject":"TSMC",)"
               R"("metric":"revenue","role":"level","period":null})")};
  Fact right = fact("a", 0, 3, 5, 5);
  right.subject = known("TSMC");
  right.metric = known("revenue");
  Fact half = fact("b", 0, 3, 5, 5);
  half.subject = known("TSMC");
  half.role = Role::Before;
  const std::vector<Fact> of_chinese = {right};
  const std::vector<Fact> of_english = {half, fact("b", 20, 23, 1, 1)};
  const Evaluation evaluation = score_quantities(
      "s", {{&chinese, &of_chinese, {"zh", "kind.plain"}}, {&english, &of_english, {"en"}}},
      knowledge());
  EXPECT_DOUBLE_EQ(value_of(evaluation, "s.subject"), 2.0 / 2);
  EXPECT_DOUBLE_EQ(value_of(evaluation, "s.metric"), 1.0 / 2);
  EXPECT_DOUBLE_EQ(value_of(evaluation, "s.subject_and_metric"), 1.0 / 2);
  EXPECT_DOUBLE_EQ(value_of(evaluation, "s.role"), 1.0 / 2);
  EXPECT_DOUBLE_EQ(value_of(evaluation, "s.period"), 2.0 / 2);
  EXPECT_DOUBLE_EQ(value_of(evaluation, "s.comparand"), 2.0 / 2);
  EXPECT_DOUBLE_EQ(value_of(evaluation, "s.recall.zh"), 1.0 / 2);
  EXPECT_DOUBLE_EQ(value_of(evaluation, "s.right.kind.plain"), 1.0 / 2);
  EXPECT_DOUBLE_EQ(value_of(evaluation, "s.recall.en"), 1.0 / 1);
  EXPECT_DOUBLE_EQ(value_of(evaluation, "s.precision.en"), 1.0 / 2);
  EXPECT_DOUBLE_EQ(value_of(evaluation, "s.subject_and_metric.en"), 0.0 / 1);
  const std::string floors = floors_of(evaluation.figures);
  EXPECT_THAT(floors, HasSubstr("\"s.subject_and_metric\": 0.500"));
  EXPECT_THAT(floors, Not(HasSubstr("s.recall.zh")));
}

}  // namespace
}  // namespace assay
