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
#include <vector>

#include "checks/finding.h"
#include "reports/format.h"
#include "reports/source_texts.h"
#include "reports/strings.h"

namespace assay::page {

using Data = kainjow::mustache::data;

/// The findings that a fact takes part in, in the order of the result; at least one.
struct FactUse {
  std::vector<std::size_t> findings;
  Severity severity = Severity::Note;  ///< the worst of them
};

/// What all parts of a page are made from. Refers to its arguments, which must outlive it.
class Context {
 public:
  Context(const CheckResult& result, const SourceTexts& sources, const ReportOptions& options,
          const Strings& strings);

  [[nodiscard]] const CheckResult& result() const { return result_; }
  [[nodiscard]] const ReportOptions& options() const { return options_; }
  [[nodiscard]] const Strings& strings() const { return strings_; }

  /// The title of a document; empty when it has none.
  [[nodiscard]] std::string title_of(const std::string& document) const;
  /// Where to find a document: its web address when it has one, else its path; empty when it is
  /// neither on the web nor a file. Safe to be a link.
  [[nodiscard]] std::string href(const std::string& document) const;
  /// Where to find a fact: its line in a file, its moment in a recording, else its document.
  [[nodiscard]] std::string href(const Fact& fact) const;
  /// The finding that a fact takes part in, or nullptr.
  [[nodiscard]] const FactUse* use_of(const Fact& fact) const;

 private:
  using Place = std::pair<std::string, std::size_t>;  ///< document and offset of the mention

  const CheckResult& result_;
  const SourceTexts& sources_;
  const ReportOptions& options_;
  const Strings& strings_;
  std::map<std::string, const ReadDocument*> documents_;
  std::map<Place, FactUse> uses_;
};

/// The findings as a reader should see them, as indexes: by severity, then those that say who is wrong,
/// then by how sure it is, then as in the result.
[[nodiscard]] std::vector<std::size_t> worst_first(const std::vector<Finding>& findings);
/// What is wrong, in plain words: "the same words with another number".
[[nodiscard]] std::string defect_of(const Finding& finding, const Strings& strings);
/// Sets "worst", "has_worst" and "worst_title": the few findings to see first.
void set_worst(const Context& context, Data& page);
/// Sets "groups" and "undrawn": findings by subject and metric, the groups of the worst
/// findings first.
void set_groups(const Context& context, Data& page);
/// The charts of values over time; a page has room for so many of them.
inline constexpr std::size_t kMostCharts = 24;
/// Sets "charts", "has_charts", "chart_count" and "chart_rest".
void set_charts(const Context& context, Data& page);
/// Sets "matrix", "has_matrix" and "matrix_rest": which documents disagree with which.
void set_matrix(const Context& context, Data& page);
/// Sets "repetitions" and "has_repetitions": which documents repeat which.
void set_repetitions(const Context& context, Data& page);
/// Sets "documents", "coverage", "unread" and "skipped" with "has_unread" and "has_skipped": what was
/// read, and what was not, be it a file or a part of one.
void set_documents(const Context& context, Data& page);
/// Sets "few_facts", and "facts" if they are few, else "fact_lists".
void set_facts(const Context& context, Data& page);

/// The text, or false when it is empty.
[[nodiscard]] Data optional_text(const std::string& text);
/// Sets "place" ("notes/a.md:12") and "href" of a fact.
void set_place(const Context& context, const Fact& fact, Data& data);
/// Sets "modality": its name unless it is the ordinary one.
void set_modality(const Context& context, const Fact& fact, Data& data);
/// Sets "has_culprit", the statement that is most likely wrong and why; and "open" where a
/// contradiction does not tell.
void set_culprit(const Context& context, const Finding& finding, Data& data);
/// Statements of a finding that stand in one sentence, as indexes into its evidence.
using Passage = std::vector<std::size_t>;
/// The statements with these indexes by the sentences that they stand in, in the order in which they come.
[[nodiscard]] std::vector<Passage> passages_of(const Finding& finding,
                                               const std::vector<std::size_t>& statements);
/// Sets "pieces" and "after": the sentence of a passage with each number marked, at most so many code
/// points on either side of one; and "whole", the sentence, if that was shortened and is not endless.
void set_sentence(const Finding& finding, const Passage& passage, std::size_t most, Data& data);
/// Sets what is said once of a passage: "title", "speaker", "place" and "href"; "wrong", whether a
/// statement of it is the culprit; and "limits", where they are those of all of its statements.
void set_passage(const Context& context, const Finding& finding, const Passage& passage,
                 Data& data);
/// Sets "limits" of one statement, where they are not said of all of its passage.
void set_own_limits(const Context& context, const Finding& finding, const Passage& passage,
                    std::size_t index, Data& data);
/// What limits the statement, in few words: "2025 · China · AI chips".
[[nodiscard]] std::string limits_of(const Fact& fact, const Strings& strings);
/// The anchor of a finding on the page.
[[nodiscard]] std::string finding_anchor(std::size_t index);
/// A, B … Z, then 27, 28 …: what a piece of evidence is called.
[[nodiscard]] std::string evidence_letter(std::size_t index);

}  // namespace assay::page
