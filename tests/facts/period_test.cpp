// SPDX-License-Identifier: MIT
#include "facts/period.h"

#include <gtest/gtest.h>

namespace assay {
namespace {

std::string day_of(std::string_view text) {
  const std::optional<Day> day = parse_day(text);
  return day ? to_string(*day) : "none";
}

TEST(ParseDay, ReadsCalendarDates) {
  EXPECT_EQ(day_of("2025-11-19"), "2025-11-19");
  EXPECT_EQ(day_of("2025/11/19"), "2025-11-19");
  EXPECT_EQ(day_of("2025.1.9"), "2025-01-09");
  EXPECT_EQ(day_of(" 2025-11-24T16:47:16.737335"), "2025-11-24");
  EXPECT_EQ(day_of("2026-02-23 12:35:50"), "2026-02-23");
  EXPECT_EQ(day_of("2024-02-29"), "2024-02-29");
  EXPECT_EQ(day_of("2025年11月9日 10:00"), "2025-11-09");
}

TEST(ParseDay, IsAbsentForWhatIsNoDate) {
  for (const char* text : {"", "2025", "2025-11", "2025-13-01", "2025-02-29", "2025-00-10",
                           "25-11-19", "20251119", "2025-11-190", "2025-11/19", "x2025-11-19",
                           "2025-11-", "2025年11月", "0000-01-01", "2025--11-19"}) {
    EXPECT_EQ(day_of(text), "none") << text;
  }
}

TEST(MakeDay, RefusesWhatTheCalendarDoesNotHave) {
  EXPECT_TRUE(make_day(2000, 2, 29));
  EXPECT_FALSE(make_day(1900, 2, 29));
  EXPECT_FALSE(make_day(2025, 4, 31));
  EXPECT_FALSE(make_day(2025, 257, 1));
  EXPECT_FALSE(make_day(2025, 1, 257));
  EXPECT_FALSE(make_day(40000, 1, 1));
}

TEST(Period, EndsOnItsLastDay) {
  const auto text = [](const Period& p) { return to_string(p.from) + " " + to_string(p.to); };
  EXPECT_EQ(text(year_period(2025)), "2025-01-01 2025-12-31");
  EXPECT_EQ(text(quarter_period(2025, 1)), "2025-01-01 2025-03-31");
  EXPECT_EQ(text(quarter_period(2025, 4)), "2025-10-01 2025-12-31");
  EXPECT_EQ(text(half_period(2024, 1)), "2024-01-01 2024-06-30");
  EXPECT_EQ(text(half_period(2024, 2)), "2024-07-01 2024-12-31");
  EXPECT_EQ(text(month_period(2024, 2)), "2024-02-01 2024-02-29");
  EXPECT_EQ(text(month_period(2025, 12)), "2025-12-01 2025-12-31");
}

TEST(Period, OverlapsAndCoversByDays) {
  EXPECT_TRUE(overlaps(year_period(2025), quarter_period(2025, 4)));
  EXPECT_FALSE(overlaps(quarter_period(2025, 1), quarter_period(2025, 2)));
  EXPECT_TRUE(covers(year_period(2025), half_period(2025, 2)));
  EXPECT_FALSE(covers(half_period(2025, 2), year_period(2025)));
  EXPECT_EQ(year_of(quarter_period(2025, 2).to), 2025);
  EXPECT_EQ(month_of(quarter_period(2025, 2).to), 6);
}

}  // namespace
}  // namespace assay
