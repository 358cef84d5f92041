// SPDX-License-Identifier: MIT
// SARIF 2.1.0, within what GitHub code scanning takes in. The first statement of a finding is the
// location of the result; the others are related locations, to which links in the message lead.

#include <algorithm>
#include <cmath>

#include "checks/rule.h"
#include "core/card.h"
#include "reports/format.h"
#include "reports/json_text.h"
#include "reports/page/links.h"
#include "reports/place.h"
#include "reports/plain_text.h"
#include "reports/reading.h"
#include "reports/strings.h"

namespace assay {
namespace {

using SarifJson = nlohmann::ordered_json;

// What GitHub stores of a run, and of a result; it drops what is beyond, or refuses the file.
constexpr std::size_t kMostResults = 5000;
constexpr std::size_t kMostLocations = 100;
/// Links in a message; more would hide the message.
constexpr std::size_t kMostLinks = 10;

constexpr std::string_view kSourceRoot = "%SRCROOT%";

/// Text that means itself in a SARIF message, where "{0}" is a placeholder and "[a](b)" a link. A
/// backslash could be taken away by another one before it; a space between the brackets cannot.
std::string literal(std::string_view text) {
  std::string escaped;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '{' || c == '}') escaped += c;
    escaped += c;
    if (c == ']' && text.substr(at + 1).starts_with('(')) escaped += ' ';
  }
  return escaped;
}

/// Text between the brackets of a link, in which brackets would have to be escaped, and not every
/// viewer knows how.
std::string link_text(std::string text) {
  std::ranges::replace(text, '[', '(');
  std::ranges::replace(text, ']', ')');
  std::ranges::replace(text, '\\', '/');
  return literal(text);
}

std::string_view level_of(Severity severity) { return to_string(severity); }

/// UTF-16 code units of valid UTF-8. Counts bytes without decoding: every character has one that is
/// no continuation, and those that need a pair of units start with F0 or above.
std::size_t utf16_length(std::string_view text) {
  const auto units = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte & 0xC0) == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1;
  };
  std::size_t length = 0;
  for (const char c : text) length += static_cast<std::size_t>(units(c));
  return length;
}

// --- rules

/// "value-conflict" as "ValueConflict", which is how names of rules are written there.
std::string camel_case(std::string_view name) {
  std::string result;
  bool starts = true;
  for (const char c : name) {
    if (c == '-') {
      starts = true;
    } else {
      result += starts && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
      starts = false;
    }
  }
  return result;
}

std::string_view without_outer_breaks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of('\n');
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of('\n') + 1 - begin);
}

/// The card without its examples, which are written for the tests.
std::string help_of(const Card& card, std::string_view heading) {
  std::string help = card.summary + "\n";
  for (const CardSection& section : card.sections) {
    if (section.title == "Examples") continue;
    help += "\n" + std::string(heading) + section.title + "\n\n";
    help += std::string(without_outer_breaks(section.text)) + "\n";
  }
  return help;
}

SarifJson rule_json(const RegisteredRule& rule) {
  SarifJson object;
  object["id"] = rule.name;
  object["name"] = camel_case(rule.name);
  object["shortDescription"]["text"] = rule.rule->summary;
  const Result<Card> card = parse_card(rule.card, std::string(rule.name) + ".md");
  if (card) {
    object["fullDescription"]["text"] = card->summary;
    object["help"] = {{"text", help_of(*card, "")}, {"markdown", help_of(*card, "## ")}};
  }
  const std::string_view level = level_of(rule.rule->highest);
  object["defaultConfiguration"]["level"] = level;
  object["properties"] = {{"tags", {"correctness", "numbers"}},
                          {"problem.severity", level == "note" ? "recommendation" : level}};
  return object;
}

SarifJson driver_json(const ReportOptions& options) {
  SarifJson driver = {{"name", "assay"}, {"version", options.version}};
  driver["rules"] = SarifJson::array();
  for (const RegisteredRule& rule : all_rules()) driver["rules"].push_back(rule_json(rule));
  return driver;
}

// --- results

class SarifWriter {
 public:
  SarifWriter(const SourceTexts& sources, const ReportOptions& options)
      : sources_(sources), options_(options), strings_(options.language, options.lexicon) {}

  [[nodiscard]] SarifJson result(const Finding& finding) const {
    SarifJson object = {{"ruleId", finding.rule}};
    const auto rule = std::ranges::find(all_rules(), finding.rule, &RegisteredRule::name);
    if (rule != all_rules().end()) object["ruleIndex"] = rule - all_rules().begin();
    object["level"] = level_of(finding.severity);
    object["message"]["text"] = message(finding);
    object["locations"] = SarifJson::array();
    const std::size_t shown = std::min(finding.evidence.size(), kMostLocations);
    for (std::size_t i = 0; i < shown; ++i) {
      SarifJson location = location_json(finding.evidence[i]);
      if (i > 0) location["id"] = i;
      object[i == 0 ? "locations" : "relatedLocations"].push_back(std::move(location));
    }
    // The first of the two is what GitHub tells alerts apart by. An id comes from the content of
    // the statements, never from their lines.
    object["partialFingerprints"] = {{"primaryLocationLineHash", finding.id},
                                     {"assayFinding/v1", finding.id}};
    object["rank"] = std::round(std::clamp(finding.confidence, 0.0, 1.0) * 1000) / 10;
    object["properties"] = {{"confidence", finding.confidence}};
    return object;
  }

