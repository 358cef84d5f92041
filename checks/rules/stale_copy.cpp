// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "checks/copied_text.h"
#include "checks/make_finding.h"
#include "checks/repeated_words.h"
#include "checks/rule.h"
#include "checks/slip.h"
#include "core/utf8.h"
#include "facts/scan.h"

namespace assay::rules {
namespace {

/// A sentence of fewer letters than this is a phrase that many lists and tables repeat. A Chinese
/// character counts as three letters.
constexpr std::string_view kMereDuration = "duration";  ///< the metric of a time that nobody named
constexpr std::size_t kShortestSentence = 36;
/// Copies whose blocks are as near as this stand side by side: lines of a list, a comparison.
constexpr std::uint32_t kSideBySide = 2;

/// The facts of one occurrence of a sentence, in order.
using Occurrence = std::vector<const Fact*>;

std::vector<Occurrence> occurrences(const std::vector<const Fact*>& facts) {
  std::map<std::pair<std::string, std::size_t>, Occurrence> by_place;
  std::vector<std::pair<std::string, std::size_t>> order;
  for (const Fact* fact : facts) {
    const auto key = std::pair(fact->document, fact->sentence_span.begin);
    if (!by_place.contains(key)) order.push_back(key);
    by_place[key].push_back(fact);
  }
  std::vector<Occurrence> result;
  result.reserve(order.size());
  for (const auto& key : order) result.push_back(std::move(by_place[key]));
  return result;
}

bool is_long_enough(const std::string& sentence) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < sentence.size();) {
    const CodePoint point = decode(sentence, at);
    letters += is_han(point.value) ? 3 : is_ascii_letter(point.value) ? 1 : 0;
    at += point.length;
  }
  return letters >= kShortestSentence;
}

/// The sentence itself says it, not a heading or the text before it.
bool is_said(const Slot& slot) {
  return slot.source == SlotSource::Frame || slot.source == SlotSource::Clause;
}

/// The sentence tells the year it speaks of, or the writer's date does.
bool is_dated(const Fact& fact, const Knowledge& knowledge) {
  if (!fact.period) return false;
  if (fact.period_stated) return true;
  const Scan scanned = scan(fact.sentence, {knowledge, {}});
  return std::any_of(scanned.times.begin(), scanned.times.end(),
                     [](const TimeMention& time) { return time.period.has_value(); });
}

/// Whether two numbers at the same place of two copies are of the same thing, as far as is known.
/// The metric is in the words of the sentence, and these are the same.
bool same_thing(const Fact& a, const Fact& b) {
  return a.quantity.unit.dimension == b.quantity.unit.dimension &&
         a.quantity.unit.canonical == b.quantity.unit.canonical && a.role == b.role &&
         a.modality == b.modality && a.subject.value == b.subject.value &&
         a.comparand.value == b.comparand.value && a.scope == b.scope && a.speaker == b.speaker &&
         (!is_said(a.metric) || !is_said(b.metric) || a.metric.value == b.metric.value) &&
         (!a.period || !b.period || *a.period == *b.period);
}

bool side_by_side(const Fact& a, const Fact& b) {
  const auto distance = a.block > b.block ? a.block - b.block : b.block - a.block;
  return a.document == b.document && distance < kSideBySide;
}

using DocumentDates = std::map<std::string, std::optional<Day>>;

DocumentDates dates_of(const std::vector<ReadDocument>& documents) {
  DocumentDates dates;
  for (const ReadDocument& document : documents) dates[document.id] = document.date;
  return dates;
}

/// Without a date of its own a sentence speaks of the day it was written.
bool written_on_other_days(const Fact& a, const Fact& b, const DocumentDates& dates) {
  const auto& one = dates.at(a.document);
  const auto& other = dates.at(b.document);
  return one && other && *one != *other;
}

/// Two documents that are each about another company use the same form; only who is named in the words themselves
/// is the same in both.
bool are_of_two_companies(const FactIndex& index, const Fact& a, const Fact& b) {
  const std::string& ours = index.main_subject_of(a.document);
  const std::string& theirs = index.main_subject_of(b.document);
  const bool named = is_said(a.subject) && a.subject.known;
  return !named && !ours.empty() && !theirs.empty() && ours != theirs;
}

/// Two occurrences of one sentence, number by number.
class CopyPair {
 public:
  CopyPair(const Occurrence& a, const Occurrence& b, const Knowledge& knowledge,
           const DocumentDates& dates)
      : a_(a), b_(b), knowledge_(knowledge), dates_(dates) {
    for (std::size_t k = 0; k < a.size(); ++k)
      if (!values_agree(a[k]->quantity, b[k]->quantity)) changed_.push_back(k);
  }

