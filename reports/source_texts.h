// SPDX-License-Identifier: MIT
#pragma once
/// The raw texts of documents, as far as they are at hand, so that a finding can show the line that
/// the writer typed. A fact base holds no raw texts, and a file may have changed since it was read:
/// then the sentence that the fact itself carries is shown instead.

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "core/span.h"
#include "facts/fact.h"

namespace assay {

/// A line with a number on it.
struct SourceLine {
  std::string_view text;
  Span mark;              ///< Bytes: of `text`; empty when it is not known where the number stands
  bool verbatim = false;  ///< a line of the raw document; else the folded sentence
};

class SourceTexts {
 public:
  /// Keeps the raw text of a document; a later one of the same id replaces it.
  void add(std::string document, std::string raw);

  /// The raw text of a document, or nullptr.
  [[nodiscard]] const std::string* find(std::string_view document) const;

  /// The line that `fact` stands on, with the mention cut off at the end of the line if it goes on.
  /// Falls back to the fact's sentence when the raw text is not at hand or is no longer the one that
  /// the fact was read from. The result is valid as long as this object and `fact` are.
  [[nodiscard]] SourceLine line_of(const Fact& fact) const;

 private:
  std::map<std::string, std::string, std::less<>> texts_;
};

/// Where in `fact.sentence` its number stands. Facts that do not say so are searched: the first
/// place where the mention's own bytes stand; empty when there is none.
[[nodiscard]] Span mention_in_sentence(const Fact& fact);

}  // namespace assay
