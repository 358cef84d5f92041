// SPDX-License-Identifier: MIT
/// docs/rules.md is what the cards say.

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

namespace assay {
namespace {

int exit_status(const std::string& arguments) {
  const std::string script = "'" ASSAY_SOURCE_DIR "/scripts/make-rules-page' ";
  return std::system((script + arguments).c_str());
}

TEST(RulesPage, IsUpToDate) { EXPECT_EQ(exit_status("--check"), 0); }

TEST(RulesPage, TheScriptRefusesOtherArguments) {
  EXPECT_NE(exit_status("--chekc 2>/dev/null"), 0);
}

}  // namespace
}  // namespace assay
