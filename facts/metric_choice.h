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
                                       const Fact& fact, const Knowledge& knowledge);

/// 中国AI云市场里，阿里云占35.8%: the metric of a share that nothing is said of but whose it is and in
/// which segment; nullptr when it is none such. `fact` has its subject, metric and scope.
[[nodiscard]] const Metric* market_that_share_is_of(const Fact& fact, const Lexicon& lexicon);

}  // namespace assay
