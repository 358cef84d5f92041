// SPDX-License-Identifier: MIT
#include "facts/calendar.h"

#include <string>

#include "core/folding.h"
#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

const Day kToday = *make_day(2025, 11, 19);

/// "2025-01-01..2025-12-31", then "|" and what is left of the text; "none".
std::string time_of(const std::string& raw, std::optional<Day> date = kToday,
                    std::optional<int> year = std::nullopt) {
  const std::string text = fold_text(raw);
  const std::optional<TimeMention> time =
      read_time(text, 0, {.knowledge = sample_knowledge(), .date = date, .year = year});
  if (!time) return "none";
  std::string result = "unplaced";
  if (time->period) result = to_string(time->period->from) + ".." + to_string(time->period->to);
  if (time->span.end < text.size()) result += "|" + text.substr(time->span.end);
  return result;
}

struct Row {
  const char* text;
  const char* expected;
};

TEST(Calendar, ReadsWhatIsWrittenInFull) {
  const Row rows[] = {
      {"2025年", "2025-01-01..2025-12-31"},
      {"2025", "2025-01-01..2025-12-31"},
      {"2025年上半年", "2025-01-01..2025-06-30"},
      {"2024年下半年", "2024-07-01..2024-12-31"},
      {"2025年第三季度", "2025-07-01..2025-09-30"},
      {"2025年三季度", "2025-07-01..2025-09-30"},
      {"2025年9月", "2025-09-01..2025-09-30"},
      {"2025年9月26日", "2025-09-26..2025-09-26"},
      {"２０２５年９月２６日", "2025-09-26..2025-09-26"},
      {"二〇二五年", "2025-01-01..2025-12-31"},
      {"2025-11-24", "2025-11-24..2025-11-24"},
      {"Q3 2025", "2025-07-01..2025-09-30"},
      {"2025Q3", "2025-07-01..2025-09-30"},
      {"June 4, 2025", "2025-06-04..2025-06-04"},
      {"4 June 2025", "2025-06-04..2025-06-04"},
      {"June 2025", "2025-06-01..2025-06-30"},
      {"2025年前三季度", "2025-01-01..2025-09-30"},
  };
  for (const Row& row : rows) EXPECT_EQ(time_of(row.text), row.expected) << row.text;
}

TEST(Calendar, ResolvesWhatDependsOnTheDocument) {
  const Row rows[] = {
      {"去年", "2024-01-01..2024-12-31"},      {"今年", "2025-01-01..2025-12-31"},
      {"明年", "2026-01-01..2026-12-31"},      {"去年年底", "2024-10-01..2024-12-31"},
      {"三季度", "2025-07-01..2025-09-30"},    {"last year", "2024-01-01..2024-12-31"},
      {"this year", "2025-01-01..2025-12-31"}, {"next year", "2026-01-01..2026-12-31"},
      {"9月26日", "2025-09-26..2025-09-26"},   {"上半年", "2025-01-01..2025-06-30"},
  };
  for (const Row& row : rows) EXPECT_EQ(time_of(row.text), row.expected) << row.text;
}

TEST(Calendar, LeavesOpenWhatNothingSettles) {
  for (const char* text : {"去年", "今年", "last year", "三季度", "上半年", "9月26日"})
    EXPECT_EQ(time_of(text, std::nullopt), "unplaced") << text;
}

TEST(Calendar, TakesTheYearFromEarlierText) {
  EXPECT_EQ(time_of("三季度", std::nullopt, 2023), "2023-07-01..2023-09-30");
  EXPECT_EQ(time_of("9月26日", std::nullopt, 2023), "2023-09-26..2023-09-26");
  EXPECT_EQ(time_of("2021年三季度", std::nullopt, 2023), "2021-07-01..2021-09-30");
}

TEST(Calendar, StopsBehindTheTime) {
  EXPECT_EQ(time_of("2025年收入增长"), "2025-01-01..2025-12-31|收入增长");
  EXPECT_EQ(time_of("2025年9月发布"), "2025-09-01..2025-09-30|发布");
  EXPECT_EQ(time_of("June 2025 sales"), "2025-06-01..2025-06-30| sales");
}

TEST(Calendar, IsAbsentForQuantitiesAndNames) {
  for (const char* text :
       {"", "50%", "3年", "5年内", "2025台", "三年", "25.5亿元", "910B", "华为", "may be",
        "marching on", "Q", "quarterly", "5个月", "两个季度", "12000年", "12小时"}) {
    EXPECT_EQ(time_of(text), "none") << text;
  }
}

TEST(Calendar, KnowsWhichTimesLackAYear) {
  const auto missing = [](const std::string& text) {
    const auto time = read_time(text, 0, {.knowledge = sample_knowledge(), .date = {}, .year = {}});
    return time && time->year_missing;
  };
  EXPECT_TRUE(missing("三季度"));
  EXPECT_TRUE(missing("9月26日"));
  EXPECT_FALSE(missing("2025年三季度"));
  EXPECT_FALSE(missing("2025年"));
}

}  // namespace
}  // namespace assay
