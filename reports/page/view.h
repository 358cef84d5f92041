// SPDX-License-Identifier: MIT
#pragma once
/// From a result to the data that the templates of html/ are filled with. The templates escape
/// whatever they show; nothing here writes markup.
///
/// Mustache takes a string, even an empty one, for true, and looks up what it does not find in the
/// surrounding scope. So what may be absent is always set: to `optional_text`, to a list, to false.

#include <kainjow/mustache.hpp>
#include <map>
#include <string>
#include <utility>

#include "checks/finding.h"
#include "reports/format.h"
#include "reports/strings.h"

namespace assay::page {

using Data = kainjow::mustache::data;

/// The first finding that a fact takes part in, and the worst severity of all of them.
struct FactUse {
  std::size_t first_finding = 0;
  Severity severity = Severity::Note;
};

/// What all parts of a page are made from. Refers to its arguments, which must outlive it.
class Context {
 public:
  Context(const CheckResult& result, const ReportOptions& options, const Strings& strings);

  [[nodiscard]] const CheckResult& result() const { return result_; }
  [[nodiscard]] const ReportOptions& options() const { return options_; }
  [[nodiscard]] const Strings& strings() const { return strings_; }

  /// Where to find a document: its web address when it has one, else its path; empty when it is
  /// neither on the web nor a file. Safe to be a link.
  [[nodiscard]] std::string href(const std::string& document) const;
  /// The finding that a fact takes part in, or nullptr.
  [[nodiscard]] const FactUse* use_of(const Fact& fact) const;

 private:
  using Place = std::pair<std::string, std::size_t>;  ///< document and offset of the mention

  const CheckResult& result_;
  const ReportOptions& options_;
  const Strings& strings_;
  std::map<std::string, const ReadDocument*> documents_;
  std::map<Place, FactUse> uses_;
};

/// Findings by subject and metric, the groups of the worst findings first.
[[nodiscard]] Data group_view(const Context& context);
/// The charts of values over time; a page has room for so many of them.
inline constexpr std::size_t kMostCharts = 24;
/// Sets "charts", "has_charts", "chart_count" and "chart_rest".
void set_charts(const Context& context, Data& page);
/// Sets "matrix", "has_matrix" and "matrix_rest": which documents disagree with which.
void set_matrix(const Context& context, Data& page);
[[nodiscard]] Data document_view(const Context& context);
[[nodiscard]] Data fact_view(const Context& context);

/// The text, or false when it is empty.
[[nodiscard]] Data optional_text(const std::string& text);
/// Sets "place" ("notes/a.md:12") and "href" of a fact.
void set_place(const Context& context, const Fact& fact, Data& data);
/// Sets "modality": its name unless it is the ordinary one.
void set_modality(const Context& context, const Fact& fact, Data& data);
/// The anchor of a finding on the page.
[[nodiscard]] std::string finding_anchor(std::size_t index);

}  // namespace assay::page
