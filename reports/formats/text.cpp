// SPDX-License-Identifier: MIT
// A finding looks as a compiler would print it:
///
///     error[value-conflict]: message
///       --> notes/a.md:12:34
///        |
///     12 | the line that the writer typed
///        |          ^^^ 50% · 2025 · China
///       ::: notes/b.txt:3:10
///        |
///      3 | another statement
///        |    ^^^ 1%–10% · 2025 · China
///        = why: explanation

#include <algorithm>
#include <array>
#include <span>

#include "checks/wording.h"
#include "reports/display_width.h"
#include "reports/excerpt.h"
#include "reports/format.h"
#include "reports/page/links.h"
#include "reports/reading.h"
#include "reports/source_texts.h"
#include "reports/strings.h"

namespace assay {
namespace {

/// Room for the source line; with the line number before it most terminals are wide enough.
constexpr std::size_t kLineWidth = 92;

constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kFrame = "\x1b[1;34m";
constexpr std::string_view kReset = "\x1b[0m";
// OSC 8: what stands between two of these is a link to the address in the first.
constexpr std::string_view kLink = "\x1b]8;;";
constexpr std::string_view kEndOfCommand = "\x1b\\";

std::string_view color_of(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "\x1b[1;31m";
    case Severity::Warning:
      return "\x1b[1;33m";
    case Severity::Note:
      break;
  }
  return "\x1b[1;36m";
}

/// What attribution made of a statement, for --verbose.
std::string describe_slots(const Fact& fact, const Strings& strings) {
  std::vector<std::string> parts;
  const auto add = [&](std::string_view key, const Slot& slot, const std::string& name) {
    if (slot.empty()) return;
    parts.push_back(strings[key] + " " + name + " (" + std::string(to_string(slot.source)) + ")");
  };
  const DisplayNames& names = strings.names();
  add("subject", fact.subject, names.entity(fact.subject.value));
  add("metric", fact.metric, names.metric(fact.metric.value));
  add("comparand", fact.comparand, names.entity(fact.comparand.value));
  parts.push_back(strings["confidence"] + " " + show_number(fact.confidence));
  return join(parts, strings["label_separator"]);
}

/// Whether a document is of a kind in which a comment of HTML would show.
bool is_plain(std::string_view document) {
  constexpr std::array<std::string_view, 4> kEnds = {".txt", ".text", ".srt", ".vtt"};
  return std::ranges::any_of(kEnds, [&](std::string_view end) { return document.ends_with(end); });
}

/// Statements that share a source line, and so can be shown on one.
struct LineGroup {
  std::vector<const Fact*> facts;
  SourceLine line;
};

std::vector<LineGroup> group_by_line(const Finding& finding, const SourceTexts& sources) {
  std::vector<LineGroup> groups;
  for (const Fact& fact : finding.evidence) {
    const SourceLine line = sources.line_of(fact);
    const auto same = std::ranges::find_if(groups, [&](const LineGroup& group) {
      const Fact& first = *group.facts.front();
      return first.document == fact.document && first.line == fact.line &&
             group.line.text == line.text;
    });
    if (same == groups.end()) {
      groups.push_back({{&fact}, line});
    } else {
      same->facts.push_back(&fact);
    }
  }
  return groups;
}

class TextWriter {
 public:
  TextWriter(const SourceTexts& sources, const ReportOptions& options, std::ostream& out)
      : sources_(sources),
        options_(options),
        strings_(options.language, options.lexicon),
        out_(out) {}

  void finding(const Finding& finding) {
    paint(color_of(finding.severity),
          std::string(to_string(finding.severity)) + "[" + finding.rule + "]");
    paint(kBold, ": " + printable(finding.message.in(options_.language)));
    out_ << '\n';
    gutter_ = 1;
    for (const Fact& fact : finding.evidence) {
      gutter_ = std::max(gutter_, std::to_string(fact.line).size());
    }
    bool first = true;
    for (LineGroup& group : group_by_line(finding, sources_)) {
      location(*group.facts.front(), first ? "-->" : ":::");
      excerpts(group, finding.severity);
      first = false;
    }
    const std::string& explanation = finding.explanation.in(options_.language);
    if (!explanation.empty()) remark(strings_["explanation"] + ": " + printable(explanation));
    if (finding.culprit) culprit(finding);
    out_ << '\n';
  }

  /// Pairs that a reader may wonder about, one a line.
  void told_apart(const CheckResult& result) {
    if (result.told_apart.empty()) return;
    paint(kBold, strings_["told_apart"]);
    out_ << '\n';
    for (const ToldApart& pair : result.told_apart)
      out_ << "  " << printable(about(pair.a, strings_.names())) << ": " << statement(pair.a)
           << ", " << statement(pair.b) << ": " << pair.reason.in(options_.language) << '\n';
    out_ << '\n';
  }

