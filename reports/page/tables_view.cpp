// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <set>

#include "reports/page/disagreement.h"
#include "reports/page/view.h"
#include "reports/reading.h"

namespace assay::page {
namespace {

/// A larger table cannot be taken in at a glance any more.
constexpr std::size_t kMostDocumentsInMatrix = 16;

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

std::map<std::string, std::size_t> count_findings_by_document(const CheckResult& result) {
  std::map<std::string, std::size_t> counts;
  for (const Finding& finding : result.findings) {
    std::set<std::string> documents;
    for (const Fact& fact : finding.evidence) documents.insert(fact.document);
    for (const std::string& document : documents) ++counts[document];
  }
  return counts;
}

Data fact_row(const Context& context, const Fact& fact) {
  const Strings& strings = context.strings();
  const FactUse* use = context.use_of(fact);
  const std::array quantities = {&fact.quantity};
  Data row;
  row["severity"] = false;
  if (use != nullptr) {
    const std::string severity(to_string(use->severity));
    row["severity"] = severity;
    row["severity_name"] = strings["severity_" + severity];
    row["anchor"] = finding_anchor(use->first_finding);
  }
  row["subject"] = optional_text(fact.subject.value);
  row["metric"] = optional_text(fact.metric.value);
  row["comparand"] = optional_text(fact.comparand.value);
  row["written"] = fact.text;
  row["reading"] = show_in_role(fact, choose_display_unit(quantities, strings), strings);
  set_modality(context, fact, row);
  row["period"] = optional_text(fact.period ? show_period(*fact.period) : "");
  row["scope"] = optional_text(join(fact.scope, strings["label_separator"]));
  set_place(context, fact, row);
  return row;
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

Data document_view(const Context& context) {
  const std::map<std::string, std::size_t> findings = count_findings_by_document(context.result());
  Data documents(Data::type::list);
  for (const ReadDocument& document : context.result().documents) {
    Data remarks(Data::type::list);
    for (const std::string& note : document.notes) remarks.push_back(note);
    const std::string kind = "kind_" + document.kind;
    const auto found = findings.find(document.id);
    Data data;
    data["title"] = optional_text(document.title);
    data["document"] = document.id;
    data["href"] = optional_text(context.href(document.id));
    data["kind"] = context.strings().contains(kind) ? context.strings()[kind] : document.kind;
    data["date"] = document.date ? to_string(*document.date) : "";
    data["facts"] = std::to_string(document.facts.size());
    data["findings"] = std::to_string(found == findings.end() ? 0 : found->second);
    data["remarks"] = std::move(remarks);
    documents.push_back(data);
  }
  return documents;
}

Data fact_view(const Context& context) {
  Data facts(Data::type::list);
  for (const ReadDocument& document : context.result().documents) {
    for (const Fact& fact : document.facts) facts.push_back(fact_row(context, fact));
  }
  return facts;
}

}  // namespace assay::page
