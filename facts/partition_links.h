// SPDX-License-Identifier: MIT
#pragma once
/// Shares of a whole that a sentence says to divide: 分地区看，华东占40%，华南占35%，华北占25%. What the whole
/// is need not be known; that these are all parts of it is said.

#include <string_view>
#include <vector>

#include "facts/clauses.h"
#include "facts/fact.h"
#include "facts/knowledge.h"
#include "facts/scan.h"

namespace assay {

/// The shares that follow the words of a partition (plain_words.json) in a sentence, each linked to the
/// one before it. Left out is what else is said of a part (its growth, its margin, last year's share in
/// brackets); a list ends where it may count something twice (其中, 合计, 前五).
/// `facts` are those of the scan's quantities, in their order.
[[nodiscard]] std::vector<Link> find_partition_links(std::string_view text, const Scan& scan,
                                                     const Clauses& clauses,
                                                     const std::vector<Fact>& facts,
                                                     const Knowledge& knowledge);

}  // namespace assay
