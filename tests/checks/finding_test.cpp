// SPDX-License-Identifier: MIT
#include "checks/finding.h"

#include <gtest/gtest.h>

namespace assay {
namespace {

TEST(Severity, ReadsBackWhatItPrints) {
  for (const Severity severity : {Severity::Note, Severity::Warning, Severity::Error}) {
    EXPECT_EQ(parse_severity(to_string(severity)), severity);
  }
}

TEST(Severity, NamesAreThoseOfTheContract) {
  EXPECT_EQ(to_string(Severity::Error), "error");
  EXPECT_EQ(to_string(Severity::Warning), "warning");
  EXPECT_EQ(to_string(Severity::Note), "note");
}

TEST(Severity, RefusesOtherNames) {
  for (const char* name : {"", "Error", "error ", "err", "never", "errors"}) {
    EXPECT_EQ(parse_severity(name), std::nullopt) << name;
  }
}

TEST(Message, ShowsTheLanguageAskedFor) {
  const Message message{.zh = "矛盾", .en = "contradiction"};
  EXPECT_EQ(message.in(Language::Chinese), "矛盾");
  EXPECT_EQ(message.in(Language::English), "contradiction");
}

TEST(CheckResult, CountsTheFactsOfAllDocuments) {
  CheckResult result;
  EXPECT_EQ(result.fact_count(), 0U);
  result.documents.resize(3);
  result.documents[0].facts.resize(2);
  result.documents[2].facts.resize(5);
  EXPECT_EQ(result.fact_count(), 7U);
}

}  // namespace
}  // namespace assay
