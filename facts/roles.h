// SPDX-License-Identifier: MIT
#pragma once
/// What a number does in its clause: a level, the start of a change, its size, a gap.

#include <optional>

#include "facts/clauses.h"
#include "facts/fact.h"
#include "facts/frames.h"

namespace assay {

/// The role of the quantity at token `quantity`. `frame` is what frames.h made of it, if anything.
[[nodiscard]] Role role_of(std::string_view text, const Scan& scan, const Clause& clause,
                           std::size_t quantity, const std::optional<FrameMatch>& frame,
                           const Lexicon& lexicon);

/// 三年前, "two years ago": a point in time rather than a value of anything.
[[nodiscard]] bool is_point_in_time(std::string_view text, const ScannedQuantity& quantity,
                                    const Lexicon& lexicon);

}  // namespace assay
