// SPDX-License-Identifier: MIT
#include "core/suggestion.h"

#include <algorithm>
#include <vector>

namespace assay {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  // Three rows of the usual table: row i holds the distances of a's first i bytes.
  std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) current[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last = std::move(last);
    last = current;
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      current[j] = std::min({replaced, last[j] + 1, current[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) current[j] = std::min(current[j], before_last[j - 2] + 1);
    }
  }
  return current[b.size()];
}

std::string closest_match(std::string_view word, std::span<const std::string> candidates) {
  std::string closest;
  std::size_t closest_distance = 4;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < closest_distance && distance * 3 <= candidate.size()) {
      closest_distance = distance;
      closest = candidate;
    }
  }
  return closest;
}

std::string did_you_mean(std::string_view word, std::span<const std::string> candidates) {
  const std::string closest = closest_match(word, candidates);
  return closest.empty() ? closest : " (did you mean \"" + closest + "\"?)";
}

}  // namespace assay
