// SPDX-License-Identifier: MIT
#pragma once
/// The numbers of one sentence in their order, as links are looked for between them.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "facts/clauses.h"
#include "facts/fact.h"
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

/// Whether a fact is the size of a change: by how much, or to how many times.
[[nodiscard]] bool is_growth(const Fact& fact);

/// Whether two facts are known to be of different metrics.
[[nodiscard]] bool metrics_differ(const Fact& a, const Fact& b);

/// Whether an entity is named between two tokens, both excluded.
[[nodiscard]] bool entities_between(const Scan& scan, std::size_t from, std::size_t to);

/// Whether an entity or a metric is named between two tokens, both excluded.
[[nodiscard]] bool names_between(const Scan& scan, std::size_t from, std::size_t to);

}  // namespace assay
