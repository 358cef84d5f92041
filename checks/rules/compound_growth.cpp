// SPDX-License-Identifier: MIT
#include <cmath>
#include <vector>

#include "checks/fact_relation.h"
#include "checks/make_finding.h"
#include "checks/repair.h"
#include "checks/rule.h"
#include "checks/wording.h"

namespace assay::rules {
namespace {

/// Rates are worked out from unrounded values: they may be off by half a point, or by a twentieth.
constexpr double kRoundingOfRate = 0.005;
constexpr double kShareOfRate = 0.05;
/// Over fewer years it is no growth of each of several.
constexpr int kFewestYears = 2;

/// From one value to another, by so much in each year (LinkKind::CompoundGrowth).
struct YearlyGrowth {
  const Fact* from = nullptr;
  const Fact* to = nullptr;
  const Fact* by = nullptr;
};

int last_year_of(const Period& period) { return year_of(period.to); }

/// Of a year that the text before was about, the value need not be.
bool is_of_stated_year(const Fact& fact) {
  return fact.period && fact.period_stated && part_of(*fact.period) == YearPart{};
}

bool spans_years(const std::optional<Period>& period) {
  return period && year_of(period->from) < last_year_of(*period);
}

/// Over how many years the values lie apart; 0: the text does not say.
int years_of(const YearlyGrowth& growth) {
  const auto& [from, to, by] = growth;
  if (is_of_stated_year(*from) && is_of_stated_year(*to))
    return year_of(to->period->from) - year_of(from->period->from);
  // 2019-2023年销量从10万台增长到45万台: the stretch is that of the whole sentence.
  const bool of_stretch = to->period_stated && spans_years(to->period) &&
                          to->period == by->period && (!from->period || from->period == to->period);
  return of_stretch ? last_year_of(*to->period) - year_of(to->period->from) : 0;
}

/// The numbers of years for which the rate may be meant: "valued at 10bn in 2023 … 2024-2028 CAGR" has its own.
std::vector<int> years_meant(const YearlyGrowth& growth, int years) {
  const std::optional<Period>& own = growth.by->period;
  if (!spans_years(own) || !is_of_stated_year(*growth.to)) return {years};
  const int of_rate = last_year_of(*own) - year_of(own->from);
  // Of another stretch than the values it says nothing of these.
  const int late = year_of(growth.to->period->from) - last_year_of(*own);
  if (late != 0 || of_rate < years - 1 || of_rate > years) return {};
  return {of_rate, years};
}

class CompoundCheck {
 public:
  explicit CompoundCheck(const YearlyGrowth& growth) : growth_(growth) {}

  [[nodiscard]] std::optional<Finding> run(const Lexicon& lexicon) const {
    const int years = years_of(growth_);
    if (years < kFewestYears || !can_be_calculated()) return std::nullopt;
    const std::vector<int> meant = years_meant(growth_, years);
    if (meant.empty() || std::ranges::any_of(meant, [&](int n) { return fits(n); }))
      return std::nullopt;
    // A year more or less is a matter of how one counts.
    const bool nearly = fits(years - 1) || fits(years + 1);
    return finding(years, nearly ? Severity::Warning : Severity::Error, lexicon);
  }

 private:
  [[nodiscard]] bool can_be_calculated() const {
    const auto is_positive = [](const Fact& fact) { return fact.quantity.tolerance.low > 0; };
    const Interval& rate = growth_.by->quantity.tolerance;
    return is_positive(*growth_.from) && is_positive(*growth_.to) &&
           growth_.from->quantity.tolerance.has_high() && rate.has_low() && rate.low > -1;
  }

  [[nodiscard]] bool in_points() const {
    return growth_.by->quantity.unit.dimension == Dimension::PercentagePoint;
  }

  /// What the growth of each year would have to be. A fall is below zero.
  [[nodiscard]] Interval implied(int years) const {
    const Interval& from = growth_.from->quantity.tolerance;
    const Interval& to = growth_.to->quantity.tolerance;
    if (in_points()) return scale(to - from, 1.0 / years);
    const auto yearly = [&](double factor) { return std::pow(factor, 1.0 / years) - 1; };
    return {yearly(to.low / from.high), yearly(to.high / from.low), true, true};
  }

  [[nodiscard]] Interval stated() const {
    const Interval& size = growth_.by->quantity.tolerance;
    return growth_.by->role == Role::Decrease ? Interval::point(0) - size : size;
  }

  [[nodiscard]] bool fits(int years) const {
    if (years < 1) return false;
    const Interval rate = stated();
    const double size = std::abs(growth_.by->quantity.stated.midpoint());
    const double slack = std::max(in_points() ? 0 : kRoundingOfRate, kShareOfRate * size);
    return intersects(rate, implied(years)) || gap(rate, implied(years)) <= slack;
  }

  [[nodiscard]] Finding finding(int years, Severity severity, const Lexicon& lexicon) const {
    const auto& [from, to, by] = growth_;
    Finding found = make_finding("compound-growth", severity, 0.9, {by, from, to});
    const Message of = heading(*to, lexicon);
    const std::string count = std::to_string(years);
    found.message = {of.zh + count + " 年里从 " + from->text + " 到 " + to->text + "，与每年“" +
                         by->text + "”不符",
                     of.en + "from " + from->text + " to " + to->text + " in " + count +
                         " years does not fit \"" + by->text + "\" a year"};
    for (const Language language : {Language::Chinese, Language::English}) {
      const bool zh = language == Language::Chinese;
      std::string& words = zh ? found.explanation.zh : found.explanation.en;
      words = (zh ? "合每年 " : "that makes ") +
              interval_words(implied(years), by->quantity.unit, language) +
              (zh ? "，文中写 " : " a year, stated ") + by->text;
    }
    explain_repairs(found, {relation(years)}, 0, lexicon);
    return found;
  }

  /// from x (1 + rate)^years = to, in logarithms; in points from + years x rate = to.
  [[nodiscard]] FactRelation relation(int years) const {
    const auto& [from, to, by] = growth_;
    const double times = years;
    if (in_points())
      return {.members = {{to, -1}, {from, 1}, {by, by->role == Role::Decrease ? -times : times}}};
    return {.members = {{to, -1, Entry::Logarithm},
                        {from, 1, Entry::Logarithm},
                        {by, times, Entry::LogFactor}}};
  }

  const YearlyGrowth& growth_;
};

std::vector<Finding> run(const FactIndex& index) {
  std::vector<Finding> findings;
  for (const ReadDocument& document : index.documents())
    for (const Link& link : document.links) {
      if (link.kind != LinkKind::CompoundGrowth) continue;
      const YearlyGrowth growth{&document.facts[link.first], &document.facts[link.second],
                                &document.facts[link.third]};
      if (auto finding = CompoundCheck(growth).run(index.knowledge().lexicon()))
        findings.push_back(std::move(*finding));
    }
  return findings;
}

}  // namespace

extern const Rule compound_growth{
    .summary = "a yearly growth over several years does not lead from the first value to the last",
    .run = run};

}  // namespace assay::rules
