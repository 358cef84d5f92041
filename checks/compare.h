// SPDX-License-Identifier: MIT
#pragma once
/// Do two facts speak of the same thing, and do they agree? The one place in the program that
/// decides either; rules ask it.
///
/// Two facts are *comparable* when nothing that they say keeps them apart: metric, subject,
/// comparand, role, unit, scope, period and modality. What one of them leaves open does not keep
/// them apart but raises a *doubt*, and doubts lower the severity of what is found. A large
/// difference of values is no proof that they are about different things.

#include <string>
#include <vector>

#include "checks/finding.h"
#include "facts/knowledge.h"

namespace assay {

enum class Doubt : std::uint8_t {
  OtherMetric,      ///< two metrics that people mix up
  OpenMetric,       ///< the metric is a phrase that the lexicon does not know
  OtherQualifier,   ///< unknown words narrow the metric of one of them: 整车毛利率
  ScopeOneSided,    ///< one is limited where the other is not
  PeriodUnknown,    ///< no period is known for one of them
  YearUnknown,      ///< the same part of a year, and the year of one is unknown
  PeriodWider,      ///< one period lies within the other
  PeriodCarried,    ///< a period comes from an earlier sentence
  SubjectInferred,  ///< a subject comes from a heading, or an unknown name may stand for another
  SubjectCarried,   ///< a subject comes from an earlier clause or sentence
  MetricCarried,    ///< a metric does
  NothingNamed,     ///< a clause names neither what it is about nor what is measured
  OneParagraph,     ///< both stand in one paragraph: their writer saw both
  BasisOneSided,    ///< only one says what its change is measured from
  PartyOneSided,    ///< a gap: one names the other side, the other does not
  Forecast,         ///< both are forecasts or plans
  OtherSpeaker,     ///< one is somebody's own statement
  BareNumbers,      ///< cells of two tables that say neither unit nor scale
  OtherSource,      ///< two research houses or offices, each with its own figures
  FewWordsShared,   ///< the sentences have little else in common
  OtherWords,       ///< nearly the same words, but not quite
  FarApart,         ///< one value is many times the other, and no slip of the pen explains it
  BaseUnsaid,       ///< a multiple and a percentage, and neither says of what
  WholeUnsaid,      ///< a share, and of what, or of whose, is not written
  OneOfAList,       ///< one document gives three values that exclude each other
  OtherCurrency,    ///< one of two amounts had to be converted
};

/// How much a doubt weighs. Doubts that weigh kNoteAtMost together leave a note at most; less is a
/// warning, nothing an error. What is taken over from the text before is mostly right: faint.
inline constexpr int kFaint = 1;
inline constexpr int kSlight = 2;
inline constexpr int kGrave = 4;
inline constexpr int kNoteAtMost = 6;

/// What keeps two facts apart that are not comparable.
enum class Distinction : std::uint8_t {
  None,
  OneSentence,  ///< or one table: their writer saw both
  Unit,
  SeveralValues,  ///< the metric has several at once
  Metric,
  Narrowing,  ///< the words that narrow the metric
  Subject,
  Role,
  BeforeAndAfter,  ///< a change
  Basis,
  Modality,
  ForecastPeriod,  ///< a forecast names none
  RestOfTable,     ///< a row of the rest or the total
  Comparand,
  Place,
  Scope,
  Period,
};

struct Comparison {
  bool comparable = false;
  Distinction apart = Distinction::None;  ///< why not
  std::vector<Doubt> doubts;              ///< sorted, none twice
  int weight = 0;                         ///< of the doubts together
  bool by_wording = false;                ///< it is the words that say so, not the slots
  double confidence = 0;                  ///< that the two speak of the same thing, 0..1
  [[nodiscard]] bool doubts_that(Doubt doubt) const;
  /// Adds a doubt and its weight; the same doubt counts once.
  void add(Doubt doubt, int more);
  /// Takes `less` off the weight of a doubt that there is.
  void lighten(Doubt doubt, int less);
};

/// Whether two facts may be held against each other.
[[nodiscard]] Comparison compare_slots(const Fact& a, const Fact& b, const Knowledge& knowledge);

/// The same for two facts whose clauses share `similarity` of their words (similar_wording.h):
/// subject and metric need not be known, and must only not be different ones.
[[nodiscard]] Comparison compare_wording(const Fact& a, const Fact& b, double similarity,
                                         const Knowledge& knowledge);

/// Whether the values can both be true: their tolerances meet, or they differ by no more than a
/// writer's rounding or truncation of the coarser one. Precondition: same canonical unit.
[[nodiscard]] bool values_agree(const Quantity& a, const Quantity& b);

/// What is off by less than this, relative to the larger, weighs less.
inline constexpr double kSmallGap = 0.08;
/// How far two values are apart, relative to the larger: 0 when they agree.
[[nodiscard]] double relative_gap(const Quantity& a, const Quantity& b);

/// The severity that a conflict deserves after its doubts, and whether it is worth reporting.
[[nodiscard]] std::optional<Severity> severity_after(const Comparison& comparison,
                                                     double relative_gap);

}  // namespace assay
