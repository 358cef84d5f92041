// SPDX-License-Identifier: MIT
#pragma once
/// Marks by which a writer accepts a finding, in any kind of document. They are no part of its text.
///
///     <!-- assay-ignore value-conflict: two ways of counting -->   this line; alone on its line: the next
///     [assay-ignore value-conflict: two ways of counting]          the same where comments would show
///     <!-- assay-ignore-begin stale-copy, table-sum: why --> … <!-- assay-ignore-end -->
///     <!-- assay-ignore-file forecast-miss: why -->
///
/// Rules and a reason must be named. Marks in fenced code or behind a backtick are examples.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

/// A mark and the lines that it is for.
struct Suppression {
  std::vector<std::string> rules;  ///< as written; not yet known to exist
  std::string reason;
  std::size_t line = 1;        ///< 1-based, at which the mark stands
  std::size_t first_line = 1;  ///< the lines it is for, 1-based, both included
  std::size_t last_line = 1;
};

/// A mark that is not understood, and so accepts nothing.
struct SuppressionMistake {
  std::size_t line = 1;  ///< 1-based
  std::string message;   ///< as in Error
};

struct Suppressions {
  std::vector<Suppression> accepted;  ///< in the order of their ends
  std::vector<SuppressionMistake> mistakes;
};

/// The marks of a document.
[[nodiscard]] Suppressions find_suppressions(std::string_view raw);

/// Where the mark that starts at `begin` ends; `begin` when none does. Bytes: `raw`.
[[nodiscard]] std::size_t suppression_mark_end(std::string_view raw, std::size_t begin);

}  // namespace assay
