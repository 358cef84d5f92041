// SPDX-License-Identifier: MIT
#include "cli/configuration.h"

#include <gmock/gmock.h>

#include "cli/embedded.h"
#include "cli/glob.h"
#include "tests/cli/program.h"

namespace assay {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string complaint(std::string_view text) {
  const Result<Configuration> read = read_configuration(text, "assay.toml");
  return read ? "no complaint" : read.error().to_string();
}

TEST(ConfigurationFile, EveryKeyIsRead) {
  const Result<Configuration> read = read_configuration(R"(
paths = ["notes", "talks"]
exclude = ["*.draft.md"]
base = "facts.db"
baseline = "known.json"
lexicon = "words"
language = "en"
fail-on = "never"
[rules]
select = ["value-conflict"]
ignore = ["forecast-miss"]
[severity]
stale-copy = "note"
[[folders]]
paths = ["drafts/"]
severity = { value-conflict = "warning" }
[[trusted]]
paths = ["filings/"]
weight = 2
[[rates]]
date = 2026-06-30
currency = "USD"
price = 7.1
in = "CNY"
[[rates]]
date = 2025-12-31
currency = "USD"
price = 7
in = "CNY"
)",
                                                        "assay.toml");
  ASSERT_TRUE(read) << read.error().to_string();
  EXPECT_THAT(read->paths, ElementsAre("notes", "talks"));
  EXPECT_THAT(read->exclude, ElementsAre("*.draft.md"));
  EXPECT_EQ(read->base, "facts.db");
  EXPECT_EQ(read->baseline, "known.json");
  EXPECT_EQ(read->lexicon, "words");
  EXPECT_EQ(read->language, Language::English);
  ASSERT_TRUE(read->fail_on);
  EXPECT_FALSE(*read->fail_on);
  EXPECT_THAT(read->select, ElementsAre("value-conflict"));
  EXPECT_THAT(read->ignore, ElementsAre("forecast-miss"));
  EXPECT_EQ(read->severity.at("stale-copy"), Severity::Note);
  ASSERT_EQ(read->folders.size(), 1U);
  EXPECT_EQ(read->folders[0].severity.at("value-conflict"), Severity::Warning);
  ASSERT_EQ(read->trusted.size(), 1U);
  EXPECT_EQ(read->trusted[0].weight, 2);
  ASSERT_EQ(read->rates.size(), 2U);
  EXPECT_EQ(to_string(read->rates[0].date), "2026-06-30");
  EXPECT_EQ(read->rates[0].currency, "USD");
  EXPECT_EQ(read->rates[0].price, 7.1);
  EXPECT_EQ(read->rates[0].in, "CNY");
  EXPECT_EQ(read->rates[1].price, 7);
  EXPECT_EQ(read->lines.at("fail-on"), 8U);
}

TEST(ConfigurationFile, MistakesNameTheirPlaceAndTheRemedy) {
  struct Case {
    std::string text;
    std::string complaint;
  };
  const std::vector<Case> cases = {
      {"pahts = []", R"(assay.toml:1:1: unknown key "pahts" (did you mean "paths"?))"},
      {"\nfail_on = \"error\"",
       R"(assay.toml:2:1: unknown key "fail_on" (did you mean "fail-on"?))"},
      {"paths = \"notes\"", R"(assay.toml:1:9: "paths" has to be a list of texts)"},
      {"paths = [\"a\", 1]", R"(assay.toml:1:15: "paths" has to be a list of texts)"},
      {"base = 1", R"(assay.toml:1:8: "base" has to be a text)"},
      {"language = \"fr\"", R"("language" cannot be "fr")"},
      {"fail-on = \"eror\"", R"((did you mean "error"?))"},
      {"[rules]\nignore = [\"stale-cpy\"]",
       R"(unknown rule "stale-cpy" (did you mean "stale-copy"?))"},
      {"[severity]\nstale-cpy = \"note\"",
       R"(assay.toml:2:1: unknown key "stale-cpy" (did you mean)"},
      {"severity = 1", R"("severity" has to be a table)"},
      {"folders = 1", R"("folders" has to be tables)"},
      {"[[folders]]\nseverity = {}", R"("paths" is missing)"},
      {"[[trusted]]\npaths = [\"a\"]\nweight = 0",
       R"(assay.toml:3:10: "weight" has to be a number above 0)"},
      {"[[trusted]]\npaths = [\"a\"]", R"("weight" has to be)"},
      {"rates = 1", R"("rates" has to be tables, each under [[rates]])"},
      {"[[rates]]\ncurrency = \"USD\"\nprice = 7\nin = \"CNY\"", R"("date" is missing)"},
      {"[[rates]]\ndate = \"2026-06-30\"", R"(assay.toml:2:8: "date" has to be a date such as)"},
      {"[[rates]]\ndate = 2026-06-30\ncurrency = \"UDS\"\nprice = 7\nin = \"CNY\"",
       R"(assay.toml:3:12: "currency" names no currency that is known: "UDS" (did you mean "USD"?))"},
      {"[[rates]]\ndate = 2026-06-30\ncurrency = \"USD\"\nprice = 7", R"("in" is missing)"},
      {"[[rates]]\ndate = 2026-06-30\ncurrency = \"USD\"\nprice = -7\nin = \"CNY\"",
       R"(assay.toml:4:9: "price" has to be a number above 0)"},
      {"[[rates]]\ndate = 2026-06-30\ncurrency = \"USD\"\nprice = 7\nin = \"USD\"",
       R"(assay.toml:5:6: "in" has to be another currency than "currency")"},
      {"[[rates]]\ndate = 2026-06-30\ncurrency = \"USD\"\npirce = 7\nin = \"CNY\"",
       R"("price" has to be)"},
      {"paths = [", "assay.toml:1:"},
  };
  for (const Case& wrong : cases) EXPECT_THAT(complaint(wrong.text), HasSubstr(wrong.complaint));
}

