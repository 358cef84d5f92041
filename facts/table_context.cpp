// SPDX-License-Identifier: MIT
#include "facts/table_context.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/utf8.h"
#include "facts/table_head.h"

namespace assay {
namespace {

constexpr std::size_t kLongestOpenHead = 36;  // bytes

/// Figures, with or without letters: 8155, i7-120.
bool is_model_number(std::string_view text) {
  bool digit = false;
  for (const char c : text) {
    const auto value = static_cast<unsigned char>(c);
    digit = digit || is_ascii_digit(value);
    if (!is_ascii_digit(value) && !is_ascii_letter(value) && c != '-') return false;
  }
  return digit;
}

/// "A1000 Pro", "Dojo ExaPod": further words with capitals.
bool is_capitalized(std::string_view text) {
  bool word_start = true;
  for (const char c : text) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (word_start && !capital) return false;
    if (c != ' ' && !is_ascii_letter(static_cast<unsigned char>(c)) &&
        !is_ascii_digit(static_cast<unsigned char>(c)))
      return false;
    word_start = c == ' ';
  }
  return !text.empty();
}

/// 厦门乙业, 药明合联, 高通 8155: what stands behind a name that the lexicon knows makes another name
/// of it.
bool goes_on_behind_a_name(std::string_view head, const Knowledge& knowledge) {
  constexpr std::array<std::string_view, 12> kFillers = {"公司", "集团", "股份", "科技",
                                                         "控股", "电子", "地区", "市场",
                                                         "大陆", "业务", "合计", "其他"};
  const Scan scanned = scan(head, {knowledge});
  if (scanned.tokens.empty()) return false;
  const Token& first = scanned.tokens.front();
  const bool opens = first.span.begin == 0 && first.kind == TokenKind::Word;
  if (opens && first.lexeme->entity >= 0 && first.span.end < head.size() &&
      head[first.span.end] == ' ' && scanned.tokens.size() == 1) {
    const std::string_view rest = head.substr(first.span.end + 1);
    if (is_model_number(rest) || is_capitalized(rest)) return true;
  }
  const Token& last = scanned.tokens.back();
  if (last.kind != TokenKind::Word || last.lexeme->entity < 0) return false;
  std::string_view rest = head.substr(last.span.end);
  for (const std::string_view filler : kFillers)
    if (rest.starts_with(filler)) rest.remove_prefix(filler.size());
  constexpr std::size_t kShortestRest = 2;
  return rest.size() >= kShortestRest && is_han(decode(rest, 0).value) &&
         count_code_points(rest) >= kShortestRest;
}

bool has_words(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return is_ascii_letter(byte) || byte >= 0x80;
  });
}

/// A head that only numbers its row: 1, **2**, -.
bool is_only_number(const CellHead& head) {
  return head.time ? !head.time->year && !head.time->part : !has_words(head.text);
}

/// What a head says that the lexicon does not know: its name, without its unit. Empty when it is
/// no name: a number, a sentence, or a head that is understood otherwise.
std::string open_name(const CellHead& head, const Knowledge& knowledge) {
  const Carried& said = head.said;
  if (head.time || !said.metric.empty() || said.period) return {};
  if ((!said.subject.empty() || !said.scope.empty()) &&
      !goes_on_behind_a_name(head.text, knowledge))
    return {};
  std::string_view name = head.text;
  if (head.unit) name = name.substr(0, head.unit->name_end);
  while (name.ends_with(' ')) name.remove_suffix(1);
  return has_words(name) && name.size() <= kLongestOpenHead ? std::string(name) : std::string();
}

/// A head that names an unknown thing measured in the unit that it states: 组件进口(GW).
void take_open_metric(CellHead& head, const Knowledge& knowledge) {
  if (!head.unit || !head.said.metric.empty()) return;
  std::string_view name = head.text.substr(0, head.unit->name_end);
  while (name.ends_with(' ')) name.remove_suffix(1);
  if (name.empty() || name.size() > kLongestOpenHead || read_head_time(name, knowledge)) return;
  if (knowledge.lexicon().find_class(name, 0, WordClass::AmountHead) == name.size()) return;
  head.said.metric = {std::string(name), SlotSource::TableHead, false};
  head.said.metric_dimensions = {head.unit->unit.quantity.unit.dimension};
}

Carried merge(const Carried& row, const Carried& column, const Lexicon& lexicon) {
  Carried both = row;
  const bool column_knows = column.subject.known && !row.subject.known;
  if (both.subject.empty() || column_knows) {
    both.subject = column.subject;
  } else if (!column.subject.empty() && column.subject.value != both.subject.value) {
    both.scope.push_back(column.subject.value);
  }
  if (!column.metric.empty()) {
    both.metric = column.metric;
    both.metric_dimensions = column.metric_dimensions;
    // Row "production capacity", column "share": a share of the capacity.
    const bool share_of_row = column.metric.value == "market share" && !row.metric.empty();
    const std::string share = lexicon.share_of(row.metric.value);
    if (share_of_row && lexicon.find_metric(share) != nullptr) both.metric.value = share;
  }
  both.scope.insert(both.scope.end(), column.scope.begin(), column.scope.end());
  if (column.period) both.period = column.period;
  for (Slot* slot : {&both.subject, &both.metric})
    if (!slot->empty()) slot->source = SlotSource::TableHead;
  return both;
}

