// SPDX-License-Identifier: MIT
#pragma once
/// What attribution sees when it asks for one slot of a fact: the clause, its names, and what the
/// text before it hands on.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/fact.h"
#include "facts/names.h"

namespace assay {

/// The metric that a clause named for a unit.
struct UnitMetric {
  std::string metric;
  std::size_t age = 0;  ///< sentences since then
};

/// What earlier text hands on to a clause.
struct Carried {
  Slot subject;
  Slot metric;
  std::vector<Dimension> metric_dimensions;
  /// By unit as written the last metric that was named for it in this paragraph: 苹果出货2.48亿支，市占19.7%；三星2.41亿支.
  std::map<std::string, UnitMetric> metric_by_unit;
  std::vector<std::string> metric_scope;  ///< of the fact that named the metric
  std::vector<std::string> scope;
  std::optional<Period> period;
  std::optional<PartialTime> partial_time;  ///< set only where the period is not
  std::optional<int> year;  ///< the latest that the text told something of; 上半年 is one of it
  std::string speaker;
  Slot spoken_of;              ///< the last subject that "it" and "the company" may stand for
  std::vector<Slot> listed;    ///< the subjects that the sentence has given numbers to in turn
  std::vector<Slot> pair;      ///< the last two names that were listed: the former, the latter
  std::size_t age = 0;         ///< sentences since the subject was set
  std::size_t metric_age = 0;  ///< likewise the metric
};

/// A clause and its surroundings. Refers to all of them and owns nothing.
struct ClauseView {
  std::string_view text;
  const Scan& scan;
  const Clause& clause;
  const std::vector<NameChain>& names;  ///< of the clause
  const Lexicon& lexicon;
  const Carried& carried;
};

/// A quantity of a clause, as token indexes.
struct QuantityPlace {
  std::size_t token = 0;
  std::optional<std::size_t> previous;  ///< the quantity before it in the same clause
};

}  // namespace assay
