// SPDX-License-Identifier: MIT
#pragma once
/// What was said of the parts of a time and of all of it: two halves and their year, four quarters, nine months and
/// the last quarter.

#include <vector>

#include "checks/stated_relations.h"
#include "facts/fact.h"
#include "facts/lexicon.h"

namespace assay {

/// The totals of a document that its own values of shorter times must add up to: those times follow one another
/// from the first day of the total's to its last. Only of metrics whose values come together (Metric::adds_up),
/// of one subject and scope, in one unit and modality. A time of which the document says several values that
/// exclude one another is left out. Where no year is written, all of them stand in one block.
/// Order: as the totals stand in the document. Complexity: of a series with n times n² log n at most, for each time
/// looks at each of the others once.
[[nodiscard]] std::vector<StatedTotal> period_totals(const ReadDocument& document,
                                                     const Lexicon& lexicon);

}  // namespace assay
