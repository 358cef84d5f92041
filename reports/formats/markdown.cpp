// SPDX-License-Identifier: MIT
// A comment for a pull or merge request. Whatever comes from a document stands in a code span, the
// one place in which neither markup, HTML, formulas, links nor @mentions are looked for.

#include <algorithm>
#include <array>

#include "core/utf8.h"
#include "reports/format.h"
#include "reports/place.h"
#include "reports/plain_text.h"
#include "reports/reading.h"
#include "reports/strings.h"

namespace assay {
namespace {

/// A comment of GitHub holds 65,536 characters.
constexpr std::size_t kMostOfComment = 60'000;
/// Of a message in the table; below it stands as a whole.
constexpr std::size_t kMostInTable = 160;

/// The text as a code span: between more backticks than stand together anywhere in it.
std::string code(std::string_view text) {
  const std::string line = one_line(text);
  if (line.empty()) return {};
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : line) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  // One space on both sides is not shown, and keeps backticks apart.
  const auto touches = [](char c) { return c == '`' || c == ' '; };
  const std::string space = touches(line.front()) || touches(line.back()) ? " " : "";
  return fence + space + line + space + fence;
}

/// The same in a table, where a bar ends a cell even inside a code span.
std::string code_in_table(std::string_view text) {
  std::string line;
  for (const char c : one_line(text, kMostInTable)) {
    line += c == '|' ? std::string("\xC2\xA6") : std::string(1, c);
  }
  return code(line);
}

class CommentWriter {
 public:
  CommentWriter(const SourceTexts& sources, const ReportOptions& options)
      : sources_(sources),
        language_(options.language),
        strings_(options.language, options.lexicon) {}

  /// Adds a finding; false when there is no more room.
  bool add(const Finding& finding) {
    const std::string row = row_of(finding);
    const std::string section = section_of(finding);
    size_ += count_code_points(row) + count_code_points(section);
    if (size_ > kMostOfComment) return false;
    table_ += row;
    sections_ += section;
    ++count_;
    return true;
  }

  /// Table and statements of what was added, and how many findings are left out.
  [[nodiscard]] std::string text(std::size_t findings) const {
    std::string text = "\n| " + strings_["severity"] + " | " + strings_["rule"] + " | " +
                       strings_["place"] + " | " + strings_["finding"] +
                       " |\n| --- | --- | --- | --- |\n" + table_ + "\n<details>\n<summary>" +
                       strings_["values"] + "</summary>\n\n" + sections_ + "</details>\n";
    if (findings > count_) text += "\n" + strings_.count("findings_rest", findings - count_) + "\n";
    return text;
  }

 private:
  [[nodiscard]] std::string severity(const Finding& finding) const {
    return strings_["severity_" + std::string(to_string(finding.severity))];
  }

  [[nodiscard]] std::string row_of(const Finding& finding) const {
    const std::string place =
        finding.evidence.empty() ? "" : code_in_table(show_place(finding.evidence.front()));
    return "| " + severity(finding) + " | " + finding.rule + " | " + place + " | " +
           code_in_table(finding.message.in(language_)) + " |\n";
  }

  [[nodiscard]] std::string section_of(const Finding& finding) const {
    std::string text = "**" + severity(finding) + ", " + finding.rule +
                       "**: " + code(finding.message.in(language_)) + "\n\n";
    for (const Fact& fact : finding.evidence) {
      text += "- " + code(show_place(fact)) + " (" + code(describe(fact, strings_)) + ")\n\n  > " +
              code(quote(fact, sources_)) + "\n\n";
    }
    const std::string explanation = code(finding.explanation.in(language_));
    if (!explanation.empty()) text += strings_["explanation"] + ": " + explanation + "\n\n";
    return text;
  }

  const SourceTexts& sources_;
  Language language_;
  Strings strings_;
  std::string table_;
  std::string sections_;
  std::size_t size_ = 0;
  std::size_t count_ = 0;
};

}  // namespace

void write_markdown(const CheckResult& result, const SourceTexts& sources,
                    const ReportOptions& options, std::ostream& out) {
  // By the first line a script finds the comment that it wrote before.
  out << "<!-- assay -->\n### assay: "
      << show_summary(result, Strings(options.language, options.lexicon)) << '\n';
  if (result.findings.empty()) return;
  CommentWriter writer(sources, options);
  for (const Finding& finding : result.findings) {
    if (!writer.add(finding)) break;
  }
  out << writer.text(result.findings.size());
}

}  // namespace assay
