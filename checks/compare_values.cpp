// SPDX-License-Identifier: MIT
// Whether two values can both be true, what doubts weigh, and how severe it is when they cannot.
#include <algorithm>
#include <cmath>

#include "checks/compare.h"

namespace assay {
namespace {

/// Values closer than this are a matter of rounding or truncation, whatever their digits say.
constexpr double kRoundingGap = 0.02;
/// A comparison less sure than this is worth less.
constexpr double kLeastConfidence = 0.3;

}  // namespace

bool Comparison::doubts_that(Doubt doubt) const {
  return std::find(doubts.begin(), doubts.end(), doubt) != doubts.end();
}

void Comparison::add(Doubt doubt, int more) {
  if (doubts_that(doubt)) return;
  doubts.insert(std::upper_bound(doubts.begin(), doubts.end(), doubt), doubt);
  weight += more;
}

void Comparison::lighten(Doubt doubt, int less) {
  if (doubts_that(doubt)) weight -= less;
}

double relative_gap(const Quantity& a, const Quantity& b) {
  if (intersects(a.tolerance, b.tolerance)) return 0;
  // Tolerances that merely touch ($3 and $4 billion) are as far apart as what is written.
  const double distance = gap(a.stated, b.stated);
  if (distance == 0) return 0;
  // Of "more than 65%" and "less than 50%" it is the stated ends that are apart.
  const auto size = [](const Interval& interval) {
    if (!interval.has_low()) return std::abs(interval.high);
    return std::abs(interval.has_high() ? interval.midpoint() : interval.low);
  };
  const double largest = std::max(size(a.stated), size(b.stated));
  return largest == 0 ? 1 : std::min(1.0, distance / largest);
}

bool values_agree(const Quantity& a, const Quantity& b) {
  return relative_gap(a, b) <= kRoundingGap;
}

std::optional<Severity> severity_after(const Comparison& comparison, double relative_gap) {
  if (!comparison.comparable || relative_gap <= kRoundingGap) return std::nullopt;
  int weight = comparison.weight;
  if (relative_gap < kSmallGap) weight += kSlight;
  if (comparison.confidence < kLeastConfidence) weight += kSlight;
  if (weight == 0) return Severity::Error;
  if (weight < kNoteAtMost) return Severity::Warning;
  // Two metrics that people mix up, and more that keeps them apart: no reader would stop there.
  const bool worth_a_note = weight <= kNoteAtMost + 1;
  if (worth_a_note && !comparison.doubts_that(Doubt::OtherMetric)) return Severity::Note;
  return std::nullopt;
}

}  // namespace assay
