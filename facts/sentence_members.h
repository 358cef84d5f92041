// SPDX-License-Identifier: MIT
#pragma once
/// The numbers of one sentence in their order, as links are looked for between them.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "facts/clauses.h"
#include "facts/scan.h"

namespace assay {

/// One quantity of a sentence, with the clause that it stands in.
struct Member {
  std::uint32_t fact = 0;
  std::size_t token = 0;
  std::size_t clause = 0;
};

/// All quantities of a sentence.
[[nodiscard]] std::vector<Member> members_of(const Scan& scan, const Clauses& clauses,
                                             const SentenceSpan& sentence);

}  // namespace assay
