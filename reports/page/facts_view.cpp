// SPDX-License-Identifier: MIT
// Every fact: as a table while a browser lays one out at once, else as text, a line for each fact.
// The script makes a table of either, of as many rows as are looked at.
#include <array>

#include "reports/page/view.h"
#include "reports/plain_text.h"
#include "reports/reading.h"

namespace assay::page {
namespace {

/// A table of more rows takes a browser seconds, and a page that has them is too large to send.
constexpr std::size_t kMostRows = 3000;

std::string metric_of(const Fact& fact, const Strings& strings) {
  const std::string metric = strings.names().metric(fact.metric.value);
  return fact.comparand.empty() ? metric : metric + " " + versus(fact, strings);
}

std::string reading_of(const Fact& fact, const Strings& strings) {
  std::string reading = show_in_role(fact, strings);
  if (fact.modality == Modality::Actual) return reading;
  return reading + " (" + strings["modality_" + std::string(to_string(fact.modality))] + ")";
}

Data fact_row(const Context& context, const Fact& fact) {
  const Strings& strings = context.strings();
  const FactUse* use = context.use_of(fact);
  Data row;
  row["severity"] = false;
  if (use != nullptr) {
    const std::string severity(to_string(use->severity));
    row["severity"] = severity;
    row["severity_name"] = strings["severity_" + severity];
    row["anchor"] = finding_anchor(use->findings.front());
  }
  row["subject"] = optional_text(strings.names().entity(fact.subject.value));
  row["metric"] = optional_text(metric_of(fact, strings));
  row["written"] = fact.text;
  row["reading"] = reading_of(fact, strings);
  row["period"] = optional_text(fact.period ? show_period(*fact.period) : "");
  row["scope"] =
      optional_text(join(strings.names().entities(fact.scope), strings["label_separator"]));
  set_place(context, fact, row);
  return row;
}

/// The columns of the table in their order, then the number and the severity of the finding.
std::string fact_line(const Context& context, const Fact& fact) {
  const Strings& strings = context.strings();
  const FactUse* use = context.use_of(fact);
  const std::array columns = {
      strings.names().entity(fact.subject.value),
      metric_of(fact, strings),
      fact.text,
      reading_of(fact, strings),
      fact.period ? show_period(*fact.period) : std::string(),
      join(strings.names().entities(fact.scope), strings["label_separator"]),
      std::to_string(fact.line),
      use == nullptr ? std::string() : std::to_string(use->findings.front() + 1),
      use == nullptr ? std::string() : std::string(to_string(use->severity))};
  std::string line;
  for (const std::string& column : columns) line += one_line(column) + '\t';
  line.erase(line.find_last_not_of('\t') + 1);
  return line + '\n';
}

Data rows_view(const Context& context) {
  Data rows(Data::type::list);
  for (const ReadDocument& document : context.result().documents)
    for (const Fact& fact : document.facts) rows.push_back(fact_row(context, fact));
  return rows;
}

Data lists_view(const Context& context) {
  Data lists(Data::type::list);
  for (const ReadDocument& document : context.result().documents) {
    if (document.facts.empty()) continue;
    std::string lines;
    for (const Fact& fact : document.facts) lines += fact_line(context, fact);
    Data list;
    list["document"] = document.id;
    list["href"] = optional_text(context.href(document.id));
    list["count"] = std::to_string(document.facts.size());
    list["lines"] = lines;
    lists.push_back(list);
  }
  return lists;
}

}  // namespace

void set_facts(const Context& context, Data& page) {
  const bool few = context.result().fact_count() <= kMostRows;
  page["few_facts"] = few;
  page["facts"] = few ? rows_view(context) : Data(Data::type::list);
  page["fact_lists"] = few ? Data(Data::type::list) : lists_view(context);
}

}  // namespace assay::page
