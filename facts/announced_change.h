// SPDX-License-Identifier: MIT
#pragma once
/// A clause before a colon that says of what the numbers behind it are changes:
/// 社会消费品零售总额同比增速：6月4.8%，7月3.7%.

#include <optional>

#include "facts/clause_view.h"

namespace assay {

struct AnnouncedChange {
  Role role = Role::Increase;
  Basis basis = Basis::Unsaid;
  const Metric* metric = nullptr;  ///< what changes; never null
};

/// The change that the clause announces; absent when it has a number of its own, does not end at a
/// colon, or names no metric or no change.
[[nodiscard]] std::optional<AnnouncedChange> announced_by(const ClauseView& view);

/// Whether the clause of the quantity holds nothing beside it but names and times, so that it is an
/// item of what was announced.
[[nodiscard]] bool is_bare_item(const ClauseView& view, std::size_t token);

/// Makes a change of the ratio of a bare item, as it was announced.
void apply(const AnnouncedChange& announced, Fact& fact);

}  // namespace assay
