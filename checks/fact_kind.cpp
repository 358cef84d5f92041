// SPDX-License-Identifier: MIT
#include "checks/fact_kind.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/utf8.h"
#include "facts/text_probe.h"

namespace assay {

bool is_relative(const Fact& fact) {
  const Dimension dimension = fact.quantity.unit.dimension;
  return dimension == Dimension::Ratio || dimension == Dimension::PercentagePoint;
}

bool is_multiple(const Fact& fact) {
  const Quantity& quantity = fact.quantity;
  return quantity.unit.dimension == Dimension::Ratio && quantity.unit.scale.exponent() >= 0 &&
         !quantity.written_unit.empty() && !quantity.vague;
}

bool is_change(const Fact& fact) {
  return fact.role == Role::Increase || fact.role == Role::Decrease || fact.role == Role::Multiple;
}

bool is_gap(const Fact& fact) {
  const bool gap = fact.metric.value == "technology gap" || fact.metric.value == "generation gap";
  if (fact.role == Role::Difference) return gap || fact.metric.empty();
  return gap && fact.metric.source <= SlotSource::TableHead && !is_change(fact);
}

bool in_one_table(const Fact& a, const Fact& b) {
  if (a.document != b.document || a.table_row == 0 || b.table_row == 0) return false;
  const Fact& first = a.block <= b.block ? a : b;
  const Fact& second = a.block <= b.block ? b : a;
  // Each table begins again at row 1, and each cell is a block.
  if (second.table_row < first.table_row) return false;
  constexpr std::uint32_t kWidestRow = 16;
  const std::uint32_t rows = second.table_row - first.table_row + 1;
  return second.block - first.block < kWidestRow * rows;
}

bool names_a_row(const Fact& fact) {
  return fact.subject.source == SlotSource::TableHead && !fact.subject.known;
}

bool names_a_rest(const Fact& fact, const Lexicon& lexicon) {
  const std::string& name = fact.subject.value;
  return lexicon.find_class(name, 0, WordClass::TotalHead) > 0 ||
         lexicon.find_class(name, 0, WordClass::Remainder) > 0;
}

bool is_bare_number(const Fact& fact) {
  return fact.quantity.unit.dimension == Dimension::Count && fact.quantity.written_unit.empty();
}

bool stands_among_numbers(const Fact& fact) {
  if (!is_bare_number(fact)) return false;
  const std::string_view text = fact.sentence;
  const std::size_t begin = fact.in_sentence.begin;
  const std::size_t end = fact.in_sentence.end;
  const bool before = begin >= 2 && text[begin - 1] == ' ' && is_digit_at(text, begin - 2);
  const bool behind =
      end > begin && end < text.size() && text[end] == ' ' && is_digit_at(text, end + 1);
  return before || behind;
}

bool is_bare_cell(const Fact& fact) { return fact.table_row != 0 && is_bare_number(fact); }

bool is_unscaled_cell(const Fact& fact) {
  if (fact.table_row == 0 || fact.text.empty()) return false;
  std::string digits;
  for (const char c : fact.text)
    if (is_ascii_digit(static_cast<unsigned char>(c)) || c == '.') digits += c;
  const auto written = Decimal::parse(digits);
  return written && is_ascii_digit(static_cast<unsigned char>(fact.text.back())) &&
         written->to_double() == fact.quantity.stated.low;
}

bool is_amount_of_place(const Fact& fact, const Lexicon& lexicon) {
  const Entity* subject = lexicon.find_entity(fact.subject.value);
  return subject != nullptr && subject->is_place() && (!is_relative(fact) || is_change(fact));
}

bool compares_for_good(const Fact& fact, const Lexicon& lexicon) {
  const Entity* other = lexicon.find_entity(fact.comparand.value);
  return !fact.comparand.empty() &&
         (other == nullptr || (!other->is_place() && other->kind != EntityKind::Company &&
                               other->kind != EntityKind::Organization));
}

bool counts_by_noun(const Fact& fact) {
  std::string_view behind = std::string_view(fact.sentence).substr(fact.in_sentence.end);
  if (behind.starts_with(' ')) behind.remove_prefix(1);
  return fact.quantity.unit.dimension == Dimension::Count && !fact.metric.known &&
         !fact.metric.empty() &&
         (behind.starts_with(fact.metric.value) || fact.text.ends_with(fact.metric.value));
}

bool is_short_code(const Slot& name) {
  constexpr std::size_t kLongest = 3;
  const auto is_figure = [](char c) { return is_ascii_digit(static_cast<unsigned char>(c)); };
  return !name.known && name.value.size() >= 2 && name.value.size() <= kLongest &&
         is_ascii_letter(static_cast<unsigned char>(name.value.front())) &&
         std::all_of(name.value.begin() + 1, name.value.end(), is_figure);
}

bool have_confusable_metrics(const Fact& a, const Fact& b, const Lexicon& lexicon) {
  const auto is_taken_for = [&](const Fact& one, const Fact& other) {
    const Metric* metric = lexicon.find_metric(one.metric.value);
    return metric != nullptr && std::ranges::find(metric->confused_with, other.metric.value) !=
                                    metric->confused_with.end();
  };
  return is_taken_for(a, b) || is_taken_for(b, a);
}

bool has_several_values(const Fact& fact, const Lexicon& lexicon) {
  const Metric* metric = lexicon.find_metric(fact.metric.value);
  if (metric == nullptr || metric->several) return metric != nullptr;
  const Entity* owner = lexicon.find_entity(fact.subject.value);
  return metric->of_product && owner != nullptr && owner->kind != EntityKind::Product &&
         owner->kind != EntityKind::Technology && fact.qualifier.empty();
}

std::set<std::string> names_said(const Fact& fact, const Lexicon& lexicon) {
  std::set<std::string> names;
  for (const std::string& term : fact.terms) {
    const Entity* entity = lexicon.find_entity(term);
    if (entity != nullptr && entity->may_be_subject()) names.insert(term);
  }
  return names;
}

bool are_both_sales(const Fact& a, const Fact& b) {
  constexpr std::array<std::string_view, 3> kSales = {"shipments", "sales volume", "deliveries"};
  const auto is_sale = [&](const Fact& fact) {
    return fact.quantity.unit.dimension == Dimension::Count && fact.subject.known && fact.period &&
           std::find(kSales.begin(), kSales.end(), fact.metric.value) != kSales.end();
  };
  return is_sale(a) && is_sale(b) && a.period == b.period && !a.quantity.written_unit.empty() &&
         a.quantity.written_unit == b.quantity.written_unit;
}

bool are_two_estimates(const Fact& a, const Fact& b, const Lexicon& lexicon) {
  const Entity* ours = lexicon.find_entity(a.speaker);
  const Entity* theirs = lexicon.find_entity(b.speaker);
  return ours != nullptr && theirs != nullptr && ours->reports && theirs->reports;
}

std::set<std::string> parties_of(const Fact& gap, const Lexicon& lexicon) {
  std::set<std::string> names;
  const auto add = [&](const std::string& name) {
    const Entity* entity = lexicon.find_entity(name);
    if (entity == nullptr) return;
    if (entity->members.empty() && entity->kind <= EntityKind::Country) names.insert(name);
    names.insert(entity->members.begin(), entity->members.end());
  };
  add(gap.subject.value);
  add(gap.comparand.value);
  for (const std::string& item : gap.scope) add(item);
  return names;
}

bool leaves_whole_unsaid(const Fact& fact, const Lexicon& lexicon) {
  constexpr std::string_view kMarketShare = "market share";
  const Metric* metric = lexicon.find_metric(fact.metric.value);
  if (metric == nullptr || fact.subject.empty() || is_change(fact)) return false;
  const Entity* part = lexicon.find_entity(fact.subject.value);
  const bool segment = part != nullptr && part->kind == EntityKind::Segment;
  // "Retail health market share reached 4.1%": that of somebody in the segment.
  if (metric->name == kMarketShare) return segment;
  return metric->of_its_own && (part == nullptr || segment);
}

bool is_number_of_unknown(const Fact& fact, const Lexicon& lexicon) {
  return fact.metric.value == "unit count" && !fact.subject.empty() &&
         lexicon.find_entity(fact.subject.value) == nullptr;
}

}  // namespace assay
