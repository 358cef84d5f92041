// SPDX-License-Identifier: MIT
/// `assay report`: where the page and its files go, and what of the input it accounts for.
#include <gmock/gmock.h>

#include "tests/cli/program.h"

namespace assay {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class Report : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    write("notes/a.md", kHalf);
    write("notes/b.md", kThird);
  }
  /// What `assay report` writes under this name.
  [[nodiscard]] std::string written_as(const std::string& name) const {
    EXPECT_EQ(assay({"report", "notes", "-o", name}).status, 0) << name;
    return read(name);
  }
};

TEST_F(Report, IsInTheFormatThatItsNameAsksFor) {
  EXPECT_THAT(written_as("report.html"), StartsWith("<!DOCTYPE html>"));
  EXPECT_THAT(written_as("report.HTM"), StartsWith("<!DOCTYPE html>"));
  EXPECT_THAT(written_as("report"), StartsWith("<!DOCTYPE html>"));
  EXPECT_THAT(written_as("comment.md"), StartsWith("<!-- assay -->"));
  EXPECT_THAT(written_as("junit.xml"), StartsWith("<?xml"));
  EXPECT_THAT(written_as("findings.sarif"), HasSubstr("sarif-schema-2.1.0"));
  EXPECT_THAT(written_as("findings.sarif.json"), HasSubstr("sarif-schema-2.1.0"));
  EXPECT_THAT(written_as("gl-codequality.json"), HasSubstr("\"check_name\""));
  EXPECT_THAT(written_as("findings.json"), HasSubstr("\"findings\""));
  EXPECT_THAT(written_as("findings.ndjson"), StartsWith("{\"id\""));
  EXPECT_THAT(written_as("findings.txt"), StartsWith("error["));
  EXPECT_THAT(written_as("findings.csv"), StartsWith("finding,rule"));
}

TEST_F(Report, IsInTheFormatThatIsNamedWhateverItsName) {
  EXPECT_EQ(assay({"report", "notes", "-o", "a.md", "--format", "json"}).status, 0);
  EXPECT_THAT(read("a.md"), StartsWith("{"));
}

TEST_F(Report, WritesItsStyleAndScriptWhereTheyAreWanted) {
  write("site/keep", "");
  EXPECT_EQ(assay({"report", "notes", "-o", "site/report.html", "--assets", "site/a b"}).status, 0);
  const std::string page = read("site/report.html");
  EXPECT_THAT(page, HasSubstr("href=\"a%20b/report.css\""));
  EXPECT_THAT(page, HasSubstr("src=\"a%20b/report.js\""));
  EXPECT_THAT(page, Not(HasSubstr("<style>")));
  EXPECT_THAT(read("site/a b/report.css"), HasSubstr("--paper"));
  EXPECT_THAT(read("site/a b/report.js"), HasSubstr("use strict"));
  EXPECT_EQ(assay({"report", "notes", "-o", "report.html", "--assets", "."}).status, 0);
  EXPECT_THAT(read("report.html"), HasSubstr("href=\"./report.css\""));
}

TEST_F(Report, SaysWhyAssetsCannotBeWritten) {
  write("taken", "a file");
  const Outcome run = assay({"report", "notes", "-o", "report.html", "--assets", "taken/assets"});
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.errors, HasSubstr("taken/assets"));
  const Outcome other = assay({"report", "notes", "-o", "report.md", "--assets", "assets"});
  EXPECT_EQ(other.status, 2);
  EXPECT_THAT(other.errors, HasSubstr("--assets"));
}

TEST_F(Report, AccountsForWhatWasNotRead) {
  write("notes/deck.pdf", "%PDF-1.4");
  write("notes/broken.md", std::string("\xFF\x00\x01 no text", 12));
  const Outcome run = assay({"report", "notes", "-o", "report.html"});
  EXPECT_EQ(run.status, 2) << "and yet the report is there";
  const std::string page = read("report.html");
  EXPECT_THAT(page, HasSubstr("notes/deck.pdf</th><td>not a document by its name"));
  EXPECT_THAT(page, HasSubstr(">notes/broken.md"));
  EXPECT_THAT(page, HasSubstr("Of 2 facts, 2 have a subject and a metric"));
}

TEST_F(Report, SaysThatEverythingWasRead) {
  EXPECT_THAT(written_as("report.html"), HasSubstr("Every file that was given has been read."));
}

}  // namespace
}  // namespace assay
