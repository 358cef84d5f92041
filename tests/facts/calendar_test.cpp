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

TEST(Calendar, ReadsMonthsWithADotWhereTheyCanBeNothingElse) {
  const auto behind = [](const std::string& lead, const std::string& raw) {
    const auto time = read_time(lead + raw, lead.size(),
                                {.knowledge = sample_knowledge(), .date = kToday, .year = {}});
    return time && time->period ? to_string(time->period->from) + ".." + to_string(time->period->to)
                                : "none";
  };
  EXPECT_EQ(behind("截至", "2025.11 已"), "2025-11-01..2025-11-30");
  EXPECT_EQ(behind("市场空白(", "2026.3)"), "2026-03-01..2026-03-31");
  EXPECT_EQ(behind("", "2024.10-2025.3 营收"), "2024-10-01..2025-03-31");
  EXPECT_EQ(behind("指数为", "2025.11"), "none");
  EXPECT_EQ(behind("截至", "2025.13"), "none");
  EXPECT_EQ(behind("自", "2025.3亿"), "none");
  EXPECT_EQ(behind("(", "2026.3%)"), "none");
}

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
      {"2025年9月1-7日", "2025-09-01..2025-09-07"},
      {"2025 年 9 月 1 日-7 日", "2025-09-01..2025-09-07"},
      {"2025年8月25日至31日", "2025-08-25..2025-08-31"},
      {"2025年8月25日至9月3日", "2025-08-25..2025-09-03"},
      {"June 4-7, 2025", "2025-06-04..2025-06-07"},
      {"2026e", "2026-01-01..2026-12-31"},
      {"June 4 to 7, 2025", "2025-06-04..2025-06-07"},
      {"20250818", "2025-08-18..2025-08-18"},
      {"20250818-20250822", "2025-08-18..2025-08-22"},
      {"二〇二五年", "2025-01-01..2025-12-31"},
      {"2025-11-24", "2025-11-24..2025-11-24"},
      {"Q3 2025", "2025-07-01..2025-09-30"},
      {"2025Q3", "2025-07-01..2025-09-30"},
      {"June 4, 2025", "2025-06-04..2025-06-04"},
      {"4 June 2025", "2025-06-04..2025-06-04"},
      {"June 2025", "2025-06-01..2025-06-30"},
      {"2025年前三季度", "2025-01-01..2025-09-30"},
      {"2025年前9个月", "2025-01-01..2025-09-30"},
      {"2025年1-9月", "2025-01-01..2025-09-30"},
      {"2025年1至11月", "2025-01-01..2025-11-30"},
      {"2025年第一季度至第三季度", "2025-01-01..2025-09-30"},
      {"25年9月", "2025-09-01..2025-09-30"},
      {"2026财年第三季度", "2026-07-01..2026-09-30"},
      {"2024年至2029年", "2024-01-01..2029-12-31"},
      {"1990s", "1990-01-01..1999-12-31"},
      {"1630s", "1630-01-01..1639-12-31"},
      {"2024–2029", "2024-01-01..2029-12-31"},
      {"二零二五年九月三十日", "2025-09-30..2025-09-30"},
      {"first nine months of 2025", "2025-01-01..2025-09-30"},
      {"the first three quarters of 2025", "2025-01-01..2025-09-30"},
      {"first 11 months of 2025", "2025-01-01..2025-11-30"},
      {"January-September 2025", "2025-01-01..2025-09-30"},
      {"Jan to Sep 2025", "2025-01-01..2025-09-30"},
      {"third quarter of fiscal 2026", "2026-07-01..2026-09-30"},
      {"fiscal 2026", "2026-01-01..2026-12-31"},
      {"mid-2025", "2025-05-01..2025-08-31"},
      {"end of 2025", "2025-10-01..2025-12-31"},
  };
  for (const Row& row : rows) EXPECT_EQ(time_of(row.text), row.expected) << row.text;
}