  /// What can be done about the findings that fail the run, each at the place that a gate shows.
  void ways_out(const CheckResult& result) {
    constexpr std::size_t kMostMarks = 3;
    std::vector<const Finding*> failing;
    for (const Finding& finding : result.findings)
      if (options_.fail_on && finding.severity >= *options_.fail_on) failing.push_back(&finding);
    if (failing.empty()) return;
    paint(kBold, strings_["ways_out"]);
    out_ << "\n  1. " << strings_["ways_out_correct"] << "\n  2. " << strings_["ways_out_narrow"]
         << "\n  3. " << strings_["ways_out_accept"] << '\n';
    for (std::size_t i = 0; i < std::min(failing.size(), kMostMarks); ++i) {
      const Fact& fact = failing[i]->evidence.front();
      const bool has_comments = !is_plain(fact.document);
      out_ << "     " << printable(fact.document) << ':' << fact.line << ": "
           << (has_comments ? "<!-- " : "[") << "assay-ignore " << failing[i]->rule << ": "
           << strings_["ways_out_reason"] << (has_comments ? " -->\n" : "]\n");
    }
    if (failing.size() > kMostMarks) out_ << "     …\n";
    out_ << '\n';
  }

  void summary(const CheckResult& result) { out_ << show_summary(result, strings_) << '\n'; }

 private:
  void paint(std::string_view color, std::string_view text) {
    if (options_.color) {
      out_ << color << text << kReset;
    } else {
      out_ << text;
    }
  }

  /// "50% (notes/a.md:12)"
  static std::string statement(const Fact& fact) {
    return printable(fact.text) + " (" + printable(fact.document) + ":" +
           std::to_string(fact.line) + ")";
  }

  void culprit(const Finding& finding) {
    const Fact& fact = finding.evidence[finding.culprit->evidence];
    const Message& reason = finding.culprit->reason;
    const bool told = reason == finding.explanation;
    remark(strings_["culprit"] + ": " + statement(fact) +
           (told ? "" : strings_["label_separator"] + printable(reason.in(options_.language))));
  }

  /// The left margin: a line number or nothing, then the bar.
  void margin(std::string_view number, std::string_view bar) {
    paint(kFrame,
          std::string(gutter_ - number.size(), ' ') + std::string(number) + " " + std::string(bar));
  }

  void location(const Fact& fact, std::string_view arrow) {
    paint(kFrame, std::string(gutter_, ' ') + std::string(arrow));
    const std::string place = printable(fact.document) + ":" + std::to_string(fact.line) + ":" +
                              std::to_string(fact.column);
    const std::string address = address_of(fact);
    out_ << ' ';
    if (address.empty()) {
      out_ << place << '\n';
    } else {
      out_ << kLink << address << kEndOfCommand << place << kLink << kEndOfCommand << '\n';
    }
  }

  /// Where a terminal may open the document; empty when it may not, or no file is known.
  [[nodiscard]] std::string address_of(const Fact& fact) const {
    const auto file = options_.files.find(fact.document);
    if (options_.terminal_links.empty() || file == options_.files.end()) return {};
    const std::string& path = file->second.path;
    const bool absolute = path.starts_with('/');
    return (absolute ? "file://" : options_.terminal_links) + path_link(path, "");
  }

  void remark(std::string_view text) {
    margin("", "=");
    out_ << ' ' << text << '\n';
  }

  /// Shows the line of a group; a second time when two numbers are too far apart for one view.
  void excerpts(LineGroup& group, Severity severity) {
    std::ranges::stable_sort(group.facts, {}, [](const Fact* fact) { return fact->mention.begin; });
    std::vector<const Fact*> pending = group.facts;
    while (!pending.empty()) pending = excerpt(group, pending, severity);
    if (!options_.verbose) return;
    for (const Fact* fact : group.facts) remark(printable(describe_slots(*fact, strings_)));
  }

  /// Shows as many of `facts` as fit on one view of their line; returns the others.
  std::vector<const Fact*> excerpt(const LineGroup& group, const std::vector<const Fact*>& facts,
                                   Severity severity) {
    std::vector<Span> marks;
    marks.reserve(facts.size());
    for (const Fact* fact : facts) marks.push_back(sources_.line_of(*fact).mark);
    const Excerpt shown = make_excerpt(group.line.text, marks, kLineWidth);
    margin("", "|");
    out_ << '\n';
    margin(std::to_string(group.facts.front()->line), "|");
    out_ << ' ' << shown.text << '\n';
    std::vector<const Fact*> rest;
    for (std::size_t i = 0; i < facts.size(); ++i) {
      if (shown.marks[i].width > 0) {
        carets(*facts[i], shown.marks[i], severity);
      } else if (marks[i].empty()) {
        remark(label(*facts[i]));
      } else {
        rest.push_back(facts[i]);
      }
    }
    return rest;
  }

  std::string label(const Fact& fact) { return printable(describe(fact, strings_)); }

  void carets(const Fact& fact, Cells mark, Severity severity) {
    margin("", "|");
    out_ << ' ' << std::string(mark.start, ' ');
    paint(color_of(severity), std::string(mark.width, '^') + " " + label(fact));
    out_ << '\n';
  }

  const SourceTexts& sources_;
  const ReportOptions& options_;
  Strings strings_;
  std::ostream& out_;
  std::size_t gutter_ = 1;
};

}  // namespace

void write_text(const CheckResult& result, const SourceTexts& sources, const ReportOptions& options,
                std::ostream& out) {
  TextWriter writer(sources, options, out);
  for (const Finding& finding : result.findings) writer.finding(finding);
  if (options.verbose) writer.told_apart(result);
  if (options.ways_out) writer.ways_out(result);
  writer.summary(result);
}

}  // namespace assay
