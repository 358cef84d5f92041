// SPDX-License-Identifier: MIT
#pragma once
/// Does a clause say of its number just what was read, and nothing beside it? And does it say when?

#include <string_view>
#include <vector>

#include "facts/fact.h"
#include "facts/knowledge.h"

namespace assay {

/// Whether the fact's own clause, scanned anew, holds nothing but its subject, metric and scope,
/// times, amounts and function words: no other name or metric, no word that the vocabulary lacks, no
/// "of which", no stretch of time. 其中终端业务收入增长38% and "Services revenue grew 13%" are of a part
/// that was not read. False where the place of the number in its sentence is not known.
[[nodiscard]] bool says_nothing_else(const Fact& fact, const Knowledge& knowledge);

/// The years that a text names by four digits, in its order.
[[nodiscard]] std::vector<int> years_in(std::string_view text);

/// Whether the fact's own sentence says for when it is: its clause does, or the one year that the
/// sentence names is that of its period.
[[nodiscard]] bool says_when(const Fact& fact);

}  // namespace assay
