// SPDX-License-Identifier: MIT
#include "facts/readers/markdown_source.h"

#include <algorithm>
#include <array>
#include <map>

#include "core/utf8.h"
#include "facts/readers/block_builder.h"
#include "facts/readers/lines.h"

namespace assay {
namespace {

// A parser fills every row up to the width of its table, so a wide ruler over many short rows would
// cost their product. No reader has seen a table this wide.
constexpr std::ptrdiff_t kMaxTableColumns = 128;

void blank(std::string& source, Span span) {
  for (std::size_t at = span.begin; at < span.end; ++at) {
    if (source[at] != '\n' && source[at] != '\r') source[at] = ' ';
  }
}

// The name of the tag that starts the text, in lower case; empty when none does.
std::string tag_name(std::string_view text) {
  if (!text.starts_with('<')) return {};
  const std::size_t end = text.find_first_of("> \t", 1);
  return end == std::string_view::npos ? std::string() : to_ascii_lower(text.substr(1, end - 1));
}

// Whether a line can be the first of a diagram that stands outside of a fence and of a tag.
bool starts_diagram(std::string_view line) {
  const std::size_t space = line.find(' ');
  const std::string_view word = line.substr(0, space);
  if (word == "sequenceDiagram" || word == "erDiagram" || word == "classDiagram") return true;
  if (word != "graph" && word != "flowchart") return false;
  if (space == std::string_view::npos) return false;
  const std::string_view direction = line.substr(space + 1, 2);
  constexpr auto kDirections = std::to_array<std::string_view>({"TD", "TB", "BT", "LR", "RL"});
  return std::find(kDirections.begin(), kDirections.end(), direction) != kDirections.end();
}

bool is_diagram_line(const Line& line, std::string_view text) {
  if (line.blank() || line.indent() > 0) return true;
  for (const std::string_view arrow : {"--", "==>", "-.", "->>"}) {
    if (text.find(arrow) != std::string_view::npos && text != "---") return true;
  }
  for (const std::string_view word : {"style ", "subgraph", "end", "class ", "classDef ", "%%"}) {
    if (text.starts_with(word)) return true;
  }
  return false;
}

// The diagrams of a source. End tags are looked up, so that many start tags cost no more than one.
class Diagrams {
 public:
  explicit Diagrams(std::string_view source) : source_(source) {
    for (std::size_t at = 0; at < source.size(); at = next_line(source, at)) {
      const std::string name = tag_name(line_at(source, at).text.of(source));
      if (name.starts_with("/mermaid")) end_tags_[name].push_back(at);
    }
  }

  /// Where the diagram that starts at this line ends; the line's own start when there is none.
  [[nodiscard]] std::size_t end_of(std::size_t begin) const {
    const std::string_view text = line_at(source_, begin).text.of(source_);
    const std::string name = tag_name(text);
    if (name.starts_with("mermaid")) return end_of_element(begin, name);
    if (!starts_diagram(text)) return begin;
    std::size_t at = next_line(source_, begin);
    for (; at < source_.size(); at = next_line(source_, at)) {
      const Line line = line_at(source_, at);
      if (!is_diagram_line(line, line.text.of(source_))) break;
    }
    return at;
  }

 private:
  [[nodiscard]] std::size_t end_of_element(std::size_t begin, const std::string& name) const {
    const auto tags = end_tags_.find("/" + name);
    if (tags != end_tags_.end()) {
      const auto end = std::upper_bound(tags->second.begin(), tags->second.end(), begin);
      if (end != tags->second.end()) return next_line(source_, *end);
    }
    return next_line(source_, begin);  // never closed: only the tag is no text
  }

  std::string_view source_;
  std::map<std::string, std::vector<std::size_t>> end_tags_;  ///< by name: where their lines start
};

// Follows fences (``` and ~~~) from line to line.
class Fence {
 public:
  /// Whether this line is inside of a fenced block or one of its fences.
  bool takes(std::string_view line) {
    const std::size_t run =
        std::min(line.find_first_not_of(line.empty() ? ' ' : line[0]), line.size());
    const bool fence = run >= 3 && (line[0] == '`' || line[0] == '~');
    if (mark_ == 0) {
      // A line of code between backticks is no fence.
      const bool opens = fence && line.find('`', run) == std::string_view::npos;
      if (!opens) return false;
      mark_ = line[0];
      length_ = run;
      return true;
    }
    if (fence && line[0] == mark_ && run >= length_ && run == line.size()) mark_ = 0;
    return true;
  }

