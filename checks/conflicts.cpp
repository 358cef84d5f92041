// SPDX-License-Identifier: MIT
#include "checks/conflicts.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "checks/copied_text.h"
#include "checks/fact_kind.h"
#include "checks/sides.h"
#include "checks/similar_wording.h"
#include "checks/slip.h"
#include "checks/time_relation.h"

namespace assay {
namespace {

/// In a bucket larger than this only neighbours in value order and the two ends are compared: what
/// hundreds of statements of one thing say is seen from its extremes.
constexpr std::size_t kLargestBucket = 200;
constexpr std::size_t kEndsOfLargeBucket = 20;
/// Facts listed on one side of a finding.
constexpr std::size_t kMostOnOneSide = 3;

class ConflictFinder {
 public:
  explicit ConflictFinder(const FactIndex& index) : index_(index) {}

  std::vector<Conflict> find() {
    for (const auto& [metric, facts] : index_.by_metric())
      buckets_.emplace(metric, by_subject(facts));
    for (const auto& [metric, buckets] : buckets_) {
      for (const auto& [subject, bucket] : buckets) compare_within(bucket);
      compare_with_confused(metric, buckets);
    }
    compare_gaps();
    compare_similar_wording();
    leave_out_lists();
    std::erase_if(conflicts_, [&](const Conflict& conflict) {
      return !index_.concerns(*conflict.a, *conflict.b);
    });
    leave_out_told_without_rates();
    std::sort(conflicts_.begin(), conflicts_.end(), [&](const Conflict& x, const Conflict& y) {
      const auto key = [&](const Conflict& c) {
        return std::tuple(-static_cast<int>(c.severity), -c.comparison.confidence, -c.gap,
                          index_.position_of(*c.a), index_.position_of(*c.b));
      };
      return key(x) < key(y);
    });
    return std::move(conflicts_);
  }

 private:
  using Bucket = std::vector<const Fact*>;

  using BySubject = std::map<std::string_view, Bucket>;

  static BySubject by_subject(const Bucket& facts) {
    BySubject buckets;
    for (const Fact* fact : facts)
      if (!fact->subject.empty()) buckets[fact->subject.value].push_back(fact);
    return buckets;
  }

  /// Pairs with a changed fact, and pairs of one document, which tell where it has lists.
  void compare_changed(const Bucket& bucket) {
    for (std::size_t begin = 0; begin < bucket.size();) {
      std::size_t end = begin + 1;
      while (end < bucket.size() && bucket[end]->document == bucket[begin]->document) ++end;
      compare_all(Bucket(bucket.begin() + static_cast<std::ptrdiff_t>(begin),
                         bucket.begin() + static_cast<std::ptrdiff_t>(end)));
      if (index_.is_changed(*bucket[begin]))
        for (std::size_t i = begin; i < end; ++i)
          for (const Fact* other : bucket)
            if (other->document != bucket[begin]->document) compare(bucket[i], other);
      begin = end;
    }
  }

  void compare_within(const Bucket& bucket) {
    if (index_.is_limited()) {
      compare_changed(bucket);
    } else {
      compare_all(bucket);
    }
  }

  void compare_all(const Bucket& bucket) {
    if (bucket.size() <= kLargestBucket) {
      for (std::size_t i = 0; i < bucket.size(); ++i)
        for (std::size_t k = i + 1; k < bucket.size(); ++k) compare(bucket[i], bucket[k]);
      return;
    }
    Bucket sorted = bucket;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Fact* x, const Fact* y) {
      return x->quantity.tolerance.low < y->quantity.tolerance.low;
    });
    for (std::size_t i = 0; i < kEndsOfLargeBucket; ++i)
      for (std::size_t k = sorted.size() - kEndsOfLargeBucket; k < sorted.size(); ++k)
        compare(sorted[i], sorted[k]);
    for (std::size_t i = 0; i + 1 < sorted.size(); ++i) compare(sorted[i], sorted[i + 1]);
  }

  void compare_with_confused(std::string_view metric, const BySubject& buckets) {
    const Metric* known = index_.knowledge().lexicon().find_metric(metric);
    if (known == nullptr) return;
    for (const std::string& other : known->confused_with) {
      // Both records name each other: look from the first only.
      const auto found = buckets_.find(other);
      if (found == buckets_.end() || other < metric) continue;
      for (const auto& [subject, others] : found->second) {
        const auto ours = buckets.find(subject);
        if (ours == buckets.end()) continue;
        for (const Fact* a : ours->second)
          for (const Fact* b : others)
            if (index_.concerns(*a, *b) || a->document == b->document) compare(a, b);
      }
    }
  }

