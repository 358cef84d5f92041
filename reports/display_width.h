// SPDX-License-Identifier: MIT
#pragma once
/// How much room text takes on a terminal, where a Han character fills two cells, a combining mark
/// none, and an emoji of several code points two in all. The widths of single code points are
/// ICU's East Asian widths; "ambiguous" characters count as narrow, as terminals have it by default.
///
/// What a document says must not steer the terminal: control characters and marks that turn the
/// writing direction have the width of the U+FFFD that is shown for them.

#include <cstddef>
#include <string>
#include <string_view>

namespace assay {

/// What a reader takes for one character: a code point and what attaches to it.
struct Cluster {
  std::size_t end = 0;    ///< byte offset behind it
  std::size_t width = 0;  ///< cells
};

/// A tab is shown as this many spaces wherever it stands.
inline constexpr std::size_t kTabWidth = 4;

/// The cluster that starts at byte `offset`. Precondition: offset < text.size().
[[nodiscard]] Cluster next_cluster(std::string_view text, std::size_t offset);

/// The byte offset at which the cluster before `offset` starts. Precondition: 0 < offset <= size.
[[nodiscard]] std::size_t previous_cluster(std::string_view text, std::size_t offset);

/// The width of a text without line breaks, in cells.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// The text as it may be sent to a terminal: tabs as spaces, everything that would move the cursor,
/// change colours or turn the direction of writing as U+FFFD. Line breaks count as such, too.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace assay