TEST(ConfigurationFile, TemplatesAreRightWithAndWithoutTheirComments) {
  ASSERT_EQ(embedded_cli_files().size(), 2U);
  for (const EmbeddedFile& file : embedded_cli_files()) {
    std::string text(file.content);
    text.replace(text.find("{paths}"), 7, "\"notes\"");
    EXPECT_EQ(complaint(text), "no complaint") << file.name;
    // Every key that stands behind a comment sign.
    std::string all;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
      const bool key = line.starts_with("# ") && (line.find(" = ") != std::string::npos ||
                                                  line.find("# [") != std::string::npos);
      all += (key ? line.substr(2) : line) + "\n";
    }
    const Result<Configuration> read = read_configuration(all, std::string(file.name));
    ASSERT_TRUE(read) << read.error().to_string();
    EXPECT_EQ(read->lines.size(), 12U) << file.name;
  }
}

TEST(Glob, PatternsAreThoseOfGit) {
  struct Case {
    const char* pattern;
    const char* path;
    bool matches;
  };
  const Case cases[] = {
      {"*.md", "a.md", true},
      {"*.md", "x/y/a.md", true},
      {"*.md", "a.txt", false},
      {"drafts/", "drafts/a.md", true},
      {"drafts/", "x/drafts/a.md", true},
      {"drafts", "old-drafts/a.md", false},
      {"notes/drafts", "notes/drafts/a.md", true},
      {"notes/drafts", "x/notes/drafts/a.md", false},
      {"notes/*.md", "notes/a.md", true},
      {"notes/*.md", "notes/x/a.md", false},
      {"notes/**/a.md", "notes/a.md", true},
      {"notes/**/a.md", "notes/x/y/a.md", true},
      {"**/a.md", "x/a.md", true},
      {"a?.md", "ab.md", true},
      {"a?.md", "a.md", false},
      {"a?b", "a/b", false},
      {"/notes", "notes/a.md", true},
      {"", "a.md", false},
      {"*a*b*c", "xxaxxbxxc", true},
      {"*a*b*c", "xxaxxcxxb", false},
  };
  for (const Case& c : cases)
    EXPECT_EQ(matches_glob(c.pattern, c.path), c.matches) << c.pattern << " " << c.path;
}

class Configured : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    write("notes/a.md", kHalf);
    write("notes/b.md", kThird);
    write("notes/deep/c.md", kOther);
  }
};

TEST_F(Configured, PathsAreThoseOfTheFileWhereverTheProgramRuns) {
  write("assay.toml", "paths = [\"notes\"]\n");
  EXPECT_EQ(assay({"check"}).status, 1);
  EXPECT_EQ(assay({"check", "notes/deep"}).status, 0);
  const Outcome below = shell("cd notes/deep && \"$ASSAY\" check");
  EXPECT_EQ(below.status, 1);
  EXPECT_THAT(below.output, HasSubstr("../b.md:1:"));
  EXPECT_EQ(assay({"check", "--no-config"}).status, 2);
}

