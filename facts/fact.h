// SPDX-License-Identifier: MIT
#pragma once
/// A fact: a quantity as it stands in a text, and what it is a quantity *of*.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/quantity.h"
#include "core/span.h"
#include "facts/period.h"
#include "facts/skip_counts.h"

namespace assay {

/// How a slot of a fact was filled, from the surest to the least sure.
enum class SlotSource : std::uint8_t {
  Empty,      ///< nothing fills it
  Frame,      ///< a frame of the clause itself
  Clause,     ///< the nearest fitting word of the clause
  TableHead,  ///< the head of the row or column
  Carried,    ///< an earlier clause of the same sentence
  Earlier,    ///< an earlier sentence of the same block
  Presumed,   ///< likewise, though unknown text stands where the clause may name its own; or the
              ///< metric that a unit suggests where nothing is said
  Heading,    ///< a heading above
  Document,   ///< the document's title, date or speaker
};
[[nodiscard]] std::string_view to_string(SlotSource source);

/// One slot of a fact.
struct Slot {
  std::string value;  ///< the lexicon's canonical name, or the phrase as written; empty: unknown
  SlotSource source = SlotSource::Empty;
  bool known = false;  ///< the lexicon knows it; otherwise it is an open phrase
  std::string heard;   ///< how a transcript spells it, where it was known by its sound: 海利士

  [[nodiscard]] bool empty() const { return value.empty(); }
};
/// How sure a slot is that was filled in this way, 0..1; the figures are estimates.
[[nodiscard]] double confidence_of(const Slot& slot);

enum class Modality : std::uint8_t { Actual, Forecast, Plan, Hypothetical, Negated, Opinion };
[[nodiscard]] std::string_view to_string(Modality modality);
[[nodiscard]] std::optional<Modality> parse_modality(std::string_view name);

/// What the number does in its sentence: most are levels; the others speak of a change or a gap.
enum class Role : std::uint8_t {
  Level,       ///< revenue is Q, A is Q of B
  Before,      ///< the value that a change started from: 从 Q 降至 …
  Increase,    ///< by how much something rose: 同比增长 Q
  Decrease,    ///< by how much something fell
  Difference,  ///< by how much subject and comparand differ: 差距 Q, 落后 Q
  Multiple,    ///< the new value is Q times the old one: 翻番, 增长到 3 倍
};
[[nodiscard]] std::string_view to_string(Role role);

/// What a change is measured from. A rise over a year and one over a quarter are two facts.
enum class Basis : std::uint8_t {
  Unsaid,
  YearOnYear,      ///< 同比, from a year earlier
  PeriodOnPeriod,  ///< 环比, quarter on quarter: from the period before
  Annualised,      ///< 复合增长率, CAGR: for each of several years
};
[[nodiscard]] std::string_view to_string(Basis basis);

/// A quantity that has been read. Bytes: `mention` is a slice of the raw document.
struct Fact {
  std::string document;  ///< the document's id
  Span mention;          ///< number, unit and range joiner, not the hedge
  std::size_t line = 1;
  std::size_t column = 1;  ///< 1-based, in code points
  std::string text;        ///< exactly the bytes of `mention`
  Quantity quantity;

  Slot subject;
  Slot metric;
  Slot comparand;
  std::string qualifier;  ///< narrows the metric: 整车 in 整车毛利率, "monthly" of 月产能
  std::vector<std::string> scope;           ///< sorted: regions, segments, conditions
  std::optional<Period> period;             ///< absent: unknown
  std::optional<PartialTime> partial_time;  ///< what is known of it all the same
  bool period_stated = false;  ///< written in the clause, not taken over from elsewhere
  Modality modality = Modality::Actual;
  Role role = Role::Level;
  Basis basis = Basis::Unsaid;  ///< of an increase, decrease or multiple
  std::string speaker;

  double confidence = 0;       ///< 0..1: how sure the attribution is
  std::string sentence;        ///< folded text of the sentence, markup removed
  Span sentence_span;          ///< its raw bytes
  Span in_sentence;            ///< the bytes of `sentence` that the mention became; empty: unknown
  std::uint64_t skeleton = 0;  ///< hash of the sentence with its numbers masked
  std::vector<std::string> terms;  ///< sorted words of the clause beside the number, for similarity
  std::uint32_t block = 0;         ///< index of the block; orders facts within a document
  std::uint32_t table_row = 0;     ///< 1-based row and column when the fact stands in a table
  std::uint32_t table_column = 0;
};

/// Whether the two are amounts of one dimension, in one canonical unit or currency.
[[nodiscard]] bool same_measure(const Fact& a, const Fact& b);

/// What a sentence itself says that two or three of its numbers have to do with one another.
/// The members are indexes into the facts of the same document.
enum class LinkKind : std::uint8_t {
  Change,        ///< from `first` to `second`, by `third` (third may be absent)
  GrowthOf,      ///< `second` is the growth that led to the level `first`
  Complement,    ///< `second` is what `first` leaves of the whole (92%, the remaining 8%)
  ParallelPart,  ///< `first` and `second` are parts of one whole, in one enumeration
  PartOfTotal,   ///< `first` is a part of the total `second` that the sentence states
  IncludedIn,  ///< `first` is one of the parts of `second` that are named (其中); there may be more
  ShareOfTotal,  ///< `third` is the share that the part `first` has of `second`: 其中海外30亿元，占比25%
  ComposedOf,  ///< `first` is one of the parts that make up all of `second` (由…组成)
  Product,     ///< `first` times `second` is said to make `third`
  Margin,      ///< of the revenue `first` the part `second` is the profit `third`
  Identity,  ///< `first` times `second` is `third` by what they are: capacity, utilisation, output;
             ///< what one has, how many times as much another has, and that
  Equivalent,      ///< `second` is the amount `first` in another currency
  CompoundGrowth,  ///< from `first` to `second`, by `third` in each of several years
  Partition,  ///< `first` and `second` are neighbours among the shares of what is divided (分地区看)
};
[[nodiscard]] std::string_view to_string(LinkKind kind);

inline constexpr std::uint32_t kNoFact = 0xFFFFFFFF;

struct Link {
  LinkKind kind = LinkKind::Change;
  std::uint32_t first = kNoFact;
  std::uint32_t second = kNoFact;
  std::uint32_t third = kNoFact;
};

/// All that was read from one document.
struct ReadDocument {
  std::string id;
  std::string title;
  std::string source;
  std::string kind;  ///< to_string(DocumentKind)
  std::optional<Day> date;
  std::vector<Fact> facts;  ///< in document order
  std::vector<Link> links;
  std::vector<std::string> notes;
  SkipCounts skipped;  ///< parts that were not read
};

}  // namespace assay
