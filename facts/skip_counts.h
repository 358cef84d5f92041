// SPDX-License-Identifier: MIT
#pragma once
/// How much of a document was not read, and why: what a reader of a report should know before taking
/// silence for agreement. A part is what a reader would point at: a menu, a code block, a picture. What
/// has no text to read (scripts, hidden parts, empty lines) is no part.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace assay {

enum class SkipReason : std::uint8_t {
  PageChrome,    ///< navigation, link lists, feet, advertisements, notices
  AfterArticle,  ///< "related articles" and what follows them
  Code,          ///< code and diagrams
  Picture,       ///< pictures and recordings, with what describes them
  WideTable,     ///< a table of more columns than are told apart: read as text, not as a table
  Count_
};
inline constexpr auto kSkipReasonCount = static_cast<std::size_t>(SkipReason::Count_);
/// The name of a reason in JSON: "page-chrome".
[[nodiscard]] std::string_view to_string(SkipReason reason);
[[nodiscard]] std::optional<SkipReason> parse_skip_reason(std::string_view name);

/// Parts of a document that were not read, by reason.
class SkipCounts {
 public:
  void add(SkipReason reason, std::size_t parts = 1) {
    counts_[static_cast<std::size_t>(reason)] += parts;
  }
  /// Adds all of `other`.
  void add(const SkipCounts& other);
  [[nodiscard]] std::size_t of(SkipReason reason) const {
    return counts_[static_cast<std::size_t>(reason)];
  }
  [[nodiscard]] bool none() const { return *this == SkipCounts(); }
  bool operator==(const SkipCounts&) const = default;

 private:
  std::array<std::size_t, kSkipReasonCount> counts_{};
};

/// All reasons, in their order.
[[nodiscard]] const std::array<SkipReason, kSkipReasonCount>& all_skip_reasons();

}  // namespace assay