  /// A gap has two parties and either may be its subject.
  void compare_gaps() {
    std::map<std::string, Bucket> by_unit;
    for (const Fact* fact : index_.facts())
      if (is_gap(*fact))
        by_unit[fact->quantity.unit.canonical + fact->quantity.written_unit].push_back(fact);
    for (const auto& [unit, bucket] : by_unit) compare_within(bucket);
  }

  /// What the slots could not tell, the words of two clauses may.
  void compare_similar_wording() {
    std::set<std::pair<const Fact*, const Fact*>> told;
    for (const Conflict& conflict : conflicts_) told.insert({conflict.a, conflict.b});
    for (const SimilarPair& pair : find_similar_wording(index_)) {
      if (told.contains({pair.a, pair.b})) continue;
      report({pair.a, pair.b,
              compare_wording(*pair.a, *pair.b, pair.similarity, index_.knowledge()), 0,
              Severity::Note});
    }
  }

  /// Three values that exclude one another under one name in one document are a list whose items
  /// were not told apart (rows, editions, dates), and no contradiction. What such an item says
  /// against another document is a note.
  void leave_out_lists() {
    const std::set<const Fact*> listed = listed_facts();
    std::erase_if(conflicts_, [&](Conflict& conflict) {
      const bool a = listed.contains(conflict.a);
      const bool b = listed.contains(conflict.b);
      if (!a && !b) return false;
      conflict.comparison.add(Doubt::OneOfAList, kNoteAtMost);
      const auto severity = severity_after(conflict.comparison, conflict.gap);
      conflict.severity = severity.value_or(Severity::Note);
      return (a && b) || !severity;
    });
  }

  [[nodiscard]] std::set<const Fact*> listed_facts() const {
    using Name = std::tuple<std::string_view, std::string_view, std::string_view, Role>;
    // Stores up 9%, down 6%, up 1%: rises and falls make one list.
    const auto name_of = [](const Fact& fact) {
      const Role role = fact.role == Role::Decrease ? Role::Increase : fact.role;
      return Name(fact.document, fact.metric.value, fact.subject.value, role);
    };
    std::map<Name, std::set<const Fact*>> by_name;
    for (const Conflict& conflict : conflicts_) {
      if (conflict.conversion || name_of(*conflict.a) != name_of(*conflict.b)) continue;
      by_name[name_of(*conflict.a)].insert({conflict.a, conflict.b});
    }
    constexpr std::size_t kList = 3;
    std::set<const Fact*> listed;
    for (const auto& [name, facts] : by_name)
      if (count_apart(facts) >= kList) listed.insert(facts.begin(), facts.end());
    return listed;
  }

  /// How many of the values exclude one another.
  static std::size_t count_apart(const std::set<const Fact*>& facts) {
    Bucket sorted(facts.begin(), facts.end());
    std::sort(sorted.begin(), sorted.end(), [](const Fact* x, const Fact* y) {
      return x->quantity.tolerance.high < y->quantity.tolerance.high;
    });
    std::size_t apart = 0;
    const Fact* last = nullptr;
    for (const Fact* fact : sorted) {
      if (last != nullptr && intersects(last->quantity.tolerance, fact->quantity.tolerance))
        continue;
      ++apart;
      last = fact;
    }
    return apart;
  }

  /// What contradicts another amount of its own currency needs no exchange rate to do so.
  void leave_out_told_without_rates() {
    std::set<const Fact*> told;
    for (const Conflict& conflict : conflicts_)
      if (!conflict.conversion) told.insert({conflict.a, conflict.b});
    std::erase_if(conflicts_, [&](const Conflict& conflict) {
      return conflict.conversion && (told.contains(conflict.a) || told.contains(conflict.b));
    });
  }

  /// What `a` comes to in the currency of `b`, where it takes a rate to compare them and there is one.
  [[nodiscard]] std::optional<Conversion> conversion_of(const Fact& a, const Fact& b) const {
    const ExchangeRates& rates = index_.knowledge().rates();
    if (rates.empty() || same_measure(a, b) || relate_times(a, b) == TimeRelation::Apart)
      return std::nullopt;
    return convert(a, index_.time_of(a), b, index_.time_of(b), rates);
  }

  [[nodiscard]] Comparison compare_converted(Fact a, const Fact& b,
                                             const Conversion& conversion) const {
    a.quantity = conversion.quantity;
    Comparison comparison = compare_slots(a, b, index_.knowledge());
    comparison.add(Doubt::OtherCurrency, kSlight);
    return comparison;
  }

