// SPDX-License-Identifier: MIT
#pragma once
/// Which subjects and metrics of the documents the vocabulary does not know, and how often they are
/// met: what is worth adding to it.

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/unit.h"
#include "facts/fact.h"

namespace assay {

/// Which slot of a fact a phrase stands in.
enum class PhraseSlot : std::uint8_t { Subject, Metric };
/// "subject", "metric".
[[nodiscard]] std::string_view to_string(PhraseSlot slot);

/// A phrase of one slot, in all its spellings.
struct UnknownPhrase {
  PhraseSlot slot = PhraseSlot::Subject;
  std::string text;                ///< as it is spelt most often
  std::size_t count = 0;           ///< facts that have it
  std::size_t documents = 0;       ///< documents that have it
  std::string document;            ///< where it stands first
  std::size_t line = 0;            ///< 1-based
  std::set<Dimension> dimensions;  ///< of its numbers
};

/// Counts unknown phrases document by document. Memory grows with the number of phrases, not with
/// that of facts.
class UnknownPhrases {
 public:
  /// Counts the phrases of one document. Each is to be added once.
  void add(const ReadDocument& document);

  /// All phrases, the most frequent first; of equally frequent ones those of more documents, then by
  /// text. Phrases that differ only in letter case, width or script are one. Phrases of a single
  /// character and those without letters are left out.
  [[nodiscard]] std::vector<UnknownPhrase> by_frequency() const;

 private:
  struct Entry {
    UnknownPhrase phrase;  ///< its text is set by by_frequency()
    std::map<std::string, std::size_t> spellings;
    std::string latest_document;
  };
  void add_slot(PhraseSlot name, const Slot& slot, const Fact& fact, const std::string& document);

  std::map<std::pair<PhraseSlot, std::string>, Entry> entries_;  ///< by the folded phrase
};

}  // namespace assay
