// SPDX-License-Identifier: MIT
#pragma once
/// What `ask` says beside its answers: how it understood the question, and what there is to ask for
/// when nothing answers it.

#include <string>
#include <vector>

#include "cli/query.h"
#include "reports/strings.h"

namespace assay {

/// One line: "Understood: subject NVIDIA · scope China · metric market share", without a line break.
[[nodiscard]] std::string understood(const Query& query, const Strings& strings);

/// The words of a question that stand in no fact, each with the name that is closest to it among
/// those of the facts, a line each; empty when there are none.
[[nodiscard]] std::string unknown_words(const Query& query,
                                        const std::vector<ReadDocument>& documents,
                                        const Strings& strings);

/// What the facts do tell of what was asked, a line each: other times, other metrics of the subject,
/// other subjects of the metric; else whom they tell most of. Empty when there are no facts.
[[nodiscard]] std::string suggestions(const Query& query,
                                      const std::vector<ReadDocument>& documents,
                                      const Strings& strings);

}  // namespace assay
