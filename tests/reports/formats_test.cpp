// SPDX-License-Identifier: MIT
#include "reports/formats.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "facts/fact_json.h"
#include "tests/reports/golden.h"
#include "tests/reports/sample_result.h"

namespace assay {
namespace {

using sample::expect_golden;
using sample::kChinese;
using sample::kEnglish;
using sample::write;

/// Leaves the style and the script out of a page: they are files of their own, and their hashes
/// follow from them.
std::string without_assets(std::string page) {
  const auto cut = [&](const std::string& from, const std::string& to) {
    const std::size_t begin = page.find(from);
    ASSERT_NE(begin, std::string::npos) << from;
    const std::size_t start = begin + from.size();
    page.replace(start, page.find(to, start) - start, "");
  };
  cut("<style>", "</style>");
  cut("<script>", "</script>");
  cut("style-src '", "'");
  cut("script-src '", "'");
  return page;
}

TEST(Golden, Text) {
  expect_golden("sample.zh.txt", write("text", kChinese));
  expect_golden("sample.en.txt", write("text", kEnglish));
}

TEST(Golden, VerboseTextInColor) {
  ReportOptions options = kEnglish;
  options.verbose = options.color = true;
  expect_golden("sample.verbose.txt", write("text", options));
}

TEST(Golden, Json) { expect_golden("sample.en.json", write("json", kEnglish)); }

TEST(Golden, Html) {
  expect_golden("sample.zh.html", without_assets(write("html", kChinese)));
  expect_golden("sample.en.html", without_assets(write("html", kEnglish)));
}

TEST(Formats, AreFoundByName) {
  for (const ReportFormat& format : all_formats()) EXPECT_EQ(find_format(format.name), &format);
  for (const char* name : {"", "Text", "txt", "pdf"}) EXPECT_EQ(find_format(name), nullptr) << name;
}

TEST(Json, HasTheKeysOfTheContract) {
  const auto report = nlohmann::json::parse(write("json", kEnglish));
  EXPECT_EQ(report["version"], "0.0.0");
  EXPECT_EQ(report["documents"], 5);
  EXPECT_EQ(report["facts"], 18);
  ASSERT_EQ(report["findings"].size(), 8U);
  for (const auto& finding : report["findings"]) {
    for (const char* key :
         {"id", "rule", "severity", "message", "explanation", "confidence", "evidence"}) {
      EXPECT_TRUE(finding.contains(key)) << key;
    }
    EXPECT_EQ(finding["message"], finding["messages"]["en"]["message"]);
    EXPECT_NE(finding["message"], finding["messages"]["zh"]["message"]);
    EXPECT_GE(finding["evidence"].size(), 2U);
  }
}

TEST(Json, SaysWhatWasNotRead) {
  EXPECT_EQ(nlohmann::json::parse(write("json", kEnglish))["coverage"],
            nlohmann::json::parse(R"({"unread": [], "skipped": []})"));
  CheckResult result = sample::result();
  result.documents[1].skipped.add(SkipReason::Picture, 4);
  ReportOptions options = kEnglish;
  options.unread = {{"notes/x.pdf", "unread_kind"}};
  const auto coverage = nlohmann::json::parse(write("json", options, result))["coverage"];
  EXPECT_EQ(coverage["unread"],
            nlohmann::json::parse(R"([{"place": "notes/x.pdf", "reason": "unread_kind"}])"));
  EXPECT_EQ(coverage["skipped"],
            nlohmann::json::parse(R"([{"document": "transcripts/roundtable.txt",
                                       "reason": "picture", "parts": 4}])"));
}

TEST(Json, EvidenceIsTheSameObjectAsInExtract) {
  const CheckResult result = sample::result();
  const auto report = nlohmann::ordered_json::parse(write("json", kEnglish));
  for (std::size_t i = 0; i < result.findings.size(); ++i) {
    for (std::size_t j = 0; j < result.findings[i].evidence.size(); ++j) {
      EXPECT_EQ(report["findings"][i]["evidence"][j], fact_to_json(result.findings[i].evidence[j]));
    }
  }
}

TEST(Json, StaysJsonWhenAMessageIsNotUtf8) {
  CheckResult result = sample::result();
  result.findings[0].message.en = "bad \xFF byte";
  EXPECT_FALSE(
      nlohmann::json::parse(write("json", kEnglish, result), nullptr, false).is_discarded());
}

TEST(JsonLines, HaveOneFindingEach) {
  std::istringstream lines(write("jsonl", kEnglish));
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    EXPECT_TRUE(nlohmann::json::parse(line).contains("rule"));
  }
  EXPECT_EQ(count, 8U);
}

TEST(Text, IsPlainUnlessColorIsAskedFor) {
  EXPECT_EQ(write("text", kEnglish).find('\x1b'), std::string::npos);
  ReportOptions options = kEnglish;
  options.color = true;
  EXPECT_NE(write("text", options).find("\x1b[1;31merror[value-conflict]"), std::string::npos);
}

TEST(Text, LetsNoDocumentSteerTheTerminal) {
  CheckResult result = sample::result();
  Finding& finding = result.findings[0];
  finding.message.en = "\x1b[2J gone";
  finding.explanation.en = "\x1b]0;title\x07";
  for (Fact& fact : finding.evidence) {
    fact.document = "a\x1b[31m.md";
    fact.sentence = "\x1b[5m50%\x07";
    fact.speaker = "\x1b[7m";
    fact.scope = {"\xE2\x80\xAE"};
  }
  const std::string text = write("text", kEnglish, result);
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_EQ(text.find('\x07'), std::string::npos);
  EXPECT_EQ(text.find("\xE2\x80\xAE"), std::string::npos);
}

TEST(Text, SaysSoWhenThereIsNothingToSay) {
  EXPECT_EQ(write("text", kEnglish, {}), "0 errors, 0 warnings, 0 notes in 0 documents, 0 facts\n");
}

TEST(Text, ShowsNumbersThatAreFarApartOnALineOneAfterTheOther) {
  CheckResult result;
  Finding& finding = result.findings.emplace_back();
  finding.rule = "value-conflict";
  const std::string raw = "share 95%" + std::string(400, '.') + "share 50%";
  for (const std::string number : {"95%", "50%"}) {
    Fact& fact = finding.evidence.emplace_back();
    fact.document = "a.txt";
    fact.text = number;
    fact.quantity = sample::ratio(number == "95%" ? .95 : .5, number == "95%" ? .95 : .5);
    const std::size_t at = raw.find(number);
    fact.mention = {at, at + 3};
  }
  SourceTexts sources;
  sources.add("a.txt", raw);
  std::ostringstream out;
  write_text(result, sources, kEnglish, out);
  EXPECT_NE(out.str().find("^^^ 95%"), std::string::npos);
  EXPECT_NE(out.str().find("^^^ 50%"), std::string::npos);
  EXPECT_NE(out.str().find("share 95%..."), std::string::npos);
  EXPECT_NE(out.str().find("...share 50%"), std::string::npos);
}

}  // namespace
}  // namespace assay
