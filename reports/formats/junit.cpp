// SPDX-License-Identifier: MIT
// JUnit XML. Jenkins and GitLab list test cases, and open those that failed: so each finding is a
// test case, which fails from the level on from which the run fails, and each document without a
// finding is one that passes. Jenkins groups by what stands before the last dot of the class.

#include <algorithm>
#include <pugixml.hpp>
#include <set>
#include <utility>

#include "reports/format.h"
#include "reports/place.h"
#include "reports/plain_text.h"
#include "reports/strings.h"

namespace assay {
namespace {

void set_attribute(pugi::xml_node& node, const char* name, const std::string& value) {
  node.append_attribute(name).set_value(value.c_str());
}

bool fails(const Finding& finding, const ReportOptions& options) {
  return options.fail_on && finding.severity >= *options.fail_on;
}

class SuiteWriter {
 public:
  SuiteWriter(pugi::xml_node suite, const SourceTexts& sources, const ReportOptions& options)
      : suite_(suite),
        sources_(sources),
        options_(options),
        strings_(options.language, options.lexicon) {}

  void finding(const Finding& finding) {
    const std::string message = one_line(finding.message.in(options_.language));
    const Fact fact = finding.evidence.empty() ? Fact{} : finding.evidence.front();
    pugi::xml_node test =
        test_case("assay." + finding.rule, one_line(fact.document) + ": " + message, finding.id);
    const Place place = place_of(fact, sources_, options_.files);
    if (!place.path.empty()) {
      set_attribute(test, "file", one_line(place.path));
      set_attribute(test, "line", std::to_string(place.line));
    }
    if (!fails(finding, options_)) {
      // It passes, and what was found can be read all the same.
      const std::string severity(to_string(finding.severity));
      test.append_child("system-out").text().set((severity + "\n" + details(finding)).c_str());
      return;
    }
    pugi::xml_node failure = test.append_child("failure");
    set_attribute(failure, "type", std::string(to_string(finding.severity)));
    set_attribute(failure, "message", message);
    failure.text().set(details(finding).c_str());
  }

  void document(const std::string& id) { test_case("assay.documents", one_line(id), ""); }

 private:
  /// Test cases of one class and name would count as one; `id` is what then tells them apart.
  pugi::xml_node test_case(const std::string& group, std::string name, const std::string& id) {
    if (!names_.emplace(group, name).second) name += " [" + id + "]";
    pugi::xml_node test = suite_.append_child("testcase");
    set_attribute(test, "classname", group);
    set_attribute(test, "name", name);
    set_attribute(test, "time", "0");
    return test;
  }

  /// Why, and each statement on a line.
  [[nodiscard]] std::string details(const Finding& finding) const {
    std::string text = one_line(finding.explanation.in(options_.language)) + "\n";
    for (const Fact& fact : finding.evidence) text += show_statement(fact, sources_) + "\n";
    return text;
  }

  pugi::xml_node suite_;
  const SourceTexts& sources_;
  const ReportOptions& options_;
  Strings strings_;
  std::set<std::pair<std::string, std::string>> names_;
};

/// The ids of the documents that no finding rests on.
std::vector<std::string> documents_without_findings(const CheckResult& result) {
  std::set<std::string> with;
  for (const Finding& finding : result.findings) {
    for (const Fact& fact : finding.evidence) with.insert(fact.document);
  }
  std::vector<std::string> without;
  for (const ReadDocument& document : result.documents) {
    if (!with.contains(document.id)) without.push_back(document.id);
  }
  return without;
}

}  // namespace

void write_junit(const CheckResult& result, const SourceTexts& sources,
                 const ReportOptions& options, std::ostream& out) {
  pugi::xml_document xml;
  pugi::xml_node declaration = xml.append_child(pugi::node_declaration);
  set_attribute(declaration, "version", "1.0");
  set_attribute(declaration, "encoding", "UTF-8");
  pugi::xml_node suites = xml.append_child("testsuites");
  pugi::xml_node suite = suites.append_child("testsuite");
  const std::vector<std::string> passed = documents_without_findings(result);
  const auto failures = std::ranges::count_if(
      result.findings, [&](const Finding& finding) { return fails(finding, options); });
  for (pugi::xml_node* node : {&suites, &suite}) {
    set_attribute(*node, "name", "assay");
    set_attribute(*node, "tests", std::to_string(result.findings.size() + passed.size()));
    set_attribute(*node, "failures", std::to_string(failures));
    set_attribute(*node, "errors", "0");
    set_attribute(*node, "time", "0");
  }
  SuiteWriter writer(suite, sources, options);
  for (const Finding& finding : result.findings) writer.finding(finding);
  for (const std::string& id : passed) writer.document(id);
  xml.save(out, "  ", pugi::format_indent, pugi::encoding_utf8);
}

}  // namespace assay
