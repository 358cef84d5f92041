// SPDX-License-Identifier: MIT
// Workflow commands. GitHub Actions reads them off the log of a step and shows each at its line:
//
//     ::error file=notes/a.md,line=12,col=34,endColumn=37,title=value-conflict::message%0Adetails
//
// A command ends with its line, and is only one where the line starts with it: texts have no line
// breaks of their own here, so that no document can add a command.

#include "core/utf8.h"
#include "reports/format.h"
#include "reports/percent.h"
#include "reports/place.h"
#include "reports/plain_text.h"
#include "reports/strings.h"

namespace assay {
namespace {

constexpr std::string_view kMessageSigns = "%\r\n";
constexpr std::string_view kPropertySigns = "%\r\n:,";

std::string percent_escaped(std::string_view text, std::string_view signs) {
  std::string escaped;
  for (const char c : text) {
    if (signs.find(c) == std::string_view::npos) {
      escaped += c;
    } else {
      append_percent_encoded(escaped, c);
    }
  }
  return escaped;
}

std::string_view command_of(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "error";
    case Severity::Warning:
      return "warning";
    case Severity::Note:
      break;
  }
  return "notice";
}

std::string properties(const Finding& finding, const Place& place) {
  std::string text;
  const auto add = [&](std::string_view name, const std::string& value) {
    text += text.empty() ? " " : ",";
    text += std::string(name) + "=" + percent_escaped(one_line(value), kPropertySigns);
  };
  if (!place.path.empty()) {
    add("file", place.path);
    add("line", std::to_string(place.line));
    if (!place.whole_line) {
      const std::size_t column = count_code_points(place.before) + 1;
      add("col", std::to_string(column));
      add("endColumn", std::to_string(column + count_code_points(place.number)));
    }
  }
  add("title", finding.rule);
  return text;
}

/// The message, why, and each statement on a line of its own.
std::string annotation(const Finding& finding, const SourceTexts& sources, const Strings& strings) {
  const Language language = strings.language();
  std::string text = one_line(finding.message.in(language));
  const std::string explanation = one_line(finding.explanation.in(language));
  if (!explanation.empty()) text += "\n" + strings["explanation"] + ": " + explanation;
  for (const Fact& fact : finding.evidence) {
    text += "\n" + show_statement(fact, sources);
  }
  return percent_escaped(text, kMessageSigns);
}

}  // namespace

void write_github(const CheckResult& result, const SourceTexts& sources,
                  const ReportOptions& options, std::ostream& out) {
  const Strings strings(options.language, options.lexicon);
  for (const Finding& finding : result.findings) {
    const Place place = finding.evidence.empty()
                            ? Place{}
                            : place_of(finding.evidence.front(), sources, options.files);
    out << "::" << command_of(finding.severity) << properties(finding, place)
        << "::" << annotation(finding, sources, strings) << '\n';
  }
}

}  // namespace assay