  /// A finding that does not count, and why. An empty list would say that it does.
  [[nodiscard]] SarifJson result(const SetAside& set_aside) const {
    SarifJson object = result(set_aside.finding);
    const bool by_mark = set_aside.by == SetAsideBy::Suppression;
    object["suppressions"] = SarifJson::array(
        {{{"kind", by_mark ? "inSource" : "external"},
          {"justification", by_mark ? one_line(set_aside.reason) : strings_["known_finding"]}}});
    return object;
  }

 private:
  /// The message, why, and a link to each of the other statements.
  [[nodiscard]] std::string message(const Finding& finding) const {
    std::string text = literal(one_line(finding.message.in(options_.language)));
    const std::string explanation = one_line(finding.explanation.in(options_.language));
    if (!explanation.empty()) text += "\n" + strings_["explanation"] + ": " + literal(explanation);
    const std::size_t links = std::min(finding.evidence.size(), kMostLinks + 1);
    for (std::size_t i = 1; i < links; ++i) {
      text += (i == 1 ? "\n" + strings_["versus"] + " " : strings_["list_separator"]) + "[" +
              link_text(show_place(finding.evidence[i])) + "](" + std::to_string(i) + ")";
    }
    return text;
  }

  [[nodiscard]] SarifJson location_json(const Fact& fact) const {
    const Place place = place_of(fact, sources_, options_.files);
    SarifJson location;
    SarifJson& physical = location["physicalLocation"];
    physical["artifactLocation"] = artifact(place, fact.document);
    if (place.line > 0) physical["region"] = region(place);
    // A record, or a text that came on standard input: there the document is a part of something.
    if (place.path.empty() || place.whole_line) {
      location["logicalLocations"] = {{{"fullyQualifiedName", one_line(fact.document)}}};
    }
    location["message"]["text"] =
        literal(one_line(describe(fact, strings_)) + ": " + quote(fact, sources_));
    return location;
  }

  static SarifJson artifact(const Place& place, const std::string& document) {
    if (place.path.empty()) return {{"uri", path_link(document, "")}};
    if (!place.below_folder) return {{"uri", "file://" + path_link(place.path, "")}};
    return {{"uri", path_link(place.path, "")}, {"uriBaseId", kSourceRoot}};
  }

  static SarifJson region(const Place& place) {
    SarifJson region = {{"startLine", place.line}};
    if (place.whole_line) return region;
    const std::size_t start = utf16_length(place.before) + 1;
    region["startColumn"] = start;
    region["endLine"] = place.line;
    region["endColumn"] = start + utf16_length(place.number);
    return region;
  }

  const SourceTexts& sources_;
  const ReportOptions& options_;
  Strings strings_;
};

/// The findings, and on demand what is set aside. GitHub takes the latter for open alerts; who knows of
/// suppressions wants them said of all results or of none.
SarifJson results_json(const CheckResult& result, const SarifWriter& writer, bool with_set_aside) {
  SarifJson results = SarifJson::array();
  for (const Finding& finding : result.findings) {
    if (results.size() == kMostResults) return results;
    results.push_back(writer.result(finding));
    if (with_set_aside) results.back()["suppressions"] = SarifJson::array();
  }
  if (!with_set_aside) return results;
  for (const SetAside& set_aside : result.set_aside)
    if (results.size() < kMostResults) results.push_back(writer.result(set_aside));
  return results;
}

/// Says that a run found more than it reports.
SarifJson invocation_json(std::size_t findings) {
  SarifJson invocation = {{"executionSuccessful", true}};
  if (findings <= kMostResults) return invocation;
  SarifJson note = {{"level", "warning"}};
  note["message"]["text"] = "Only the first " + std::to_string(kMostResults) + " of " +
                            std::to_string(findings) + " findings are reported.";
  invocation["toolExecutionNotifications"] = SarifJson::array({std::move(note)});
  return invocation;
}

}  // namespace

void write_sarif(const CheckResult& result, const SourceTexts& sources,
                 const ReportOptions& options, std::ostream& out) {
  SarifJson run;
  run["tool"]["driver"] = driver_json(options);
  run["language"] = options.language == Language::Chinese ? "zh-CN" : "en-US";
  run["columnKind"] = "utf16CodeUnits";
  run["originalUriBaseIds"][std::string(kSourceRoot)]["description"]["text"] =
      "The folder that assay ran in.";
  run["invocations"] = SarifJson::array({invocation_json(result.findings.size())});
  run["results"] = results_json(result, SarifWriter(sources, options), options.verbose);
  SarifJson log;
  log["$schema"] =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
      "sarif-schema-2.1.0.json";
  log["version"] = "2.1.0";
  log["runs"] = SarifJson::array({std::move(run)});
  out << json_text(log, 2) << '\n';
}

}  // namespace assay
