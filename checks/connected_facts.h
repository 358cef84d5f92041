// SPDX-License-Identifier: MIT
#pragma once
/// Which facts relations (relations.h) may connect to one of a changed document, over however many
/// others. It goes by subject and metric alone: that takes little, and leaves a few too many in.

#include <vector>

#include "facts/fact_index.h"

namespace assay {

class ConnectedFacts {
 public:
  /// `index` must outlive this.
  explicit ConnectedFacts(const FactIndex& index);

  /// Whether the fact may have to do with a changed one; without limits of the index all do.
  [[nodiscard]] bool contain(const Fact& fact) const {
    return !index_.is_limited() || connected_[index_.position_of(fact)];
  }

 private:
  const FactIndex& index_;
  std::vector<bool> connected_;  ///< by position, where there are limits
};

}  // namespace assay
