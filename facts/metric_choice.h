// SPDX-License-Identifier: MIT
#pragma once
/// Which metric a quantity gets when its clause, its unit and the text before it all have a say.
/// What the clause itself names is read by metrics.h.

#include "facts/clause_view.h"
#include "facts/metrics.h"

namespace assay {

/// The metric of the quantity at `place`, whose quantity, role and subject `fact` already has: what
/// the clause names, else what the unit alone says, else that of the text before if it can take the
/// quantity, else the phrase that stands there.
[[nodiscard]] MetricRead choose_metric(const ClauseView& view, const QuantityPlace& place,
                                       const Fact& fact);

}  // namespace assay
