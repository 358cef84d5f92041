// SPDX-License-Identifier: MIT
#pragma once
/// Which numbers of a text a claim may be reckoned from, and with which.

#include "facts/fact.h"

namespace assay {

/// A share, a multiple, a growth; no percentage points.
[[nodiscard]] bool is_ratio(const Fact& fact);

/// Whether it has happened, as far as the text says: no forecast, plan or condition, nothing denied.
[[nodiscard]] bool is_settled(const Fact& fact);

/// Things are counted alike when they are the same things: 台 and 颗 are not. "Compared with
/// 549,000" leaves the things out.
[[nodiscard]] bool counts_alike(const Fact& a, const Fact& b);

/// How much of the claim's words the fact speaks of, 0..1.
[[nodiscard]] double words_shared(const Fact& claim, const Fact& fact);

/// Whether the fact is of the claim's subject, as far as it says.
[[nodiscard]] bool may_be_of_subject(const Fact& fact, const Fact& claim);

}  // namespace assay