TEST(Calendar, ReadsTheCodesOfAnalysts) {
  const Row rows[] = {
      {"3Q25", "2025-07-01..2025-09-30"},       {"25Q3", "2025-07-01..2025-09-30"},
      {"2025Q3", "2025-07-01..2025-09-30"},     {"2025-Q3", "2025-07-01..2025-09-30"},
      {"Q3'25", "2025-07-01..2025-09-30"},      {"Q3 FY26", "2026-07-01..2026-09-30"},
      {"FY26Q3", "2026-07-01..2026-09-30"},     {"3QFY26", "2026-07-01..2026-09-30"},
      {"1H25", "2025-01-01..2025-06-30"},       {"25H2", "2025-07-01..2025-12-31"},
      {"H1 2025", "2025-01-01..2025-06-30"},    {"9M25", "2025-01-01..2025-09-30"},
      {"FY2025", "2025-01-01..2025-12-31"},     {"FY25", "2025-01-01..2025-12-31"},
      {"CY25", "2025-01-01..2025-12-31"},       {"FY2025E", "2025-01-01..2025-12-31"},
      {"2025E", "2025-01-01..2025-12-31"},      {"2025E营收", "2025-01-01..2025-12-31|营收"},
      {"3Q25E", "2025-07-01..2025-09-30"},      {"2025年Q3", "2025-07-01..2025-09-30"},
      {"Q1-Q3 2025", "2025-01-01..2025-09-30"}, {"Q3 营收", "2025-07-01..2025-09-30| 营收"},
  };
  for (const Row& row : rows) EXPECT_EQ(time_of(row.text), row.expected) << row.text;
  for (const char* text : {"H20", "H100", "Q5", "5Q", "3M", "9M", "2h", "1h", "C919", "F35", "H1N1",
                           "CY7", "FYI", "Q3000", "2025GB", "3QB", "h1"})
    EXPECT_EQ(time_of(text), "none") << text;
}

TEST(Calendar, ReadsMonthsThatEndOnADay) {
  const Row rows[] = {
      {"three months ended September 30, 2025", "2025-07-01..2025-09-30"},
      {"twelve months ending December 31, 2025", "2025-01-01..2025-12-31"},
      {"nine-month period ended September 30, 2025", "none"},
      {"quarter ended Sept. 27, 2025", "2025-06-28..2025-09-27"},
      {"the quarter", "unplaced"},
      {"fiscal year ended January 26, 2025", "2024-01-27..2025-01-26"},
      {"2025年9月30日止九个月", "2025-01-01..2025-09-30"},
      {"2024年12月31日止年度", "2024-01-01..2024-12-31"},
      {"twelve months", "none"},
      {"three months later", "none"},
  };
  for (const Row& row : rows) EXPECT_EQ(time_of(row.text), row.expected) << row.text;
}

/// The time at `start` within `raw`, as `time_of` shows it.
std::string time_within(const std::string& raw, const std::string& start) {
  const std::string text = fold_text(raw);
  const TimeContext context{.knowledge = sample_knowledge(), .date = kToday, .year = {}};
  const auto time = read_time(text, text.find(fold_text(start)), context);
  if (!time) return "none";
  std::string result = "unplaced";
  if (time->period) result = to_string(time->period->from) + ".." + to_string(time->period->to);
  if (time->point) result += " point";
  return result + "|" + text.substr(time->span.end);
}

TEST(Calendar, ReadsWhatIsNamedByTheMonthItEndsWith) {
  const Row rows[] = {
      {"quarter to April", "2025-02-01..2025-04-30"},
      {"the quarter to May", "2025-03-01..2025-05-31"},
      {"quarter through September", "2025-07-01..2025-09-30"},
      {"the quarter ended in July", "2025-05-01..2025-07-31"},
      {"the quarter that ended on July 27, 2025", "2025-04-28..2025-07-27"},
      {"year to January 2025", "2024-02-01..2025-01-31"},
      {"fiscal year that ended in June", "2024-07-01..2025-06-30"},
      {"October quarter", "2025-08-01..2025-10-31"},
      {"September quarter", "2025-07-01..2025-09-30"},
      {"October quarter of 2024", "2024-08-01..2024-10-31"},
      {"January 2025 quarter", "2024-11-01..2025-01-31"},
      {"四月底结束的那一季", "2025-02-01..2025-04-30"},
      {"2025年6月结束的财年", "2024-07-01..2025-06-30"},
      // The same words without an end, with none that is a month, or as parts of others.
      {"year to date", "none"},
      {"quarter to quarter", "none"},
      {"year to 2025", "none"},
      {"three months to build", "none"},
      {"a quarter to a third", "none"},
      {"September quarterly sales", "2025-09-01..2025-09-30| quarterly sales"},
      {"October quarter-on-quarter", "2025-10-01..2025-10-31| quarter-on-quarter"},
      {"October quarter on quarter", "2025-10-01..2025-10-31| quarter on quarter"},
      {"September 26 quarter", "2025-09-26..2025-09-26| quarter"},
      {"9月底的季度", "2025-09-01..2025-09-30|底的季度"},
  };
  for (const Row& row : rows) EXPECT_EQ(time_of(row.text), row.expected) << row.text;
}