  /// The places of the numbers that differ.
  [[nodiscard]] const std::vector<std::size_t>& changed() const { return changed_; }

  /// How sure it is that one of the two was left behind; absent when they may as well be two
  /// statements of one form, as lists and regular reports have them.
  [[nodiscard]] std::optional<Severity> severity() const {
    if (changed_.empty() || !is_long_enough(a_.front()->sentence)) return std::nullopt;
    if (side_by_side(*a_.front(), *b_.front())) return std::nullopt;
    for (std::size_t k = 0; k < a_.size(); ++k)
      if (!same_thing(*a_[k], *b_[k])) return std::nullopt;
    const bool some_stayed = changed_.size() < a_.size();
    // A form of several numbers that is filled in anew each time.
    if (!some_stayed && a_.size() > 1) return std::nullopt;
    const bool one_document = a_.front()->document == b_.front()->document;
    const bool named = is_said(a_.front()->subject) && a_.front()->subject.known;
    const bool dated = is_dated(*a_.front(), knowledge_);
    // Whoever is named with a date has one such number.
    if (named && dated) return Severity::Error;
    if (!dated && written_on_other_days(*a_.front(), *b_.front(), dates_)) return std::nullopt;
    if (named && some_stayed) return Severity::Warning;
    if (one_document) return std::nullopt;
    return named || dated || some_stayed ? std::optional(Severity::Note) : std::nullopt;
  }

 private:
  const Occurrence& a_;
  const Occurrence& b_;
  const Knowledge& knowledge_;
  const DocumentDates& dates_;
  std::vector<std::size_t> changed_;
};

/// The words are the same: how well subject and metric were read says nothing of such a pair.
double confidence_of_copy(Severity severity) {
  constexpr double kError = 0.9;
  constexpr double kWarning = 0.75;
  constexpr double kNote = 0.5;
  return severity == Severity::Error ? kError : severity == Severity::Warning ? kWarning : kNote;
}

Finding copy_finding(const Fact* a, const Fact* b, Severity severity, const Message& lead_in,
                     const Lexicon& lexicon) {
  ConflictGroup group{{a, b, {}, relative_gap(a->quantity, b->quantity), severity}, {a}, {b}};
  group.lead.comparison.confidence = confidence_of_copy(severity);
  return conflict_finding("stale-copy", group, lead_in, lexicon);
}

/// How sure it is that a number was altered when its passage was copied; absent when what the two
/// documents share may as well be the standing text of reports.
std::optional<Severity> severity_of(const AlteredNumber& number, const Knowledge& knowledge,
                                    const DocumentDates& dates) {
  constexpr std::size_t kHardlyChance = 2;
  constexpr std::size_t kBeyondDoubt = 3;
  const Fact& original = *number.original;
  const Fact& copy = *number.copy;
  if (written_on_other_days(original, copy, dates) && !is_dated(original, knowledge))
    return std::nullopt;
  // Reports made from one form share their labels: they have little else in common, or other names.
  constexpr double kSameDocument = 0.5;
  const bool same_name = original.subject.value == copy.subject.value;
  const bool same_document =
      number.shared >= kSameDocument && !(original.subject.known && copy.subject.known);
  if (!same_name && !same_document) return std::nullopt;
  if (number.shared < kSameDocument && !is_long_enough(original.sentence)) return std::nullopt;
  const std::size_t same = number.before + number.behind;
  const bool enclosed = (number.before > 0 || number.opens) && (number.behind > 0 || number.ends);
  if (enclosed && same >= kBeyondDoubt) return Severity::Error;
  return same >= kHardlyChance ? std::optional(Severity::Warning) : std::nullopt;
}

Finding alteration_finding(const AlteredNumber& number, Severity severity, const Lexicon& lexicon) {
  Message lead_in = {"两份文件有同一段文字，只有这个数字不同",
                     "the same passage stands in two documents and only this number differs"};
  const Message slip = alteration_of(*number.original, *number.copy);
  if (!slip.en.empty()) {
    lead_in.zh += "：" + slip.zh;
    lead_in.en += ": " + slip.en;
  }
  return copy_finding(number.original, number.copy, severity, lead_in, lexicon);
}

