// SPDX-License-Identifier: MIT
#include "facts/stated_unit.h"

#include <gtest/gtest.h>

#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

struct Row {
  const char* text;
  const char* expected;
};

TEST(StatedUnit, IsThatOfBareAmountsBehindIt) {
  const Row rows[] = {
      {"主要数据（单位：亿元）：营业收入6.42；研发费用0.87；净利润-0.34。",
       "6.42e+08 CNY; 8.7e+07 CNY; -3.4e+07 CNY"},
      {"Key figures (US$ billion unless stated): revenue 6.12; operating profit 1.09.",
       "6.12e+09 USD; 1.09e+09 USD"},
      {"Results (in millions of dollars): revenue 1,250.5, net profit 80.5.",
       "1.2505e+09 USD; 8.05e+07 USD"},
      {"收入构成（单位：百万美元）：\n\n* 云收入30,771\n* 广告 3,279\n",
       "3.0771e+10 USD; 3.279e+09 USD"},
  };
  for (const Row& row : rows) EXPECT_EQ(amounts_of(row.text), row.expected) << row.text;
}

TEST(StatedUnit, IsNotThatOfOtherNumbers) {
  const Row rows[] = {
      // What stands before the note, has a unit, or is a price of one thing.
      {"营业收入6.42（单位：亿元），净利润1.5。", "6.42 CNY; 1.5e+08 CNY"},
      {"主要数据（单位：亿元）：营业收入6420万元，每股收益0.21，毛利率35.5%。",
       "6.42e+07 CNY; 0.21 CNY; 0.355 1"},
      // A scale of its own.
      {"主要数据（单位：亿元）：净利润9600万，研发费用约1.2亿。", "9.6e+07 CNY; 1.2e+08 CNY"},
      // A bracket that is no note, and the paragraph behind a list.
      {"营业收入6.42（亿元）。", "6.42 CNY"},
      {"收入构成（单位：百万美元）：\n\n* 云收入30,771\n\n广告收入3,279。",
       "3.0771e+10 USD; 3279 CNY"},
  };
  for (const Row& row : rows) EXPECT_EQ(amounts_of(row.text), row.expected) << row.text;
}

TEST(StatedUnit, IsNoAmountItself) {
  EXPECT_EQ(amounts_of("|项目|收入（百万美元）|\n|---|---|\n|云|30,771|\n"), "3.0771e+10 USD");
  EXPECT_EQ(amounts_of("他们投了几百万美元。"), "2e+06 USD");
}

}  // namespace
}  // namespace assay
