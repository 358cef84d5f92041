// SPDX-License-Identifier: MIT
#include <cmath>

#include "checks/fact_kind.h"
#include "checks/make_finding.h"
#include "checks/repair.h"
#include "checks/rule.h"
#include "checks/stated_relations.h"
#include "checks/wording.h"

namespace assay::rules {
namespace {

/// The factor by which a growth statement multiplies: +25% -> 1.25, -30% -> 0.7, doubled -> 2.
Interval factor_of(const Fact& growth) {
  const Interval& size = growth.quantity.tolerance;
  if (growth.role == Role::Multiple) return size;
  // "a 12x reduction" leaves a twelfth.
  if (growth.role == Role::Decrease && is_multiple(growth) && size.low > 1)
    return Interval::point(1) / size;
  return growth.role == Role::Decrease ? Interval::point(1) - size : Interval::point(1) + size;
}

bool is_fraction(const Fact& fact) { return fact.quantity.unit.dimension == Dimension::Ratio; }

std::string in_words(const Interval& interval, const Fact& like, Language language) {
  return interval_words(interval, like.quantity.unit, language);
}

/// From X to Y by Z.
class ChangeCheck {
 public:
  explicit ChangeCheck(const StatedChange& change)
      : from_(*change.from), to_(*change.to), by_(*change.by) {}

  [[nodiscard]] std::optional<Finding> run(const Lexicon& lexicon) const {
    const auto expected = expected_end();
    if (!expected) return std::nullopt;
    const Interval& stated = to_.quantity.tolerance;
    if (intersects(*expected, stated)) return std::nullopt;
    const double size = std::abs(to_.quantity.stated.midpoint());
    if (size == 0 || gap(*expected, stated) / size < kRoundingOfChange) return std::nullopt;
    // A size whose metric only one of them has may be that of another change.
    const bool sure = to_.metric.value == by_.metric.value;
    const Severity severity = sure ? Severity::Error : Severity::Warning;
    Finding finding = make_finding("change-arithmetic", severity, 0.9, {&to_, &from_, &by_});
    const Message of = heading(to_, lexicon);
    finding.message = {
        of.zh + "从 " + from_.text + " 到 " + to_.text + "，与“" + by_.text + "”不符",
        of.en + "from " + from_.text + " to " + to_.text + " does not fit \"" + by_.text + "\""};
    for (const Language language : {Language::Chinese, Language::English}) {
      const bool zh = language == Language::Chinese;
      std::string& words = zh ? finding.explanation.zh : finding.explanation.en;
      words = from_.text + (zh ? " 按此变化应为 " : " changed so gives ") +
              in_words(*expected, to_, language) + (zh ? "，文中写 " : ", stated ") + to_.text;
      if (from_.quantity.stated.is_point() && to_.quantity.stated.is_point() &&
          from_.quantity.stated.low != 0)
        words += (zh ? "；实际变化 " : "; the change is ") + actual_change(language);
    }
    explain_repairs(finding, {relation()}, 0, lexicon);
    return finding;
  }

 private:
  /// Where the change ends if it starts at from_ and is as large as by_ says.
  [[nodiscard]] std::optional<Interval> expected_end() const {
    const Interval& start = from_.quantity.tolerance;
    switch (by_.quantity.unit.dimension) {
      case Dimension::PercentagePoint:
        if (!is_fraction(to_)) return std::nullopt;
        return by_.role == Role::Decrease ? start - by_.quantity.tolerance
                                          : start + by_.quantity.tolerance;
      case Dimension::Ratio:
        return relative_end(start);
      default:
        if (by_.quantity.unit.canonical != to_.quantity.unit.canonical) return std::nullopt;
        return by_.role == Role::Decrease ? start - by_.quantity.tolerance
                                          : start + by_.quantity.tolerance;
    }
  }

  /// Writers say "rose 5%" of shares for five points as well as for a twentieth: either will do.
  [[nodiscard]] std::optional<Interval> relative_end(const Interval& start) const {
    const Interval relative = start * factor_of(by_);
    if (is_multiple(by_) && by_.role == Role::Increase) {
      // 增长4倍, "a 4x increase" is said of 10 to 50 and, loosely, of 10 to 40.
      const Interval loosely = start * by_.quantity.tolerance;
      if (intersects(loosely, to_.quantity.tolerance)) return loosely;
    }
    if (!is_fraction(to_) || by_.role == Role::Multiple) return relative;
    const Interval points = by_.role == Role::Decrease ? start - by_.quantity.tolerance
                                                       : start + by_.quantity.tolerance;
    return intersects(points, to_.quantity.tolerance) ? points : relative;
  }

  /// start x factor = end, in logarithms; for a change in units of its own, start + change = end.
  [[nodiscard]] FactRelation relation() const {
    if (by_.quantity.unit.dimension == Dimension::Ratio) return growth_relation(from_, to_, by_);
    return {.members = {{&to_, -1}, {&from_, 1}, {&by_, by_.role == Role::Decrease ? -1.0 : 1.0}}};
  }

