// SPDX-License-Identifier: MIT
#include "checks/run.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <tuple>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "checks/compare.h"
#include "checks/culprit.h"
#include "checks/rule.h"
#include "checks/sides.h"
#include "checks/told_apart.h"
#include "core/in_order.h"
#include "facts/fact_index.h"

namespace assay {
namespace {

using EvidenceKey = std::vector<std::pair<std::string, std::size_t>>;

EvidenceKey key_of(const Finding& finding, std::size_t most) {
  EvidenceKey key;
  for (const Fact& fact : finding.evidence) {
    if (key.size() == most) break;
    key.emplace_back(fact.document, fact.mention.begin);
  }
  std::sort(key.begin(), key.end());
  return key;
}

/// Which of two rules that report the same pair says more about it.
int precedence(const std::string& rule) {
  constexpr std::array<std::string_view, 4> kMoreTelling = {"stale-copy", "magnitude-slip",
                                                            "change-arithmetic", "part-whole"};
  const auto at = std::find(kMoreTelling.begin(), kMoreTelling.end(), rule);
  return static_cast<int>(at - kMoreTelling.begin());
}

bool same_place(const Fact& a, const Fact& b) {
  return a.document == b.document && a.mention.begin == b.mention.begin;
}

bool states(const std::vector<Fact>& facts, const Fact& fact) {
  return std::any_of(facts.begin(), facts.end(),
                     [&](const Fact& other) { return same_place(fact, other); });
}

/// Makes a statement one of those that reports show.
void show_statement(Finding& finding, const Fact& fact) {
  if (states(finding.evidence, fact)) return;
  std::erase_if(finding.repeats, [&](const Fact& other) { return same_place(fact, other); });
  finding.evidence.push_back(fact);
}

/// What a finding that is given up has to say beside `kept`, which takes its place.
void lend_statements(const Finding& given_up, Finding& kept) {
  for (const auto* facts : {&given_up.evidence, &given_up.repeats})
    for (const Fact& fact : *facts)
      if (!states(kept.evidence, fact) && !states(kept.repeats, fact)) kept.repeats.push_back(fact);
}

/// Two findings that rest on the same two facts are one: the graver, or the more telling.
void merge_repeated(std::vector<Finding>& findings) {
  const auto rank = [](const Finding& finding) {
    return std::pair(-static_cast<int>(finding.severity), precedence(finding.rule));
  };
  std::stable_sort(findings.begin(), findings.end(),
                   [&](const Finding& a, const Finding& b) { return rank(a) < rank(b); });
  std::map<EvidenceKey, std::size_t> seen;  // and where in `kept`
  std::vector<Finding> kept;
  for (Finding& finding : findings) {
    const bool joint = find_rule(finding.rule)->rule->joint;
    const std::size_t most = joint ? finding.evidence.size() : 2;
    const auto [first, is_new] = finding.evidence.size() < 2
                                     ? std::pair(seen.end(), true)
                                     : seen.emplace(key_of(finding, most), kept.size());
    if (is_new) {
      kept.push_back(std::move(finding));
    } else {
      lend_statements(finding, kept[first->second]);
    }
  }
  findings = std::move(kept);
}

/// The fact of `other` that repeats one side of `finding` against the other side of it, if its pair
/// does: a number that is wrong contradicts everyone who has it right.
const Fact* repeated_side(const Finding& finding, const Finding& other) {
  for (std::size_t i = 0; i < 2; ++i)
    for (std::size_t k = 0; k < 2; ++k)
      if (same_place(finding.evidence[i], other.evidence[k]) &&
          repeats_value(finding.evidence[1 - i], other.evidence[1 - k]))
        return &other.evidence[1 - k];
  return nullptr;
}

/// One slip gives one finding: later ones that hold the same number against the same other value
/// lend their evidence to the first.
void merge_same_story(std::vector<Finding>& findings) {
  constexpr std::size_t kMostEvidence = 6;
  std::map<EvidenceKey, std::vector<std::size_t>> told;  // by the place of one fact
  std::vector<bool> merged(findings.size(), false);
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (!is_two_sided(findings[i])) continue;
    const auto& leads = findings[i].evidence;
    for (std::size_t k = 0; k < 2 && !merged[i]; ++k) {
      for (const std::size_t earlier : told[{{leads[k].document, leads[k].mention.begin}}]) {
        Finding& first = findings[earlier];
        const Fact* more = repeated_side(first, findings[i]);
        if (more == nullptr || first.severity < findings[i].severity) continue;
        if (first.evidence.size() < kMostEvidence) show_statement(first, *more);
        lend_statements(findings[i], first);
        merged[i] = true;
        break;
      }
    }
    if (merged[i]) continue;
    for (std::size_t k = 0; k < 2; ++k)
      told[{{leads[k].document, leads[k].mention.begin}}].push_back(i);
  }
  std::size_t at = 0;
  std::erase_if(findings, [&](const Finding&) { return merged[at++]; });
}

/// The changed document comes first; without one, the later of the documents given. What it
/// contradicts follows.
void order_evidence(Finding& finding, const CheckOptions& options,
                    const std::map<std::string, std::size_t>& positions) {
  const auto is_changed = [&](const Fact& fact) { return options.changed.contains(fact.document); };
  std::vector<Fact>& evidence = finding.evidence;
  const auto repeat = std::find_if(finding.repeats.begin(), finding.repeats.end(), is_changed);
  if (repeat != finding.repeats.end() &&
      std::none_of(evidence.begin(), evidence.end(), is_changed)) {
    evidence.push_back(std::move(*repeat));
    finding.repeats.erase(repeat);
  }
  const auto rank = [&](const Fact& fact) {
    const auto position = static_cast<long long>(positions.at(fact.document));
    return std::tuple(is_changed(fact) ? 0 : 1, -position);
  };
  const auto first =
      std::min_element(evidence.begin(), evidence.end(),
                       [&](const Fact& a, const Fact& b) { return rank(a) < rank(b); });
  const auto at = first - evidence.begin();
  const std::optional<Fact> wrong =
      finding.culprit ? std::optional(evidence[finding.culprit->evidence]) : std::nullopt;
  if (is_two_sided(finding) && at > 1 && !repeats_value(*first, evidence[1])) {
    std::swap(evidence[0], evidence[1]);
  }
  std::rotate(evidence.begin(), evidence.begin() + at, evidence.begin() + at + 1);
  if (!wrong) return;
  const auto moved =
      std::ranges::find_if(evidence, [&](const Fact& fact) { return same_place(fact, *wrong); });
  finding.culprit->evidence = static_cast<std::size_t>(moved - evidence.begin());
}

std::string hash_of(const Finding& finding) {
  // Texts and sentences, not places: the id survives when text moves.
  std::vector<std::string> parts;
  for (const Fact& fact : finding.evidence)
    parts.push_back(fact.document + "\n" + fact.text + "\n" + fact.sentence);
  std::sort(parts.begin(), parts.end());
  std::string all = finding.rule;
  for (const std::string& part : parts) all += "\n\n" + part;
  const XXH64_hash_t hash = XXH3_64bits(all.data(), all.size());
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (int shift = 60; shift >= 0; shift -= 4)
    text += kDigits[static_cast<std::size_t>((hash >> shift) & 0xF)];
  return text;
}

/// Findings with equal evidence texts (a document copied whole) stay apart by a running number.
void name_findings(std::vector<Finding>& findings) {
  std::map<std::string, int> seen;
  for (Finding& finding : findings) {
    finding.id = hash_of(finding);
    const int repeat = seen[finding.id]++;
    if (repeat > 0) finding.id += "-" + std::to_string(repeat + 1);
  }
}

bool takes_part(const Finding& finding, const CheckOptions& options) {
  if (options.changed.empty()) return true;
  const auto is_changed = [&](const Fact& fact) { return options.changed.contains(fact.document); };
  return std::any_of(finding.evidence.begin(), finding.evidence.end(), is_changed) ||
         std::any_of(finding.repeats.begin(), finding.repeats.end(), is_changed);
}

bool is_wanted(const RegisteredRule& rule, const CheckOptions& options) {
  const std::string name(rule.name);
  return (options.select.empty() || options.select.contains(name)) &&
         !options.ignore.contains(name);
}

/// What the wanted rules find, by rule.
std::vector<Finding> run_rules(const FactIndex& index, const CheckOptions& options) {
  std::vector<Finding> findings;
  auto rule = all_rules().begin();
  const auto next = [&]() -> std::optional<const Rule*> {
    while (rule != all_rules().end() && !is_wanted(*rule, options)) ++rule;
    if (rule == all_rules().end()) return std::nullopt;
    return (rule++)->rule;
  };
  const auto run = [&](const Rule* wanted) { return wanted->run(index); };
  in_order(options.jobs, next, run, [&](std::vector<Finding> found, bool) {
    for (Finding& finding : found)
      if (takes_part(finding, options)) findings.push_back(std::move(finding));
    return true;
  });
  return findings;
}

}  // namespace

CheckResult check(std::vector<ReadDocument> documents, const Knowledge& knowledge,
                  const CheckOptions& options) {
  CheckResult result;
  result.documents = std::move(documents);
  result.facts_left_out = options.facts_left_out;
  const FactIndex index(result.documents, knowledge,
                        {options.changed, options.word_counts ? &*options.word_counts : nullptr});
  result.findings = run_rules(index, options);
  if (options.tell_apart) result.told_apart = find_told_apart(index);
  merge_repeated(result.findings);
  merge_same_story(result.findings);
  name_culprits(result.findings, index);
  std::map<std::string, std::size_t> positions;
  for (std::size_t i = 0; i < result.documents.size(); ++i) positions[result.documents[i].id] = i;
  for (Finding& finding : result.findings) order_evidence(finding, options, positions);
  std::stable_sort(result.findings.begin(), result.findings.end(),
                   [&](const Finding& a, const Finding& b) {
                     const auto key = [&](const Finding& f) {
                       const Fact& first = f.evidence.front();
                       return std::tuple(-static_cast<int>(f.severity),
                                         positions.at(first.document), first.mention.begin, f.rule);
                     };
                     return key(a) < key(b);
                   });
  name_findings(result.findings);
  return result;
}

}  // namespace assay