TEST_F(Configured, NothingIsTakenFromAboveTheWorkTree) {
  write("assay.toml", "paths = [\"notes\"]\n");
  ASSERT_EQ(shell("git init -q notes").status, 0);
  EXPECT_EQ(shell("cd notes/deep && \"$ASSAY\" check").status, 2);
}

TEST_F(Configured, CommandLineWins) {
  write("assay.toml",
        "paths = [\"notes\"]\nfail-on = \"never\"\nlanguage = \"zh\"\n[rules]\nignore = "
        "[\"value-conflict\", \"stale-copy\"]\n");
  EXPECT_EQ(assay({"check"}).status, 0);
  EXPECT_THAT(assay({"check"}).output, HasSubstr("0 个错误"));
  EXPECT_THAT(assay({"check", "--lang", "en"}).output, HasSubstr("0 errors"));
  EXPECT_THAT(assay({"check", "--select", "value-conflict"}).output, HasSubstr("[value-conflict]"));
  EXPECT_EQ(assay({"check", "--select", "value-conflict", "--fail-on", "note"}).status, 1);
  write("other.toml", "paths = [\"notes/deep\"]\n");
  EXPECT_THAT(assay({"check", "--config", "other.toml"}).output, HasSubstr("1 document,"));
}

TEST_F(Configured, MistakeStopsCommandsButNotThoseThatAreAboutIt) {
  write("assay.toml", "pahts = [\"notes\"]\n");
  const Outcome run = assay({"check", "notes"});
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.output, "");
  EXPECT_THAT(run.errors,
              HasSubstr("assay.toml:1:1: unknown key \"pahts\" (did you mean \"paths\"?)"));
  EXPECT_EQ(assay({"check", "notes", "--config", "missing.toml"}).status, 2);
  EXPECT_EQ(assay({"explain"}).status, 0);
  const Outcome doctor = assay({"doctor"});
  EXPECT_EQ(doctor.status, 2);
  EXPECT_THAT(doctor.output, HasSubstr("assay.toml:1:1: unknown key"));
}

TEST_F(Configured, WalksLeaveOutWhatIsExcludedAndWhatGitIgnores) {
  write("assay.toml", "exclude = [\"notes/b.md\"]\n");
  EXPECT_EQ(assay({"check", "notes"}).status, 0);
  EXPECT_EQ(assay({"check", "notes", "notes/b.md"}).status, 1);
  EXPECT_EQ(assay({"check", "notes", "--no-config"}).status, 1);
  ASSERT_EQ(shell("git init -q . && echo b.md > .gitignore").status, 0);
  EXPECT_EQ(assay({"check", "notes", "--no-config"}).status, 0);
  // A file that git knows is not ignored, whatever .gitignore says; nor is a folder that is named.
  ASSERT_EQ(shell("git add -f notes/b.md").status, 0);
  EXPECT_EQ(assay({"check", "notes", "--no-config"}).status, 1);
  ASSERT_EQ(shell("git rm -q --cached notes/b.md && echo notes > .gitignore").status, 0);
  EXPECT_EQ(assay({"check", "notes", "--no-config"}).status, 1);
}

TEST_F(Configured, SeverityIsSetForARuleAndForAFolder) {
  const std::string rule = "value-conflict";
  const auto severity = [&] {
    const Outcome run = assay({"check", "notes", "--select", rule, "--format", "json"});
    return nlohmann::json::parse(run.output)["findings"][0]["severity"].get<std::string>();
  };
  ASSERT_EQ(severity(), "error");
  write("assay.toml", "[severity]\nvalue-conflict = \"warning\"\n");
  EXPECT_EQ(severity(), "warning");
  write("assay.toml",
        "[[folders]]\npaths = [\"notes/b.md\"]\nseverity = { value-conflict = \"note\" }\n");
  EXPECT_EQ(severity(), "note");
  write("assay.toml",
        "[[folders]]\npaths = [\"drafts/\"]\nseverity = { value-conflict = \"note\" }\n");
  EXPECT_EQ(severity(), "error");
}

