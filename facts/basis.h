// SPDX-License-Identifier: MIT
#pragma once
/// What a change is measured from: a year, a quarter, each of several years.

#include <string_view>

#include "facts/clauses.h"
#include "facts/fact.h"
#include "facts/scan.h"

namespace assay {

/// What a change is measured from: the word for it before the number (同比增长30%) or behind it
/// (30% year over year).
[[nodiscard]] Basis basis_of(std::string_view text, const Scan& scan, const Clause& clause,
                             std::size_t quantity);

/// The basis of a change that a word says: 同比, 环比, "annualised"; Unsaid for any other word.
[[nodiscard]] Basis basis_said_by(const Token& token);

}  // namespace assay
