// SPDX-License-Identifier: MIT
#include "checks/operands.h"

#include "facts/terms.h"

namespace assay {

bool is_ratio(const Fact& fact) { return fact.quantity.unit.dimension == Dimension::Ratio; }

bool is_settled(const Fact& fact) {
  return fact.modality == Modality::Actual || fact.modality == Modality::Opinion;
}

bool counts_alike(const Fact& a, const Fact& b) {
  const std::string& ours = a.quantity.written_unit;
  const std::string& theirs = b.quantity.written_unit;
  return same_measure(a, b) && (a.quantity.unit.dimension != Dimension::Count || ours == theirs ||
                                ours.empty() || theirs.empty());
}

double words_shared(const Fact& claim, const Fact& fact) {
  double shared = 0;
  for (const std::string& term : claim.terms)
    if (has_term(fact.terms, term) || fact.subject.value == term || fact.metric.value == term)
      ++shared;
  return claim.terms.empty() ? 0 : shared / static_cast<double>(claim.terms.size());
}

bool may_be_of_subject(const Fact& fact, const Fact& claim) {
  return fact.subject.empty() || claim.subject.empty() ||
         fact.subject.value == claim.subject.value || has_name(claim.terms, fact.subject.value);
}

}  // namespace assay
