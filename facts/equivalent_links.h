// SPDX-License-Identifier: MIT
#pragma once
/// One amount in two currencies: 10.3亿美元（约合人民币74亿元）, "€2.1 billion, or about $2.4 billion".

#include <string_view>
#include <vector>

#include "facts/clauses.h"
#include "facts/fact.h"
#include "facts/scan.h"

namespace assay {

/// One link for each two amounts of a sentence that follow one another in two written currencies, with nothing between
/// them and their hedges but a bracket or a word for "equivalent": LinkKind::Equivalent. The members are indexes into
/// `facts`, which are in the order of scan.quantities.
[[nodiscard]] std::vector<Link> find_equivalent_links(std::string_view text, const Scan& scan,
                                                      const Clauses& clauses,
                                                      const std::vector<Fact>& facts);

}  // namespace assay