TEST(Calendar, ReadsChineseMonthsUpToAnEnd) {
  const Row rows[] = {
      {"截至9月底的季度营收", "2025-07-01..2025-09-30|营收"},
      {"截至九月底的季度营收", "2025-07-01..2025-09-30|营收"},
      {"截至九月三十日的三个月营收", "2025-07-01..2025-09-30|营收"},
      {"截至9月27日的季度，营收", "2025-06-28..2025-09-27|,营收"},
      {"截至十月底的一季，", "2025-08-01..2025-10-31|,"},
      {"截止到9月的那个季度，", "2025-07-01..2025-09-30|,"},
      {"截至9月底的两个季度，", "2025-04-01..2025-09-30|,"},
      // What only begins like a period, or lasts another time.
      {"截至9月底的月活用户", "2025-09-01..2025-09-30 point|底的月活用户"},
      {"截至9月底的年度计划", "2025-09-01..2025-09-30 point|底的年度计划"},
      {"截至9月底的一年期贷款", "2025-09-01..2025-09-30 point|底的一年期贷款"},
      {"截至9月底的三年贷款", "2025-09-01..2025-09-30 point|底的三年贷款"},
      {"截至9月底的季报", "2025-09-01..2025-09-30 point|底的季报"},
      {"截至9月底的三季度", "2025-09-01..2025-09-30 point|底的三季度"},
      {"截至9月底，季度营收", "2025-09-01..2025-09-30 point|底,季度营收"},
      {"提到9月底的季度会议", "2025-09-01..2025-09-30 point|底的季度会议"},
  };
  for (const Row& row : rows) {
    const std::string text = row.text;
    const bool han_digit = text.find("9月") == std::string::npos;
    const std::string start = !han_digit                               ? "9月"
                              : text.find("九月") != std::string::npos ? "九月"
                                                                       : "十月";
    EXPECT_EQ(time_within(text, start), row.expected) << text;
  }
  EXPECT_EQ(time_within("the three months to September rose", "September"),
            "2025-07-01..2025-09-30| rose");
  EXPECT_EQ(time_within("three months to the end of September", "September"),
            "2025-07-01..2025-09-30|");
  EXPECT_EQ(time_within("six months through June 30, 2025", "June"), "2025-01-01..2025-06-30|");
  EXPECT_EQ(time_within("a year to January 2025", "January"), "2024-02-01..2025-01-31|");
  EXPECT_EQ(time_within("three years to September", "September"), "2025-09-01..2025-09-30|");
  EXPECT_EQ(time_within("three plants to September", "September"), "2025-09-01..2025-09-30|");
  EXPECT_EQ(time_within("截至2025年1月的財年，", "2025"), "2024-02-01..2025-01-31|,");
  EXPECT_EQ(time_within("截至2025年1月的會計年度，", "2025"), "2024-02-01..2025-01-31|,");
  EXPECT_EQ(time_within("截至2025年底的财年，", "2025"), "2025-01-01..2025-12-31|,");
  EXPECT_EQ(time_within("截至2025年的财年，", "2025"), "2025-01-01..2025-12-31|的财年,");
}

/// "7-9" for the third quarter, "9-9/26" for a day, "whole" where no part is named; then the offset
/// of the year.
std::string part_of(const std::string& raw, std::optional<Day> date = std::nullopt) {
  const std::string text = fold_text(raw);
  const auto time = read_time(text, 0, {.knowledge = sample_knowledge(), .date = date, .year = {}});
  if (!time) return "none";
  std::string result = "whole";
  if (time->part) {
    result = std::to_string(time->part->first_month) + "-" + std::to_string(time->part->last_month);
    if (time->part->day > 0) result += "/" + std::to_string(time->part->day);
  }
  if (time->year_offset) result += " year " + std::to_string(*time->year_offset);
  return result;
}

TEST(Calendar, TellsPartsOfAYearApartWithoutTheYear) {
  const Row rows[] = {
      {"第三季度", "7-9"},
      {"三季度", "7-9"},
      {"Q3", "7-9"},
      {"third quarter", "7-9"},
      {"第四财季", "10-12"},
      {"上半年", "1-6"},
      {"second half", "7-12"},
      {"前三季度", "1-9"},
      {"前九个月", "1-9"},
      {"前9月", "1-9"},
      {"前11个月", "1-11"},
      {"1-9月", "1-9"},
      {"首三季", "1-9"},
      {"first nine months", "1-9"},
      {"first three quarters", "1-9"},
      {"first two months", "1-2"},
      {"9月", "9-9"},
      {"9月26日", "9-9/26"},
      {"September 26", "9-9/26"},
      {"twelve months ending December 31", "whole"},
      {"nine months ended September 30", "1-9"},
      {"今年第一季", "1-3 year 0"},
      {"去年第四季", "10-12 year -1"},
      {"去年的三季度", "7-9 year -1"},
      {"last year's third quarter", "7-9 year -1"},
      {"third quarter of last year", "7-9 year -1"},
      {"去年", "whole year -1"},
      {"2025年", "whole"},
      {"2025年三季度", "7-9"},
  };
  for (const Row& row : rows) EXPECT_EQ(part_of(row.text), row.expected) << row.text;
  for (const char* text : {"前三家", "前三", "前一个月", "first three plants", "first", "头三名",
                           "前两年", "一年", "首席"})
    EXPECT_EQ(part_of(text), "none") << text;
}

