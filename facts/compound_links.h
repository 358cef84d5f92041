// SPDX-License-Identifier: MIT
#pragma once
/// Two values some years apart and what they grew by in each of those years: 市场规模从2023年的10亿元增至2028年的45亿元，
/// 年复合增长率35%.

#include <string_view>
#include <vector>

#include "facts/clauses.h"
#include "facts/fact.h"
#include "facts/scan.h"

namespace assay {

/// One link for each yearly growth (Basis::Annualised) that stands beside two values of one thing: the two nearest
/// before it, of which the earlier may stand in the sentence before, or the two behind it. LinkKind::CompoundGrowth.
/// The members are indexes into `facts`, which are in the order of scan.quantities.
[[nodiscard]] std::vector<Link> find_compound_links(const Scan& scan, const Clauses& clauses,
                                                    const std::vector<Fact>& facts);

}  // namespace assay
