// SPDX-License-Identifier: MIT
#include "facts/skip_counts.h"

#include <algorithm>

namespace assay {

std::string_view to_string(SkipReason reason) {
  constexpr std::array<std::string_view, kSkipReasonCount> kNames = {
      "page-chrome", "after-article", "code", "picture", "wide-table"};
  return kNames[static_cast<std::size_t>(reason)];
}

std::optional<SkipReason> parse_skip_reason(std::string_view name) {
  const auto& reasons = all_skip_reasons();
  const auto found =
      std::ranges::find_if(reasons, [&](SkipReason reason) { return to_string(reason) == name; });
  return found == reasons.end() ? std::nullopt : std::optional(*found);
}

void SkipCounts::add(const SkipCounts& other) {
  for (const SkipReason reason : all_skip_reasons()) add(reason, other.of(reason));
}

const std::array<SkipReason, kSkipReasonCount>& all_skip_reasons() {
  static constexpr std::array<SkipReason, kSkipReasonCount> kReasons = {
      SkipReason::PageChrome, SkipReason::AfterArticle, SkipReason::Code, SkipReason::Picture,
      SkipReason::WideTable};
  return kReasons;
}

}  // namespace assay
