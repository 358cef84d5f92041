// SPDX-License-Identifier: MIT
#include "facts/table_context.h"

#include <algorithm>
#include <cmath>

#include "core/utf8.h"
#include "facts/quantity_reader.h"

namespace assay {
namespace {

constexpr std::size_t kLongestOpenHead = 36;  // bytes

/// "$bn" -> "$1bn": a currency sign stands before its number. Empty when `text` starts with none.
std::string with_one_inside(std::string_view text, const Knowledge& knowledge) {
  const auto hit = knowledge.unit_surfaces().find(text, 0);
  if (hit.unit == nullptr || !hit.unit->prefix) return {};
  return std::string(text.substr(0, hit.length)) + "1" + std::string(text.substr(hit.length));
}

/// The unit in the brackets of a head: 出货量(万台), "Revenue ($bn)".
std::optional<ScannedQuantity> unit_in_brackets(std::string_view head, const Knowledge& knowledge) {
  const std::size_t open = head.rfind('(');
  const std::size_t close = head.rfind(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open + 2)
    return std::nullopt;
  const std::string_view inside = head.substr(open + 1, close - open - 1);
  // Read as if it stood behind (or, for $bn, before) a 1.
  QuantityContext context{knowledge};
  for (const std::string& probe : {"1" + std::string(inside), with_one_inside(inside, knowledge)}) {
    if (probe.empty()) continue;
    std::size_t skip = 0;
    auto read = read_quantity(probe, 0, context, skip);
    if (!read || read->unitless || read->span.end != probe.size()) continue;
    MeasuredIn& unit = read->quantity.unit;
    if (const auto scale = Decimal(std::llround(read->quantity.written_low), 0).times(unit.scale))
      unit.scale = *scale;
    return read;
  }
  return std::nullopt;
}

/// A row's head that the lexicon does not know is the subject as it stands: 其他, 荣耀.
void take_open_subject(Carried& head, std::string_view text) {
  if (!head.subject.empty() || !head.metric.empty() || head.period || !head.scope.empty()) return;
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  if (text.empty() || text.size() > kLongestOpenHead) return;
  head.subject = {std::string(text), SlotSource::TableHead, false};
}

Carried merge(const Carried& row, const Carried& column, const Lexicon& lexicon) {
  Carried both = row;
  if (both.subject.empty()) {
    both.subject = column.subject;
  } else if (!column.subject.empty() && column.subject.value != both.subject.value) {
    both.scope.push_back(column.subject.value);
  }
  if (!column.metric.empty()) {
    both.metric = column.metric;
    both.metric_dimensions = column.metric_dimensions;
    // Row "production capacity", column "share": a share of the capacity.
    const bool share_of_row = column.metric.value == "market share" && !row.metric.empty();
    if (share_of_row && lexicon.find_metric(row.metric.value + " share") != nullptr)
      both.metric.value = row.metric.value + " share";
  }
  both.scope.insert(both.scope.end(), column.scope.begin(), column.scope.end());
  if (column.period) both.period = column.period;
  for (Slot* slot : {&both.subject, &both.metric})
    if (!slot->empty()) slot->source = SlotSource::TableHead;
  return both;
}

bool names_a_rank_or_year(std::string_view head, const Lexicon& lexicon) {
  for (std::size_t at = 0; at < head.size(); at += decode(head, at).length)
    if (lexicon.find_class(head, at, WordClass::LabelHead) > 0) return true;
  return false;
}

}  // namespace

CellContext read_cell_context(const Document& document, const Block& block,
                              const Knowledge& knowledge) {
  CellContext context;
  const TablePlace& place = *block.table;
  const std::string& row_text = document.blocks[place.row_head].text.text();
  const std::string& column_text = document.blocks[place.column_head].text.text();
  const ScanContext scan_context{knowledge, document.date};
  Carried row;
  if (place.column > 0) {
    row = read_heading(row_text, scan(row_text, scan_context), knowledge);
    take_open_subject(row, row_text);
    context.row_text = row_text;
    const bool amount = std::find(row.metric_dimensions.begin(), row.metric_dimensions.end(),
                                  Dimension::Money) != row.metric_dimensions.end() ||
                        std::find(row.metric_dimensions.begin(), row.metric_dimensions.end(),
                                  Dimension::Count) != row.metric_dimensions.end();
    if (amount) context.row_metric = row.metric.value;
  }
  const Carried column = read_heading(column_text, scan(column_text, scan_context), knowledge);
  context.heads = merge(row, column, knowledge.lexicon());
  context.unit = unit_in_brackets(column_text, knowledge);
  if (!context.unit) context.unit = unit_in_brackets(row_text, knowledge);
  context.numbers_count = place.row > 0 && place.column > 0 && !context.heads.metric.empty() &&
                          !names_a_rank_or_year(column_text, knowledge.lexicon());
  return context;
}

}  // namespace assay
