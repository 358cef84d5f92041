// SPDX-License-Identifier: MIT
#include "cli/table.h"

#include <algorithm>

#include "reports/display_width.h"

namespace assay {
namespace {

constexpr std::string_view kEllipsis = "\xE2\x80\xA6";

std::string shortened(std::string_view text, std::size_t max_width) {
  std::string shown = printable(text);
  if (display_width(shown) <= max_width) return shown;
  std::size_t width = 1;  // of the ellipsis
  std::size_t end = 0;
  while (end < shown.size()) {
    const Cluster cluster = next_cluster(shown, end);
    if (width + cluster.width > max_width) break;
    width += cluster.width;
    end = cluster.end;
  }
  return shown.substr(0, end).append(kEllipsis);
}

}  // namespace

Table::Table(std::vector<std::string> heads, const std::vector<std::size_t>& right,
             std::size_t max_width)
    : right_(heads.size(), false), max_width_(max_width) {
  for (const std::size_t column : right) right_[column] = true;
  rows_.push_back(std::move(heads));
}

void Table::add(std::vector<std::string> cells) {
  for (std::string& cell : cells) cell = shortened(cell, max_width_);
  cells.resize(right_.size());
  rows_.push_back(std::move(cells));
}

std::string Table::to_text(std::string_view indent) const { return lines(0, indent); }
std::string Table::body_to_text(std::string_view indent) const { return lines(1, indent); }

std::string Table::lines(std::size_t first, std::string_view indent) const {
  std::vector<std::size_t> widths(right_.size(), 0);
  for (std::size_t row = first; row < rows_.size(); ++row) {
    for (std::size_t column = 0; column < widths.size(); ++column) {
      widths[column] = std::max(widths[column], display_width(rows_[row][column]));
    }
  }
  std::string text;
  for (std::size_t row = first; row < rows_.size(); ++row) {
    std::string line(indent);
    for (std::size_t column = 0; column < widths.size(); ++column) {
      const std::string& cell = rows_[row][column];
      const std::string space(widths[column] - display_width(cell), ' ');
      line += (column > 0 ? "  " : "") + (right_[column] ? space + cell : cell + space);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + '\n';
  }
  return text;
}

}  // namespace assay
