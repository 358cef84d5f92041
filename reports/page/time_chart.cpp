// SPDX-License-Identifier: MIT
#include "reports/page/time_chart.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace assay {
namespace {

/// What must agree for two values to stand in one chart.
using Key = std::tuple<std::string, std::string, std::string, std::vector<std::string>, Dimension,
                       std::string>;

/// More marks lie on top of one another, and a page with thousands of them is slow.
constexpr std::size_t kMostPoints = 100;
constexpr std::size_t kMostValueTicks = 4;
constexpr int kMostTimeTicks = 6;
constexpr int kMostMonthTicks = 4;

Key key_of(const Fact& fact) {
  return {fact.subject.value,           fact.metric.value,
          fact.comparand.value,         fact.scope,
          fact.quantity.unit.dimension, fact.quantity.unit.canonical};
}

bool belongs_in_chart(const Fact& fact) {
  return fact.period && !fact.subject.empty() && !fact.metric.empty() &&
         (fact.role == Role::Level || fact.role == Role::Before) &&
         fact.modality != Modality::Negated && fact.modality != Modality::Hypothetical;
}

double days(Day day) { return static_cast<double>(day.time_since_epoch().count()); }

/// Time from left to right, with a little room on either side.
class TimeAxis {
 public:
  explicit TimeAxis(const std::vector<const Fact*>& facts) {
    first_ = facts.front()->period->from;
    last_ = facts.front()->period->to;
    for (const Fact* fact : facts) {
      first_ = std::min(first_, fact->period->from);
      last_ = std::max(last_, fact->period->to);
      whole_years_ =
          whole_years_ && covers(*fact->period, year_period(year_of(fact->period->from)));
    }
  }
  [[nodiscard]] double position(double day) const {
    const double span = days(last_) + 1 - days(first_);
    return 100 * (day - days(first_)) / span;
  }
  /// Years where values are those of whole years or span many, else months; a few days by name.
  [[nodiscard]] std::vector<Tick> ticks() const {
    const int months = 12 * (year_of(last_) - year_of(first_)) + month_of(last_) - month_of(first_);
    if (whole_years_ || months > 24) return year_ticks();
    if (months <= 1) return {{0, to_string(first_)}, {100, to_string(last_)}};
    return month_ticks(months + 1);
  }

 private:
  /// The middle of each year as far as the axis shows it; every other year when there are many.
  [[nodiscard]] std::vector<Tick> year_ticks() const {
    const int years = year_of(last_) - year_of(first_) + 1;
    const int step = (years + kMostTimeTicks - 1) / kMostTimeTicks;
    std::vector<Tick> ticks;
    for (int year = year_of(first_); year <= year_of(last_); year += step) {
      const Period period = year_period(year);
      const double from = days(std::max(period.from, first_));
      const double to = days(std::min(period.to, last_)) + 1;
      ticks.push_back({position((from + to) / 2), std::to_string(year)});
    }
    return ticks;
  }

  /// The first day of a month, every so many months.
  [[nodiscard]] std::vector<Tick> month_ticks(int months) const {
    const int step = (months + kMostMonthTicks - 1) / kMostMonthTicks;
    std::vector<Tick> ticks;
    int month = 12 * year_of(first_) + month_of(first_) - 1;
    for (int n = 0; n < months; n += step, month += step) {
      const Day day = std::max(month_period(month / 12, month % 12 + 1).from, first_);
      ticks.push_back({position(days(day)), to_string(day).substr(0, 7)});
    }
    return ticks;
  }

  Day first_;
  Day last_;
  bool whole_years_ = true;
};

TimePoint make_point(const Fact& fact, const TimeAxis& time, const Axis& axis,
                     const DisplayUnit& unit, const Strings& strings) {
  const auto height = [&](double value) { return 100 - axis.position(value); };
  const Interval& stated = fact.quantity.stated;
  const Interval& tolerance = fact.quantity.tolerance;
  const double from = days(fact.period->from);
  const double to = days(fact.period->to) + 1;
  return {.fact = &fact,
          .label = show_stated(fact, unit, strings),
          .from = time.position(from),
          .at = time.position((from + to) / 2),
          .to = time.position(to),
          .value = height(stated.midpoint()),
          .stated_low = height(stated.low),
          .stated_high = height(stated.high),
          .tolerance_low = height(tolerance.low),
          .tolerance_high = height(tolerance.high)};
}

TimeChart make_chart(std::vector<const Fact*> facts, const Strings& strings) {
  std::ranges::stable_sort(
      facts, {}, [](const Fact* fact) { return std::pair(fact->period->from, fact->period->to); });
  const std::size_t left_out = facts.size() - std::min(facts.size(), kMostPoints);
  facts.erase(facts.begin(), facts.begin() + static_cast<std::ptrdiff_t>(left_out));
  std::vector<const Quantity*> quantities;
  std::vector<Interval> intervals;
  for (const Fact* fact : facts) {
    quantities.push_back(&fact->quantity);
    intervals.push_back(fact->quantity.stated);
  }
  const DisplayUnit unit = choose_display_unit(quantities, strings);
  const Axis axis = Axis::fit(intervals, unit);
  const TimeAxis time(facts);
  TimeChart chart;
  chart.left_out = left_out;
  const Fact& first = *facts.front();
  chart.subject = strings.names().entity(first.subject.value);
  chart.metric = strings.names().metric(first.metric.value);
  chart.comparand = strings.names().entity(first.comparand.value);
  chart.scope = strings.names().entities(first.scope);
  chart.unit = unit.on_both_ends ? "" : unit.suffix;
  for (const Fact* fact : facts)
    chart.points.push_back(make_point(*fact, time, axis, unit, strings));
  chart.times = time.ticks();
  chart.values = axis.ticks(kMostValueTicks);
  for (Tick& tick : chart.values) tick.position = 100 - tick.position;
  return chart;
}

bool has_two_periods(const std::vector<const Fact*>& facts) {
  return std::ranges::any_of(
      facts, [&](const Fact* fact) { return *fact->period != *facts.front()->period; });
}

}  // namespace

std::vector<TimeChart> make_time_charts(const CheckResult& result, const Strings& strings) {
  std::map<Key, std::vector<const Fact*>> groups;
  for (const ReadDocument& document : result.documents) {
    for (const Fact& fact : document.facts) {
      if (belongs_in_chart(fact)) groups[key_of(fact)].push_back(&fact);
    }
  }
  std::vector<TimeChart> charts;
  for (auto& [key, facts] : groups) {
    if (has_two_periods(facts)) charts.push_back(make_chart(std::move(facts), strings));
  }
  std::ranges::stable_sort(charts, std::greater(),
                           [](const TimeChart& chart) { return chart.points.size(); });
  return charts;
}

}  // namespace assay
