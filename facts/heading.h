// SPDX-License-Identifier: MIT
#pragma once
/// What a heading hands on to the text below it.

#include <string_view>

#include "facts/clause_view.h"
#include "facts/knowledge.h"
#include "facts/scan.h"

namespace assay {

/// What a heading, a title or a table head says: its subject, metric, scope and period.
[[nodiscard]] Carried read_heading(std::string_view text, const Scan& scan,
                                   const Knowledge& knowledge);

/// Takes from `outer`, a heading further out, what `inner` leaves open.
void fill_from(Carried& inner, const Carried& outer);

/// The same without what it limits the text to.
[[nodiscard]] Carried without_scope(Carried heading);

}  // namespace assay
