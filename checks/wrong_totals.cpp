// SPDX-License-Identifier: MIT
#include "checks/wrong_totals.h"

#include <cmath>

#include "checks/repair.h"
#include "checks/wording.h"

namespace assay {

Interval sum_of(const std::vector<const Fact*>& parts) {
  Interval sum = Interval::point(0);
  for (const Fact* part : parts) sum = sum + part->quantity.tolerance;
  return sum;
}

std::string joined(const std::vector<const Fact*>& parts, const char* separator) {
  std::string text;
  for (const Fact* part : parts) text += (text.empty() ? "" : separator) + part->text;
  return text;
}

Message sum_words(const StatedTotal& total, const Message& stated) {
  const Interval sum = sum_of(total.parts);
  const MeasuredIn& unit = total.whole->quantity.unit;
  const std::string terms = joined(total.parts, " + ") + " = ";
  return {terms + interval_words(sum, unit, Language::Chinese) + stated.zh + total.whole->text,
          terms + interval_words(sum, unit, Language::English) + stated.en + total.whole->text};
}

std::vector<Finding> find_wrong_totals(const std::vector<StatedTotal>& totals,
                                       const std::function<Finding(const StatedTotal&)>& tell,
                                       const Lexicon& lexicon) {
  std::vector<FactRelation> relations;
  relations.reserve(totals.size());
  for (const StatedTotal& total : totals)
    relations.push_back(total_relation(total.parts, *total.whole));
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < totals.size(); ++i) {
    const Quantity& whole = totals[i].whole->quantity;
    const double size = std::abs(whole.stated.midpoint());
    if (size == 0 || gap(sum_of(totals[i].parts), whole.tolerance) / size <= kRoundingOfSum)
      continue;
    Finding finding = tell(totals[i]);
    explain_repairs(finding, relations, i, lexicon);
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace assay
