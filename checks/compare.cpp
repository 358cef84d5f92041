// SPDX-License-Identifier: MIT
#include "checks/compare.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "checks/fact_kind.h"
#include "checks/scope_relation.h"
#include "checks/time_relation.h"
#include "facts/metrics.h"
#include "facts/terms.h"

namespace assay {
namespace {

/// Clauses that share this much of their words are the same clause.
constexpr double kSameWords = 0.85;
/// Amounts of a country need that many words in common to be of the same thing.
constexpr double kHalfOfWords = 0.5;
/// Sentences that share fewer of their words than this may speak of different things.
constexpr double kFewWords = 0.2;

/// Whether one of the two holds all of the other.
bool within(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::includes(a.begin(), a.end(), b.begin(), b.end()) ||
         std::includes(b.begin(), b.end(), a.begin(), a.end());
}

/// The slots of two facts, compared one after the other.
class SlotComparer {
 public:
  SlotComparer(const Fact& a, const Fact& b, const Knowledge& knowledge)
      : a_(a), b_(b), lexicon_(knowledge.lexicon()) {}

  Comparison compare() {
    const bool same = not_one_sentence() && same_unit() && same_metric() && same_role() &&
                      same_modality() && same_subject() && same_comparand() && same_scope() &&
                      same_period();
    result_.comparable = same;
    if (!same) return result_;
    weigh_words();
    weigh_place();
    result_.confidence = std::min(a_.confidence, b_.confidence) *
                         std::pow(0.85, static_cast<double>(result_.doubts.size()));
    return result_;
  }

  /// Without asking for a known subject and metric: the words of the two clauses are alike.
  Comparison compare_wording(double word_similarity) {
    result_.by_wording = true;
    const bool same = not_one_sentence() && same_unit() && metrics_may_be_one() && same_role() &&
                      same_modality() && names_agree() && same_comparand() && same_scope() &&
                      same_period();
    result_.comparable = same;
    if (!same) return result_;
    if (word_similarity < kSameWords) doubt(Doubt::OtherWords, kSlight);
    weigh_namelessness(word_similarity);
    weigh_vagueness();
    result_.confidence = word_similarity * std::pow(0.85, static_cast<double>(result_.weight));
    return result_;
  }

 private:
  bool apart(Distinction distinction) {
    result_.apart = distinction;
    return false;
  }
  void doubt(Doubt doubt, int weight) { result_.add(doubt, weight); }

  /// Two numbers of one sentence are told apart by their writer: they compare or list.
  bool not_one_sentence() {
    const bool one = a_.document == b_.document && a_.block == b_.block &&
                     a_.sentence_span.overlaps(b_.sentence_span);
    // So are the cells of one table, which are blocks of their own.
    return (!one && !in_one_table(a_, b_)) || apart(Distinction::OneSentence);
  }

  bool same_unit() {
    if (a_.quantity.unit.dimension != b_.quantity.unit.dimension ||
        a_.quantity.unit.canonical != b_.quantity.unit.canonical)
      return apart(Distinction::Unit);
    const bool counts = a_.quantity.unit.dimension == Dimension::Count;
    if (counts && a_.quantity.written_unit != b_.quantity.written_unit)
      return apart(Distinction::Unit);
    return true;
  }

  bool same_metric() {
    if (a_.metric.empty() || b_.metric.empty()) return apart(Distinction::Metric);
    if (is_gap(a_) && is_gap(b_)) return true;
    if (has_several_values(a_, lexicon_)) return apart(Distinction::SeveralValues);
    // A stretch of time may be the time of anything: its clause must say of what.
    const bool durations = a_.quantity.unit.dimension == Dimension::Duration;
    if (durations && std::max(a_.metric.source, b_.metric.source) >= SlotSource::Carried)
      return apart(Distinction::Metric);
    if (a_.metric.value == b_.metric.value) {
      if (!a_.metric.known || !b_.metric.known) doubt(Doubt::OpenMetric, kNoteAtMost);
      weigh_metric_sources();
      return same_qualifier();
    }
    if (!have_confusable_metrics(a_, b_, lexicon_)) return apart(Distinction::Metric);
    doubt(Doubt::OtherMetric, kSlight);
    weigh_metric_sources();
    return true;
  }

  bool metrics_may_be_one() {
    if (has_several_values(a_, lexicon_) && a_.metric.source <= SlotSource::Clause)
      return apart(Distinction::SeveralValues);
    if (a_.metric.value == b_.metric.value) return true;
    const bool both_say = a_.metric.known && b_.metric.known &&
                          a_.metric.source <= SlotSource::Clause &&
                          b_.metric.source <= SlotSource::Clause;
    return !both_say || apart(Distinction::Metric);
  }

