// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "reports/page/disagreement.h"
#include "reports/page/repeats.h"
#include "reports/page/view.h"
#include "reports/reading.h"

namespace assay::page {
namespace {

/// A larger table cannot be taken in at a glance any more.
constexpr std::size_t kMostDocumentsInMatrix = 16;
constexpr std::size_t kMostRepetitions = 12;

Data cell_view(const Context& context, const Disagreements& table, std::size_t row,
               std::size_t column) {
  const DisagreementCell& cell = table.cells[row][column];
  Data data;
  data["count"] = cell.count == 0 ? Data(false) : Data(std::to_string(cell.count));
  data["kind"] = std::string(row == column ? "own " : "") +
                 (cell.count == 0 ? "none" : std::string(to_string(cell.severity)));
  data["anchor"] = finding_anchor(cell.first_finding);
  data["label"] = row == column ? table.documents[row]
                                : join({table.documents[row], table.documents[column]},
                                       context.strings()["list_separator"]);
  return data;
}

Data repetition_view(const Context& context, const Repetition& repetition) {
  const Strings& strings = context.strings();
  const std::string figures = strings.count("figures", repetition.figures);
  const std::string_view key = repetition.dated ? "repeats" : "shares";
  Data data;
  data["words"] = strings.fill(key, {{"figures", figures}});
  data["copied"] =
      repetition.word_for_word == 0
          ? Data(false)
          : Data(strings.fill("word_for_word", {{"n", std::to_string(repetition.word_for_word)}}));
  data["earlier"] = repetition.earlier;
  data["later"] = repetition.later;
  data["earlier_href"] = optional_text(context.href(repetition.earlier));
  data["later_href"] = optional_text(context.href(repetition.later));
  const Fact& example = *repetition.example;
  std::vector<std::string> parts;
  for (std::string part : {strings.names().entity(example.subject.value),
                           strings.names().metric(example.metric.value), example.text})
    if (!part.empty()) parts.push_back(std::move(part));
  data["example"] = join(parts, strings["label_separator"]);
  return data;
}

}  // namespace

void set_matrix(const Context& context, Data& page) {
  const Disagreements table = count_disagreements(context.result(), kMostDocumentsInMatrix);
  Data rows(Data::type::list);
  for (std::size_t row = 0; row < table.documents.size(); ++row) {
    Data cells(Data::type::list);
    for (std::size_t column = 0; column < table.documents.size(); ++column) {
      cells.push_back(cell_view(context, table, row, column));
    }
    Data data;
    data["number"] = std::to_string(row + 1);
    data["document"] = table.documents[row];
    data["cells"] = std::move(cells);
    rows.push_back(data);
  }
  page["matrix"] = std::move(rows);
  page["has_matrix"] = table.documents.size() > 1;
  page["matrix_rest"] = table.left_out == 0
                            ? Data(false)
                            : Data(context.strings().count("matrix_rest", table.left_out));
}

void set_repetitions(const Context& context, Data& page) {
  std::vector<Repetition> repetitions = find_repetitions(context.result());
  const std::size_t shown = std::min(repetitions.size(), kMostRepetitions);
  Data list(Data::type::list);
  for (std::size_t i = 0; i < shown; ++i) list.push_back(repetition_view(context, repetitions[i]));
  page["has_repetitions"] = shown > 0;
  page["repetitions"] = std::move(list);
  const std::size_t rest = repetitions.size() - shown;
  page["repetition_rest"] =
      rest == 0 ? Data(false) : Data(context.strings().count("repetition_rest", rest));
}

}  // namespace assay::page
