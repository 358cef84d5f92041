// SPDX-License-Identifier: MIT
#pragma once
/// How a result looks. One file in formats/ for each format.

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "checks/finding.h"

namespace assay {

class Lexicon;
class SourceTexts;

/// The file that a document stands in.
struct DocumentFile {
  /// From the working directory where it is below that, else absolute.
  std::string path;
  /// 1-based line of a record in its file; 0: the file is the document.
  std::size_t record_line = 0;
};
/// By document id. A document that is not among them stands in no file that is known.
using DocumentFiles = std::map<std::string, DocumentFile, std::less<>>;

/// What was to be read, and was not.
struct UnreadInput {
  std::string place;   ///< a file, or a file and the line of a record
  std::string reason;  ///< a key of Strings, else the words of an error
};

/// What a format may vary with; whatever else it shows comes from the result.
struct ReportOptions {
  Language language = Language::Chinese;
  /// Whose names are shown in that language; nullptr: the canonical names.
  const Lexicon* lexicon = nullptr;
  bool color = false;  ///< ANSI colours (terminal)
  /// Address of the working directory, "file:///home/me/", where the terminal opens what it is told to
  /// be a link; empty: it does not.
  std::string terminal_links = {};
  bool verbose = false;    ///< explanations, slots and confidence of each statement as well
  std::string version;     ///< of the program
  std::string title = {};  ///< of the HTML page; empty: a default
  /// From the folder of the HTML page to that of relative paths: "../".
  std::string link_prefix = {};
  /// Folder of the page's style and script, from that of the page: "report-assets/"; empty: both
  /// stand in the page itself.
  std::string assets = {};
  std::vector<UnreadInput> unread = {};               ///< inputs that no document came from
  DocumentFiles files = {};                           ///< where machines find the documents
  std::optional<Severity> fail_on = Severity::Error;  ///< from which on a finding is a failure
  bool ways_out = false;  ///< end with what can be done about the findings (terminal)
};

/// Findings as a compiler prints them: source line, caret under the number, the other statements,
/// one line of explanation, a summary line. `sources` gives the raw text of a document by id.
void write_text(const CheckResult& result, const SourceTexts& sources, const ReportOptions& options,
                std::ostream& out);
/// The contract's JSON object.
void write_json(const CheckResult& result, const ReportOptions& options, std::ostream& out);
/// One finding a line.
void write_jsonl(const CheckResult& result, const ReportOptions& options, std::ostream& out);
/// SARIF 2.1.0, for GitHub code scanning and editors: at most 5000 results and 100 locations each. With
/// options.verbose it also lists what is set aside, as suppressed.
void write_sarif(const CheckResult& result, const SourceTexts& sources,
                 const ReportOptions& options, std::ostream& out);
/// Workflow commands of GitHub Actions, which become annotations: a finding a line.
void write_github(const CheckResult& result, const SourceTexts& sources,
                  const ReportOptions& options, std::ostream& out);
/// GitLab's code quality report, a JSON array.
void write_gitlab(const CheckResult& result, const SourceTexts& sources,
                  const ReportOptions& options, std::ostream& out);
/// JUnit XML, UTF-8: a test case for each finding, failed from options.fail_on on, and one for each
/// document without a finding.
void write_junit(const CheckResult& result, const SourceTexts& sources,
                 const ReportOptions& options, std::ostream& out);
/// A comment for a pull request: a table, and the statements below it.
void write_markdown(const CheckResult& result, const SourceTexts& sources,
                    const ReportOptions& options, std::ostream& out);
/// RFC 4180, UTF-8: a row for each statement of a finding.
void write_csv(const CheckResult& result, const SourceTexts& sources, const ReportOptions& options,
               std::ostream& out);
/// One page that is complete with JavaScript off: self-contained, or with the files of html_assets()
/// in options.assets.
void write_html(const CheckResult& result, const SourceTexts& sources, const ReportOptions& options,
                std::ostream& out);

/// A file that a page refers to when its style and script do not stand in it.
struct PageAsset {
  std::string_view name;
  std::string_view content;
};
[[nodiscard]] std::vector<PageAsset> html_assets();

}  // namespace assay