  /// Whoever is named in one clause only, and somebody else in the other, keeps the two apart.
  bool names_agree() {
    const bool both = !a_.subject.empty() && !b_.subject.empty();
    if (both && a_.subject.value != b_.subject.value) return apart(Distinction::Subject);
    if (a_.subject.empty() != b_.subject.empty()) doubt(Doubt::SubjectInferred, kGrave);
    if (std::max(a_.subject.source, b_.subject.source) >= SlotSource::Presumed)
      doubt(Doubt::SubjectInferred, kNoteAtMost);
    const std::set<std::string> ours = names_said(a_, lexicon_);
    const std::set<std::string> theirs = names_said(b_, lexicon_);
    if (ours == theirs) return true;
    if (!within(ours, theirs)) return apart(Distinction::Subject);
    doubt(Doubt::SubjectCarried, kFaint);
    return true;
  }

  /// Where nobody is named, two documents may speak of anybody, and one of all who have a share.
  void weigh_namelessness(double word_similarity) {
    // 中国企业家有三个…: of a country there are many of anything, and of nobody too.
    const bool of_whomever = a_.subject.empty() || is_amount_of_place(a_, lexicon_);
    if (a_.document != b_.document && of_whomever && (counts_by_noun(a_) || counts_by_noun(b_)))
      doubt(Doubt::OpenMetric, kNoteAtMost);
    if (!a_.subject.empty() || !b_.subject.empty()) return;
    if (a_.document != b_.document && word_similarity < kSameWords)
      doubt(Doubt::SubjectInferred, kNoteAtMost);
    if (a_.document != b_.document) return;
    // What two sections of one text are about stands in their headings.
    const bool unknown = !a_.metric.known && !b_.metric.known;
    if (unknown) doubt(Doubt::SubjectInferred, kNoteAtMost);
    if (lexicon_.is_share(a_.metric.value)) doubt(Doubt::SubjectInferred, kGrave);
  }

  /// 整车毛利率 is another margin than 综合毛利率, and may be another than a mere 毛利率.
  bool same_qualifier() {
    const auto own = [](const Fact& fact) {
      return fact.qualifier == fact.subject.value ? std::string() : fact.qualifier;
    };
    const std::string ours = own(a_);
    const std::string theirs = own(b_);
    if (ours == theirs) return true;
    // 每个团队3名: what each of several has is not what all of them have.
    const auto each = [&](const std::string& narrowing) {
      return lexicon_.find_class(narrowing, 0, WordClass::Per) > 0;
    };
    if ((!ours.empty() && !theirs.empty()) || each(ours) || each(theirs))
      return apart(Distinction::Narrowing);
    doubt(Doubt::OtherQualifier, kNoteAtMost);
    return true;
  }

  void weigh_metric_sources() {
    for (const Fact* fact : {&a_, &b_}) {
      if (fact->metric.source < SlotSource::Carried) continue;
      const bool unit_alone = fact->metric.source == SlotSource::Presumed && !is_change(*fact);
      doubt(Doubt::MetricCarried, unit_alone ? kNoteAtMost : kSlight);
      if (fact->subject.source < SlotSource::Carried) continue;
      // Of one sentence they say enough, but not where the time is taken over as well.
      const bool near = std::max(fact->metric.source, fact->subject.source) == SlotSource::Carried;
      if (!near || !fact->period_stated) doubt(Doubt::NothingNamed, near ? kSlight : kGrave);
    }
  }

  /// A story goes on from sentence to sentence: prices move, examples are worked out.
  void weigh_place() {
    if (a_.document == b_.document && a_.block == b_.block) doubt(Doubt::OneParagraph, kGrave);
    if (is_bare_cell(a_) && is_bare_cell(b_)) doubt(Doubt::BareNumbers, kNoteAtMost);
    if (stands_among_numbers(a_) && stands_among_numbers(b_))
      doubt(Doubt::BareNumbers, kNoteAtMost + kSlight);
  }

  bool same_role() {
    const auto kind = [](Role role) { return role == Role::Before ? Role::Level : role; };
    // "2-3 generations three years ago, now half" is a gap on both sides.
    if (is_gap(a_) && is_gap(b_)) {
      if ((a_.role == Role::Before) != (b_.role == Role::Before))
        return apart(Distinction::BeforeAndAfter);
      return true;
    }
    if (kind(a_.role) != kind(b_.role)) return apart(Distinction::Role);
    const bool before = a_.role == Role::Before || b_.role == Role::Before;
    const bool dated = a_.period_stated && b_.period_stated && a_.period && a_.period == b_.period;
    if (before && !dated) return apart(Distinction::BeforeAndAfter);
    return same_basis();
  }

