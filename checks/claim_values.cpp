// SPDX-License-Identifier: MIT
#include "checks/claim_values.h"

#include <algorithm>
#include <cmath>

namespace assay {
namespace {

constexpr double kTruncation = 0.015;  // 12 is said of 12.16

bool is_bound(const Interval& stated) { return stated.has_low() != stated.has_high(); }

/// The same bound, a little less strict.
Interval nearly(Interval bound) {
  if (bound.has_low()) bound.low -= kTruncation * std::abs(bound.low);
  if (bound.has_high()) bound.high += kTruncation * std::abs(bound.high);
  return bound;
}

}  // namespace

Relation relate(const Quantity& claim, const Interval& evidence,
                const Interval& evidence_tolerance) {
  // A bound is meant as it is written: 1.5 trillion is not "more than 2 trillion".
  if (is_bound(claim.stated) && evidence.is_point())
    return nearly(claim.stated).contains(evidence.low) ? Relation::Agrees : Relation::Disagrees;
  if (is_bound(evidence) && claim.stated.is_point() && !nearly(evidence).contains(claim.stated.low))
    return Relation::Disagrees;
  if (!intersects(claim.tolerance, evidence_tolerance)) {
    const double size = std::max(std::abs(claim.stated.midpoint()), std::abs(evidence.midpoint()));
    const bool close = size > 0 && gap(claim.tolerance, evidence_tolerance) / size < kTruncation;
    return close && claim.stated.is_point() ? Relation::Agrees : Relation::Disagrees;
  }
  if (claim.tolerance.covers(evidence) || evidence.is_point()) {
    return claim.tolerance.covers(evidence) || claim.stated.is_point() ? Relation::Agrees
                                                                       : Relation::Disagrees;
  }
  // Two ranges or bounds that meet: the same figures agree, others leave it open.
  return claim.stated == evidence ? Relation::Agrees : Relation::Open;
}

}  // namespace assay
