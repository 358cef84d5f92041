// SPDX-License-Identifier: MIT
// The geometry of the page: axes, number lines, charts, and who disagrees with whom.
#include <gtest/gtest.h>

#include "reports/page/axis.h"
#include "reports/page/disagreement.h"
#include "reports/page/number_line.h"
#include "reports/page/time_chart.h"
#include "tests/reports/sample_result.h"

namespace assay {
namespace {

const DisplayUnit kPercent{.factor = 0.01, .suffix = "%", .on_both_ends = true};

TEST(Axis, HasRoomForAllValuesInTheirOrder) {
  const Axis axis = Axis::fit({Interval::closed(.2, .3), Interval::point(.9)}, kPercent);
  EXPECT_EQ(axis.scale(), AxisScale::Linear);
  EXPECT_GT(axis.position(.2), 0);
  EXPECT_LT(axis.position(.2), axis.position(.3));
  EXPECT_LT(axis.position(.9), 100);
  EXPECT_EQ(axis.position(-kInfinity), 0);
  EXPECT_EQ(axis.position(kInfinity), 100);
}

TEST(Axis, TicksAreRoundAndWithinIt) {
  const Axis axis = Axis::fit({Interval::closed(.01, .5)}, kPercent);
  std::vector<std::string> labels;
  for (const Tick& tick : axis.ticks(5)) {
    labels.push_back(tick.label);
    EXPECT_GE(tick.position, 0);
    EXPECT_LE(tick.position, 100);
  }
  EXPECT_EQ(labels, (std::vector<std::string>{"0%", "20%", "40%"}));
}

TEST(Axis, IsLogarithmicOnlyForPositiveValuesFarApart) {
  const auto scale = [](double low, double high) {
    return Axis::fit({Interval::point(low), Interval::point(high)}, {}).scale();
  };
  EXPECT_EQ(scale(5.6e7, 5.6e11), AxisScale::Logarithmic);
  EXPECT_EQ(scale(1, 100), AxisScale::Linear);
  EXPECT_EQ(scale(0, 1e9), AxisScale::Linear);
  EXPECT_EQ(scale(-1, 1e9), AxisScale::Linear);
}

TEST(Axis, SurvivesOneValueAndNone) {
  for (const double value : {0.0, 5.0, -5.0, 1e12, 1e-12}) {
    const double at = Axis::fit({Interval::point(value)}, {}).position(value);
    EXPECT_GE(at, 0) << value;
    EXPECT_LE(at, 100) << value;
  }
  EXPECT_LE(Axis::fit({Interval::all()}, {}).ticks(5).size(), 6U);
}

TEST(Percent, IsShort) {
  EXPECT_EQ(percent(0), "0%");
  EXPECT_EQ(percent(100.0 / 3), "33.33%");
}

const Finding& finding(const CheckResult& result, const std::string& rule) {
  for (const Finding& candidate : result.findings) {
    if (candidate.rule == rule) return candidate;
  }
  throw std::out_of_range(rule);
}

TEST(NumberLine, ShowsTheHoleBetweenStatementsThatDoNotMeet) {
  const CheckResult result = sample::result();
  const auto lines =
      make_number_lines(finding(result, "value-conflict"), Strings(Language::English));
  ASSERT_EQ(lines.size(), 1U);
  ASSERT_EQ(lines[0].rows.size(), 2U);
  EXPECT_TRUE(lines[0].rows[0].is_point);
  EXPECT_FALSE(lines[0].rows[1].is_point);
  ASSERT_TRUE(lines[0].hole.has_value());
  EXPECT_DOUBLE_EQ(lines[0].hole->from, lines[0].rows[1].tolerance.to);
  EXPECT_DOUBLE_EQ(lines[0].hole->to, lines[0].rows[0].tolerance.from);
}

TEST(NumberLine, PartsOfAWholeHaveNoHole) {
  const CheckResult result = sample::result();
  const auto lines = make_number_lines(finding(result, "part-whole"), Strings(Language::English));
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].rows.size(), 3U);
  EXPECT_FALSE(lines[0].hole.has_value());
}

TEST(NumberLine, DoesNotMixUnitsOrChangesWithLevels) {
  const CheckResult result = sample::result();
  const Strings strings(Language::Chinese);
  EXPECT_TRUE(make_number_lines(finding(result, "unit-mismatch"), strings).empty());
  const auto lines = make_number_lines(finding(result, "change-arithmetic"), strings);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].rows.size(), 2U) << "the two levels; the fall of 50% is no amount of money";
}

