// SPDX-License-Identifier: MIT
#pragma once
/// Is a number so, expected, planned, supposed, denied, or only thought to be so?

#include <string_view>

#include "facts/clauses.h"
#include "facts/fact.h"
#include "facts/scan.h"

namespace assay {

/// The modality of the quantity at token `quantity` of its clause. `so_far` is what earlier clauses
/// of the sentence leave in force (see modality_after).
[[nodiscard]] Modality modality_of(std::string_view text, const Scan& scan, const Clause& clause,
                                   std::size_t quantity, Modality so_far);

/// What a clause leaves in force for those behind it in its sentence: a condition; and, of a `bare`
/// clause, which has no quantity, an expectation, a plan that it opens with, or a question
/// where the sentence ends as one.
[[nodiscard]] Modality modality_after(std::string_view text, const Scan& scan, const Clause& clause,
                                      bool bare, Modality so_far);

/// Whether a word of the clause says that what it tells is expected, planned or supposed.
[[nodiscard]] bool speaks_of_future(const Scan& scan, const Clause& clause);

}  // namespace assay
