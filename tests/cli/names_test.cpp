// SPDX-License-Identifier: MIT
/// Whatever people read names things in their language; what machines read does not change with it.
#include <gmock/gmock.h>

#include "tests/cli/program.h"

namespace assay {
namespace {

using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;

class Names : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    write("notes/a.md", std::string(kHalf) + "\n晴川光能2025年上半年组件出货量为38.4GW。\n");
    write("notes/b.md", std::string(kThird) + "\n晴川光能2025年上半年组件出货量为41.8GW。\n");
  }
  [[nodiscard]] std::string checked(const std::string& format, const std::string& language) const {
    const Outcome outcome = assay({"check", "notes", "--format", format, "--lang", language});
    EXPECT_EQ(outcome.status, 1) << format << outcome.errors;
    return outcome.output;
  }
};

constexpr std::array kForPeople = {"text",  "markdown", "github", "gitlab",
                                   "junit", "sarif",    "html"};
constexpr std::array kForMachines = {"json", "jsonl", "csv"};

TEST_F(Names, AreChineseForChineseReaders) {
  for (const char* format : kForPeople) {
    const std::string output = checked(format, "zh");
    EXPECT_THAT(output, HasSubstr("英伟达 · 市场份额 · ")) << format;
    EXPECT_THAT(output, HasSubstr("晴川光能 · 出货量")) << format;
    // SARIF carries the cards of the rules, which are in English.
    if (std::string_view(format) != "sarif") {
      EXPECT_THAT(output, Not(AnyOf(HasSubstr("market share"), HasSubstr("shipments")))) << format;
    }
  }
}

TEST_F(Names, AreEnglishForEnglishReadersButForOpenNames) {
  for (const char* format : kForPeople) {
    const std::string output = checked(format, "en");
    EXPECT_THAT(output, HasSubstr("NVIDIA · market share · ")) << format;
    EXPECT_THAT(output, HasSubstr("晴川光能 · shipments")) << format;
    EXPECT_THAT(output, Not(HasSubstr("市场份额"))) << format;
  }
}

TEST_F(Names, AreCanonicalForMachinesInEitherLanguage) {
  for (const char* format : kForMachines)
    for (const char* language : {"zh", "en"}) {
      const std::string output = checked(format, language);
      EXPECT_THAT(output, HasSubstr("NVIDIA")) << format << language;
      EXPECT_THAT(output, HasSubstr("market share")) << format << language;
    }
}

TEST_F(Names, AreThoseOfTheUsersVocabulary) {
  write("words/entities.json",
        R"([{"name": "Qingchuan", "kind": "company", "zh": "晴川股份", "aliases": ["晴川光能"]}])");
  const auto output = [&](const char* language) {
    return assay({"check", "notes", "--lang", language, "--lexicon", "words"}).output;
  };
  EXPECT_THAT(output("zh"), HasSubstr("晴川股份 · 出货量"));
  EXPECT_THAT(output("en"), HasSubstr("Qingchuan · shipments"));
}

TEST_F(Names, OfRepliesAreInTheLanguageAskedIn) {
  const auto asked = [&](const char* language) {
    return assay({"ask", "NVIDIA", "share", "--against", "notes", "--lang", language}).output;
  };
  EXPECT_THAT(asked("zh"), HasSubstr("英伟达 · 市场份额 · "));
  EXPECT_THAT(asked("zh"), HasSubstr("主体 英伟达"));
  EXPECT_THAT(asked("zh"), Not(HasSubstr("market share")));
  EXPECT_THAT(asked("en"), HasSubstr("NVIDIA · market share · "));
  EXPECT_THAT(asked("en"), HasSubstr("subject NVIDIA"));
}

TEST_F(Names, OfExtractedFactsAreInTheLanguageUnlessMachinesReadThem) {
  const auto extracted = [&](const char* language, const char* format) {
    return assay({"extract", "notes/a.md", "--lang", language, "--format", format}).output;
  };
  EXPECT_THAT(extracted("zh", "text"), HasSubstr("市场份额"));
  EXPECT_THAT(extracted("zh", "text"), Not(HasSubstr("market share")));
  EXPECT_THAT(extracted("en", "text"), HasSubstr("market share"));
  EXPECT_THAT(extracted("zh", "jsonl"), HasSubstr("\"metric\":\"market share\""));
}

}  // namespace
}  // namespace assay
