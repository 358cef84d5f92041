// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "checks/compare.h"
#include "checks/copied_text.h"
#include "checks/fact_kind.h"
#include "checks/make_finding.h"
#include "checks/repair.h"
#include "checks/rule.h"
#include "checks/stated_relations.h"
#include "checks/wording.h"
#include "checks/wrong_totals.h"
#include "core/utf8.h"
#include "facts/numeral.h"

namespace assay::rules {
namespace {

/// Of plain proportions (占比, 权重) that add up to more than this, each is of something else.
constexpr double kMostOfPlainShares = 1.5;

/// 国央企、民企占比分别为57%、63%: of two that nobody knows, each may have a share of its own whole.
bool may_have_two_wholes(const std::vector<const Fact*>& parts) {
  return parts.size() == 2 &&
         std::ranges::any_of(parts, [](const Fact* part) { return !part->subject.known; });
}

/// Shares of one whole that add up to more than all of it.
std::optional<Finding> too_much(const std::vector<const Fact*>& parts, const Lexicon& lexicon) {
  const Interval sum = sum_of(parts);
  if (sum.low <= 1 + kRoundingOfSum) return std::nullopt;
  // 权重 80%, 60%, 40%: a slip takes parts somewhat above the whole; these are no parts of one. Nor are the rows of
  // scenarios, which nobody knows.
  const bool nobody_known =
      std::ranges::none_of(parts, [](const Fact* part) { return part->subject.known; });
  if (sum.low > kMostOfPlainShares && (nobody_known || parts.front()->metric.value == "proportion"))
    return std::nullopt;
  Finding finding = make_finding("part-whole", Severity::Error, 0.85, parts);
  const MeasuredIn& unit = parts.front()->quantity.unit;
  const Message of = heading(*parts.front(), lexicon);
  finding.message = {of.zh + "各部分合计超过 100%", of.en + "the parts add up to more than 100%"};
  finding.explanation = {
      joined(parts, " + ") + " = " + interval_words(sum, unit, Language::Chinese),
      joined(parts, " + ") + " = " + interval_words(sum, unit, Language::English)};
  FactRelation relation = sum_relation(parts, 1);
  relation.upper_bound = true;
  explain_repairs(finding, {relation}, 0, lexicon);
  return finding;
}

/// Companies with companies, countries with countries: a part and what it is a part of are of
/// different kinds, or one of them is no name.
bool of_one_kind(const Slot& a, const Slot& b, const Lexicon& lexicon) {
  if (a.empty() || b.empty() || a.value == b.value) return false;
  const Entity* one = lexicon.find_entity(a.value);
  const Entity* other = lexicon.find_entity(b.value);
  if (one == nullptr || other == nullptr) return one == other;
  return one->kind == other->kind;
}

/// Can these facts be shares of one whole?
bool of_one_whole(const Fact& a, const Fact& b, const Lexicon& lexicon) {
  const Metric* metric = lexicon.find_metric(a.metric.value);
  if (metric == nullptr || !metric->share || a.metric.value != b.metric.value) return false;
  // 5x的需求 is no part, and a part above the whole is what impossible-value finds.
  if (a.quantity.stated.low >= 1 || b.quantity.stated.low >= 1) return false;
  return a.role == Role::Level && b.role == Role::Level && a.modality == b.modality &&
         a.scope == b.scope && a.period == b.period && a.comparand.value == b.comparand.value &&
         a.quantity.unit.dimension == Dimension::Ratio &&
         of_one_kind(a.subject, b.subject, lexicon);
}

/// The number that starts at `at`, if any does, in digits or words.
std::optional<Numeral> number_at(std::string_view words, std::size_t at,
                                 const Knowledge& knowledge) {
  const NumeralGrammar grammar{knowledge.numerals(), knowledge.unit_surfaces()};
  const CodePoint point = decode(words, at);
  if (!is_ascii_letter(point.value) && !is_ascii_digit(point.value))
    return read_han(grammar, words, at);
  if (!is_word_start(words, at)) return std::nullopt;
  return is_ascii_digit(point.value) ? read_digits(grammar, words, at, false)
                                     : read_english(grammar, words, at);
}

/// Whether a total says that it is of another number of parts: 前五家合计, "the five together".
bool counts_other_parts(std::string_view words, std::size_t parts, const Knowledge& knowledge) {
  for (std::size_t at = 0; at < words.size(); at += decode(words, at).length) {
    const auto number = number_at(words, at, knowledge);
    if (number && !number->lone_one) return number->low.to_double() != static_cast<double>(parts);
  }
  return false;
}

/// A占36%、B占15%、C占13%，合计74%: the total that the sentence states right behind its shares.
const Fact* stated_total_of(const std::vector<const Fact*>& parts, const ReadDocument& document,
                            const Knowledge& knowledge) {
  const Fact& last = *parts.back();
  auto index = static_cast<std::size_t>(&last - document.facts.data()) + 1;
  // 四家合计: the number of parts is a fact of its own.
  if (index < document.facts.size() &&
      document.facts[index].quantity.stated == Interval::point(static_cast<double>(parts.size())) &&
      document.facts[index].quantity.unit.dimension == Dimension::Count)
    ++index;
  if (index >= document.facts.size()) return nullptr;
  const Fact& total = document.facts[index];
  const bool follows = total.sentence_span == last.sentence_span && total.role == Role::Level &&
                       same_measure(total, last) && total.in_sentence.begin > last.in_sentence.end;
  if (!follows) return nullptr;
  const std::string_view words =
      std::string_view(total.sentence)
          .substr(last.in_sentence.end, total.in_sentence.begin - last.in_sentence.end);
  bool says_total = false;
  for (std::size_t at = 0; at < words.size() && !says_total; ++at)
    says_total = knowledge.lexicon().find_class(words, at, WordClass::Total) > 0;
  return says_total && !counts_other_parts(words, parts.size(), knowledge) ? &total : nullptr;
}

Finding total_finding(const StatedTotal& total) {
  std::vector<const Fact*> evidence = {total.whole};
  evidence.insert(evidence.end(), total.parts.begin(), total.parts.end());
  Finding finding = make_finding("part-whole", Severity::Error, 0.85, evidence);
  finding.message = {"各部分之和与合计 " + total.whole->text + " 不符",
                     "the parts do not add up to the stated total of " + total.whole->text};
  finding.explanation = sum_words(total, {"，文中合计 ", ", stated "});
  return finding;
}

std::optional<Finding> other_total(const std::vector<const Fact*>& parts, const Fact& total,
                                   const Lexicon& lexicon) {
  if (gap(sum_of(parts), total.quantity.tolerance) <= kRoundingOfSum) return std::nullopt;
  Finding finding = total_finding({&total, parts});
  explain_repairs(finding, {total_relation(parts, total)}, 0, lexicon);
  return finding;
}

/// The facts that links of one kind join one to the next, as far as `fit` says that two of them belong
/// together.
template <class Fit>
std::vector<std::vector<const Fact*>> chains_of(const ReadDocument& document, LinkKind kind,
                                                Fit fit) {
  std::vector<std::vector<const Fact*>> chains;
  std::uint32_t last = kNoFact;
  for (const Link& link : document.links) {
    if (link.kind != kind) continue;
    const Fact& first = document.facts[link.first];
    const Fact& second = document.facts[link.second];
    if (!fit(first, second)) continue;
    if (last != link.first) chains.push_back({&first});
    chains.back().push_back(&second);
    last = link.second;
  }
  return chains;
}

/// A占62%、B占23%、C占25%: one enumeration of a sentence.
void check_enumerations(const ReadDocument& document, const Knowledge& knowledge,
                        std::vector<Finding>& findings) {
  constexpr std::size_t kListed = 3;
  const Lexicon& lexicon = knowledge.lexicon();
  const auto fit = [&](const Fact& a, const Fact& b) { return of_one_whole(a, b, lexicon); };
  for (const auto& parts : chains_of(document, LinkKind::ParallelPart, fit)) {
    if (may_have_two_wholes(parts)) continue;
    if (auto finding = too_much(parts, lexicon)) findings.push_back(std::move(*finding));
    if (parts.size() < kListed) continue;
    if (const Fact* total = stated_total_of(parts, document, knowledge))
      if (auto finding = other_total(parts, *total, lexicon))
        findings.push_back(std::move(*finding));
  }
}

/// 分地区看，华东占40%，华南占35%，华北占30%: what the sentence itself says to be all parts of one whole. Much more
/// than all of it are no parts, whatever the words say.
void check_partitions(const ReadDocument& document, const Lexicon& lexicon,
                      std::vector<Finding>& findings) {
  constexpr double kMostOfParts = 1.3;
  const auto all = [](const Fact&, const Fact&) { return true; };
  for (const auto& parts : chains_of(document, LinkKind::Partition, all)) {
    if (sum_of(parts).low > kMostOfParts) continue;
    auto finding = too_much(parts, lexicon);
    if (!finding) continue;
    finding->severity = Severity::Warning;
    findings.push_back(std::move(*finding));
  }
}

/// 100% is the whole, whatever its row is called; so is a row of that name (前五合计, Total).
bool is_whole(const Fact& fact, const Lexicon& lexicon) {
  if (fact.quantity.stated == Interval::point(1)) return true;
  const std::string& name = fact.subject.value;
  for (std::size_t at = 0; at < name.size(); ++at)
    if (lexicon.find_class(name, at, WordClass::Total) > 0) return true;
  return false;
}

/// Do the rows say what each owner has of something of its own? 车载业务占比 of Infineon and of NXP are
/// shares of two wholes.
bool are_each_their_own(const std::vector<const Fact*>& parts, const Lexicon& lexicon) {
  const Fact& first = *parts.front();
  const Entity* owner = lexicon.find_entity(first.subject.value);
  const Metric* metric = lexicon.find_metric(first.metric.value);
  return owner != nullptr && owner->may_be_subject() && metric != nullptr && metric->of_its_own;
}

/// A column of shares.
void check_columns(const ReadDocument& document, const Lexicon& lexicon,
                   std::vector<Finding>& findings) {
  // Columns of one table stand close together; each table starts again at row 1.
  std::map<std::uint32_t, std::vector<const Fact*>> columns;
  const auto close = [&] {
    for (const auto& [column, parts] : columns)
      if (parts.size() > 1 && !are_each_their_own(parts, lexicon) && !may_have_two_wholes(parts))
        if (auto finding = too_much(parts, lexicon)) findings.push_back(std::move(*finding));
    columns.clear();
  };
  std::uint32_t last_row = 0;
  for (const Fact& fact : document.facts) {
    if (fact.table_row < last_row) close();
    last_row = fact.table_row;
    if (fact.table_row == 0 || is_whole(fact, lexicon)) continue;
    auto& parts = columns[fact.table_column];
    const bool fits = std::all_of(parts.begin(), parts.end(), [&](const Fact* part) {
      return of_one_whole(*part, fact, lexicon);
    });
    if (fits) parts.push_back(&fact);
  }
  close();
}

/// 62% and "the remaining 48%": more than what is left. Less may be a part of the rest.
void check_complements(const ReadDocument& document, const Lexicon& lexicon,
                       std::vector<Finding>& findings) {
  for (const Link& link : document.links) {
    if (link.kind != LinkKind::Complement) continue;
    const std::vector<const Fact*> parts = {&document.facts[link.second],
                                            &document.facts[link.first]};
    const Interval sum = sum_of(parts);
    if (sum.low <= 1 + kRoundingOfSum) continue;
    // A计0.85倍，其余0.55倍: of multiples nothing is left.
    const bool shares = std::all_of(parts.begin(), parts.end(), [](const Fact* part) {
      return part->quantity.stated.high <= 1 && !is_multiple(*part);
    });
    if (!shares) continue;
    Finding finding = make_finding("part-whole", Severity::Error, 0.8, parts);
    const MeasuredIn& unit = parts.front()->quantity.unit;
    const Message of = heading(*parts[1], lexicon);
    finding.message = {
        of.zh + parts[1]->text + " 与“其余” " + parts[0]->text + " 超过 100%",
        of.en + parts[1]->text + " and the rest, " + parts[0]->text + ", are more than 100%"};
    finding.explanation = {
        joined(parts, " + ") + " = " + interval_words(sum, unit, Language::Chinese),
        joined(parts, " + ") + " = " + interval_words(sum, unit, Language::English)};
    explain_repairs(finding, {sum_relation(parts, 1)}, 0, lexicon);
    findings.push_back(std::move(finding));
  }
}

/// "80% of A100" against "20% behind A100": a ratio and a difference to the same comparand.
void check_ratio_and_gap(const FactIndex& index, std::vector<Finding>& findings) {
  std::set<std::array<std::string, 3>> told;
  std::map<std::string, std::vector<const Fact*>> ratios;
  for (const Fact* fact : index.facts())
    if (fact->role == Role::Level && !fact->comparand.empty() && !fact->subject.empty() &&
        fact->quantity.unit.dimension == Dimension::Ratio && fact->modality == Modality::Actual)
      ratios[fact->subject.value + "|" + fact->comparand.value].push_back(fact);
  for (const Fact* gap_fact : index.facts()) {
    if (gap_fact->role != Role::Difference || gap_fact->comparand.empty()) continue;
    if (gap_fact->quantity.unit.dimension != Dimension::Ratio ||
        gap_fact->modality != Modality::Actual)
      continue;
    const auto found = ratios.find(gap_fact->subject.value + "|" + gap_fact->comparand.value);
    if (found == ratios.end()) continue;
    for (const Fact* ratio : found->second) {
      if (ratio->metric.value != gap_fact->metric.value &&
          gap_fact->metric.value != "technology gap")
        continue;
      if (!index.concerns(*ratio, *gap_fact) || says_what_other_says(index, *ratio, *gap_fact))
        continue;
      const Interval behind = Interval::point(1) - gap_fact->quantity.tolerance;
      const Interval ahead = Interval::point(1) + gap_fact->quantity.tolerance;
      constexpr double kClose = 0.03;
      const Interval& stated = ratio->quantity.tolerance;
      if (gap(behind, stated) <= kClose || gap(ahead, stated) <= kClose) continue;
      // Copies of the two statements are the same story: it is told once.
      if (!told.insert({found->first, ratio->text, gap_fact->text}).second) continue;
      Finding finding = make_finding("part-whole", Severity::Warning, 0.7, {ratio, gap_fact});
      const Message of = heading(*ratio, index.knowledge().lexicon());
      finding.message = {
          of.zh + "“" + ratio->text + "”与差距“" + gap_fact->text + "”不互补",
          of.en + ratio->text + " and a gap of " + gap_fact->text + " are no complements"};
      const MeasuredIn& unit = ratio->quantity.unit;
      finding.explanation = {
          "100% − " + gap_fact->text + " = " + interval_words(behind, unit, Language::Chinese),
          "100% - " + gap_fact->text + " = " + interval_words(behind, unit, Language::English)};
      explain_repairs(finding, {sum_relation({ratio, gap_fact}, 1)}, 0,
                      index.knowledge().lexicon());
      findings.push_back(std::move(finding));
    }
  }
}

std::vector<Finding> run(const FactIndex& index) {
  std::vector<Finding> findings;
  const Lexicon& lexicon = index.knowledge().lexicon();
  for (const ReadDocument& document : index.documents()) {
    check_enumerations(document, index.knowledge(), findings);
    check_partitions(document, lexicon, findings);
    check_columns(document, lexicon, findings);
    check_complements(document, lexicon, findings);
    for (Finding& finding : find_wrong_totals(stated_totals(document), total_finding, lexicon))
      findings.push_back(std::move(finding));
  }
  check_ratio_and_gap(index, findings);
  return findings;
}

}  // namespace

extern const Rule part_whole{.summary = "parts, rest and whole do not add up", .run = run};

}  // namespace assay::rules
