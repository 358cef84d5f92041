// SPDX-License-Identifier: MIT
#include "checks/touched.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <unordered_set>

#include "checks/copied_text.h"
#include "checks/made_from.h"
#include "checks/network_component.h"
#include "checks/relations.h"
#include "checks/repeated_words.h"
#include "checks/similar_wording.h"
#include "facts/document.h"

namespace assay {
namespace {

constexpr std::size_t kAll = 1'000'000'000;

/// Marks documents of the base by the keys of facts, and reads them when told to. The first failure
/// ends all further work.
class TouchedReader {
 public:
  TouchedReader(const FactBase& base, const std::vector<ReadDocument>& changed,
                const Knowledge& knowledge)
      : base_(base), changed_(changed), lexicon_(knowledge.lexicon()), knowledge_(knowledge) {
    for (const ReadDocument& document : changed) changed_ids_.insert(document.id);
  }

  Result<TouchedBase> read() {
    read_heads();
    for (const ReadDocument& document : changed_) {
      for (const Fact& fact : document.facts) touch_like(fact);
      touch_similar(document);
      touch_told(document);
    }
    touch_named();
    load();
    touch_notes_of_talks();
    touch_dated_figures();
    load();
    touch_related();
    return failure_ ? Result<TouchedBase>(*failure_) : take();
  }

 private:
  using Hits = std::vector<FactBase::KeyHit>;

  void read_heads() {
    Result<std::vector<NumberedDocument>> heads = base_.heads();
    if (!heads) {
      failure_ = heads.error();
      return;
    }
    for (NumberedDocument& head : *heads) {
      if (changed_ids_.contains(head.document.id)) {
        replaced_.insert(head.number);
        continue;
      }
      place_of_.emplace(head.number, heads_.size());
      heads_.push_back(std::move(head));
    }
  }

  /// The documents with a key; those that a changed one replaces do not count.
  Hits hits_of(FactKey key, std::size_t most = kAll) {
    if (failure_) return {};
    Result<Hits> hits = base_.find_key(key, most + replaced_.size());
    if (!hits) failure_ = hits.error();
    if (failure_) return {};
    std::erase_if(*hits,
                  [&](const FactBase::KeyHit& hit) { return replaced_.contains(hit.document); });
    return std::move(*hits);
  }

  void touch(FactKey key) {
    if (!asked_.insert(key).second) return;
    for (const FactBase::KeyHit& hit : hits_of(key)) touched_.insert(hit.document);
  }

  void touch(KeyKind kind, std::initializer_list<std::string_view> parts) {
    touch(make_key(kind, parts));
  }

  // ---- what the rules hold a fact against

  void touch_like(const Fact& fact) {
    touch_first(skeleton_key(fact));
    touch_first(wording_key(fact));
    if (!words_before(fact).empty()) touch_same_words(fact);
    if (may_be_gap(fact)) touch_gap(fact);
    if (fact.subject.empty()) return;
    touch_metrics(fact);
    touch_comparison(fact);
  }

  /// Copies are held against the first documents that have the words.
  void touch_first(FactKey key) {
    if (!asked_.insert(key).second) return;
    std::set<std::size_t> places;
    for (const FactBase::KeyHit& hit : hits_of(key)) places.insert(place_of_.at(hit.document));
    std::size_t looked_at = 0;
    for (const std::size_t place : places)
      if (looked_at++ < kCopiesLookedAt) touched_.insert(heads_[place].number);
  }

  /// Words that many numbers have before them are a form, and nobody reads them.
  void touch_same_words(const Fact& fact) {
    std::size_t& count = counts_[count_name_of(fact)];
    ++count;
    if (!asked_.insert(words_before_key(fact)).second) return;
    const Hits hits = hits_of(words_before_key(fact), kMostInSameWords + 1);
    for (const FactBase::KeyHit& hit : hits) count += hit.facts;
    if (count > kMostInSameWords) return;
    for (const FactBase::KeyHit& hit : hits) touched_.insert(hit.document);
  }

