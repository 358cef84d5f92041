// SPDX-License-Identifier: MIT
#pragma once
/// A finding whose every text was written by somebody who means harm to what reads the report.

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <string_view>

#include "checks/finding.h"
#include "reports/formats.h"
#include "reports/source_texts.h"
#include "tests/reports/sample_result.h"

namespace assay::sample {

using namespace std::string_view_literals;

/// Markup, commands, formulas, links, control characters, a turned direction of writing, bytes that
/// are no UTF-8, and line breaks.
inline const std::string kHostile(
    "=HYPERLINK(\"http://evil.example\")<script>alert(1)</script>]]></failure>&amp;--><!--"
    "\x1b[2J\x1b]0;t\x07 \xE2\x80\xAE\xE2\x81\xA6 \0\x01\x0B\x7F \xEF\xBF\xBE\xEF\xBF\xBF \xFF\xC0"
    "\xED\xA0\x80 |`` ` ``` @everyone #1 !1 www.evil.example [x](http://evil.example) ](1) {0} \\"
    "\r\n::error file=a::injected\n##[error]injected\n%0A::warning::injected, \"quoted\"; '\t"sv);

/// What to look for: sequences of the text above that no report may hold as they are.
inline constexpr std::string_view kNeverInReports[] = {
    "\x1b"sv,         "\x07"sv,         "\0"sv,           "\x01"sv,         "\x0B"sv, "\x7F"sv,
    "\xE2\x80\xAE"sv, "\xE2\x81\xA6"sv, "\xEF\xBF\xBE"sv, "\xEF\xBF\xBF"sv, "\xFF"sv};

/// Two statements of `text` in documents of that name.
inline CheckResult hostile_result(const std::string& text = kHostile) {
  CheckResult result;
  Finding& finding = result.findings.emplace_back();
  finding.id = "0123456789abcdef";
  finding.rule = "value-conflict";
  finding.severity = Severity::Error;
  finding.message = {text, text};
  finding.explanation = {text, text};
  for (int i = 0; i < 2; ++i) {
    Fact& fact = finding.evidence.emplace_back();
    fact.document = fact.text = fact.sentence = fact.speaker = fact.qualifier = text;
    fact.subject = fact.metric = fact.comparand = known(text);
    fact.scope = {text};
    fact.quantity = ratio(.5, .5);
    fact.quantity.written_unit = text;
    fact.line = fact.column = 1;
    fact.mention = {0, text.size()};
    fact.in_sentence = {0, text.size()};
  }
  return result;
}

/// The raw text of that document.
inline SourceTexts hostile_sources(const std::string& text = kHostile) {
  SourceTexts sources;
  sources.add(text, text);
  return sources;
}

/// What a format makes of it, its documents being files of that name.
inline std::string write_hostile(std::string_view format, const std::string& text = kHostile) {
  ReportOptions options{.language = Language::English, .version = "0.0.0"};
  options.files = {{text, {.path = text}}};
  std::ostringstream out;
  find_format(format)->write(hostile_result(text), hostile_sources(text), options, out);
  return out.str();
}

/// A line of a million characters: more than any reader of a report takes in.
inline std::string endless_line() {
  std::string text;
  for (int i = 0; i < 250'000; ++i) text += "数<a@";
  return text;
}

/// Nothing of a report could steer what shows it.
inline void expect_harmless(const std::string& report) {
  for (const std::string_view sequence : kNeverInReports) {
    EXPECT_EQ(report.find(sequence), std::string::npos) << testing::PrintToString(sequence);
  }
  EXPECT_EQ(find_invalid_utf8(report), std::string_view::npos);
}

}  // namespace assay::sample
