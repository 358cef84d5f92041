// SPDX-License-Identifier: MIT
#include "checks/fact_kind.h"

namespace assay {

bool is_relative(const Fact& fact) {
  const Dimension dimension = fact.quantity.unit.dimension;
  return dimension == Dimension::Ratio || dimension == Dimension::PercentagePoint;
}

bool is_change(const Fact& fact) {
  return fact.role == Role::Increase || fact.role == Role::Decrease || fact.role == Role::Multiple;
}

bool is_gap(const Fact& fact) {
  const bool gap = fact.metric.value == "technology gap" || fact.metric.value == "generation gap";
  if (fact.role == Role::Difference) return gap || fact.metric.empty();
  return gap && fact.metric.source <= SlotSource::TableHead && !is_change(fact);
}

}  // namespace assay
