// SPDX-License-Identifier: MIT
#include "cli/sparkline.h"

#include <gmock/gmock.h>

#include <array>

#include "tests/cli/program.h"

namespace assay {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Sparkline, GoesFromTheSmallestToTheLargest) {
  EXPECT_EQ(sparkline(std::array{1.0, 8.0, 4.5}), "▁█▅");
  EXPECT_EQ(sparkline(std::array{-3.0, 0.0}), "▁█");
  EXPECT_EQ(sparkline(std::array{5.0, 5.0}), "▅▅");
  EXPECT_EQ(sparkline({}), "");
}

class Ask : public ProgramTest {};

TEST_F(Ask, ShowsHowValuesGoWithTime) {
  write("a.md",
        "TSMC's revenue was $60 billion in 2023. TSMC's revenue was $90 billion in 2024.\n");
  write("b.md", "TSMC's revenue was $120 billion in 2025.\n");
  const Outcome run = assay({"ask", "TSMC revenue", "--against", "a.md", "--against", "b.md"});
  EXPECT_THAT(run.output, HasSubstr("  ▁▅█  2023 – 2025\n"));
}

TEST_F(Ask, DrawsNothingOfTwoValues) {
  write("a.md",
        "TSMC's revenue was $60 billion in 2023. TSMC's revenue was $90 billion in 2024.\n");
  EXPECT_THAT(assay({"ask", "TSMC revenue", "--against", "a.md"}).output, Not(HasSubstr("▁")));
}

}  // namespace
}  // namespace assay