  void touch_metrics(const Fact& fact) {
    const std::string& subject = fact.subject.value;
    touch(KeyKind::Slots, {subject, fact.metric.value});
    for (const Metric& metric : lexicon_.metrics()) {
      const auto names = [](const Metric& one, const std::string& other) {
        return std::ranges::find(one.confused_with, other) != one.confused_with.end();
      };
      const Metric* ours = lexicon_.find_metric(fact.metric.value);
      if (ours != nullptr && (names(metric, ours->name) || names(*ours, metric.name)))
        touch(KeyKind::Slots, {subject, metric.name});
    }
  }

  /// Comparisons with either side, and with what these are compared with: cycles have four of them.
  void touch_comparison(const Fact& fact) {
    const std::string& metric = fact.metric.value;
    touch(KeyKind::Side, {metric, fact.subject.value});
    if (fact.comparand.empty()) return;
    touch(KeyKind::Pair, {fact.subject.value, fact.comparand.value});
    touch(KeyKind::Side, {metric, fact.comparand.value});
    touch(KeyKind::Slots, {fact.comparand.value, metric});
    load();
    std::set<std::string> next;
    for (const NumberedDocument& head : heads_)
      for (const Fact& other : head.document.facts)
        if (!other.comparand.empty() && other.metric.value == metric &&
            (is_side(other, fact.subject.value) || is_side(other, fact.comparand.value)))
          next.insert({other.subject.value, other.comparand.value});
    for (const std::string& name : next) touch(KeyKind::Side, {metric, name});
  }

  static bool is_side(const Fact& fact, const std::string& name) {
    return fact.subject.value == name || fact.comparand.value == name;
  }

  /// Two gaps have a party in common, be it by a name for several.
  void touch_gap(const Fact& fact) {
    std::vector<std::string> names = fact.scope;
    names.push_back(fact.subject.value);
    names.push_back(fact.comparand.value);
    std::set<std::string> all(names.begin(), names.end());
    for (const std::string& name : names)
      if (const Entity* entity = lexicon_.find_entity(name))
        all.insert(entity->members.begin(), entity->members.end());
    for (const Entity& entity : lexicon_.entities())
      for (const std::string& member : entity.members)
        if (all.contains(member)) names.push_back(entity.name);
    all.insert(names.begin(), names.end());
    for (const std::string& name : all)
      if (!name.empty()) touch(gap_key(fact, name));
  }

  /// Where a word is used. What nearly every document has tells none from another.
  struct WordUse {
    std::vector<std::int64_t> documents;  ///< ascending; empty when there are too many
    std::size_t clauses = 0;
    bool everywhere = false;
  };

  const WordUse& use_of(const std::string& word) {
    const auto [found, is_new] = uses_.try_emplace(word);
    WordUse& use = found->second;
    if (!is_new) return use;
    constexpr std::size_t kEverywhere = 2000;
    const Hits hits = hits_of(make_key(KeyKind::Word, {word}), kEverywhere);
    use.everywhere = hits.size() >= kEverywhere;
    for (const FactBase::KeyHit& hit : hits) {
      use.clauses += hit.facts;
      if (!use.everywhere) use.documents.push_back(hit.document);
    }
    use.clauses += own_uses_[word];
    std::ranges::sort(use.documents);
    return use;
  }

  void count_own_words() {
    for (const ReadDocument& document : changed_)
      for (const Fact& fact : document.facts)
        if (const auto words = own_words(fact); words.size() >= kFewestOwnWords)
          for (const std::string_view word : words) ++own_uses_[std::string(word)];
  }

  void touch_similar(const ReadDocument& document) {
    if (own_uses_.empty()) count_own_words();
    for (const Fact& fact : document.facts) {
      const std::vector<std::string_view> words = own_words(fact);
      if (words.size() >= kFewestOwnWords) touch_similar_clauses(words);
    }
  }

