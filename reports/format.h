// SPDX-License-Identifier: MIT
#pragma once
/// How a result looks. One file in formats/ for each format.

#include <ostream>
#include <string>
#include <string_view>

#include "checks/finding.h"

namespace assay {

/// What a format may vary with; whatever else it shows comes from the result.
struct ReportOptions {
  Language language = Language::Chinese;
  bool color = false;      ///< ANSI colours (terminal)
  bool verbose = false;    ///< explanations, slots and confidence of each statement as well
  std::string version;     ///< of the program
  std::string title = {};  ///< of the HTML page; empty: a default
  std::string link_prefix =
      {};  ///< from the folder of the HTML page to that of relative paths: "../"
};

/// Findings as a compiler prints them: source line, caret under the number, the other statements,
/// one line of explanation, a summary line. `sources` gives the raw text of a document by id.
class SourceTexts;
void write_text(const CheckResult& result, const SourceTexts& sources, const ReportOptions& options,
                std::ostream& out);
/// The contract's JSON object.
void write_json(const CheckResult& result, const ReportOptions& options, std::ostream& out);
/// One finding a line.
void write_jsonl(const CheckResult& result, const ReportOptions& options, std::ostream& out);
/// One self-contained page that is complete with JavaScript off.
void write_html(const CheckResult& result, const ReportOptions& options, std::ostream& out);

}  // namespace assay
