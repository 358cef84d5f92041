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

/// The subject that a clause without quantities sets for what follows, if it does.
[[nodiscard]] std::optional<Slot> subject_of_bare_clause(const ClauseView& view);

/// 大陆市场已是磷酸铁锂的天下: whether the clause says of something else than a company what it is; what follows
/// may be about that.
[[nodiscard]] bool speaks_of_a_topic(const ClauseView& view);

}  // namespace assay
