// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <pugixml.hpp>
#include <set>

#include "tests/reports/golden.h"
#include "tests/reports/hostile_result.h"

namespace assay {
namespace {

using sample::kEnglish;

pugi::xml_document parsed(const std::string& report) {
  pugi::xml_document xml;
  const pugi::xml_parse_result result = xml.load_buffer(report.data(), report.size());
  EXPECT_TRUE(result) << result.description();
  return xml;
}

pugi::xml_node suite_of(const pugi::xml_document& xml) {
  return xml.child("testsuites").child("testsuite");
}

std::size_t count(const pugi::xml_node& suite, const char* path) {
  return suite.select_nodes(path).size();
}

TEST(Junit, Golden) { sample::expect_golden("sample.junit.xml", sample::write("junit", kEnglish)); }

TEST(Junit, EachFindingIsATestCaseThatFailsFromTheLevelOn) {
  const std::vector<std::pair<std::optional<Severity>, std::size_t>> levels = {
      {Severity::Error, 4}, {Severity::Warning, 7}, {Severity::Note, 8}, {std::nullopt, 0}};
  for (const auto& [level, failures] : levels) {
    ReportOptions options = kEnglish;
    options.fail_on = level;
    const pugi::xml_document xml = parsed(sample::write("junit", options));
    const pugi::xml_node suite = suite_of(xml);
    EXPECT_EQ(count(suite, "testcase"), 8U);
    EXPECT_EQ(count(suite, "testcase/failure"), failures);
    EXPECT_EQ(count(suite, "testcase/system-out"), 8 - failures);
    EXPECT_EQ(suite.attribute("tests").as_uint(), 8U);
    EXPECT_EQ(suite.attribute("failures").as_uint(), failures);
  }
}

TEST(Junit, DocumentsWithoutFindingsPass) {
  CheckResult result = sample::result();
  result.findings.resize(1);
  const pugi::xml_document xml = parsed(sample::write("junit", kEnglish, result));
  EXPECT_EQ(count(suite_of(xml), "testcase"), 4U);
  EXPECT_EQ(count(suite_of(xml), "testcase[@classname='assay.documents']"), 3U);
  EXPECT_EQ(suite_of(xml).attribute("tests").as_uint(), 4U);
}

TEST(Junit, NoTwoTestCasesHaveOneName) {
  CheckResult result = sample::result();
  result.findings.push_back(result.findings[0]);
  result.findings.back().id = "another";
  const pugi::xml_document xml = parsed(sample::write("junit", kEnglish, result));
  std::set<std::string> names;
  for (const pugi::xml_node& test : suite_of(xml).children("testcase"))
    names.insert(std::string(test.attribute("classname").value()) + test.attribute("name").value());
  EXPECT_EQ(names.size(), 9U);
}

TEST(Junit, IsWellFormedWhateverADocumentSays) {
  const std::string report = sample::write_hostile("junit");
  sample::expect_harmless(report);
  // pugixml reads what XML forbids: so no reference to a control character may be there either.
  EXPECT_EQ(report.find("&#"), std::string::npos);
  const pugi::xml_document xml = parsed(report);
  EXPECT_EQ(count(suite_of(xml), "*"), 1U);
  EXPECT_EQ(count(suite_of(xml), "testcase/*"), 1U);
  EXPECT_EQ(count(suite_of(xml), "testcase/failure/*"), 0U);
}

TEST(Junit, CutsEndlessLines) {
  EXPECT_LT(sample::write_hostile("junit", sample::endless_line()).size(), 50'000U);
}

}  // namespace
}  // namespace assay
