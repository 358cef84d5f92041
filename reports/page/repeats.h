// SPDX-License-Identifier: MIT
#pragma once
/// Who repeats whom: documents that state the same figures.

#include <cstddef>
#include <string>
#include <vector>

#include "checks/finding.h"

namespace assay {

/// Two documents and the figures that both state.
struct Repetition {
  std::string earlier;  ///< by date where both have one, else by the order of the result
  std::string later;
  bool dated = false;             ///< both documents have a date, and these differ
  std::size_t figures = 0;        ///< of one thing, or in the same words, with the same value
  std::size_t word_for_word = 0;  ///< those whose sentences are the same
  const Fact* example = nullptr;  ///< one of them in the later document; refers to the result
};

/// The pairs of documents that state at least one figure both. A figure that more than a few
/// documents state is common knowledge and says nothing. Order: most figures first, then by name.
/// The result must outlive what is returned.
[[nodiscard]] std::vector<Repetition> find_repetitions(const CheckResult& result);

}  // namespace assay
