// SPDX-License-Identifier: MIT
#pragma once
/// When a fact holds: which of the times around a quantity is its own.

#include <optional>

#include "facts/clause_view.h"

namespace assay {

struct FactPeriod {
  std::optional<Period> period;
  std::optional<PartialTime> partial;  ///< set only where the period is not
  bool stated = false;                 ///< the clause itself says so
  bool ahead = false;                  ///< lies ahead, or is only spoken of as such
  bool point = false;                  ///< as the end of something longer: 年末
};

/// The period of a quantity in the role `role`: the time that stands before it, else one directly
/// behind it, else that of the quantity before it or of the text before. `before` is the fact of
/// the previous quantity of the clause, nullptr when `place` has none.
[[nodiscard]] FactPeriod period_of(const ClauseView& view, const QuantityPlace& place, Role role,
                                   const Fact* before);

/// The period of a time of the text; a part of a year without a year is one of the year that the
/// text spoke of right before, or else, less surely, of the latest that it told something of.
[[nodiscard]] FactPeriod placed(const TimeMention& time, const Carried& carried);

/// Whether the time at token `token` is one that another is compared with: 较2024年, "from the same
/// period in 2024". It is no period for what is compared.
[[nodiscard]] bool is_reference_time(const Scan& scan, std::size_t token);

/// Whether a period is a single day. The day on which something was said or published is no period
/// for what follows.
[[nodiscard]] bool is_one_day(const Period& period);

}  // namespace assay
