// SPDX-License-Identifier: MIT
#include "facts/number_marks.h"

#include <string>

#include "tests/facts/scanned_samples.h"

namespace assay {
namespace {

TEST(NumberMarks, AreNoAmounts) {
  expect_stated({
      {"4.2 市场规模", "-"},
      {"3.1 CoWoS 产能", "-"},
      {"1.3 核心竞争优势", "-"},
      {"1.3 十字星", "-"},
      {"4.2 亿元", "4.2 亿元 [4.2e+08] CNY"},
      {"3.5 percent", "3.5 percent [0.035] 1"},
      {"1.8 TB/s", "1.8 TB/s [1.8e+12] B/s"},
      {"到第20年", "-"},
      {"第22分钟", "-"},
      {"20年后", "20年 [6.31152e+08] s"},
      {"301条款", "-"},
      {"从100回落到80", "-"},
      {"41个数据中心", "41个 [41] 1"},
      {"14亿人口", "14亿人 [1.4e+09] 1"},
      {"2.8 million GPU hours", "2.8 million GPU hours [2.8e+06] 1"},
      {"全球最大半导体市场", "-"},
      {"大半市场", "大半 (0.5, 0.9) 1"},
      {"过半数", "过半数 (0.5, inf) 1"},
  });
}

}  // namespace
}  // namespace assay
