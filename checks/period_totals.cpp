// SPDX-License-Identifier: MIT
#include "checks/period_totals.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>

namespace assay {
namespace {

/// Of whom or what, in which measure; where something is left unsaid, also where it stands.
using Series = std::tuple<std::string, std::string, std::string, std::vector<std::string>,
                          std::string, Modality, std::int64_t>;

constexpr std::int64_t kAnywhere = -1;

bool is_plain_value(const Fact& fact, const Lexicon& lexicon) {
  const Metric* metric = lexicon.find_metric(fact.metric.value);
  const Quantity& quantity = fact.quantity;
  return metric != nullptr && metric->adds_up && metric->fits(quantity.unit.dimension) &&
         quantity.unit.dimension != Dimension::Ratio && fact.role == Role::Level &&
         fact.modality != Modality::Negated && fact.modality != Modality::Hypothetical &&
         fact.comparand.empty() && quantity.stated.is_point() &&
         fact.metric.source <= SlotSource::Carried;
}

/// The time of a fact; of one without a year in a year that stands for it, which only others of its block share.
std::optional<Period> time_of(const Fact& fact) {
  constexpr int kSomeYear = 2001;
  if (fact.period) return fact.period;
  if (!fact.partial_time || !fact.partial_time->part) return std::nullopt;
  return part_period(kSomeYear + fact.partial_time->year_offset.value_or(0),
                     *fact.partial_time->part);
}

/// Where facts stand that say less than whom and when: in one block, or in one table.
class Places {
 public:
  std::int64_t of(const Fact& fact) {
    // Each table begins again at row 1, and each cell is a block.
    if (fact.table_row > 0 && (last_row_ == 0 || fact.table_row < last_row_)) table_ = fact.block;
    last_row_ = fact.table_row;
    return fact.table_row > 0 ? table_ : fact.block;
  }

 private:
  std::uint32_t last_row_ = 0;
  std::int64_t table_ = 0;
};

Series series_of(const Fact& fact, std::int64_t place) {
  const Quantity& quantity = fact.quantity;
  const bool open = fact.subject.empty() || !fact.period;
  return {fact.subject.value,
          fact.metric.value,
          fact.qualifier,
          fact.scope,
          quantity.unit.canonical + "|" + quantity.written_unit,
          fact.modality,
          open ? place : kAnywhere};
}

/// The values of one series by their times. Of a time with several that exclude one another there is none.
class Times {
 public:
  void add(const Period& time, const Fact& fact) {
    const auto [known, fresh] = values_.try_emplace({time.from, time.to}, &fact);
    if (!fresh && known->second != nullptr &&
        !intersects(known->second->quantity.tolerance, fact.quantity.tolerance))
      known->second = nullptr;
  }

  /// Every time that shorter ones make up, with those; the longest of them where there is a choice.
  void find_totals(std::vector<StatedTotal>& totals) const {
    for (const auto& [time, whole] : values_) {
      if (whole == nullptr) continue;
      std::vector<const Fact*> parts;
      std::set<Day> dead;
      if (tile(time.first, time, parts, dead)) totals.push_back({whole, parts, true});
    }
  }

 private:
  using Days = std::pair<Day, Day>;

  /// Fills `parts` with values whose times lead from the day `from` to the last one of `whole`, none of them its own.
  /// `dead` are days from which none do: each is tried once.
  bool tile(Day from, const Days& whole, std::vector<const Fact*>& parts,
            std::set<Day>& dead) const {
    if (from > whole.second) return true;
    if (parts.size() == kMostParts || dead.contains(from)) return false;
    // Those that begin on this day, the longest first.
    auto at = values_.upper_bound({from, whole.second});
    while (at != values_.begin() && (--at)->first.first == from) {
      const auto& [days, value] = *at;
      if (days == whole || value == nullptr) continue;
      parts.push_back(value);
      if (tile(days.second + std::chrono::days(1), whole, parts, dead)) return true;
      parts.pop_back();
    }
    dead.insert(from);
    return false;
  }

  static constexpr std::size_t kMostParts = 12;
  std::map<Days, const Fact*> values_;
};

}  // namespace

std::vector<StatedTotal> period_totals(const ReadDocument& document, const Lexicon& lexicon) {
  std::map<Series, Times> all;
  Places places;
  for (const Fact& fact : document.facts) {
    const std::int64_t place = places.of(fact);
    if (!is_plain_value(fact, lexicon)) continue;
    if (const auto time = time_of(fact)) all[series_of(fact, place)].add(*time, fact);
  }
  std::vector<StatedTotal> totals;
  for (const auto& [series, times] : all) times.find_totals(totals);
  std::sort(totals.begin(), totals.end(),
            [](const StatedTotal& a, const StatedTotal& b) { return a.whole < b.whole; });
  return totals;
}

}  // namespace assay
