// SPDX-License-Identifier: MIT
#pragma once
/// Totals that their parts do not add up to, whatever makes them parts: a list, a row of a table, the quarters of a
/// year.

#include <functional>
#include <string>
#include <vector>

#include "checks/finding.h"
#include "checks/stated_relations.h"

namespace assay {

/// The sum of the values as intervals of rounding, in canonical units.
[[nodiscard]] Interval sum_of(const std::vector<const Fact*>& parts);

/// The values as they are written, "2 + 3", with `separator` between them.
[[nodiscard]] std::string joined(const std::vector<const Fact*>& parts, const char* separator);

/// "2 + 3 = 5 to 5.1, stated 7" in both languages; `stated` are the words before the total.
[[nodiscard]] Message sum_words(const StatedTotal& total, const Message& stated);

/// A finding for each of `totals` that its parts miss by more than kRoundingOfSum of it, as `tell` tells it, with what
/// would mend it: all of them together are asked, since a part that another total speaks for is beyond suspicion.
[[nodiscard]] std::vector<Finding> find_wrong_totals(
    const std::vector<StatedTotal>& totals, const std::function<Finding(const StatedTotal&)>& tell,
    const Lexicon& lexicon);

}  // namespace assay
