// SPDX-License-Identifier: MIT
#pragma once
/// The part of a fact base that a check of changed documents needs: those documents in full that share
/// a key with them (facts/fact_keys.h). What is found is the same as with all of the base; how long it
/// takes goes with what the documents touch.

#include <vector>

#include "facts/fact_base.h"
#include "facts/fact_index.h"
#include "facts/knowledge.h"

namespace assay {

/// A base as far as changed documents touch it.
struct TouchedBase {
  /// All documents of the base, by id, but those that stand among the changed ones. What is not
  /// touched has no facts and links.
  std::vector<ReadDocument> documents;
  std::size_t facts_left_out = 0;  ///< of those
  WordCounts word_counts;          ///< of the words of the changed documents, in these and the base
};

/// Reads what `changed` touches. Precondition: base.has_keys(). Errors: Io.
[[nodiscard]] Result<TouchedBase> load_touched(const FactBase& base,
                                               const std::vector<ReadDocument>& changed,
                                               const Knowledge& knowledge);

}  // namespace assay