  /// Documents that have enough of a clause's words, and a rare one among them.
  void touch_similar_clauses(const std::vector<std::string_view>& words) {
    double all = 0;
    double common = 0;
    std::unordered_set<std::int64_t> candidates;
    std::map<std::int64_t, double> shared;
    for (const std::string_view word : words) {
      const double weight = word_weight(word, lexicon_);
      const WordUse& use = use_of(std::string(word));
      all += weight;
      if (use.everywhere) common += weight;
      const bool rare = use.clauses <= kMostPostings;
      for (const std::int64_t number : use.documents) {
        shared[number] += weight;
        if (rare) candidates.insert(number);
      }
    }
    for (const std::int64_t number : candidates)
      if (may_be_similar(shared[number] + common, all)) touched_.insert(number);
  }

  // ---- notes and what they were made from

  /// Transcripts of a talk that the note may tell of.
  void touch_told(const ReadDocument& note) {
    if (note.kind == to_string(DocumentKind::Transcript)) return;
    for (const auto& [number, found] : count_figures(note, false))
      if (are_most_numbers(found, note.facts.size()) && is_transcript(number))
        touched_.insert(number);
  }

  /// How many figures the documents of the base share with this one: how many of its own, or of
  /// theirs.
  std::map<std::int64_t, std::size_t> count_figures(const ReadDocument& document, bool theirs) {
    std::map<std::int64_t, std::size_t> counts;
    if (document.facts.size() < kFewestNumbersOfTalk) return counts;
    std::set<FactKey> told;
    for (const Fact& fact : document.facts) {
      if (theirs && !told.insert(figure_key(fact)).second) continue;
      for (const FactBase::KeyHit& hit : hits_of(figure_key(fact)))
        counts[hit.document] += theirs ? hit.facts : 1;
    }
    return counts;
  }

  [[nodiscard]] bool is_transcript(std::int64_t number) const {
    return heads_[place_of_.at(number)].document.kind == to_string(DocumentKind::Transcript);
  }

  /// Notes that may tell of a changed transcript, and the other transcripts that they may tell of.
  void touch_notes_of_talks() {
    for (const ReadDocument& talk : changed_) {
      if (talk.kind != to_string(DocumentKind::Transcript)) continue;
      for (const auto& [number, found] : count_figures(talk, true)) {
        if (is_transcript(number) || !are_most_numbers(found, count_facts(number))) continue;
        touched_.insert(number);
        load();
        touch_told(heads_[place_of_.at(number)].document);
      }
    }
  }

  std::size_t count_facts(std::optional<std::int64_t> document = {}) {
    const Result<std::size_t> count = base_.count_facts(document);
    if (!count) failure_ = count.error();
    return count ? *count : 0;
  }

  /// What says that it was made from a changed document, or that one from it.
  void touch_named() {
    std::vector<ReadDocument> all;
    const auto add = [&](const ReadDocument& document) {
      ReadDocument& head = all.emplace_back();
      head.id = document.id;
      head.source = document.source;
      head.kind = document.kind;
    };
    for (const ReadDocument& document : changed_) add(document);
    for (const NumberedDocument& head : heads_) add(head.document);
    std::ranges::stable_sort(all, {}, &ReadDocument::id);
    std::set<std::string> named;
    for (const MadeFrom& pair : find_made_from(FactIndex(all, knowledge_)))
      if (changed_ids_.contains(pair.note->id) || changed_ids_.contains(pair.source->id))
        named.insert({pair.note->id, pair.source->id});
    for (const NumberedDocument& head : heads_)
      if (named.contains(head.document.id)) touched_.insert(head.number);
  }

  /// An undated figure is of the period that another document names for the very same one.
  void touch_dated_figures() {
    const auto touch_period_of = [&](const ReadDocument& document) {
      for (const Fact& fact : document.facts)
        if (!fact.period) touch(dated_figure_key(fact));
    };
    for (const ReadDocument& document : changed_) touch_period_of(document);
    for (const NumberedDocument& head : heads_) touch_period_of(head.document);
  }

