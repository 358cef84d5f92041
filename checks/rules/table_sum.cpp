// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "checks/fact_relation.h"
#include "checks/make_finding.h"
#include "checks/repair.h"
#include "checks/rule.h"
#include "checks/table_rows.h"
#include "checks/wording.h"
#include "core/utf8.h"
#include "facts/trie.h"

namespace assay::rules {
namespace {

/// Each cell is rounded by itself; what is left over may be this much of the total.
constexpr double kRoundingOfSum = 0.002;
/// Further off than this, the rows are a selection, or the total is one of something else.
constexpr double kFarthestSlip = 0.3;

using Column = std::vector<const Fact*>;

/// Amounts add up; rates, prices and growth do not.
bool is_additive(const Fact& cell) {
  const MeasuredIn& unit = cell.quantity.unit;
  constexpr std::array kAdditive = {Dimension::Count,  Dimension::Money,       Dimension::Energy,
                                    Dimension::Power,  Dimension::Mass,        Dimension::Area,
                                    Dimension::Volume, Dimension::Information, Dimension::Compute};
  return cell.role == Role::Level && cell.quantity.stated.is_point() && !cell.quantity.vague &&
         std::find(kAdditive.begin(), kAdditive.end(), unit.dimension) != kAdditive.end();
}

/// Of what each there is so much: "vehicle)" of "5G modules (per vehicle)"; empty when the head does not say.
std::string_view per_what(std::string_view head, const Lexicon& lexicon) {
  for (std::size_t at = 0; at < head.size(); at += decode(head, at).length) {
    if (!is_word_start(head, at)) continue;
    if (const std::size_t length = lexicon.find_class(head, at, WordClass::Per); length > 0)
      return head.substr(at + length);
  }
  return {};
}

/// Whether one row counts for each vehicle and another for each site: these do not add up.
bool count_for_different_things(const Column& parts, const Lexicon& lexicon) {
  std::set<std::string_view> things;
  for (const Fact* part : parts)
    if (const std::string_view thing = per_what(row_head(*part), lexicon); !thing.empty())
      things.insert(thing);
  return things.size() > 1;
}

/// (153), $(879), -$12: an amount that a table takes away, as accountants write it. What is read of it is the amount.
bool is_taken_away(const Fact& fact) {
  const std::string_view text = fact.sentence;
  std::string_view before = text.substr(0, fact.in_sentence.begin);
  const std::string_view behind = text.substr(std::min(fact.in_sentence.end, text.size()));
  constexpr std::string_view kMinus = "\u2212";
  if (before.ends_with('-') || before.ends_with(kMinus)) return fact.quantity.stated.low > 0;
  while (before.ends_with('$') || before.ends_with(' ')) before.remove_suffix(1);
  return before.ends_with('(') && behind.starts_with(')') && fact.quantity.stated.low > 0;
}

/// The sum of the cells, those that are taken away below zero.
Interval sum_of_cells(const Column& parts) {
  Interval sum = Interval::point(0);
  for (const Fact* part : parts)
    sum = is_taken_away(*part) ? sum - part->quantity.tolerance : sum + part->quantity.tolerance;
  return sum;
}

/// "2 + 3 - 1"
std::string terms_of(const Column& parts) {
  std::string words;
  for (const Fact* part : parts) {
    const bool away = is_taken_away(*part);
    if (!words.empty() || away) words += away ? " - " : " + ";
    words += part->text;
  }
  return words;
}

/// The relation of the cells and their total, with the signs that the table gives them.
FactRelation column_relation(const Column& parts, const Fact& total) {
  FactRelation relation = total_relation(parts, total);
  for (RelationMember& member : relation.members)
    if (member.fact != &total && is_taken_away(*member.fact)) member.factor = -1;
  return relation;
}

/// Whether the cells are all the rows right above the total, each an amount of its measure.
bool are_all_parts(const Column& parts, const Fact& total, const Lexicon& lexicon) {
  if (parts.size() < 2) return false;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Fact& part = *parts[i];
    if (!is_additive(part) || !same_measure(part, total) || part.metric.value != total.metric.value)
      return false;
    if (part.table_row + (parts.size() - i) != total.table_row) return false;
    // "of which": a part of the row above, counted twice.
    if (row_opens_with(part, lexicon, WordClass::Among)) return false;
  }
  return true;
}

/// The row without which the others add up, if there is one: 创业板 is a part of 深市.
const Fact* row_too_many(const Column& parts, const Fact& total) {
  for (const Fact* left_out : parts) {
    Column others = parts;
    std::erase(others, left_out);
    if (parts.size() > 2 && intersects(sum_of_cells(others), total.quantity.tolerance))
      return left_out;
  }
  return nullptr;
}

std::optional<Finding> check_total(const Column& parts, const Fact& total, const Lexicon& lexicon) {
  if (!is_additive(total) || !are_all_parts(parts, total, lexicon) ||
      count_for_different_things(parts, lexicon))
    return std::nullopt;
  const Interval sum = sum_of_cells(parts);
  double largest = 0;
  for (const Fact* part : parts) largest = std::max(largest, part->quantity.stated.high);
  const double stated = total.quantity.stated.low;
  // A total that is no larger than a part is an average.
  if (stated <= largest || intersects(sum, total.quantity.tolerance)) return std::nullopt;
  const double off = gap(sum, total.quantity.tolerance) / stated;
  if (off < kRoundingOfSum || off > kFarthestSlip) return std::nullopt;
  Column evidence = {&total};
  evidence.insert(evidence.end(), parts.begin(), parts.end());
  Finding finding = make_finding("table-sum", Severity::Error, 0.9, evidence);
  finding.message = {
      "表格“" + std::string(row_head(total)) + "”一行写 " + total.text + "，与上面各行之和不符",
      "the table's row \"" + std::string(row_head(total)) + "\" says " + total.text +
          ", which is not the sum of the rows above it"};
  for (const Language language : {Language::Chinese, Language::English})
    (language == Language::Chinese ? finding.explanation.zh : finding.explanation.en) =
        terms_of(parts) + " = " + interval_words(sum, total.quantity.unit, language);
  if (const Fact* extra = row_too_many(parts, total)) {
    const std::string head(row_head(*extra));
    finding.severity = Severity::Note;
    finding.explanation.zh += "；不计“" + head + "”一行则相符，它可能是另一行的一部分";
    finding.explanation.en +=
        "; without the row \"" + head + "\" they add up: it may be a part of another";
    return finding;
  }
  explain_repairs(finding, {column_relation(parts, total)}, 0, lexicon);
  return finding;
}

/// The cells of one table, by column and in the order of their rows.
using Table = std::map<std::uint32_t, Column>;

void check_table(const Table& table, const Lexicon& lexicon, std::vector<Finding>& findings) {
  for (const auto& [column, cells] : table) {
    Column parts;
    for (const Fact* cell : cells) {
      if (!is_total(*cell, lexicon)) {
        parts.push_back(cell);
        continue;
      }
      if (auto finding = check_total(parts, *cell, lexicon))
        findings.push_back(std::move(*finding));
      parts.clear();
    }
  }
}

std::vector<Finding> run(const FactIndex& index) {
  std::vector<Finding> findings;
  const Lexicon& lexicon = index.knowledge().lexicon();
  for (const ReadDocument& document : index.documents()) {
    Table table;
    std::uint32_t last_row = 0;
    for (const Fact& fact : document.facts) {
      // Rows that begin again, or text in between, are another table.
      if (fact.table_row == 0 || fact.table_row < last_row) {
        check_table(table, lexicon, findings);
        table.clear();
      }
      last_row = fact.table_row;
      if (fact.table_row != 0) table[fact.table_column].push_back(&fact);
    }
    check_table(table, lexicon, findings);
  }
  return findings;
}

}  // namespace

extern const Rule table_sum{.summary = "a column of a table does not add up to its total",
                            .run = run};

}  // namespace assay::rules