/// Row "2025" and column "Q3" say one time together.
std::optional<HeadTime> merge(const std::optional<HeadTime>& row,
                              const std::optional<HeadTime>& column) {
  if (!row || !column) return row ? row : column;
  HeadTime both = *column;
  if (!both.year) both.year = row->year;
  if (!both.part) both.part = row->part;
  both.forecast = both.forecast || row->forecast;
  return both;
}

/// The currency that a head names, as 美元 in 美元营收; empty when none. 元 alone is in many words.
std::string currency_in(std::string_view head, const Knowledge& knowledge) {
  for (std::size_t at = 0; at < head.size(); at += decode(head, at).length) {
    const auto hit = knowledge.unit_surfaces().find(head, at);
    if (hit.unit == nullptr || hit.unit->dimension != Dimension::Money) continue;
    const bool one_character =
        hit.length == kHanLength && static_cast<unsigned char>(head[at]) >= 0x80;
    if (!one_character && is_word_start(head, at)) return hit.unit->canonical;
  }
  return {};
}

bool has_dimension(const Carried& said, Dimension dimension) {
  return std::find(said.metric_dimensions.begin(), said.metric_dimensions.end(), dimension) !=
         said.metric_dimensions.end();
}

bool says_any(std::string_view head, std::initializer_list<WordClass> classes,
              const Lexicon& lexicon) {
  for (std::size_t at = 0; at < head.size(); at += decode(head, at).length)
    for (const WordClass word_class : classes)
      if (lexicon.find_class(head, at, word_class) > 0) return true;
  return false;
}

bool names_a_rank_or_year(std::string_view head, const Lexicon& lexicon) {
  return says_any(head, {WordClass::LabelHead}, lexicon);
}

/// 10月同比, 增速: no unit of what changes.
bool names_a_change(std::string_view head, const Lexicon& lexicon) {
  return says_any(head,
                  {WordClass::YearOnYear, WordClass::PeriodOnPeriod, WordClass::RateOfChange,
                   WordClass::Rise, WordClass::Fall, WordClass::ShareOf},
                  lexicon);
}

/// Whether the unit that a caption states is that of a column: it states no other, and measures
/// nothing else.
bool is_in_unit_of_caption(const CellHead& column, const ScannedQuantity& unit,
                           const Lexicon& lexicon) {
  if (names_a_change(column.text, lexicon)) return false;
  const Dimension dimension = unit.quantity.unit.dimension;
  // Staff is not counted in 台.
  return column.said.metric.empty() ||
         (dimension != Dimension::Count && has_dimension(column.said, dimension));
}

/// Below 价目（美元） a column 输入 says what the money is for, in a word that no lexicon has.
Carried measured_by_name(Carried heads, const CellHead& column, const ScannedQuantity& unit) {
  const bool names = !column.text.empty() && column.text.size() <= kLongestOpenHead;
  if (!names || column.time || unit.quantity.unit.dimension != Dimension::Money) return heads;
  heads.metric = {std::string(column.text), SlotSource::TableHead, false};
  heads.metric_dimensions = {unit.quantity.unit.dimension};
  return heads;
}

/// Row "Q4营收", column "2024": the fourth quarter of that year, whichever the row was read for.
void take_part_of_year(std::optional<HeadTime>& column, const Carried& row) {
  if (!column || !column->year || column->part) return;
  const std::optional<YearPart> part = row.period         ? part_of(*row.period)
                                       : row.partial_time ? row.partial_time->part
                                                          : std::nullopt;
  if (part && *part != YearPart{}) column->part = part;
}

/// A row that is only numbered has its name in the cell behind the number, if the place asked about
/// stands further on; else the number is all there is.
std::uint32_t naming_cell(const Document& document, const TablePlace& place) {
  const std::uint32_t next = place.row_head + 1;
  if (place.column < 2 || next >= document.blocks.size()) return place.row_head;
  const auto& cell = document.blocks[next].table;
  return cell && cell->row == place.row && cell->column == 1 ? next : place.row_head;
}

