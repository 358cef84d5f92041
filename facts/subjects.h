// SPDX-License-Identifier: MIT
#pragma once
/// What a quantity is about: the first name of the clause that may be, or what came before.

#include <optional>
#include <string>
#include <vector>

#include "facts/clause_view.h"
#include "facts/frames.h"

namespace assay {

/// The subject of a quantity: a name before it, a name for both sides of a gap, unknown text before
/// 占, a name behind it, the subject of the text before; empty when there is none of these.
[[nodiscard]] Slot subject_of(const ClauseView& view, const QuantityPlace& place,
                              const std::optional<FrameMatch>& frame);

/// Whether the clause says "respectively", or ends with it behind a comma.
[[nodiscard]] bool says_in_turn(const ClauseView& view);

/// "A、B、C 分别为 X、Y、Z": the subject of each quantity in turn; empty when the clause is none such
/// or the numbers of names and quantities differ.
[[nodiscard]] std::vector<std::string> subjects_in_turn(const ClauseView& view,
                                                        std::size_t quantity_count);

/// The subject that a clause without quantities sets for what follows, if it does.
[[nodiscard]] std::optional<Slot> subject_of_bare_clause(const ClauseView& view);

}  // namespace assay