  void compare(const Fact* a, const Fact* b) {
    if (index_.position_of(*b) < index_.position_of(*a)) std::swap(a, b);
    if (!seen_.insert({a, b}).second) return;
    std::optional<Conversion> conversion = conversion_of(*a, *b);
    Comparison comparison = conversion ? compare_converted(*a, *b, *conversion)
                                       : compare_slots(*a, *b, index_.knowledge());
    // In a report on one company, what names nobody is the company's.
    if (is_of_main_subject(*a) && is_of_main_subject(*b))
      comparison.lighten(Doubt::SubjectInferred, kNoteAtMost - kFaint);
    report({a, b, std::move(comparison), 0, Severity::Note, std::move(conversion)});
  }

  [[nodiscard]] bool is_of_main_subject(const Fact& fact) const {
    // What a row of a table is about stands in its heads, whatever the document is about.
    const bool in_heads = fact.table_row > 0 && fact.subject.source != SlotSource::Heading;
    if (fact.subject.source == SlotSource::Presumed || in_heads) return false;
    return fact.subject.source < SlotSource::Presumed ||
           index_.main_subject_of(fact.document) == fact.subject.value;
  }

  /// Keeps the pair if its values cannot both be true.
  void report(Conflict conflict) {
    if (!conflict.comparison.comparable) return;
    // "100% within the Union, 50% beyond it" tells what "100%" elsewhere is about.
    if (are_of_other_times(*conflict.a, *conflict.b)) return;
    if (are_of_other_places(*conflict.a, *conflict.b)) return;
    if (says_what_other_says(index_, *conflict.a, *conflict.b)) return;
    if (says_too(*conflict.a, conflict.b->quantity) || says_too(*conflict.b, conflict.a->quantity))
      return;
    if (!conflict.conversion) settle_by_digits(conflict.comparison, *conflict.a, *conflict.b);
    conflict.gap = relative_gap(conflict.value_of_a(), conflict.b->quantity);
    // What was made, shipped and sold in one time differs by what is in store.
    constexpr double kInStore = 0.15;
    if (conflict.comparison.doubts_that(Doubt::OtherMetric) && conflict.gap < kInStore &&
        conflict.a->quantity.unit.dimension == Dimension::Count)
      return;
    // Thirty times as much, and no slip of the pen: probably of another thing.
    constexpr double kWorldsApart = 0.97;
    if (conflict.gap > kWorldsApart && slip_of(*conflict.a, *conflict.b).en.empty())
      conflict.comparison.add(Doubt::FarApart, kGrave);
    const auto severity = severity_after(conflict.comparison, conflict.gap);
    if (!severity) return;
    conflict.severity = *severity;
    conflicts_.push_back(std::move(conflict));
  }

  /// An undated number of an article on the first half of 2024 is not one of 2023.
  [[nodiscard]] bool are_of_other_times(const Fact& a, const Fact& b) const {
    // How one product compares with another does not change with the year.
    if (is_gap(a) || !a.comparand.empty()) return false;
    const auto period_of = [&](const Fact& fact) {
      if (fact.period || fact.partial_time) return fact.period;
      const std::optional<Period>& main = index_.main_period_of(fact.document);
      return main ? main : period_told_elsewhere(fact);
    };
    const std::optional<Period> ours = period_of(a);
    const std::optional<Period> theirs = period_of(b);
    return ours && theirs && !overlaps(*ours, *theirs);
  }

  /// The period that another document names for the very same figure: a revenue of 1708.99亿元.
  [[nodiscard]] std::optional<Period> period_told_elsewhere(const Fact& fact) const {
    constexpr std::size_t kNoChance = 4;
    const auto alike = index_.by_metric().find(fact.metric.value);
    if (alike == index_.by_metric().end() ||
        significant_digits(fact.quantity.written_low).size() < kNoChance)
      return std::nullopt;
    for (const Fact* other : alike->second) {
      const bool same = other->period && other->subject.value == fact.subject.value &&
                        other->role == fact.role && same_measure(*other, fact) &&
                        other->quantity.stated == fact.quantity.stated;
      if (same) return other->period;
    }
    return std::nullopt;
  }

