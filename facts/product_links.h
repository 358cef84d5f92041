// SPDX-License-Identifier: MIT
#pragma once
/// Two numbers of a sentence that are multiplied to give a third: eight at 370 dollars, that makes
/// 2,960; 48% of 250 million, in other words 120 million.

#include <vector>

#include "facts/clauses.h"
#include "facts/fact.h"
#include "facts/knowledge.h"

namespace assay {

/// One link for each product that a sentence states: LinkKind::Product. A word that says so (就是, 合计,
/// "that makes") stands before the result, and the units of the three fit. The members are indexes
/// into `facts`, which are in the order of scan.quantities.
[[nodiscard]] std::vector<Link> find_product_links(std::string_view text, const Scan& scan,
                                                   const Clauses& clauses,
                                                   const std::vector<Fact>& facts,
                                                   const Knowledge& knowledge);

}  // namespace assay