  /// By how much it really changed, in the terms that the sentence chose: points against points.
  [[nodiscard]] std::string actual_change(Language language) const {
    constexpr double kTenthsOfAPercent = 1000;
    const double from = from_.quantity.stated.low;
    const double to = to_.quantity.stated.low;
    MeasuredIn unit = by_.quantity.unit;
    double change = to - from;
    if (unit.dimension == Dimension::Ratio) {
      change = std::round((to / from - 1) * kTenthsOfAPercent) / kTenthsOfAPercent;
      unit.scale = Decimal(1, -2);
    }
    return (change > 0 ? "+" : "") + value_words(change, unit, language);
  }

  const Fact& from_;
  const Fact& to_;
  const Fact& by_;
};

/// A range of results and a range of growth that led there must come from one base.
std::optional<Finding> check_base(const ReadDocument& document, const Link& link,
                                  const Lexicon& lexicon) {
  const Fact& level = document.facts[link.first];
  const Fact& growth = document.facts[link.second];
  // "sheets of 30-50nm, 50-80% faster": of what does not change with time there is no growth.
  const Metric* metric = lexicon.find_metric(level.metric.value);
  if (metric == nullptr || !metric->varies) return std::nullopt;
  const Interval& values = level.quantity.stated;
  const Interval& rates = growth.quantity.stated;
  // "$70,000-250,000 (60-70% reduction)": without a word for what it is measured from the amount may as
  // well be the reduction.
  if (growth.basis != Basis::YearOnYear && growth.basis != Basis::PeriodOnPeriod)
    return std::nullopt;
  const bool ranges = !values.is_point() && !rates.is_point() && values.has_low() &&
                      values.has_high() && rates.has_low() && rates.has_high();
  if (!ranges || level.quantity.vague || growth.role == Role::Multiple) return std::nullopt;
  const double sign = growth.role == Role::Decrease ? -1 : 1;
  const auto base = [&](double value, double rate) { return value / (1 + sign * rate); };
  const double low = base(values.low, sign > 0 ? rates.low : rates.high);
  const double high = base(values.high, sign > 0 ? rates.high : rates.low);
  if (low <= 0 || high <= 0 || std::abs(low - high) / std::max(low, high) < kRoundingOfChange)
    return std::nullopt;
  Finding finding = make_finding("change-arithmetic", Severity::Warning, 0.8, {&level, &growth});
  const Message of = heading(level, lexicon);
  finding.message = {
      of.zh + level.text + " 与增幅 " + growth.text + " 推出两个不同的基数",
      of.en + level.text + " and growth of " + growth.text + " imply two different bases"};
  const auto words = [&](Language language) {
    return value_words(low, level.quantity.unit, language) + " ≠ " +
           value_words(high, level.quantity.unit, language);
  };
  finding.explanation = {
      "下限推出的基数 " + words(Language::Chinese) + " 上限推出的基数",
      "base from the low ends " + words(Language::English) + " from the high ends"};
  return finding;
}

/// 苹果2.478亿支, 三星2.412亿支, 苹果领先三星一千五百多万支: a lead that the two levels do not make.
std::optional<Finding> check_lead(const StatedLead& told, const Lexicon& lexicon) {
  const Fact* lead = told.lead;
  const Fact* ours = told.ours;
  const Fact* theirs = told.theirs;
  const Interval difference = ours->quantity.tolerance - theirs->quantity.tolerance;
  const Interval& stated = lead->quantity.tolerance;
  const double size = std::max(ours->quantity.stated.low, theirs->quantity.stated.low);
  const double off =
      std::min(gap(difference, stated), gap(Interval::point(0) - difference, stated));
  if (size <= 0 || off / size < kRoundingOfChange) return std::nullopt;
  Finding finding = make_finding("change-arithmetic", Severity::Warning, 0.8, {lead, ours, theirs});
  const Message of = heading(*ours, lexicon);
  finding.message = {
      of.zh + ours->text + " 与 " + theirs->text + " 的差不是 " + lead->text,
      of.en + ours->text + " and " + theirs->text + " are not " + lead->text + " apart"};
  const auto words = [&](Language language) {
    return ours->text + " - " + theirs->text + " = " + in_words(difference, *ours, language) +
           (language == Language::Chinese ? "，文中写 " : ", stated ") + lead->text;
  };
  finding.explanation = {words(Language::Chinese), words(Language::English)};
  return finding;
}

std::vector<Finding> run(const FactIndex& index) {
  std::vector<Finding> findings;
  const Lexicon& lexicon = index.knowledge().lexicon();
  for (const ReadDocument& document : index.documents()) {
    for (const StatedLead& lead : stated_leads(document))
      if (auto finding = check_lead(lead, lexicon)) findings.push_back(std::move(*finding));
    for (const StatedChange& change : stated_changes(document))
      if (auto finding = ChangeCheck(change).run(lexicon)) findings.push_back(std::move(*finding));
    for (const Link& link : document.links)
      if (link.kind == LinkKind::GrowthOf)
        if (auto finding = check_base(document, link, lexicon))
          findings.push_back(std::move(*finding));
  }
  return findings;
}

}  // namespace

extern const Rule change_arithmetic{
    .summary = "start, end and size of a change do not fit together", .run = run};

}  // namespace assay::rules
