// SPDX-License-Identifier: MIT
#pragma once
/// Cards: the documentation of one rule, with examples that run as tests. A card is Markdown:
///
///     # value-conflict
///
///     Two statements of one fact give values that cannot both be true.
///
///     ## What it finds
///     …
///     ## Examples
///
///     ```flags
///     NVIDIA holds 50% of the market.
///     ----doc----
///     NVIDIA's market share is 30%.
///     ----
///     50%
///     30%
///     ```
///
/// The fences with a meaning:
///
/// - `flags`: one document or several (separated by `----doc----`), then for each finding `----` and
///   the texts of its evidence, a line each, in any order;
/// - `silent`: documents in which the rule must report nothing;
/// - `gap`: one or the other (with or without `----`) that does not work yet.
///
/// A fence without a name is prose; any other name is an error, so that no example goes unread.

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace assay {

struct CardExample {
  enum class Kind { Flags, Silent, Gap };

  Kind kind = Kind::Flags;
  std::string name;      ///< kind and a running number: "flags_2"
  std::size_t line = 0;  ///< 1-based line of the card at which the example starts
  std::vector<std::string> documents;
  /// The evidence texts of each finding that is expected; empty: none is.
  std::vector<std::vector<std::string>> findings;
};

struct CardSection {
  std::string title;  ///< without "## "
  std::string text;   ///< Markdown, fences included
};

struct Card {
  std::string title;    ///< without "# "
  std::string summary;  ///< the paragraph below the title, its lines joined
  std::vector<CardSection> sections;
  std::vector<CardExample> examples;

  /// The section of this name, or nullptr.
  [[nodiscard]] const CardSection* find_section(std::string_view name) const;
};

/// Reads a card; `file` is named in errors.
/// Errors: BadData with the line when the title or the summary is missing, a fence is unknown or
/// never closed, a `flags` example expects no evidence, a `silent` one does, or a document is empty.
[[nodiscard]] Result<Card> parse_card(std::string_view text, const std::string& file);

/// The kind's name in cards.
[[nodiscard]] std::string_view to_string(CardExample::Kind kind);

}  // namespace assay
