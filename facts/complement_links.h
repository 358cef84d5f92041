// SPDX-License-Identifier: MIT
#pragma once
/// A share and what it leaves of the whole: 92%是进口的，剩下的8%是国产的.

#include <string_view>
#include <vector>

#include "facts/clauses.h"
#include "facts/fact.h"
#include "facts/scan.h"

namespace assay {

/// One link for each share that is said to be the rest behind another one of its sentence: LinkKind::Complement.
/// The members are indexes into `facts`, which are in the order of scan.quantities.
[[nodiscard]] std::vector<Link> find_complement_links(std::string_view text, const Scan& scan,
                                                      const Clauses& clauses,
                                                      const std::vector<Fact>& facts);

}  // namespace assay
