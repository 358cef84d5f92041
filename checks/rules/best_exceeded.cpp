// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checks/make_finding.h"
#include "checks/rule.h"
#include "checks/sides.h"
#include "checks/wording.h"
#include "facts/clauses.h"
#include "facts/scan.h"

namespace assay::rules {
namespace {

/// What the clause of a fact says beside its number.
struct ClauseWords {
  bool best = false;      ///< before the number
  bool produced = false;  ///< anywhere
  bool denied = false;
  bool machine = false;
};

void add_words(const Scan& scanned, const Clause& clause, std::size_t number, ClauseWords& words) {
  for (std::size_t i = clause.first; i < clause.last; ++i) {
    const Token& token = scanned.tokens[i];
    words.best = words.best || (token.span.begin < number && token.says(WordClass::Best));
    words.produced = words.produced || token.says(WordClass::Produced);
    words.denied = words.denied || token.says(WordClass::Negation);
    words.machine = words.machine || token.says(WordClass::Machine);
  }
}

/// Of 7纳米制程（一种先进工艺）芯片已经量产 the clause that goes on right behind the brackets, or null.
const Clause* behind_brackets(std::string_view sentence, const std::vector<Clause>& clauses,
                              std::size_t clause) {
  std::size_t next = clause + 1;
  while (next < clauses.size() && clauses[next].bracketed) ++next;
  if (next == clause + 1 || next == clauses.size()) return nullptr;
  const std::size_t inside = clauses[next - 1].span.end;
  const std::string_view between = sentence.substr(inside, clauses[next].span.begin - inside);
  return between == ")" || between == "）" ? &clauses[next] : nullptr;
}

ClauseWords words_of_clause(const Fact& fact, const Knowledge& knowledge) {
  ClauseWords words;
  const Scan scanned = scan(fact.sentence, {knowledge});
  const std::vector<Clause> clauses = split_clauses(scanned, fact.sentence.size()).clauses;
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    if (!clauses[i].span.overlaps(fact.in_sentence)) continue;
    add_words(scanned, clauses[i], fact.in_sentence.begin, words);
    if (const Clause* rest = behind_brackets(fact.sentence, clauses, i))
      add_words(scanned, *rest, fact.in_sentence.begin, words);
  }
  return words;
}

/// A level that somebody has, as far as the text itself says whose it is.
bool is_somebodys_level(const Fact& fact) {
  return fact.role == Role::Level && fact.modality == Modality::Actual && fact.subject.known &&
         fact.subject.source <= SlotSource::Earlier && fact.metric.known && fact.table_row == 0 &&
         fact.quantity.stated.is_point() && fact.comparand.empty();
}

/// What somebody is said to have reached at best, and what is told of him elsewhere.
struct Reached {
  std::vector<const Fact*> best;
  std::vector<const Fact*> produced;
};

Reached reached_by(const std::string& owner, const std::vector<const Fact*>& facts,
                   const Knowledge& knowledge) {
  Reached reached;
  for (const Fact* fact : facts) {
    const ClauseWords words = words_of_clause(*fact, knowledge);
    if (words.denied || words.machine) continue;
    if (words.best) {
      // A company's best is not that of its country.
      if (fact->subject.value == owner) reached.best.push_back(fact);
    } else if (words.produced) {
      reached.produced.push_back(fact);
    }
  }
  return reached;
}

/// Whose levels there are several of, one of them in a document that is looked at. What a company makes at
/// home is its country's too.
std::map<std::string, std::vector<const Fact*>> by_owner(const std::vector<const Fact*>& facts,
                                                         const FactIndex& index) {
  std::map<std::string, std::vector<const Fact*>> owners;
  for (const Fact* fact : facts) {
    if (!is_somebodys_level(*fact)) continue;
    owners[fact->subject.value].push_back(fact);
    const Entity* maker = index.knowledge().lexicon().find_entity(fact->subject.value);
    if (maker != nullptr && !maker->home.empty()) owners[maker->home].push_back(fact);
  }
  std::erase_if(owners, [&](const auto& entry) {
    return entry.second.size() < 2 || std::ranges::none_of(entry.second, [&](const Fact* fact) {
             return index.is_changed(*fact);
           });
  });
  return owners;
}

bool is_better(const Fact& fact, const Fact& best, bool low) {
  const Interval& ours = fact.quantity.tolerance;
  const Interval& theirs = best.quantity.tolerance;
  return same_measure(fact, best) && (low ? ours.high < theirs.low : ours.low > theirs.high);
}

/// What was the best may be surpassed later.
bool is_later(const Fact& fact, const Fact& best, const FactIndex& index) {
  const auto ours = index.time_of(fact);
  const auto theirs = index.time_of(best);
  return ours && theirs && ours->from > theirs->to;
}

/// The one of `produced` that is least better, which is the least that the statements differ by; of equal
/// ones one in the same document.
const Fact* nearest_better(const Fact& best, const std::vector<const Fact*>& produced, bool low,
                           const FactIndex& index) {
  const Fact* nearest = nullptr;
  for (const Fact* fact : produced) {
    if (!index.concerns(best, *fact) || !is_better(*fact, best, low) ||
        is_later(*fact, best, index))
      continue;
    const bool nearer = nearest == nullptr || is_better(*nearest, *fact, low);
    const bool beside = nearest != nullptr && !is_better(*fact, *nearest, low) &&
                        nearest->document != best.document && fact->document == best.document;
    if (nearer || beside) nearest = fact;
  }
  return nearest;
}

/// `best` are statements of one value.
Finding finding_of(const std::vector<const Fact*>& best, const Fact& produced,
                   const Lexicon& lexicon) {
  std::vector<const Fact*> evidence = best;
  evidence.push_back(&produced);
  Finding finding = make_finding("best-exceeded", Severity::Warning,
                                 best.front()->confidence * produced.confidence, evidence);
  const Message of = heading(*best.front(), lexicon);
  const std::string& value = best.front()->text;
  Message maker;
  if (produced.subject.value != best.front()->subject.value)
    maker = {DisplayNames(Language::Chinese, &lexicon).entity(produced.subject.value),
             " by " + DisplayNames(Language::English, &lexicon).entity(produced.subject.value)};
  finding.message = {
      of.zh + "一处说最好是 " + value + "，另一处说" + maker.zh + "已量产 " + produced.text,
      of.en + value + " is the best in one place, " + produced.text + " is produced" + maker.en +
          " in another"};
  finding.explanation = {"已量产的水平好于所说的最高水平；两处的口径也可能不同",
                         "what is produced is better than what is said to be the best, unless the "
                         "two speak of different things"};
  return finding;
}

/// Adds whoever else is said to produce the same as `produced`: to the evidence the first statement of each
/// maker, which is another reason to doubt the best, to the repeats the others.
void add_other_makers(Finding& finding, const Fact& best, const Fact& produced,
                      const std::vector<const Fact*>& all, const FactIndex& index) {
  std::set<std::string> makers{produced.subject.value};
  for (const Fact* fact : all) {
    if (fact == &produced || !index.concerns(best, *fact) || is_later(*fact, best, index) ||
        !repeats_value(produced, *fact))
      continue;
    const bool other_maker = makers.insert(fact->subject.value).second;
    (other_maker ? finding.evidence : finding.repeats).push_back(*fact);
  }
}

std::vector<Finding> findings_of(const Reached& reached, bool low, const FactIndex& index) {
  // By what is produced and the value of the best.
  std::map<std::pair<const Fact*, double>, std::vector<const Fact*>> stories;
  for (const Fact* best : reached.best)
    if (const Fact* better = nearest_better(*best, reached.produced, low, index))
      stories[{better, best->quantity.stated.low}].push_back(best);
  std::vector<Finding> findings;
  findings.reserve(stories.size());
  for (const auto& [story, best] : stories) {
    findings.push_back(finding_of(best, *story.first, index.knowledge().lexicon()));
    add_other_makers(findings.back(), *best.front(), *story.first, reached.produced, index);
  }
  return findings;
}

std::vector<Finding> run(const FactIndex& index) {
  std::vector<Finding> findings;
  const Lexicon& lexicon = index.knowledge().lexicon();
  for (const auto& [name, facts] : index.by_metric()) {
    const Metric* metric = lexicon.find_metric(name);
    if (metric == nullptr || !metric->best_is_low) continue;
    for (const auto& [owner, levels] : by_owner(facts, index))
      std::ranges::move(
          findings_of(reached_by(owner, levels, index.knowledge()), *metric->best_is_low, index),
          std::back_inserter(findings));
  }
  return findings;
}

}  // namespace

extern const Rule best_exceeded{
    .summary = "what is produced is better than what is said to be the best",
    .run = run,
    .highest = Severity::Warning};

}  // namespace assay::rules
