// SPDX-License-Identifier: MIT
#include "checks/told_apart.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include "checks/compare.h"

namespace assay {
namespace {

/// In a larger bucket the pairs that differ are not worth telling: it is a list.
constexpr std::size_t kLargestToldBucket = 60;

/// A level and a change, or the values before and after one, are not alike, and nobody wonders.
struct Reason {
  Distinction apart;
  const char* zh;
  const char* en;
};

constexpr std::array<Reason, 10> kReasons = {{
    {Distinction::Narrowing, "指标前的限定不同", "different words narrow the metric"},
    {Distinction::Basis, "一处是同比，一处是环比", "the changes are measured from different times"},
    {Distinction::Modality, "一处是预测、计划或假设", "one is a forecast, a plan or a condition"},
    {Distinction::ForecastPeriod, "预测没有写明时间", "a forecast names no period"},
    {Distinction::Comparand, "比较的对象不同", "they are compared with different things"},
    {Distinction::Place, "地区不同", "the places differ"},
    {Distinction::Scope, "范围不同", "the scopes differ"},
    {Distinction::Period, "时间不同", "the periods differ"},
    {Distinction::RestOfTable, "表格中的其余或合计行", "they are rests or totals of tables"},
    {Distinction::Metric, "指标不同", "the metrics differ"},
}};

/// What to say of a reason; nullptr when it is not told.
const Reason* find_reason(Distinction apart) {
  const auto* found = std::find_if(kReasons.begin(), kReasons.end(),
                                   [&](const Reason& reason) { return reason.apart == apart; });
  return found == kReasons.end() ? nullptr : found;
}

using Bucket = std::vector<const Fact*>;

void tell_bucket(const Bucket& bucket, const FactIndex& index, std::vector<ToldApart>& told) {
  std::set<Distinction> reasons;
  for (std::size_t i = 0; i < bucket.size(); ++i)
    for (std::size_t k = i + 1; k < bucket.size(); ++k) {
      const Fact& a = *bucket[i];
      const Fact& b = *bucket[k];
      const bool alike = a.quantity.unit.dimension == b.quantity.unit.dimension;
      if (!alike || values_agree(a.quantity, b.quantity)) continue;
      const Comparison comparison = compare_slots(a, b, index.knowledge());
      const Reason* reason = comparison.comparable ? nullptr : find_reason(comparison.apart);
      if (reason == nullptr || !reasons.insert(reason->apart).second) continue;
      told.push_back({a, b, {reason->zh, reason->en}});
    }
}

}  // namespace

std::vector<ToldApart> find_told_apart(const FactIndex& index) {
  std::vector<ToldApart> told;
  for (const auto& [metric, facts] : index.by_metric()) {
    std::map<std::string_view, Bucket> by_subject;
    for (const Fact* fact : facts)
      if (!fact->subject.empty() && fact->metric.known)
        by_subject[fact->subject.value].push_back(fact);
    for (const auto& [subject, bucket] : by_subject)
      if (bucket.size() <= kLargestToldBucket) tell_bucket(bucket, index, told);
  }
  std::map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < index.documents().size(); ++i) places[index.documents()[i].id] = i;
  std::stable_sort(told.begin(), told.end(), [&](const ToldApart& x, const ToldApart& y) {
    const auto key = [&](const ToldApart& pair) {
      return std::tuple(places.at(pair.a.document), pair.a.mention.begin, pair.b.mention.begin);
    };
    return key(x) < key(y);
  });
  if (told.size() > kMostToldApart) told.resize(kMostToldApart);
  return told;
}

}  // namespace assay