  /// 小米出货90万台 in an article on China is no number of one on the world.
  [[nodiscard]] bool are_of_other_places(const Fact& a, const Fact& b) const {
    const Lexicon& lexicon = index_.knowledge().lexicon();
    // A company's revenue is the same wherever it is told; how many it sells is often that of a market.
    const Metric* metric = lexicon.find_metric(a.metric.value);
    const bool of_market =
        a.quantity.unit.dimension == Dimension::Count || (metric != nullptr && metric->share);
    if (!of_market || a.document == b.document || !a.comparand.empty()) return false;
    if (!place_of(a, lexicon).empty() || !place_of(b, lexicon).empty()) return false;
    const std::string& ours = index_.main_place_of(a.document);
    const std::string& theirs = index_.main_place_of(b.document);
    return !ours.empty() && !theirs.empty() && ours != theirs;
  }

  /// Whether the sentence of `fact` has `value` too, of the same subject, metric and time.
  [[nodiscard]] bool says_too(const Fact& fact, const Quantity& value) const {
    const auto says = [&](const Fact& other) {
      return other.metric.value == fact.metric.value && other.subject.value == fact.subject.value &&
             relate_times(other, fact) != TimeRelation::Apart &&
             other.quantity.unit.canonical == value.unit.canonical &&
             other.quantity.unit.dimension == value.unit.dimension &&
             values_agree(other.quantity, value);
    };
    const auto in_sentence = [&](const Fact& other) {
      return other.document == fact.document && other.block == fact.block &&
             other.sentence_span == fact.sentence_span;
    };
    const std::vector<const Fact*>& facts = index_.facts();
    const std::size_t at = index_.position_of(fact);
    for (std::size_t i = at; i-- > 0 && in_sentence(*facts[i]);)
      if (says(*facts[i])) return true;
    for (std::size_t i = at + 1; i < facts.size() && in_sentence(*facts[i]); ++i)
      if (says(*facts[i])) return true;
    return false;
  }

  const FactIndex& index_;
  std::map<std::string_view, BySubject> buckets_;  ///< by metric
  std::set<std::pair<const Fact*, const Fact*>> seen_;
  std::vector<Conflict> conflicts_;
};

bool contains(const std::vector<const Fact*>& facts, const Fact* fact) {
  return std::find(facts.begin(), facts.end(), fact) != facts.end();
}

/// Adds the pair to the group if it states the same two values.
bool join(ConflictGroup& group, const Fact* a, const Fact* b) {
  if (!repeats_value(*a, *group.lead.a) || !repeats_value(*b, *group.lead.b)) return false;
  const auto same_thing = [](const Fact* one, const Fact* other) {
    return one->subject.value == other->subject.value && one->metric.value == other->metric.value &&
           one->comparand.value == other->comparand.value && one->role == other->role;
  };
  if (!same_thing(a, group.lead.a) || !same_thing(b, group.lead.b)) return false;
  // A copy of a document has its contradictions too; that strengthens neither side.
  const bool copied = group.lead.a->document == group.lead.b->document &&
                      a->document == b->document && a->document != group.lead.a->document;
  for (const auto& [side, fact] : {std::pair(&group.side_a, a), std::pair(&group.side_b, b)}) {
    if (contains(*side, fact) || contains(group.repeats, fact)) continue;
    (copied || side->size() == kMostOnOneSide ? group.repeats : *side).push_back(fact);
  }
  return true;
}

}  // namespace

std::vector<Conflict> find_conflicts(const FactIndex& index) {
  using Conflicts = std::vector<Conflict>;
  return index.once<Conflicts>([&] { return ConflictFinder(index).find(); });
}

std::vector<ConflictGroup> group_conflicts(const std::vector<Conflict>& conflicts) {
  std::vector<ConflictGroup> groups;
  std::vector<const Fact*> told;
  // A fact is told when a finding already shows its like: same thing, same value.
  const auto is_told = [&](const Fact* fact) {
    return std::any_of(told.begin(), told.end(), [&](const Fact* other) {
      return other == fact ||
             (other->subject.value == fact->subject.value &&
              other->metric.value == fact->metric.value && other->role == fact->role &&
              other->comparand.value == fact->comparand.value && repeats_value(*other, *fact));
    });
  };
  for (const Conflict& conflict : conflicts) {
    const bool joined = std::any_of(groups.begin(), groups.end(), [&](ConflictGroup& group) {
      return join(group, conflict.a, conflict.b) || join(group, conflict.b, conflict.a);
    });
    const bool nothing_new = is_told(conflict.a) && is_told(conflict.b);
    told.push_back(conflict.a);
    told.push_back(conflict.b);
    if (joined || nothing_new) continue;
    groups.push_back({conflict, {conflict.a}, {conflict.b}});
  }
  return groups;
}

}  // namespace assay
