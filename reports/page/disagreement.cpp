// SPDX-License-Identifier: MIT
#include "reports/page/disagreement.h"

#include <algorithm>
#include <map>
#include <set>

namespace assay {
namespace {

std::set<std::string> documents_of(const Finding& finding) {
  std::set<std::string> documents;
  for (const Fact& fact : finding.evidence) documents.insert(fact.document);
  return documents;
}

/// The documents of all findings: most findings first, else in the order in which they appear.
std::vector<std::string> rank_documents(const CheckResult& result) {
  std::map<std::string, std::size_t> counts;
  std::vector<std::string> documents;
  for (const Finding& finding : result.findings) {
    for (const std::string& document : documents_of(finding)) {
      if (counts[document]++ == 0) documents.push_back(document);
    }
  }
  std::ranges::stable_sort(documents, std::greater(),
                           [&](const std::string& document) { return counts[document]; });
  return documents;
}

void count_in(DisagreementCell& cell, const Finding& finding, std::size_t index) {
  if (cell.count == 0) cell.first_finding = index;
  ++cell.count;
  cell.severity = std::max(cell.severity, finding.severity);
}

}  // namespace

Disagreements count_disagreements(const CheckResult& result, std::size_t most) {
  Disagreements table;
  table.documents = rank_documents(result);
  if (table.documents.size() > most) {
    table.left_out = table.documents.size() - most;
    table.documents.resize(most);
  }
  const std::size_t size = table.documents.size();
  table.cells.assign(size, std::vector<DisagreementCell>(size));
  for (std::size_t index = 0; index < result.findings.size(); ++index) {
    const Finding& finding = result.findings[index];
    const std::set<std::string> members = documents_of(finding);
    for (std::size_t row = 0; row < size; ++row) {
      if (!members.contains(table.documents[row])) continue;
      for (std::size_t column = 0; column < size; ++column) {
        const bool pair =
            row == column ? members.size() == 1 : members.contains(table.documents[column]);
        if (pair) count_in(table.cells[row][column], finding, index);
      }
    }
  }
  return table;
}

}  // namespace assay
