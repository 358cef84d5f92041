// SPDX-License-Identifier: MIT
#include "checks/repair.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "checks/run.h"
#include "facts/extract.h"
#include "facts/reader.h"

namespace assay {
namespace {

const Knowledge& knowledge() {
  static const Result<Knowledge> kKnowledge = Knowledge::load();
  EXPECT_TRUE(kKnowledge);
  return *kKnowledge;
}
const Lexicon& lexicon() { return knowledge().lexicon(); }

/// A fact of one figure, rounded to `step`.
Fact figure(double value, double step, Dimension dimension = Dimension::Money,
            Role role = Role::Level) {
  Fact fact;
  fact.role = role;
  fact.quantity.unit.dimension = dimension;
  fact.quantity.unit.canonical = dimension == Dimension::Money ? "USD" : "1";
  if (dimension == Dimension::Ratio) fact.quantity.unit.scale = Decimal(1, -2);
  fact.quantity.stated = Interval::point(value);
  fact.quantity.tolerance = Interval::half_open(value - step / 2, value + step / 2);
  fact.text = std::to_string(value);
  return fact;
}

Fact percent(double value, Role role = Role::Level) {
  return figure(value / 100, 0.01, Dimension::Ratio, role);
}

FactRelation total_of(const std::vector<const Fact*>& parts, const Fact& whole) {
  FactRelation relation = sum_relation(parts, 0);
  relation.members.push_back({&whole, -1});
  return relation;
}

FactRelation change(const Fact& from, const Fact& to, const Fact& by) {
  return {.members = {{&to, -1, Entry::Logarithm},
                      {&from, 1, Entry::Logarithm},
                      {&by, 1, Entry::LogFactor}}};
}

/// The value offered for one fact; NaN when there is none.
double repaired(const FactRelation& relation, const Fact& fact) {
  for (const Repair& repair : find_repairs({relation}, 0, lexicon())) {
    if (repair.fact == &fact) return repair.value;
  }
  return std::nan("");
}

TEST(Repair, OffersEveryMemberTheSmallestChangeFirst) {
  const Fact a = figure(3.1, 0.1);
  const Fact b = figure(4.2, 0.1);
  const Fact whole = figure(8.3, 0.1);
  const auto repairs = find_repairs({total_of({&a, &b}, whole)}, 0, lexicon());
  ASSERT_EQ(repairs.size(), 3U);
  EXPECT_EQ(repairs[0].fact, &whole);
  EXPECT_NEAR(repairs[0].value, 7.3, 1e-9);
  EXPECT_EQ(repairs[1].fact, &b);
  EXPECT_NEAR(repairs[1].value, 5.2, 1e-9);
  EXPECT_EQ(repairs[2].fact, &a);
  EXPECT_NEAR(repairs[2].value, 4.1, 1e-9);
}

TEST(Repair, AnotherTotalClearsWhatItConfirms) {
  const Fact a = figure(3, 1), b = figure(4, 1), whole = figure(18, 1);
  const Fact rest = figure(12, 1), grand = figure(30, 1);
  const auto repairs =
      find_repairs({total_of({&a, &b}, whole), total_of({&whole, &rest}, grand)}, 0, lexicon());
  ASSERT_EQ(repairs.size(), 2U);
  EXPECT_NE(repairs[0].fact, &whole);
  EXPECT_NE(repairs[1].fact, &whole);
}

TEST(Repair, ChangesAreMendedInLogarithms) {
  const Fact from = figure(40, 1), to = figure(60, 1);
  const Fact rise = percent(25, Role::Increase);
  const auto repairs = find_repairs({change(from, to, rise)}, 0, lexicon());
  ASSERT_EQ(repairs.size(), 3U);
  for (const Repair& repair : repairs) {
    const double expected = repair.fact == &from ? 48 : repair.fact == &to ? 50 : 0.5;
    EXPECT_NEAR(repair.value, expected, 1e-9);
  }
  EXPECT_EQ(repairs[2].fact, &rise) << "25% -> 50% is the largest change";
}

TEST(Repair, DecreasesAndMultiplesHaveTheirOwnFactor) {
  const Fact from = figure(50, 1), to = figure(30, 1);
  const Fact fall = percent(20, Role::Decrease);
  EXPECT_NEAR(repaired(change(from, to, fall), fall), 0.4, 1e-9);
  const Fact threefold = figure(3, 1, Dimension::Ratio, Role::Multiple);
  const Fact result = figure(100, 1);
  EXPECT_NEAR(repaired(change(from, result, threefold), threefold), 2, 1e-9);
}

TEST(Repair, NoValueOutsideItsMetricsDomain) {
  Fact from = percent(95), to = percent(50);
  from.metric.value = to.metric.value = "market share";
  const Fact fall = figure(0.55, 0.01, Dimension::PercentagePoint, Role::Decrease);
  const FactRelation relation{.members = {{&to, -1}, {&from, 1}, {&fall, -1}}};
  const auto repairs = find_repairs({relation}, 0, lexicon());
  ASSERT_EQ(repairs.size(), 2U) << "a start of 105% is none";
  EXPECT_EQ(repairs[0].fact, &fall);
  EXPECT_NEAR(repairs[0].value, 0.45, 1e-9);
}

TEST(Repair, NothingBelowZero) {
  const Fact a = figure(3, 1), b = figure(40, 1), whole = figure(20, 1);
  for (const Repair& repair : find_repairs({total_of({&a, &b}, whole)}, 0, lexicon()))
    EXPECT_NE(repair.fact, &a) << "3 would have to be -20";
}

TEST(Repair, OnlySingleFiguresCanBeMended) {
  const Fact a = figure(3, 1), b = figure(4, 1);
  Fact range = figure(20, 1), bound = figure(20, 1), zero = figure(0, 1);
  range.quantity.stated = Interval::closed(15, 20);
  bound.quantity.stated = bound.quantity.tolerance = Interval::more_than(20);
  for (const Fact* whole : {&range, &bound, &zero})
    EXPECT_TRUE(find_repairs({total_of({&a, &b}, *whole)}, 0, lexicon()).empty());
}

TEST(Repair, AWordStaysAndTheFiguresMove) {
  const Fact from = figure(8, 1), to = figure(6, 1);
  Fact halved = percent(50, Role::Decrease);
  halved.quantity.vague = true;
  const auto repairs = find_repairs({change(from, to, halved)}, 0, lexicon());
  ASSERT_EQ(repairs.size(), 2U);
  for (const Repair& repair : repairs) EXPECT_NE(repair.fact, &halved);
}

TEST(Repair, ExactCountsMayBeWrongToo) {
  Fact a = figure(3, 1, Dimension::Count), b = figure(4, 1, Dimension::Count);
  Fact whole = figure(8, 1, Dimension::Count);
  for (Fact* fact : {&a, &b, &whole}) fact->quantity.tolerance = fact->quantity.stated;
  const auto repairs = find_repairs({total_of({&a, &b}, whole)}, 0, lexicon());
  ASSERT_EQ(repairs.size(), 3U);
  EXPECT_NEAR(repairs[0].value, 7, 1e-9);
}

TEST(RepairWords, MarkTheSmallestAndSayWhatWouldFit) {
  Fact a = percent(62), b = percent(50);
  a.text = "62%";
  b.text = "50%";
  FactRelation relation = sum_relation({&a, &b}, 1);
  const auto equal = find_repairs({relation}, 0, lexicon());
  EXPECT_EQ(repair_words(equal).en,
            "if only one is wrong, 50% instead of 62% (the smallest change), or 38% instead of 50% "
            "would fit");
  EXPECT_EQ(repair_words(equal).zh,
            "若只有一处有误，把 62% 改为 50%（改动最小），或把 50% 改为 38%，即可相符");
  relation.upper_bound = true;
  const auto bounded = find_repairs({relation}, 0, lexicon());
  EXPECT_EQ(
      repair_words(bounded).en,
      "if only one is wrong, at most 50% instead of 62% (the smallest change), or at most 38% "
      "instead of 50% would fit");
  EXPECT_EQ(repair_words({}).en, "");
}

TEST(RepairWords, DoNotMarkOneOfEquals) {
  Fact a = percent(60), b = percent(60);
  const auto repairs = find_repairs({sum_relation({&a, &b}, 1)}, 0, lexicon());
  EXPECT_EQ(repair_words(repairs).en.find("smallest"), std::string::npos);
}

TEST(RepairWords, StandInTheExplanationsOfRules) {
  const struct {
    const char* text;
    const char* offer;
  } cases[] = {
      {"Cloud brought in $3.1 billion and games $4.2 billion, for a total of $8.3 billion.",
       "USD 7.3 billion instead of $8.3 billion (the smallest change)"},
      {"The gross margin fell from 42% to 36%, a decline of 9 percentage points.",
       "6 percentage points instead of 9 percentage points"},
      {"Revenue rose from $40 billion to $60 billion, an increase of 25%.", "50% instead of 25%"},
  };
  for (const auto& c : cases) {
    const Result<Document> document = read_text("note.md", c.text);
    ASSERT_TRUE(document);
    const CheckResult result = check({extract(*document, knowledge())}, knowledge());
    ASSERT_EQ(result.findings.size(), 1U) << c.text;
    EXPECT_NE(result.findings[0].explanation.en.find(c.offer), std::string::npos)
        << result.findings[0].explanation.en;
  }
}

TEST(RepairProperty, EveryOfferMendsTheRelation) {
  std::mt19937 random(1975);
  std::uniform_real_distribution<double> size(1, 1000);
  for (int round = 0; round < 500; ++round) {
    std::vector<Fact> facts;
    for (int i = 0; i < 4; ++i) facts.push_back(figure(std::round(size(random)), 1));
    const FactRelation relation = total_of({&facts[0], &facts[1], &facts[2]}, facts[3]);
    double least = 0;
    for (const Repair& repair : find_repairs({relation}, 0, lexicon())) {
      double sum = 0;
      for (const RelationMember& member : relation.members)
        sum += member.factor *
               (member.fact == repair.fact ? repair.value : member.fact->quantity.stated.low);
      EXPECT_NEAR(sum, 0, 1e-6) << "whole numbers are mended by whole numbers";
      EXPECT_GE(repair.change, least);
      least = repair.change;
    }
  }
}

}  // namespace
}  // namespace assay