  /// A rise over a year and one over a quarter are two things.
  bool same_basis() {
    if (!is_change(a_) || a_.basis == b_.basis) return true;
    if (a_.basis != Basis::Unsaid && b_.basis != Basis::Unsaid) return apart(Distinction::Basis);
    doubt(Doubt::BasisOneSided, kGrave);
    return true;
  }

  bool same_modality() {
    const auto settled = [](Modality modality) {
      return modality == Modality::Actual || modality == Modality::Opinion;
    };
    const auto future = [](Modality modality) {
      return modality == Modality::Forecast || modality == Modality::Plan;
    };
    if (settled(a_.modality) && settled(b_.modality)) return true;
    if (!future(a_.modality) || a_.modality != b_.modality) return apart(Distinction::Modality);
    if (!a_.period || !b_.period) return apart(Distinction::ForecastPeriod);
    doubt(Doubt::Forecast, kFaint);
    return true;
  }

  // ---- who

  bool same_subject() {
    if (is_gap(a_) && is_gap(b_)) return same_parties();
    if (a_.subject.empty() || b_.subject.empty()) return apart(Distinction::Subject);
    if (a_.subject.value != b_.subject.value) return apart(Distinction::Subject);
    if (is_short_code(a_.subject) && a_.document != b_.document)
      doubt(Doubt::SubjectInferred, kNoteAtMost);
    // Taking a subject over from the sentence before is mostly right; a heading is a guess.
    if (names_a_row(a_) && names_a_row(b_)) {
      if (names_a_rest(a_, lexicon_)) return apart(Distinction::RestOfTable);
      doubt(Doubt::SubjectInferred, kNoteAtMost);
    }
    for (const Fact* fact : {&a_, &b_}) {
      if (fact->subject.source >= SlotSource::Presumed) doubt(Doubt::SubjectInferred, kNoteAtMost);
      if (fact->subject.source == SlotSource::Carried ||
          fact->subject.source == SlotSource::Earlier)
        doubt(Doubt::SubjectCarried, kFaint);
    }
    return true;
  }

  bool same_parties() {
    const std::set<std::string> ours = parties_of(a_, lexicon_);
    const std::set<std::string> theirs = parties_of(b_, lexicon_);
    if (ours.empty() || theirs.empty()) return apart(Distinction::Subject);
    if (ours == theirs) return true;
    if (!within(ours, theirs)) return apart(Distinction::Subject);
    doubt(Doubt::PartyOneSided, kSlight);
    return true;
  }

  bool same_comparand() {
    if (is_gap(a_) && is_gap(b_)) return true;
    if (a_.comparand.value != b_.comparand.value) return apart(Distinction::Comparand);
    return true;
  }

  // ---- where and under what condition

  bool same_scope() {
    if (is_gap(a_) && is_gap(b_)) return same_conditions();
    const ScopeRelation places = relate_places(a_, b_, lexicon_);
    if (places == ScopeRelation::Apart) return apart(Distinction::Place);
    if (limited_in_other_ways(a_, b_, lexicon_)) return apart(Distinction::Scope);
    if (places == ScopeRelation::OneSided)
      doubt(Doubt::ScopeOneSided,
            a_.document == b_.document ? std::max(one_sided_weight(), kGrave) : kNoteAtMost);
    // Two metrics are mixed up where both speak of one place, or of one and the same comparison.
    const bool other_metric = a_.metric.value != b_.metric.value;
    const bool alike = both_name_places(a_, b_, lexicon_) || are_both_sales(a_, b_);
    if (other_metric && !alike && a_.comparand.empty()) return apart(Distinction::Metric);
    return same_conditions();
  }

  bool same_conditions() {
    const ScopeRelation conditions = relate_conditions(a_, b_, lexicon_);
    if (conditions == ScopeRelation::Apart) return apart(Distinction::Scope);
    if (conditions == ScopeRelation::Same && !only_one_row_names_segment(a_, b_, lexicon_))
      return true;
    // Two metrics that people mix up differ in just this: of what they are a share.
    if (result_.doubts_that(Doubt::OtherMetric)) return true;
    const bool broad = conditions == ScopeRelation::BroadlyTheSame;
    doubt(Doubt::ScopeOneSided, broad ? kFaint : one_sided_weight());
    return true;
  }

  /// An amount of a part is no amount of the whole; what a share is a share of is often left out.
  [[nodiscard]] int one_sided_weight() const {
    const bool amount = !is_relative(a_) && !is_gap(a_) && a_.comparand.empty();
    return amount ? kNoteAtMost : kSlight;
  }

  // ---- when