  /// All statements of the numbers that are related to one of a changed document.
  void touch_related() {
    for (bool more = true; more && !failure_;) {
      std::vector<ReadDocument> all;
      for (NumberedDocument& head : heads_) all.push_back(std::move(head.document));
      all.insert(all.end(), changed_.begin(), changed_.end());
      touch_components(
          FactIndex(all, knowledge_, {.changed = changed_ids_, .word_counts = nullptr}));
      for (std::size_t i = 0; i < heads_.size(); ++i) heads_[i].document = std::move(all[i]);
      more = load();
    }
  }

  void touch_components(const FactIndex& index) {
    const RelationNetwork network = collect_relations(index);
    for (const NetworkComponent& component : components_of(network))
      if (has_changed(network, component, index)) touch_series(network, component);
  }

  static bool has_changed(const RelationNetwork& network, const NetworkComponent& component,
                          const FactIndex& index) {
    return std::ranges::any_of(component.numbers, [&](std::size_t number) {
      const std::vector<const Fact*>& statements = network.numbers[number].statements;
      return std::ranges::any_of(statements,
                                 [&](const Fact* fact) { return index.is_changed(*fact); });
    });
  }

  void touch_series(const RelationNetwork& network, const NetworkComponent& component) {
    for (const std::size_t number : component.numbers) {
      const Fact& fact = network.numbers[number].fact;
      touch(KeyKind::Slots, {fact.subject.value, fact.metric.value});
      touch(KeyKind::Side, {fact.metric.value, fact.subject.value});
    }
  }

  /// Reads what has been touched since the last time. False: nothing has.
  bool load() {
    std::vector<NumberedDocument*> wanted;
    for (const std::int64_t number : touched_)
      if (loaded_.insert(number).second) wanted.push_back(&heads_[place_of_.at(number)]);
    touched_.clear();
    if (failure_ || wanted.empty()) return false;
    const Result<Done> done = base_.load_contents(wanted);
    if (!done) failure_ = done.error();
    return true;
  }

  Result<TouchedBase> take() {
    TouchedBase touched;
    touched.facts_left_out = count_facts();
    for (const std::int64_t number : replaced_) touched.facts_left_out -= count_facts(number);
    if (failure_) return *failure_;
    for (NumberedDocument& head : heads_) {
      touched.facts_left_out -= head.document.facts.size();
      touched.documents.push_back(std::move(head.document));
    }
    touched.word_counts = std::move(counts_);
    for (const auto& [word, use] : uses_) touched.word_counts.emplace(word, use.clauses);
    return touched;
  }

  const FactBase& base_;
  const std::vector<ReadDocument>& changed_;
  const Lexicon& lexicon_;
  const Knowledge& knowledge_;
  std::set<std::string> changed_ids_;
  std::vector<NumberedDocument> heads_;  ///< of what no changed document replaces, by id
  std::unordered_map<std::int64_t, std::size_t> place_of_;  ///< number -> place in heads_
  std::unordered_set<std::int64_t> replaced_;               ///< by a changed document of its id
  std::unordered_set<FactKey> asked_;
  std::set<std::int64_t> touched_;  ///< and not read yet
  std::unordered_set<std::int64_t> loaded_;
  std::map<std::string, WordUse> uses_;
  WordCounts counts_;                            ///< of what stands before numbers
  std::map<std::string, std::size_t> own_uses_;  ///< of the words of the changed documents
  std::optional<Error> failure_;
};

}  // namespace

Result<TouchedBase> load_touched(const FactBase& base, const std::vector<ReadDocument>& changed,
                                 const Knowledge& knowledge) {
  const Result<Transaction> one_state = base.one_state();
  if (!one_state) return one_state.error();
  return TouchedReader(base, changed, knowledge).read();
}

}  // namespace assay
