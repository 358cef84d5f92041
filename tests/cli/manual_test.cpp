// SPDX-License-Identifier: MIT
#include "cli/manual.h"

#include <gmock/gmock.h>

#include "cli/arguments.h"
#include "tests/cli/program.h"

namespace assay {
namespace {

using testing::HasSubstr;

class Manual : public ProgramTest {
 protected:
  [[nodiscard]] bool has(const std::string& tool) const {
    return shell("command -v " + tool).status == 0;
  }
};

/// The name of an option as the source of a manual writes it.
std::string in_roff(const std::string& name) {
  std::string text;
  for (const char c : name) text += c == '-' ? "\\-" : std::string(1, c);
  return text;
}

TEST_F(Manual, NamesEveryCommandAndOption) {
  const Outcome run = assay({"manual"});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.output, manual_page());
  for (const Command* command : all_commands()) {
    EXPECT_THAT(run.output, HasSubstr("\n.SS " + std::string(command->name) + "\n"));
    for (const OptionDescription& option : describe_options(*command)) {
      EXPECT_THAT(run.output, HasSubstr("\\fB" + in_roff(option.names.back()) + "\\fR"));
    }
  }
}

TEST_F(Manual, LeavesNoLineToRoffThatIsNone) {
  std::istringstream page(manual_page());
  for (std::string line; std::getline(page, line);) {
    if (line.starts_with('.')) {
      EXPECT_THAT(line,
                  testing::MatchesRegex("\\.(TH|SH|SS|TP|PP|RS|RE|EX|EE|B|I|BR|RI|RB)( .*)?"));
    }
  }
}

TEST_F(Manual, GroffHasNothingToComplainOf) {
  if (!has("groff")) GTEST_SKIP() << "groff is not installed";
  const Outcome run = shell("\"$ASSAY\" manual | groff -K utf8 -man -Tutf8 -ww -z");
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.errors, "");
}

TEST_F(Manual, MandocHasNothingToComplainOf) {
  if (!has("mandoc")) GTEST_SKIP() << "mandoc is not installed";
  // The page has no date, so that it is the same from every build.
  const Outcome run =
      shell("\"$ASSAY\" manual | mandoc -T lint -W warning | grep -v 'missing date'");
  EXPECT_EQ(run.output, "");
}

TEST_F(Manual, ReadsAsText) {
  if (!has("man")) GTEST_SKIP() << "man is not installed";
  const Outcome run = shell(
      "\"$ASSAY\" manual >assay.1; LC_ALL=C.UTF-8 MANWIDTH=200 man --warnings -l assay.1 | col -b");
  EXPECT_EQ(run.errors, "");
  EXPECT_THAT(run.output,
              HasSubstr("assay check notes/ --changed-since origin/main --format json"));
  EXPECT_THAT(run.output, HasSubstr("--fail-on error|warning|note|never"));
}

}  // namespace
}  // namespace assay
