// SPDX-License-Identifier: MIT
/// Links in a terminal (OSC 8): only where one is known to have them.
#include <gmock/gmock.h>

#include "tests/cli/program.h"

namespace assay {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kLink = "\x1b]8;;";

class TerminalLinks : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    write("my notes/a.md", kHalf);
    write("my notes/b.md", kThird);
  }
  /// What a terminal that says this of itself is sent by a check with these options.
  [[nodiscard]] std::string sent(const std::string& terminal,
                                 const std::string& options = "") const {
    return shell(
               "unset TERM_PROGRAM VTE_VERSION KITTY_WINDOW_ID WT_SESSION KONSOLE_VERSION; "
               "TERM=xterm " +
               terminal + " script -qec '\"$ASSAY\" check \"my notes\" " + options + "' /dev/null")
        .output;
  }
};

TEST_F(TerminalLinks, OpenTheFileOfAStatement) {
  const std::string address = "file://" + folder_.string() + "/my%20notes/a.md";
  for (const char* terminal :
       {"KITTY_WINDOW_ID=1", "VTE_VERSION=7200", "TERM_PROGRAM=WezTerm", "WT_SESSION=x"})
    EXPECT_THAT(sent(terminal), HasSubstr(kLink + address + "\x1b\\my notes/a.md:1:")) << terminal;
}

TEST_F(TerminalLinks, EndWhereThePlaceEnds) {
  const std::string output = sent("KITTY_WINDOW_ID=1");
  const std::size_t begin = output.find(kLink);
  ASSERT_NE(begin, std::string::npos);
  const std::size_t end = output.find(std::string(kLink) + "\x1b\\", begin + 1);
  ASSERT_NE(end, std::string::npos);
  EXPECT_LT(end, output.find('\n', begin));
}

TEST_F(TerminalLinks, AreNotSentToWhatMayNotKnowThem) {
  EXPECT_THAT(sent("HOME=/"), HasSubstr("my notes/a.md:1:"));
  for (const char* terminal : {"HOME=/", "VTE_VERSION=4000", "TERM_PROGRAM=Apple_Terminal",
                               "KITTY_WINDOW_ID=1 NO_COLOR=1"})
    EXPECT_THAT(sent(terminal), Not(HasSubstr("]8;;"))) << terminal;
  EXPECT_THAT(sent("KITTY_WINDOW_ID=1", "--color never"), Not(HasSubstr("]8;;")));
}

TEST_F(TerminalLinks, AreNotWrittenToFilesAndPipes) {
  EXPECT_THAT(shell("KITTY_WINDOW_ID=1 \"$ASSAY\" check 'my notes' --color always").output,
              Not(HasSubstr("]8;;")));
  EXPECT_THAT(sent("KITTY_WINDOW_ID=1", "-o found.txt --color always"), Not(HasSubstr("]8;;")));
  EXPECT_THAT(read("found.txt"), HasSubstr("my notes/a.md:1:"));
  EXPECT_THAT(read("found.txt"), Not(HasSubstr("]8;;")));
}

}  // namespace
}  // namespace assay
