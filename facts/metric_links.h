// SPDX-License-Identifier: MIT
#pragma once
/// Three numbers of a sentence that belong together by what their metrics are: a revenue, a profit and the margin; a
/// capacity, how much of it is used, and the output.

#include <vector>

#include "facts/clauses.h"
#include "facts/fact.h"
#include "facts/lexicon.h"

namespace assay {

/// One link for each such three: LinkKind::Margin, LinkKind::Identity (Metric::product_of), and LinkKind::ShareOfTotal for
/// an amount, the share of a whole that is said right behind it (占营收的12%), and the whole. In one sentence they are of one company
/// and one time, be they named or not, unless it tells another time in between, or two values of one metric. The
/// members are indexes into `facts`, which are in the order of scan.quantities.
[[nodiscard]] std::vector<Link> find_metric_links(const Scan& scan, const Clauses& clauses,
                                                  const std::vector<Fact>& facts,
                                                  const Lexicon& lexicon);

}  // namespace assay
