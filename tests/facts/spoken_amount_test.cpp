// SPDX-License-Identifier: MIT
#include "facts/spoken_amount.h"

#include <string>

#include "tests/facts/scanned_samples.h"

namespace assay {
namespace {

TEST(SpokenAmount, SpokenPrices) {
  expect_stated({
      {"报价一块二一瓦", "一块二一瓦 [1.2] CNY/W"},
      {"电价四毛五一瓦时", "四毛五一瓦时 [0.000125] CNY/J"},
      {"十万块一吨", "十万块一吨 [100] CNY/kg"},
      {"卖六毛八", "六毛八 [0.68] CNY"},
      {"只要三块五", "三块五 [3.5] CNY"},
      {"卖一块二。", "一块二 [1.2] CNY"},
      {"两块钱", "两块钱 [2] CNY"},
      {"五毛钱", "五毛钱 [0.5] CNY"},
      {"白天八毛，晚上三毛五", "八毛 [0.8] CNY / 三毛五 [0.35] CNY"},
      {"买了八毛线衣", "-"},
      {"三块五毛", "三块五毛 [3.5] CNY"},
      {"从一块二降到八毛五", "一块二 [1.2] CNY / 八毛五 [0.85] CNY"},
      {"500元一吨", "500元一吨 [0.5] CNY/kg"},
      {"买了一块地", "-"},
      {"他们在一块", "-"},
      {"一块二手芯片", "-"},
      {"三块五百瓦的板子", "三块 [3] 1 / 五百瓦 [500] W"},
      {"三块显卡", "三块 [3] 1"},
      {"毛利率50%", "50% [0.5] 1"},
      {"10元一次性手套", "10元 [10] CNY"},
  });
}

TEST(SpokenAmount, WhatOneOfThemCosts) {
  const Row rows[] = {{"房租一万二一个月", "一万二一个月"}, {"卖八千一张", "八千一张"},
                      {"两千五一台", "两千五一台"},         {"10万一个月", "10万一个月"},
                      {"1.5万美元一颗", "1.5万美元一颗"},   {"二十一张", "二十一张"},
                      {"八千零一张", "八千零一张"}};
  for (const Row& row : rows) EXPECT_EQ(quantities_of(row.text), row.expected) << row.text;
  const auto written = [](const char* text) {
    return scan_text(text).quantities.at(0).quantity.written_low;
  };
  EXPECT_EQ(written("房租一万二一个月"), 12000);
  EXPECT_EQ(written("卖八千一张"), 8000);
  EXPECT_EQ(written("二十一张"), 21);
  EXPECT_EQ(written("八千零一张"), 8001);
}

}  // namespace
}  // namespace assay
