// SPDX-License-Identifier: MIT
#pragma once
/// Columns for people: aligned by what a terminal shows, so that Chinese and English line up.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

/// Room enough for a phrase, and for several of them on one line.
inline constexpr std::size_t kPhraseWidth = 48;

class Table {
 public:
  /// Columns by their heads. Those in `right` hold numbers and are aligned at their right side. What
  /// takes more than `max_width` cells of a terminal is shortened.
  explicit Table(std::vector<std::string> heads, const std::vector<std::size_t>& right = {},
                 std::size_t max_width = SIZE_MAX);

  /// Adds a row with a cell for each column.
  void add(std::vector<std::string> cells);
  [[nodiscard]] bool empty() const { return rows_.size() == 1; }

  /// The lines of the table, the heads first; each starts with `indent`, none ends with a space.
  [[nodiscard]] std::string to_text(std::string_view indent = "") const;
  /// The same without the heads.
  [[nodiscard]] std::string body_to_text(std::string_view indent = "") const;

 private:
  [[nodiscard]] std::string lines(std::size_t first, std::string_view indent) const;

  std::vector<std::vector<std::string>> rows_;  ///< the heads are the first
  std::vector<bool> right_;
  std::size_t max_width_;
};

}  // namespace assay