TEST(Calendar, GivesASamePeriodThePartThatStoodBefore) {
  const auto behind = [](const std::string& first, const std::string& second) {
    const TimeContext alone{.knowledge = sample_knowledge(), .date = kToday, .year = {}};
    const auto last = read_time(first, 0, alone);
    TimeContext context = alone;
    context.last = last ? &*last : nullptr;
    const auto time = read_time(second, 0, context);
    if (!time) return std::string("none");
    if (!time->period) return std::string(time->same_part ? "same part" : "unplaced");
    return to_string(time->period->from) + ".." + to_string(time->period->to);
  };
  EXPECT_EQ(behind("2025年第三季度", "去年同期"), "2024-07-01..2024-09-30");
  EXPECT_EQ(behind("2025年", "去年同期"), "2024-01-01..2024-12-31");
  EXPECT_EQ(behind("2025年前三季度", "2024年同期"), "2024-01-01..2024-09-30");
  EXPECT_EQ(behind("Q3 2025", "a year earlier"), "2024-07-01..2024-09-30");
  EXPECT_EQ(behind("Q3 2025", "the same period of 2023"), "2023-07-01..2023-09-30");
  EXPECT_EQ(behind("Q3 2025", "the quarter"), "2025-07-01..2025-09-30");
  EXPECT_EQ(behind("", "去年同期"), "same part");
  EXPECT_EQ(behind("2025年", "the quarter"), "unplaced");
  EXPECT_EQ(behind("2025年", "同期"), "none");
}

TEST(Calendar, TakesAPartWithoutAYearForTheNearestOne) {
  const Row rows[] = {{"第四季度", "2025-10-01..2025-12-31"},
                      {"12月", "2025-12-01..2025-12-31"},
                      {"1月", "2025-01-01..2025-01-31"}};
  for (const Row& row : rows) EXPECT_EQ(time_of(row.text), row.expected) << row.text;
  EXPECT_EQ(time_of("第四季度", *make_day(2026, 2, 10)), "2025-10-01..2025-12-31");
  EXPECT_EQ(time_of("一季度", *make_day(2026, 2, 10)), "2026-01-01..2026-03-31");
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

TEST(Calendar, ReadsYearsInChineseDigits) {
  const Row rows[] = {
      {"二零二五前三个季度", "2025-01-01..2025-09-30"},
      {"二零二五三季度", "2025-07-01..2025-09-30"},
      {"二零二五上半年", "2025-01-01..2025-06-30"},
      {"二零二五比上年", "2025-01-01..2025-12-31|比上年"},
      {"二零二四年亏了", "2024-01-01..2024-12-31|亏了"},
      {"二四年亏了", "2024-01-01..2024-12-31|亏了"},
      {"二五年底", "2025-10-01..2025-12-31"},
      {"二六年初", "2026-01-01..2026-03-31"},
      {"二五年上半年", "2025-01-01..2025-06-30"},
      {"二三年上半年", "2023-01-01..2023-06-30"},
      {"二五年三季度", "2025-07-01..2025-09-30"},
      // Stretches of time, amounts and longer numbers.
      {"三年", "none"},
      {"二十年", "none"},
      {"二三年", "none"},
      {"一二年", "none"},
      {"三四年", "none"},
      {"二三十年", "none"},
      {"两五年", "none"},
      {"二五年期国债", "none"},
      {"二五", "none"},
      {"二零二五台", "none"},
      {"二零二五三", "none"},
      {"二零二五万", "none"},
      {"一九九九", "none"},
      {"二零八八年", "2088-01-01..2088-12-31"},
      {"五零二五年", "none"},
  };
  for (const Row& row : rows) EXPECT_EQ(time_of(row.text), row.expected) << row.text;
  // Nobody says near which years the text is.
  EXPECT_EQ(time_of("二四年亏了", std::nullopt), "none");
  EXPECT_EQ(time_of("二四年亏了", std::nullopt, 2023), "2024-01-01..2024-12-31|亏了");
  EXPECT_EQ(time_of("二五年底", std::nullopt), "2025-10-01..2025-12-31");
  EXPECT_EQ(time_within("百分之二五年底", "二五"), "none");
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