 private:
  char mark_ = 0;
  std::size_t length_ = 0;
};

enum class LineShape { Bar, Item, Other };

bool is_item(std::string_view line) {
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  const bool numbered = digits > 0 && digits < 10 && digits + 1 < line.size() &&
                        (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
  return numbered || line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ");
}

LineShape shape_of(std::string_view line) {
  if (is_item(line)) return LineShape::Item;
  return line.find('|') == std::string_view::npos ? LineShape::Other : LineShape::Bar;
}

bool starts_wide(std::string_view line) { return !line.empty() && decode(line, 0).value >= 0x2000; }

bool is_markdown_heading(std::string_view line) {
  const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
  return level >= 1 && level <= 6 && level < line.size() && line[level] == ' ';
}

}  // namespace

bool is_table_ruler(std::string_view line) {
  return line.find('|') != std::string_view::npos && line.find('-') != std::string_view::npos &&
         line.find_first_not_of("|-: \t") == std::string_view::npos;
}

bool looks_like_markdown(std::string_view text) {
  std::size_t headings = 0;
  std::size_t items = 0;
  std::size_t emphases = 0;
  bool previous_has_bar = false;
  for (const Line& line : split_lines(text, {0, text.size()})) {
    const std::string_view content = line.text.of(text);
    if (previous_has_bar && is_table_ruler(content)) return true;
    previous_has_bar = content.find('|') != std::string_view::npos;
    if (content.starts_with("```")) return true;
    headings += is_markdown_heading(content) ? 1 : 0;
    items += content.starts_with("- ") || content.starts_with("* ") ? 1 : 0;
    const std::size_t opening = content.find("**");
    const bool emphasis = opening != std::string_view::npos &&
                          content.find("**", opening + 2) != std::string_view::npos;
    emphases += emphasis ? 1 : 0;
  }
  return headings >= 1 || emphases >= 2 || items >= 3;
}

BlankedMarkdown blank_unread_markdown(std::string_view raw) {
  std::string source(raw);
  SkipCounts skipped;
  for (const Span marker : find_markers(raw)) blank(source, marker);
  const Diagrams diagrams(raw);
  Fence fence;
  for (std::size_t at = 0; at < source.size();) {
    const Line line = line_at(source, at);
    const std::string_view text = line.text.of(source);
    std::size_t next = next_line(source, at);
    if (!fence.takes(text)) {
      const std::size_t end = diagrams.end_of(at);
      const bool too_wide =
          is_table_ruler(text) && std::count(text.begin(), text.end(), '|') > kMaxTableColumns;
      if (end > at) skipped.add(SkipReason::Code);
      if (too_wide) skipped.add(SkipReason::WideTable);
      if (end > at || too_wide) blank(source, {at, std::max(end, next)});
      next = std::max(end, next);
    }
    at = next;
  }
  return {std::move(source), skipped};
}

std::vector<Span> cut_source(std::string_view source, Span within) {
  std::vector<Span> pieces = {within};
  const auto cut = [&pieces](std::size_t at) {
    if (at <= pieces.back().begin || at >= pieces.back().end) return;
    const std::size_t end = pieces.back().end;
    pieces.back().end = at;
    pieces.push_back({at, end});
  };
  Fence fence;
  LineShape above = LineShape::Other;
  bool in_table = false;
  std::size_t above_begin = within.begin;
  for (std::size_t at = within.begin; at < within.end; at = next_line(source, at)) {
    const Line line = line_at(source, at);
    const std::string_view text = line.text.of(source);
    LineShape shape = shape_of(text);
    if (fence.takes(text)) {
      in_table = false;
      shape = LineShape::Other;
    } else if (is_table_ruler(text) && above == LineShape::Bar && !in_table) {
      cut(above_begin);
      in_table = true;
    } else if (in_table && shape != LineShape::Bar) {
      cut(at);
      in_table = false;
    } else if (above == LineShape::Item && line.indent() == 0 && starts_wide(text)) {
      cut(at);  // Chinese is not wrapped by hand, so this line does not go on with the item
    }
    above = shape;
    above_begin = at;
  }
  return pieces;
}

MarkdownPiece widen_ruler(std::string_view source, Span piece) {
  const std::size_t ruler_begin = next_line(source, piece.begin);
  MarkdownPiece result{.text = std::string(piece.of(source)), .begin = piece.begin, .ruler = {}};
  if (ruler_begin >= piece.end) return result;
  const Span ruler = line_at(source, ruler_begin).text;
  if (!is_table_ruler(ruler.of(source))) return result;
  std::string wide;
  for (const char c : ruler.of(source)) wide += c == '-' ? "---" : std::string(1, c);
  result.text.replace(ruler.begin - piece.begin, ruler.size(), wide);
  result.ruler = {ruler.begin - piece.begin, ruler.begin - piece.begin + wide.size()};
  result.grown_by = wide.size() - ruler.size();
  return result;
}

bool has_bold_label(std::string_view line) {
  constexpr std::string_view kBold = "**";
  constexpr std::array<std::string_view, 2> kColons = {":", "："};
  if (!line.starts_with(kBold)) return false;
  const std::size_t end = line.find(kBold, kBold.size());
  if (end == std::string_view::npos) return false;
  return std::ranges::any_of(kColons, [&](std::string_view colon) {
    return line.substr(0, end).ends_with(colon) ||
           line.substr(end + kBold.size()).starts_with(colon);
  });
}

}  // namespace assay