/// The cells of the table that stand near the row of `place`. Indexes: document.blocks, half open.
std::pair<std::size_t, std::size_t> cells_around(const Document& document,
                                                 const TablePlace& place) {
  constexpr std::size_t kFarthest = 1000;
  const auto in_table = [&](std::size_t index) {
    const auto& cell = document.blocks[index].table;
    return cell && cell->table == place.table;
  };
  std::size_t begin = place.row_head;
  while (begin > 0 && place.row_head - begin < kFarthest && in_table(begin - 1)) --begin;
  std::size_t end = place.row_head + 1;
  while (end < document.blocks.size() && end - place.row_head < kFarthest && in_table(end)) ++end;
  return {begin, end};
}

/// Of rows that begin alike (宇树 | Go2 | 1600, 宇树 | H2 | 29900): the other words of this row,
/// which tell it from them.
std::vector<std::string> telling_cells(const Document& document, const TablePlace& place,
                                       const Knowledge& knowledge) {
  if (place.row == 0 || place.column == 0) return {};
  const std::string& name = document.blocks[place.row_head].text.text();
  const auto [begin, end] = cells_around(document, place);
  bool repeated = false;
  for (std::size_t i = begin; i < end && !repeated; ++i) {
    const TablePlace& cell = *document.blocks[i].table;
    repeated = cell.column == 0 && cell.row != 0 && cell.row != place.row &&
               document.blocks[i].text.text() == name;
  }
  std::vector<std::string> words;
  std::string second;  // 182 mm: a number that may be what tells the row
  for (std::size_t i = begin; repeated && i < end; ++i) {
    const TablePlace& cell = *document.blocks[i].table;
    if (cell.row != place.row || cell.column == 0 || cell.column == place.column) continue;
    const std::string& text = document.blocks[i].text.text();
    if (text.empty() || text.size() > kLongestOpenHead) continue;
    if (scan(text, {knowledge, document.date}).quantities.empty()) words.push_back(text);
    if (cell.column == 1) second = text;
  }
  if (words.empty() && !second.empty()) words.push_back(second);
  return words;
}

}  // namespace

TableCaption read_caption(std::string_view text, Carried says, const Knowledge& knowledge) {
  TableCaption caption{std::move(says), {}};
  if (auto unit = unit_of_head(text, knowledge)) caption.unit = std::move(unit->unit);
  return caption;
}

std::optional<TableCaption> caption_of_money(std::string_view text, const Knowledge& knowledge) {
  auto unit = unit_of_head(text, knowledge);
  const bool money = unit && unit->unit.quantity.unit.dimension == Dimension::Money;
  if (!money || text[unit->name_end] != '(') return std::nullopt;
  return TableCaption{{}, std::move(unit->unit)};
}

CellContext read_cell_context(const Document& document, const Block& block,
                              const TableCaption* caption, const Knowledge& knowledge) {
  CellContext context;
  const TablePlace& place = *block.table;
  CellHead column = read_head(document, place.column_head, knowledge);
  take_open_metric(column, knowledge);
  CellHead row;
  if (place.column > 0) {
    row = read_head(document, place.row_head, knowledge);
    if (is_only_number(row)) row = read_head(document, naming_cell(document, place), knowledge);
    context.row_text = row.text;
    if (has_dimension(row.said, Dimension::Money) || has_dimension(row.said, Dimension::Count))
      context.row_metric = row.said.metric.value;
    if (std::string name = open_name(row, knowledge); !name.empty()) {
      row.said.subject = {std::move(name), SlotSource::TableHead, false};
      row.said.scope.clear();
    }
  }
  if (context.row_metric.empty()) context.row_metric = column.amount;
  context.currency = currency_in(column.text, knowledge);
  if (context.currency.empty()) context.currency = currency_in(row.text, knowledge);
  context.heads = merge(row.said, column.said, knowledge.lexicon());
  context.narrowing = column.said.metric.empty() ? row.narrowing : column.narrowing;
  for (std::string& cell : telling_cells(document, place, knowledge))
    context.heads.scope.push_back(std::move(cell));
  context.time = merge(row.time, column.time);
  take_part_of_year(context.time, row.said);
  if (context.time) context.time_text = row.time ? row.text : column.text;
  if (column.unit) context.unit = column.unit->unit;
  if (!context.unit && row.unit) context.unit = row.unit->unit;
  if (!context.unit && caption != nullptr && caption->unit &&
      is_in_unit_of_caption(column, *caption->unit, knowledge.lexicon()))
    context.unit = caption->unit;
  const bool measured_above = context.unit && caption != nullptr && !caption->says.metric.empty();
  const bool own_unit = column.unit || row.unit;
  if (context.unit && !own_unit && context.heads.metric.empty() && !measured_above)
    context.heads = measured_by_name(std::move(context.heads), column, *context.unit);
  // 2024（亿元）: when and in what, of what the row says.
  const bool dated = column.unit && column.said.period;
  const bool measured = !context.heads.metric.empty() || measured_above || dated;
  context.numbers_count = place.row > 0 && place.column > 0 && measured &&
                          !names_a_rank_or_year(column.text, knowledge.lexicon());
  return context;
}

}  // namespace assay
