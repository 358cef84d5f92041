// SPDX-License-Identifier: MIT
#pragma once
/// What the numbers of one sentence have to do with one another: a change from one to another, the
/// growth that led to a level, what a share leaves of the whole, parts in one enumeration.

#include <vector>

#include "facts/clauses.h"
#include "facts/fact.h"
#include "facts/knowledge.h"

namespace assay {

/// The links of a block. `facts` are in the order of scan.quantities and have their roles.
[[nodiscard]] std::vector<Link> find_links(std::string_view text, const Scan& scan,
                                           const Clauses& clauses, const std::vector<Fact>& facts,
                                           const Knowledge& knowledge);

}  // namespace assay
