// SPDX-License-Identifier: MIT
// RFC 4180: a row for each statement that a finding rests on, with the finding repeated. Texts are
// quoted, and no cell of one can be a formula, whatever a spreadsheet takes for a separator.

#include <array>
#include <charconv>
#include <cmath>

#include "reports/format.h"
#include "reports/place.h"
#include "reports/plain_text.h"
#include "reports/reading.h"

namespace assay {
namespace {

/// What a spreadsheet takes a cell for a formula by; some take the full-width forms, too.
bool starts_formula(std::string_view text) {
  constexpr std::array<std::string_view, 8> kSigns = {
      "=", "+", "-", "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return false;
  for (const std::string_view sign : kSigns) {
    if (text.substr(first).starts_with(sign)) return true;
  }
  return false;
}

/// A text as a quoted cell. An apostrophe makes text of a formula; also behind a semicolon, which
/// is the separator where the comma is the decimal point.
std::string cell(std::string_view text) {
  const std::string line = one_line(text);
  std::string quoted = "\"";
  bool starts = true;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (starts && starts_formula(std::string_view(line).substr(at))) quoted += '\'';
    if (line[at] == '"') quoted += '"';
    quoted += line[at];
    starts = line[at] == ';' || line[at] == '"';
  }
  return quoted + '"';
}

/// A number as it is read back; empty when there is none.
std::string cell(double value) {
  if (!std::isfinite(value)) return {};
  std::array<char, 32> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  return {digits.data(), end};
}

std::string cell(std::size_t number) { return std::to_string(number); }

std::string row_of(const Finding& finding, std::size_t statement, const std::string& file,
                   Language language) {
  const Fact& fact = finding.evidence[statement];
  const Quantity& quantity = fact.quantity;
  const std::array cells = {cell(finding.id),
                            cell(finding.rule),
                            cell(to_string(finding.severity)),
                            cell(finding.confidence),
                            cell(finding.message.in(language)),
                            cell(finding.explanation.in(language)),
                            cell(statement + 1),
                            cell(fact.document),
                            cell(file),
                            cell(fact.line),
                            cell(fact.column),
                            cell(fact.text),
                            cell(quantity.stated.low),
                            cell(quantity.stated.high),
                            cell(quantity.unit.canonical),
                            cell(fact.subject.value),
                            cell(fact.metric.value),
                            cell(fact.comparand.value),
                            cell(join(fact.scope, ", ")),
                            cell(fact.period ? show_period(*fact.period) : ""),
                            cell(to_string(fact.modality)),
                            cell(fact.speaker),
                            cell(fact.sentence)};
  std::string row;
  for (const std::string& text : cells) row += (row.empty() ? "" : ",") + text;
  return row + "\r\n";
}

constexpr std::string_view kHead =
    "finding,rule,severity,confidence,message,explanation,statement,document,file,line,column,text,"
    "low,high,unit,subject,metric,comparand,scope,period,modality,speaker,sentence\r\n";

}  // namespace

void write_csv(const CheckResult& result, const SourceTexts& sources, const ReportOptions& options,
               std::ostream& out) {
  out << kHead;
  for (const Finding& finding : result.findings) {
    for (std::size_t i = 0; i < finding.evidence.size(); ++i) {
      const std::string file = place_of(finding.evidence[i], sources, options.files).path;
      out << row_of(finding, i, file, options.language);
    }
  }
}

}  // namespace assay
