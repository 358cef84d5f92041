// SPDX-License-Identifier: MIT
#pragma once
/// Which metric a quantity measures: the nearest word of the clause that can be measured in its
/// dimension; "占 … 产能" makes a share of the capacity; otherwise the phrase that stands there.

#include <optional>
#include <string>
#include <vector>

#include "facts/clauses.h"
#include "facts/fact.h"
#include "facts/lexicon.h"
#include "facts/plain_words.h"

namespace assay {

struct MetricRead {
  Slot slot;
  std::vector<Dimension> dimensions;  ///< of a metric that the lexicon knows
  std::string
      qualifier;  ///< what narrows it: Han text right before its word, or "monthly" of 月产能
};

/// The clause and the quantity whose metric is asked for.
struct MetricQuestion {
  std::string_view text;
  const Scan& scan;
  const Clause& clause;
  const Lexicon& lexicon;
  std::size_t quantity = 0;  ///< token index
  Role role = Role::Level;
  bool compared = false;         ///< a ratio to something else, which may be one of any metric
  std::size_t phrase_begin = 0;  ///< where an open phrase may start: behind the subject
};

/// The metric that the clause itself names, or an empty slot.
[[nodiscard]] MetricRead find_metric(const MetricQuestion& question);
/// The metric that the verb right before the quantity says (employs 53,000 people), or an empty
/// slot.
[[nodiscard]] MetricRead metric_of_verb(const MetricQuestion& question);
/// What a count counts, when that stands right behind it (72颗Grace CPU, 38 states), or an empty
/// slot.
[[nodiscard]] MetricRead counted_thing(const MetricQuestion& question);
/// The words directly before the quantity and its verb, as a metric that the lexicon does not
/// know; empty when nothing but function words stands there.
[[nodiscard]] MetricRead open_metric(const MetricQuestion& question, const PlainWords& plain_words);
/// Whether a metric measured in `dimensions` can take this quantity in this role: growth and gaps
/// are ratios of anything.
[[nodiscard]] bool can_measure(const std::vector<Dimension>& dimensions, const Quantity& quantity,
                               bool unitless, Role role);

/// A share, but of what?
[[nodiscard]] bool is_vague_share(const Slot& metric);

}  // namespace assay