  bool same_period() {
    const bool timeless = is_gap(a_) || compares_for_good(a_, lexicon_);
    switch (relate_times(a_, b_)) {
      case TimeRelation::Apart:
        return apart(Distinction::Period);
      case TimeRelation::Nested:
        // A quarter says nothing of its year, be it an amount, a share or a growth.
        if (!timeless) return apart(Distinction::Period);
        doubt(Doubt::PeriodWider, kSlight);
        return true;
      case TimeRelation::Overlapping:
        doubt(Doubt::PeriodWider, kSlight);
        weigh_period_sources(kSlight);
        return true;
      case TimeRelation::SamePart:
        // In another document it may well be another year.
        doubt(Doubt::YearUnknown, a_.document == b_.document || timeless ? kSlight : kGrave);
        return true;
      case TimeRelation::Same:
        weigh_period_sources(kFaint);
        return true;
      case TimeRelation::Unknown:
        break;
    }
    // "Staff now number 7,500. At the end of 2014 there were 3,638": two times, whenever now is.
    if (!timeless && (is_now_against(a_, b_, lexicon_) || is_now_against(b_, a_, lexicon_)))
      return apart(Distinction::Period);
    if (is_gap(a_)) {
      doubt(Doubt::PeriodUnknown, kSlight);
    } else if (!timeless) {
      doubt(Doubt::PeriodUnknown, unknown_period_weight());
    }
    return true;
  }

  void weigh_period_sources(int weight) {
    if (!a_.period_stated || !b_.period_stated) doubt(Doubt::PeriodCarried, weight);
  }

  /// Each document speaks of its own time, and what is another amount each quarter or day, or the
  /// change of anything, says little without a period.
  [[nodiscard]] int unknown_period_weight() const {
    const Metric* metric = lexicon_.find_metric(a_.metric.value);
    const bool varies = is_change(a_) || (metric != nullptr && metric->varies);
    // What a product can do is mostly what it could last year.
    const Entity* entity = lexicon_.find_entity(a_.subject.value);
    const bool product = entity != nullptr && entity->kind == EntityKind::Product &&
                         a_.metric.known && b_.metric.known;
    // What rose or makes a share "this week" did or does so in the week of its own document.
    const bool lasting = product || (result_.by_wording && !is_relative(a_));
    if (a_.document != b_.document) return lasting && !varies ? kGrave : kNoteAtMost;
    return varies ? kNoteAtMost : kSlight;
  }

  void weigh_vagueness() {
    for (const Fact* fact : {&a_, &b_}) {
      if (leaves_whole_unsaid(*fact, lexicon_)) doubt(Doubt::WholeUnsaid, kNoteAtMost);
      if (is_number_of_unknown(*fact, lexicon_)) doubt(Doubt::OpenMetric, kNoteAtMost);
    }
  }

  /// Without a common dated period, amounts of one subject need words in common to be the same.
  void weigh_words() {
    weigh_vagueness();
    if (a_.speaker != b_.speaker && a_.role == Role::Difference)
      doubt(Doubt::OtherSpeaker, kNoteAtMost);
    if (a_.speaker != b_.speaker && are_two_estimates(a_, b_, lexicon_))
      doubt(Doubt::OtherSource, kNoteAtMost);
    if (is_gap(a_) && is_gap(b_)) return;  // the two parties say enough
    const bool same_period = a_.period && b_.period && *a_.period == *b_.period;
    const bool share = is_relative(a_);
    // 2x of an unnamed rival and 80% of an unnamed peak.
    const bool of_one_base = is_multiple(a_) == is_multiple(b_) || !a_.comparand.empty();
    if (share && !of_one_base) doubt(Doubt::BaseUnsaid, kNoteAtMost);
    if (overlap(a_.terms, b_.terms) < kFewWords && !(same_period && share))
      doubt(Doubt::FewWordsShared, kGrave);
    const double alike = similarity(a_.terms, b_.terms);
    // 美国人有52%的时间…, 25%的美国人…: a share of what, only the other words say.
    if (is_vague_share(a_.metric) && alike < kHalfOfWords) doubt(Doubt::WholeUnsaid, kGrave);
    if ((!share && !same_period && alike < kFewWords) ||
        (is_amount_of_place(a_, lexicon_) && alike < kHalfOfWords))
      doubt(Doubt::FewWordsShared, kGrave);
  }

  const Fact& a_;
  const Fact& b_;
  const Lexicon& lexicon_;
  Comparison result_;
};

}  // namespace

Comparison compare_slots(const Fact& a, const Fact& b, const Knowledge& knowledge) {
  return SlotComparer(a, b, knowledge).compare();
}

Comparison compare_wording(const Fact& a, const Fact& b, double similarity,
                           const Knowledge& knowledge) {
  return SlotComparer(a, b, knowledge).compare_wording(similarity);
}

}  // namespace assay
