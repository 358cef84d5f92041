// SPDX-License-Identifier: MIT
#pragma once
/// Parts and their whole, as sentences list them: totals, what is included, what a whole is made of.

#include <string_view>
#include <vector>

#include "facts/clauses.h"
#include "facts/fact.h"
#include "facts/lexicon.h"
#include "facts/scan.h"

namespace assay {

/// The links of kind PartOfTotal, IncludedIn, ComposedOf and ShareOfTotal of a block. `facts` are those
/// of the scan's quantities, in the same order.
[[nodiscard]] std::vector<Link> find_part_links(std::string_view text, const Scan& scan,
                                                const Clauses& clauses,
                                                const std::vector<Fact>& facts,
                                                const Lexicon& lexicon);

}  // namespace assay