TEST_F(Configured, TrustedDocumentsAreBelieved) {
  const auto first = [&](const std::string& trusted) {
    write("assay.toml", "[[trusted]]\npaths = [\"" + trusted + "\"]\nweight = 2\n");
    return nlohmann::json::parse(
        assay({"check", "notes", "--format", "json"}).output)["findings"][0];
  };
  const auto a = first("notes/a.md");
  EXPECT_EQ(a["evidence"][0]["document"], "notes/b.md");
  EXPECT_THAT(a["explanation"],
              HasSubstr("notes/a.md is trusted more, so the other is likely wrong"));
  const auto b = first("notes/b.md");
  EXPECT_EQ(b["evidence"][0]["document"], "notes/a.md");
  EXPECT_EQ(a["id"], b["id"]);
  EXPECT_THAT(first("filings/")["explanation"], Not(HasSubstr("trusted")));
}

TEST_F(Configured, RatesMakeAmountsInTwoCurrenciesComparable) {
  write("notes/a.md", "NVIDIA's revenue in the second quarter of 2026 was $28.8 billion.\n");
  write("notes/b.md", "英伟达2026年第二季度营收为2545亿元。\n");
  const std::vector<std::string> check = {"check", "notes", "--fail-on", "note"};
  const std::vector<std::string> verify = {"verify", "英伟达2026年第二季度营收为2045亿元。",
                                           "--against", "notes/a.md"};
  EXPECT_EQ(assay(check).status, 0);
  EXPECT_EQ(assay(verify).status, 1);
  write("assay.toml",
        "[[rates]]\ndate = 2026-06-30\ncurrency = \"USD\"\nprice = 7.1\nin = \"CNY\"\n");
  const Outcome run = assay(check);
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.output, HasSubstr("warning[value-conflict]"));
  EXPECT_THAT(run.output, HasSubstr("$28.8 billion × 7.1 (2026-06-30)"));
  EXPECT_EQ(assay(verify).status, 0);
  EXPECT_THAT(assay({"report", "notes", "-o", "page.html"}).errors, HasSubstr("1 findings"));
  EXPECT_EQ(assay({"check", "notes", "--fail-on", "note", "--no-config"}).status, 0);
  EXPECT_THAT(assay({"doctor"}).output, HasSubstr("USD = 7.1 CNY (2026-06-30)"));
}

TEST_F(Configured, InitWritesWhatCheckReadsAndOverwritesNothing) {
  const Outcome run = assay({"init", "notes"});
  EXPECT_EQ(run.status, 0) << run.errors;
  EXPECT_EQ(run.output, "wrote assay.toml\n");
  EXPECT_THAT(read("assay.toml"), HasSubstr("paths = [\"notes\"]"));
  EXPECT_EQ(assay({"check"}).status, 1);
  write("assay.toml", "# mine\n");
  const Outcome again = assay({"init", "notes"});
  EXPECT_EQ(again.status, 2);
  EXPECT_THAT(again.errors, HasSubstr("assay.toml: is there already"));
  EXPECT_EQ(read("assay.toml"), "# mine\n");
  EXPECT_EQ(assay({"init", "nowhere"}).status, 2);
}

TEST_F(Configured, DoctorSaysWhatIsInForceAndFromWhere) {
  write("assay.toml", "fail-on = \"warning\"\npaths = [\"notes\"]\n");
  const Outcome run = assay({"doctor", "--format", "json", "--lang", "en"});
  EXPECT_EQ(run.status, 0) << run.output;
  const auto found = nlohmann::json::parse(run.output);
  EXPECT_EQ(found["configuration"], "assay.toml");
  EXPECT_EQ(found["settings"]["fail-on"]["value"], "warning");
  EXPECT_EQ(found["settings"]["fail-on"]["from"], "assay.toml:1");
  EXPECT_EQ(found["settings"]["language"]["from"], "--lang");
  EXPECT_EQ(found["settings"]["base"]["from"], "default");
  EXPECT_TRUE(found["libraries"].contains("SQLite"));
  EXPECT_GT(std::stoi(found["vocabulary"]["names"].get<std::string>()), 100);
  EXPECT_EQ(assay({"doctor"}).status, 0);
  write("assay.toml", "paths = [\"gone\"]\nbase = \"none.db\"\n");
  const Outcome broken = assay({"doctor"});
  EXPECT_EQ(broken.status, 2);
  EXPECT_THAT(broken.output, HasSubstr("gone"));
  EXPECT_THAT(broken.output, HasSubstr("none.db"));
}

}  // namespace
}  // namespace assay
