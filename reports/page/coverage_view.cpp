// SPDX-License-Identifier: MIT
// What was read and what was not: the documents, and the inputs that no document came from.
#include <set>

#include "reports/page/view.h"
#include "reports/reading.h"

namespace assay::page {
namespace {

std::map<std::string, std::size_t> count_findings_by_document(const CheckResult& result) {
  std::map<std::string, std::size_t> counts;
  for (const Finding& finding : result.findings) {
    std::set<std::string> documents;
    for (const Fact& fact : finding.evidence) documents.insert(fact.document);
    for (const std::string& document : documents) ++counts[document];
  }
  return counts;
}

/// Whether a fact says enough to be held against others by what it is of.
bool is_named(const Fact& fact) { return !fact.subject.empty() && !fact.metric.empty(); }

/// "page chrome: 12, code: 3"; empty when nothing was skipped.
std::string skipped_words(const SkipCounts& skipped, const Strings& strings) {
  std::vector<std::string> parts;
  for (const SkipReason reason : all_skip_reasons())
    if (const std::size_t count = skipped.of(reason); count > 0)
      parts.push_back(strings["skipped_" + std::string(to_string(reason))] + strings["colon"] +
                      std::to_string(count));
  return join(parts, strings["list_separator"]);
}

/// What was not read within documents: how many parts, in how many documents, and why.
Data skipped_view(const CheckResult& result, const Strings& strings) {
  Data list(Data::type::list);
  for (const SkipReason reason : all_skip_reasons()) {
    std::size_t parts = 0;
    std::size_t documents = 0;
    for (const ReadDocument& document : result.documents) {
      parts += document.skipped.of(reason);
      documents += document.skipped.of(reason) > 0 ? 1 : 0;
    }
    if (parts == 0) continue;
    Data data;
    data["reason"] = strings["skipped_" + std::string(to_string(reason))];
    data["parts"] = std::to_string(parts);
    data["documents"] = std::to_string(documents);
    list.push_back(data);
  }
  return list;
}

Data document_view(const Context& context, const ReadDocument& document, std::size_t findings) {
  Data remarks(Data::type::list);
  for (const std::string& note : document.notes) remarks.push_back(note);
  if (const std::string skipped = skipped_words(document.skipped, context.strings());
      !skipped.empty())
    remarks.push_back(context.strings().fill("skipped_here", {{"parts", skipped}}));
  if (document.facts.empty()) remarks.push_back(context.strings()["no_facts"]);
  const std::string kind = "kind_" + document.kind;
  Data data;
  data["title"] = optional_text(document.title);
  data["document"] = document.id;
  data["href"] = optional_text(context.href(document.id));
  data["kind"] = context.strings().contains(kind) ? context.strings()[kind] : document.kind;
  data["date"] = document.date ? to_string(*document.date) : "";
  data["facts"] = std::to_string(document.facts.size());
  data["named"] = std::to_string(std::ranges::count_if(document.facts, is_named));
  data["findings"] = std::to_string(findings);
  data["remarks"] = std::move(remarks);
  return data;
}

}  // namespace

void set_documents(const Context& context, Data& page) {
  const std::map<std::string, std::size_t> findings = count_findings_by_document(context.result());
  std::size_t named = 0;
  Data documents(Data::type::list);
  for (const ReadDocument& document : context.result().documents) {
    const auto found = findings.find(document.id);
    documents.push_back(
        document_view(context, document, found == findings.end() ? 0 : found->second));
    named += static_cast<std::size_t>(std::ranges::count_if(document.facts, is_named));
  }
  Data unread(Data::type::list);
  for (const UnreadInput& input : context.options().unread) {
    Data data;
    data["place"] = input.place;
    data["reason"] =
        context.strings().contains(input.reason) ? context.strings()[input.reason] : input.reason;
    unread.push_back(data);
  }
  page["documents"] = std::move(documents);
  page["coverage"] = context.strings().fill(
      "coverage", {{"facts", context.strings().count("facts", context.result().fact_count())},
                   {"named", std::to_string(named)}});
  Data skipped = skipped_view(context.result(), context.strings());
  page["has_skipped"] = !skipped.list_value().empty();
  page["skipped"] = std::move(skipped);
  page["has_unread"] = !context.options().unread.empty();
  page["unread"] = std::move(unread);
}

}  // namespace assay::page