TEST(NumberLine, ABoundGoesOnToTheEdge) {
  const CheckResult result = sample::result();
  for (const Finding& candidate : result.findings) {
    if (candidate.evidence.front().metric.value != "orders") continue;
    const auto lines = make_number_lines(candidate, Strings(Language::English));
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_FALSE(lines[0].rows[0].goes_on_right);
    EXPECT_TRUE(lines[0].rows[1].goes_on_right);
    EXPECT_EQ(lines[0].rows[1].stated.to, 100);
    EXPECT_LT(lines[0].rows[1].stated.from, 90) << "one sees it go on";
  }
}

TEST(TimeChart, DrawsWhatHasValuesForTwoPeriods) {
  const CheckResult result = sample::result();
  const auto charts = make_time_charts(result, Strings(Language::English));
  ASSERT_EQ(charts.size(), 2U);
  EXPECT_EQ(charts[0].subject, "NVIDIA");
  EXPECT_EQ(charts[0].points.size(), 3U);
  EXPECT_LT(charts[0].points[0].at, charts[0].points[1].at) << "2024 stands left of 2025";
  EXPECT_LT(charts[0].points[0].value, charts[0].points[1].value) << "95% stands above 50%";
  EXPECT_EQ(charts[1].metric, "revenue");
}

TEST(TimeChart, NamesYearsMonthsOrDaysAsTheSpanAsks) {
  const auto labels = [](const Period& first, const Period& second) {
    CheckResult result;
    ReadDocument& document = result.documents.emplace_back();
    for (const Period& period : {first, second}) {
      Fact& fact = document.facts.emplace_back();
      fact.subject.value = fact.metric.value = "x";
      fact.quantity = sample::ratio(.5, .5);
      fact.period = period;
    }
    std::vector<std::string> texts;
    const auto charts = make_time_charts(result, Strings(Language::English));
    for (const Tick& tick : charts.at(0).times) {
      EXPECT_GE(tick.position, 0);
      EXPECT_LE(tick.position, 100);
      texts.push_back(tick.label);
    }
    return texts;
  };
  using Texts = std::vector<std::string>;
  const Period day = {*make_day(2025, 10, 17), *make_day(2025, 10, 17)};
  EXPECT_EQ(labels(year_period(2024), year_period(2025)), (Texts{"2024", "2025"}));
  EXPECT_EQ(labels(quarter_period(2020, 1), day).size(), 6U) << "years";
  EXPECT_EQ(labels(quarter_period(2025, 1), day),
            (Texts{"2025-01", "2025-04", "2025-07", "2025-10"}));
  EXPECT_EQ(labels(day, month_period(2025, 10)), (Texts{"2025-10-01", "2025-10-31"}));
}

TEST(TimeChart, LeavesOutWhatIsUndatedOrChangesOrDenied) {
  CheckResult result = sample::result();
  for (ReadDocument& document : result.documents) {
    for (Fact& fact : document.facts) fact.modality = Modality::Negated;
  }
  EXPECT_TRUE(make_time_charts(result, Strings(Language::English)).empty());
  result = sample::result();
  for (ReadDocument& document : result.documents) {
    for (Fact& fact : document.facts) fact.period.reset();
  }
  EXPECT_TRUE(make_time_charts(result, Strings(Language::English)).empty());
}

TEST(Disagreements, CountPairsOfDocuments) {
  const CheckResult result = sample::result();
  const Disagreements table = count_disagreements(result, 16);
  ASSERT_EQ(table.documents.size(), 5U);
  EXPECT_EQ(table.documents[0], "notes/ai-chips-2025.md") << "takes part in most findings";
  EXPECT_EQ(table.left_out, 0U);
  for (std::size_t i = 0; i < 5; ++i) {
    for (std::size_t j = 0; j < 5; ++j) EXPECT_EQ(table.cells[i][j].count, table.cells[j][i].count);
  }
  EXPECT_EQ(table.cells[0][0].count, 1U) << "part-whole rests on this document alone";
  EXPECT_EQ(table.cells[0][0].severity, Severity::Warning);
}

TEST(Disagreements, SayHowManyHaveNoRoom) {
  const Disagreements table = count_disagreements(sample::result(), 2);
  EXPECT_EQ(table.documents.size(), 2U);
  EXPECT_EQ(table.left_out, 3U);
  EXPECT_TRUE(count_disagreements({}, 16).documents.empty());
}

TEST(TimeChart, DrawsTheLatestOfTooMany) {
  CheckResult result = sample::result();
  std::vector<Fact>& facts = result.documents[0].facts;
  const Fact fact = facts[1];
  for (int i = 0; i < 150; ++i) {
    facts.push_back(fact);
    facts.back().period = year_period(1800 + i);
  }
  const TimeChart chart = make_time_charts(result, Strings(Language::English)).front();
  EXPECT_EQ(chart.points.size(), 100U);
  EXPECT_GE(chart.left_out, 50U);
  EXPECT_EQ(year_of(chart.points.back().fact->period->to), 2025);
}

}  // namespace
}  // namespace assay