/// Sentences that recur, in one document or in two, with some other numbers.
void add_recurring_sentences(const FactIndex& index, const DocumentDates& dates,
                             std::vector<Finding>& findings) {
  std::set<std::tuple<std::uint64_t, std::size_t, double>> told;
  for (const auto& [skeleton, facts] : index.by_skeleton()) {
    const std::vector<Occurrence> copies = occurrences(facts);
    std::set<std::string_view> unchanged;
    for (std::size_t i = 1; i < copies.size(); ++i) {
      const Fact& copy = *copies[i].front();
      if (!index.concerns(*copies[0].front(), copy)) continue;
      if (!index.is_changed(copy)) unchanged.insert(copy.document);
      if (unchanged.size() > kCopiesLookedAt && !index.is_changed(copy)) continue;
      if (copies[i].size() != copies[0].size()) continue;
      const CopyPair pair(copies[0], copies[i], index.knowledge(), dates);
      const auto severity = pair.severity();
      if (!severity) continue;
      for (const std::size_t k : pair.changed()) {
        const Fact* a = copies[0][k];
        const Fact* b = copies[i][k];
        // Lines of a list, in the original and in its copy.
        if (says_what_other_says(index, *a, *b) || are_of_two_companies(index, *a, *b)) continue;
        // A third copy with the second one's number says nothing new.
        if (!told.insert({skeleton, k, b->quantity.stated.low}).second) continue;
        findings.push_back(copy_finding(
            a, b, *severity,
            {"同一句话两次出现，数字却不同", "the same sentence recurs with another number"},
            index.knowledge().lexicon()));
      }
    }
  }
}

/// Headings or periods tell two statements apart that are in the same words.
bool differ_elsewhere(const Fact& a, const Fact& b) {
  // Whoever the words themselves name is the same in both, and whom the text before was about says
  // little of so many words; a heading is there to tell.
  const auto headed = [](const Fact& fact) {
    return fact.subject.known && fact.subject.source == SlotSource::Heading;
  };
  const bool names_differ =
      !a.subject.empty() && !b.subject.empty() && a.subject.value != b.subject.value;
  if (names_differ && (headed(a) || headed(b))) return true;
  return a.period && b.period && !overlaps(*a.period, *b.period);
}

/// How sure it is that one of two numbers in the same words was left behind; absent when the words are
/// too few, or may be those of a form.
std::optional<Severity> severity_of(const RepeatedWords& words, const Knowledge& knowledge,
                                    const DocumentDates& dates) {
  constexpr std::size_t kShortestClause = 24;
  const Fact& a = *words.a;
  const Fact& b = *words.b;
  if (side_by_side(a, b) || differ_elsewhere(a, b)) return std::nullopt;
  // 最近一个月跌了5%, 最近一周涨了2%: a mere stretch of time is what the words tell apart.
  const bool mere_time =
      a.quantity.unit.dimension == Dimension::Duration && a.metric.value == kMereDuration;
  if (mere_time && a.document == b.document) return std::nullopt;
  const bool named =
      (is_said(a.subject) && a.subject.known) || (is_said(b.subject) && b.subject.known);
  const bool measured = a.metric.known && a.metric.value == b.metric.value && is_said(a.metric);
  const bool clause = words.whole_clause && words.letters >= kShortestClause && named && measured;
  if (words.letters < kShortestSentence && !clause) return std::nullopt;
  if (!named && !measured) return std::nullopt;
  const bool dated = is_dated(a, knowledge) && is_dated(b, knowledge);
  if (a.document == b.document) return Severity::Warning;
  if (!named || (!dated && written_on_other_days(a, b, dates))) return std::nullopt;
  return words.more_figures ? Severity::Warning : Severity::Note;
}

/// Statements in the same words that go on differently.
void add_repeated_words(const FactIndex& index, const DocumentDates& dates,
                        std::vector<Finding>& findings) {
  for (const RepeatedWords& words : find_repeated_words(index)) {
    if (says_what_other_says(index, *words.a, *words.b) ||
        are_of_two_companies(index, *words.a, *words.b))
      continue;
    const auto severity = severity_of(words, index.knowledge(), dates);
    if (!severity) continue;
    findings.push_back(
        copy_finding(words.a, words.b, *severity,
                     {"同样的话出现两次，数字却不同", "the same words recur with another number"},
                     index.knowledge().lexicon()));
  }
}

std::vector<Finding> run(const FactIndex& index) {
  std::vector<Finding> findings;
  const DocumentDates dates = dates_of(index.documents());
  for (const AlteredNumber& number : find_altered_numbers(index)) {
    if (are_of_two_companies(index, *number.original, *number.copy)) continue;
    if (const auto severity = severity_of(number, index.knowledge(), dates))
      findings.push_back(alteration_finding(number, *severity, index.knowledge().lexicon()));
  }
  add_recurring_sentences(index, dates, findings);
  add_repeated_words(index, dates, findings);
  return findings;
}

}  // namespace

extern const Rule stale_copy{.summary = "a sentence recurs with other numbers", .run = run};

}  // namespace assay::rules
